"""The bank as a whole: patterns that no single item shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bank import figures
from generator.model import Site
from generator.parse import Origins
from generator.problems import Position, Problem, Severity

SIGNIFICANT = 0.05
UNLIKELY = 0.001
"""Below this a pattern is no accident. Places are shuffled for readers with a script, and a key that is rarely the longest
helps a guesser little, so only gross patterns matter."""
_NEGATIVES = 0.1


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K092 the key is the longest option too often or too rarely, K093 it prefers a place, K094 too many negative stems."""
    if not site.items:
        return
    place = origins.at(site.items[0].id)
    for language in site.finished:
        found = figures(site.items, language)
        if found.p_longest < SIGNIFICANT:
            message = f"the right option is the longest in {found.longest} of {found.single} items; chance gives {found.expected:.0f} ({language})"
            yield _warning(place, "K092", message, "shorten right options, or say as much in wrong ones")
        if found.p_rarely < UNLIKELY:
            message = (
                f"the right option is the longest in only {found.longest} of {found.single} items; chance gives {found.expected:.0f} ({language})"
            )
            yield _warning(place, "K092", message, "let some right options be the longest, or readers learn to strike the longest out")
        if found.items >= 10 and found.negative > _NEGATIVES * found.items:
            message = f"{found.negative} of {found.items} stems ask for what is not so ({language})"
            yield _warning(place, "K094", message, "ask for what is so")
    if figures(site.items, site.finished[0]).p_position < UNLIKELY:
        yield _warning(place, "K093", "the right option prefers one place among the options", "reorder the options of some items")


def _warning(place: Position, code: str, message: str, advice: str) -> Problem:
    return Problem(Position(place.file), code, message, advice, Severity.WARNING)
