"""How the translation of a page stands, for its readers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.fields import Heard
from generator.pages.desk import Desk
from generator.pages.places import relative


@dataclass(frozen=True, slots=True)
class Standing:
    """How many texts of a page are behind their source, and how many are not translated; where the original is, and what its language is called."""

    stale: int
    missing: int
    url: str
    code: str
    name: str


def standing(desk: Desk, heard: Heard) -> Standing:
    """What to tell the readers of the page at `desk`, which spelled out what was `heard`."""
    settings = desk.site.settings
    original = next(one for one in settings.languages if one.code == settings.default_language)
    url = relative(f"{desk.language}/{desk.path}", f"{original.code}/{desk.path}")
    return Standing(len(heard.stale), len(heard.borrowed), url, original.code, original.name)
