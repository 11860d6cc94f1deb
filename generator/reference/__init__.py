"""Pages for authors that follow from the code, as Markdown in each of their languages: every field of a content file, every code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import TypeAdapter

from generator import codes, load
from generator.reference.shapes import Shapes, korean

FOLDER = Path(__file__).parent
LANGUAGES = codes.LANGUAGES

__all__ = ["LANGUAGES", "Shapes", "korean", "pages", "words"]


def pages() -> dict[str, str]:
    """The text of each page by its path in the folder of the authors' documentation, for example `ko/errors.md`."""
    # Markdown, not HTML: nothing is escaped.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(FOLDER / "templates"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    found = {}
    for language in LANGUAGES:
        said = words()[language]
        values = {"language": language, "words": said, "codes": codes.every(), "files": Shapes(language, said).files()}
        for name in ("reference.md", "errors.md"):
            text = environment.get_template(f"{name}.j2").render(**values)
            found[f"{language}/{name}"] = re.sub("\n{3,}", "\n\n", text)
    return found


@cache
def words() -> dict[str, dict[str, str]]:
    """The words around what is generated: language → key → words."""
    node, _ = load.load(FOLDER / "words.yaml", "words.yaml")
    return TypeAdapter(dict[str, dict[str, str]]).validate_python(load.values(node) if node else {})
