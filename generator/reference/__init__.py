"""Pages for authors that follow from the code, as Markdown in each of their languages: the index of errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import TypeAdapter

from generator import codes, load

FOLDER = Path(__file__).parent
LANGUAGES = codes.LANGUAGES


def pages() -> dict[str, str]:
    """The text of each page by its path in the folder of the authors' documentation, for example `ko/errors.md`."""
    # Markdown, not HTML: nothing is escaped.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(FOLDER / "templates"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    errors = environment.get_template("errors.md.j2")
    return {f"{language}/errors.md": errors.render(codes=codes.every(), language=language, words=words()[language]) for language in LANGUAGES}


@cache
def words() -> dict[str, dict[str, str]]:
    """The words around what is generated: language → key → words."""
    node, _ = load.load(FOLDER / "words.yaml", "words.yaml")
    return TypeAdapter(dict[str, dict[str, str]]).validate_python(load.values(node) if node else {})
