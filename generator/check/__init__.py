"""Rules over a whole site: references, translations, the ledger of open questions, quiz items, UI strings.

Every rule returns problems and raises nothing. Knows the model and where things were written, not pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check import items, learning, ledger, lint, moves, outside, references, translations, unwritten
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem

RULES = (references.check, translations.check, ledger.check, items.check, learning.check, moves.check, unwritten.check, outside.check)

_ALONE = frozenset({"K021", "K022", "K023", "K025", "K028", "K030", "K034", "K035", "K050", "K051", "K060"})
"""Codes that one value earns by itself, whatever is wrong around it."""
_TOGETHER = frozenset({"K032", "K033", "K036", "K037", "K092", "K093", "K094", "K098", "K099"})
"""Codes that depend on what the whole site holds."""


def check_rest(site: Site, origins: Origins, found: Sequence[Problem]) -> list[Problem]:
    """Every further problem of a site that has the problems `found`, without those that only follow from them."""
    broken = {problem.position.file for problem in found}
    return [
        problem
        for problem in check(site, origins)
        if problem.code not in _TOGETHER and (problem.code in _ALONE or problem.position.file not in broken)
    ]


def check(site: Site, origins: Origins) -> list[Problem]:
    """Every problem of the site as a whole, sorted by place."""
    return sorted(problem for found in steps(site, origins) for problem in found)


def steps(site: Site, origins: Origins) -> Iterator[list[Problem]]:
    """The problems of one rule after the other."""
    whole = True
    for rule in RULES:
        found = list(rule(site, origins))
        whole = whole and not any(problem.code in {"K022", "K023"} for problem in found)
        yield found
    # Writing is judged in every language, so all of them must be there first.
    if whole:
        yield list(lint.check(site, origins))
