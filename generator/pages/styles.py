"""Which style sheets a page links beside that of the whole site, so that it loads the rules it has a use for.

A sheet is a file or folder of `docs/css`. A test looks for rules that a page would need and does not load.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Item
from generator.questions import TYPES

ORDER = ("root", "home", "thing", "quoted", "note", "overview", "drawing", "outage", "flow", "quiz", "rows", "hotspot", "answers", "session")
"""Every sheet that pages link, in the order of the cascade. That of the whole site comes before them."""

_OF = {
    "home": ("home", "drawing"),
    "learning": ("overview",),
    "checkpoint": ("overview",),
    "components": ("overview", "drawing", "outage"),
    "component": ("thing", "drawing"),
    "flows": ("overview",),
    "flow": ("quoted", "drawing", "flow"),
    "addons": ("overview",),
    "addon": ("thing", "drawing"),
    "ledger": ("quoted", "note"),
    "question": ("quoted", "note"),
    "note": ("quoted", "note"),
    "errata": ("note",),
    "quiz": ("session",),
    "topic": ("answers",),
    "practice": ("session",),
    "exam": ("session",),
    "review": ("session",),
    "progress": ("session", "drawing"),
    "glossary": ("overview",),
    "quality": ("overview",),
    "freshness": ("overview", "thing"),
    "sources": ("overview",),
}
"""By template."""


def styles(template: str, items: Iterable[Item]) -> tuple[str, ...]:
    """Sheets of the pages of a template that ask these items, in the order of the cascade."""
    wanted = set(_OF.get(template, ()))
    for item in items:
        wanted |= {"quiz", *TYPES[item.type].styles}
    return tuple(name for name in ORDER if name in wanted)
