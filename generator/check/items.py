"""Each quiz item by the rules of its own type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem
from generator.questions import TYPES


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K040 to K049: what the item's type finds wrong with it."""
    for item in site.items:
        for finding in TYPES[item.type].check(item):
            yield Problem(origins.at(item.id, *finding.path), finding.code, finding.message, finding.help)
