"""Measures of one item in one language: lengths, shared words, likeness. Pure; judges nothing.

Works on every type of question through what they have in common: a stem, and options where the type has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from generator import text
from generator.bank.wording import WORDINGS
from generator.fields import Text
from generator.questions import BaseItem, Option


@dataclass(frozen=True, slots=True)
class Lengths:
    """How wide the key and the distractors of a single-best item are, in half-width cells (a Hangul syllable takes two)."""

    key: int
    distractors: tuple[int, ...]

    @property
    def ratio(self) -> float:
        """The key's width over the mean width of the distractors."""
        return self.key * len(self.distractors) / max(sum(self.distractors), 1)

    @property
    def alone_longest(self) -> bool:
        """Whether the key is wider than every distractor."""
        return self.key > max(self.distractors)

    @property
    def has_longest(self) -> bool:
        """Whether one option is wider than all others, whichever it is."""
        widths = sorted((self.key, *self.distractors))
        return widths[-1] > widths[-2]


def options(item: BaseItem) -> tuple[Option, ...]:
    """The options of an item; none for a type that has no options."""
    return tuple(one for one in getattr(item, "options", ()) if isinstance(one, Option))


def words(value: Text, language: str) -> str:
    """A text without markup. References read as their own words or their id."""
    return text.plain(value[language], lambda identifier, given: ("", given or identifier))


def width(line: str) -> int:
    """The width of a line in half-width cells."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


def lengths(item: BaseItem, language: str) -> Lengths | None:
    """The widths of key and distractors; None unless exactly one of at least two options is right."""
    listed = options(item)
    keys = [option for option in listed if option.correct]
    if len(keys) != 1 or len(listed) < 2:
        return None
    wide = {option.id: width(words(option.text, language)) for option in listed}
    return Lengths(wide[keys[0].id], tuple(wide[option.id] for option in listed if not option.correct))


def negative(item: BaseItem, language: str) -> str | None:
    """The word that makes the stem ask for what is not so, None when it does not or the language has no rule."""
    wording = WORDINGS.get(language)
    return wording.negative(words(item.stem, language)) if wording else None


def emphasised(item: BaseItem, word: str, language: str) -> bool:
    """Whether `word` stands in bold in the stem."""
    source: Any = item.stem[language].split("**")
    return any(word in bold for bold in source[1::2])


def tokens(line: str, language: str) -> frozenset[str]:
    """The words that carry meaning, without endings and particles; every word of a language that has no rule."""
    wording = WORDINGS.get(language)
    return wording.tokens(line) if wording else frozenset(line.casefold().split())


def fingerprint_of(item: BaseItem, language: str) -> frozenset[str]:
    """What an item is about, as pairs of characters of its stem and options: the base of likeness between items."""
    lines = (words(item.stem, language), *(words(option.text, language) for option in options(item)))
    found: set[str] = set()
    for line in lines:
        plain = "".join(character for character in line.casefold() if character.isalnum())
        found.update(plain[start : start + 3] for start in range(max(len(plain) - 2, 1)))
    return frozenset(found)
