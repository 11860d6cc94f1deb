"""Figures of a whole bank of items in one language: how often the key gives itself away, and what every item has.

Pure: the same items give the same figures. Knows items, no pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import erfc, exp, gamma, sqrt

from generator.bank import measure
from generator.questions import BaseItem

RATIO = 1.5
"""The key may be this much wider than the mean distractor."""
ALIKE = 0.7
"""Two items that share this much (Jaccard) are near-duplicates."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one language. `single` counts single-best items; shares are numbers of items, probabilities lie in 0 to 1."""

    language: str
    items: int
    single: int
    longest: int
    expected: float
    p_longest: float
    p_rarely: float
    over_ratio: int
    negative: int
    unmarked: int
    duplicates: int
    p_position: float
    options: int
    explained: int
    sourced: int
    levels: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]

    @property
    def above_recall(self) -> float:
        """The share of items that ask for more than a memory."""
        return 1 - dict(self.levels).get("recall", 0) / self.items if self.items else 0.0


def figures(items: Sequence[BaseItem], language: str) -> Figures:
    """Every figure of the bank in one language."""
    measured = [found for item in items if (found := measure.lengths(item, language))]
    chances = [1 / (1 + len(one.distractors)) if one.has_longest else 0.0 for one in measured]
    longest = sum(one.alone_longest for one in measured)
    negatives = [(item, word) for item in items if (word := measure.negative(item, language))]
    return Figures(
        language=language,
        items=len(items),
        single=len(measured),
        longest=longest,
        expected=sum(chances),
        p_longest=at_least(longest, chances),
        p_rarely=1 - at_least(longest + 1, chances),
        over_ratio=sum(over_ratio(item, language) for item in items),
        negative=len(negatives),
        unmarked=sum(not measure.emphasised(item, word, language) for item, word in negatives),
        duplicates=len(near_duplicates(items, language)),
        p_position=evenly(positions(items)),
        options=sum(len(measure.options(item)) for item in items),
        explained=sum(language in option.explanation.values or option.explanation.neutral for item in items for option in measure.options(item)),
        sourced=sum(bool(item.source) for item in items),
        levels=tuple(sorted(Counter(item.level for item in items).items())),
        types=tuple(sorted(Counter(item.type for item in items).items())),
    )


def over_ratio(item: BaseItem, language: str) -> bool:
    """Whether the key is so much wider than the distractors that its length gives it away.

    Bare names (one word each) are as long as they are; a difference under four cells is not seen.
    """
    found = measure.lengths(item, language)
    if found is None or all(" " not in measure.words(option.text, language) for option in measure.options(item)):
        return False
    mean = sum(found.distractors) / len(found.distractors)
    return found.ratio > RATIO and found.key - mean >= 4


def near_duplicates(items: Sequence[BaseItem], language: str) -> list[tuple[BaseItem, BaseItem, float]]:
    """Pairs of items that say nearly the same, with their likeness, in the order of the bank."""
    sets = [(item, measure.fingerprint_of(item, language)) for item in items]
    index = {gram: number for number, gram in enumerate(sorted({gram for _, grams in sets for gram in grams}))}
    masks = [(item, sum(1 << index[gram] for gram in grams), len(grams)) for item, grams in sets]
    found = []
    for (first, left, many), (second, right, more) in combinations(masks, 2):
        if min(many, more) < ALIKE * max(many, more):
            continue
        shared = (left & right).bit_count()
        if shared >= ALIKE * (many + more - shared):
            found.append((first, second, shared / (many + more - shared)))
    return found


def at_least(count: int, chances: Iterable[float]) -> float:
    """The probability of `count` or more hits among independent trials with these chances (the sum of unequal coin flips)."""
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[hits] if hits < len(spread) else 0.0) * (1 - chance) + (spread[hits - 1] * chance if hits else 0.0)
            for hits in range(len(spread) + 1)
        ]
    return min(1.0, sum(spread[count:]))


def positions(items: Iterable[BaseItem]) -> dict[int, Counter[int]]:
    """For each number of options, how often the key of a single-best item stands at each place, from 0. Fixed options do not count."""
    found: dict[int, Counter[int]] = {}
    for item in items:
        listed = measure.options(item)
        keys = [index for index, option in enumerate(listed) if option.correct]
        if len(keys) == 1 and len(listed) > 1 and not any(option.fixed for option in listed):
            found.setdefault(len(listed), Counter())[keys[0]] += 1
    return found


def evenly(counts: dict[int, Counter[int]]) -> float:
    """The probability of places at least this uneven when every place is equally likely (chi-square over all sizes)."""
    statistic, freedom = 0.0, 0
    for size, places in counts.items():
        expected = sum(places.values()) / size
        statistic += sum((places[place] - expected) ** 2 / expected for place in range(size))
        freedom += size - 1
    return _chi_square_tail(statistic, freedom)


def _chi_square_tail(statistic: float, freedom: int) -> float:
    if freedom == 0:
        return 1.0
    half = statistic / 2
    step = 1 if freedom % 2 else 2
    tail = erfc(sqrt(half)) if freedom % 2 else exp(-half)
    while step < freedom:
        tail += half ** (step / 2) * exp(-half) / gamma(step / 2 + 1)
        step += 2
    return min(1.0, tail)
