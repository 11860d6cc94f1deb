"""New YAML files from templates: valid, with TODO wherever an author has to write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


class Skeletons:
    """Draws skeletons for a site in `languages`; words taken from the note are in `language`. `today` is an ISO date.

    Templates are looked for in `folders` first, then among those of the import.
    """

    def __init__(self, languages: Sequence[str], language: str, today: str, folders: Sequence[Path] = ()) -> None:
        known = [*folders, Path(__file__).parent / "templates"]
        # YAML, not HTML: words are quoted by the filter `q`, and a JSON string is a YAML string.
        self.environment = Environment(  # noqa: S701
            loader=FileSystemLoader(known), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
        self.environment.filters["q"] = lambda words: json.dumps(words, ensure_ascii=False)
        self.environment.globals.update(languages=list(languages), language=language, today=today)

    def __call__(self, kind: str, /, **values: Any) -> str:
        """The text of one skeleton."""
        return self.file(f"{kind}.yaml", **values)

    def file(self, name: str, /, **values: Any) -> str:
        """The text of a file of any kind, from the template `name`.j2."""
        return self.environment.get_template(f"{name}.j2").render(**values)
