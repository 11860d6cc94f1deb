"""Rules over a whole site: references, translations, the ledger of open questions, quiz items, UI strings.

Every rule returns problems and raises nothing. Knows the model and where things were written, not pages.
"""

from __future__ import annotations

from generator.check import items, learning, ledger, lint, moves, references, translations, unwritten
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem

RULES = (references.check, translations.check, ledger.check, items.check, learning.check, lint.check, moves.check, unwritten.check)


def check(site: Site, origins: Origins) -> list[Problem]:
    """Every problem of the site as a whole, sorted by place."""
    return sorted(problem for rule in RULES for problem in rule(site, origins))
