"""Rules of good writing, for each language on its own: items that give their key away or repeat, spellings that are not used.

One file per subject of rules, one line each below. Measures come from `bank`; here they become problems with a place and a mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.check.lint import english, options, pairs, parity, stems, terms, whole
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem

RULES = (options.check, stems.check, pairs.check, parity.check, whole.check, terms.check, english.check)


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K080 to K094 for items, two of them and the bank; K095 to K097 for words in every text."""
    # Skeletons are not writing yet.
    written = replace(site, items=tuple(item for item in site.items if not item.stem.unwritten))
    for rule in RULES:
        yield from rule(written, origins)
