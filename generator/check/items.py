"""Each quiz item by the rules of its own type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Site, spellings
from generator.parse import Origins
from generator.problems import Problem
from generator.questions import TYPES, ShortItem
from generator.questions.fold import accepted


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K040 to K049: what the item's type finds wrong with it, and a miss that is a name of what the item asks for."""
    names = {identifier: set(accepted(*spellings(thing))) for identifier, thing, _ in site.things()}
    for item in site.items:
        for finding in TYPES[item.type].check(item):
            yield Problem(origins.at(item.id, *finding.path), finding.code, finding.message, finding.help)
        if isinstance(item, ShortItem):
            yield from _misses(item, names, origins)


def _misses(item: ShortItem, names: dict[str, set[str]], origins: Origins) -> Iterator[Problem]:
    for index, miss in enumerate(item.misses):
        for identifier in item.names:
            if names.get(identifier, set()).intersection(accepted(miss.text)):
                message = f"this answer is a name of '{identifier}', so it is accepted as right"
                yield Problem(origins.at(item.id, "misses", index, "text"), "K043", message, "take it out of 'misses', or the thing out of 'names'")
