"""Rules for good quiz items, for each language on its own: what gives the key away, what cannot teach, what repeats.

One file per subject of rules, one line each below. Measures come from `bank`; here they become problems with a place and a mend.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.lint import options, pairs, parity, stems, whole
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem

RULES = (options.check, stems.check, pairs.check, parity.check, whole.check)


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K080 to K094: what is wrong with an item, with two of them, with the bank."""
    for rule in RULES:
        yield from rule(site, origins)
