"""Comparing texts of a site: what a text names, what gives its answer away, and how much of it another one says too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from math import log

from generator.fields import Text

_WORD = re.compile(r"[0-9A-Za-z]+|[가-힣]+")
_REFERENCE = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]\n]+))?\]\]")
_ASIDE = re.compile(r"\s*\((?:\[\[[^\]\n]+\]\](?:, )?)+\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LATIN_STEM = 5
_HANGUL_STEM = 2


@lru_cache(maxsize=20_000)
def stems(words: str) -> frozenset[str]:
    """The words of a text cut to their stems: endings and particles fall away, one-letter words are dropped."""
    return frozenset(_stem(word) for word in _WORD.findall(words) if len(word) > 1)


def _stem(word: str) -> str:
    return word.casefold()[:_LATIN_STEM].rstrip("s") if word.isascii() else word[:_HANGUL_STEM]


def names_it(words: str, names: Iterable[str]) -> bool:
    """Whether a text holds one of these names. Latin names count as whole words, with a plural s; Hangul may carry a particle."""
    return any(_pattern(name).search(words) for name in names if len(name) > 1)


@lru_cache(maxsize=20_000)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Za-z]){re.escape(name)}(?:e?s)?(?![0-9A-Za-z])", re.IGNORECASE)


def gives_away(words: str, key: Iterable[str], others: Iterable[Iterable[str]]) -> bool:
    """Whether a text shares a word with the names of its answer that fewer than half of the other answers have."""
    said = stems(words)
    rivals = [frozenset().union(*map(stems, names)) for names in others]
    telling = frozenset().union(*map(stems, key)) & said
    return any(2 * sum(stem in rival for rival in rivals) < len(rivals) for stem in telling) if rivals else bool(telling)


def unlinked(words: str, names: dict[str, str]) -> str:
    """The text with each `[[id]]` or `[[id|words]]` as plain words, without those that stand alone in parentheses."""
    return _REFERENCE.sub(lambda match: match[2] or names.get(match[1], match[1]), _ASIDE.sub("", words))


def referred(text: Text) -> frozenset[str]:
    """Ids that the text refers to in any language."""
    return frozenset(match[1] for words in text.values.values() for match in _REFERENCE.finditer(words))


def opening(text: Text) -> Text:
    """The first sentence, when all languages have the same number of them; otherwise the whole text."""
    parted = {language: _SENTENCE_END.split(words) for language, words in text.values.items()}
    if len({len(parts) for parts in parted.values()}) != 1:
        return text
    return replace(text, values={language: parts[0] for language, parts in parted.items()})


def marked_as(values: Mapping[str, str], made_of: Iterable[Text]) -> Text:
    """A text made of others: behind its source where one of them is, and borrowed where all of them are."""
    parts = [part for part in made_of if not part.neutral]
    stale = frozenset[str]().union(*(part.stale for part in parts))
    borrowed = frozenset.intersection(*(part.borrowed for part in parts)) if parts else frozenset()
    return Text(values, stale=stale - borrowed, borrowed=borrowed)


class Likeness:
    """Tells how much of one text another says too. Words that few texts of the site hold weigh more."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._weighed: dict[str, dict[str, float]] = {}
        self._known: Counter[str] = Counter()
        self._total = 1
        for text in texts:
            self._total += 1
            self._known.update(frozenset().union(*map(stems, text.values.values())))

    def share(self, text: Text, other: Text) -> float:
        """From 0 to 1: the part of `text` that `other` holds too, in the language in which it is largest."""
        return max(
            (self._covered(words, other.values.get(language) or " ".join(other.values.values())) for language, words in text.values.items()),
            default=0.0,
        )

    def _covered(self, words: str, other: str) -> float:
        weights = self._weights(words)
        there = stems(other)
        whole = sum(weights.values())
        return sum(weight for stem, weight in weights.items() if stem in there) / whole if whole else 0.0

    def _weights(self, words: str) -> dict[str, float]:
        if words not in self._weighed:
            self._weighed[words] = {stem: log(1 + self._total / (1 + self._known[stem])) for stem in sorted(stems(words))}
        return self._weighed[words]
