"""Which items made from the model may be shown: those that break none of the rules that stop a build.

Nobody can mend the words of such an item in the content, so it is left out instead of reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.bank import near_duplicates
from generator.check.lint import options, stems
from generator.model import Item, Site
from generator.parse import Origins
from generator.problems import Severity


def sound(site: Site, origins: Origins, made: Sequence[Item]) -> tuple[Item, ...]:
    """The items of `made` that pass, in order. Of two that are nearly the same, or nearly one of the site's own, the later is left out."""
    passed = [item for item in made if not _broken(site, origins, item)]
    again: set[str] = set()
    for language in site.finished:
        again |= {second.id for _, second, _ in near_duplicates([*site.items, *passed], language)}
    return tuple(item for item in passed if item.id not in again)


def _broken(site: Site, origins: Origins, item: Item) -> bool:
    alone = replace(site, items=(item,))
    return any(problem.severity is Severity.ERROR for rule in (options.check, stems.check) for problem in rule(alone, origins))
