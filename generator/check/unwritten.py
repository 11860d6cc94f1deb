"""What is still to be written: texts that begin with TODO, as skeletons have them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity
from generator.walk import Path, texts


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K026, a warning: one for each record, at the first of its texts that is to be written."""
    found: dict[str, list[Path]] = {}
    for record, path, text in texts(site):
        if text.unwritten:
            found.setdefault(record, []).append(path)
    for record, paths in found.items():
        count = "a text" if len(paths) == 1 else f"{len(paths)} texts"
        message = f"'{record}' has {count} to be written"
        yield Problem(origins.at(record, *paths[0]), "K026", message, "write the words in place of 'TODO: …'", Severity.WARNING)
