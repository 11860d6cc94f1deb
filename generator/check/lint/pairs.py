"""Items that repeat or answer each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bank import measure, near_duplicates
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity
from generator.questions import BaseItem

_TELLING = 16
"""A key narrower than this, in cells, is a name or a number: it may stand in any stem."""


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K089 and K090."""
    for language in site.finished:
        for first, second, likeness in near_duplicates(site.items, language):
            message = f"the item says nearly the same as '{first.id}' ({likeness:.0%} alike, {language})"
            yield Problem(origins.at(second.id, "stem", language), "K089", message, "drop one of the two, or ask for something else")
        yield from _told(site, language, origins)


def _told(site: Site, language: str, origins: Origins) -> Iterator[Problem]:
    """K090: the stem of one item says the key of another."""
    stems: list[tuple[BaseItem, str]] = [(item, _plain(measure.words(item.stem, language))) for item in site.items]
    for item in site.items:
        keys = [_plain(measure.words(option.text, language)) for option in measure.options(item) if option.correct]
        if len(keys) != 1 or measure.width(keys[0]) < _TELLING or " " not in keys[0]:
            continue
        for other, stem in _others(stems, item):
            if keys[0] in stem:
                message = f"this stem gives away the answer of '{item.id}' ({language})"
                yield Problem(origins.at(other.id, "stem", language), "K090", message, "say it in other words", Severity.WARNING)


def _others(stems: list[tuple[BaseItem, str]], item: BaseItem) -> Iterator[tuple[BaseItem, str]]:
    return ((other, stem) for other, stem in stems if other is not item)


def _plain(line: str) -> str:
    return " ".join(line.casefold().strip(" .?").split())
