"""The terms of a text, exactly as docs/js/search/tokenize.js makes them. A test compares the two on every document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_RUNS = re.compile(r"[가-힣]+|[ㄱ-ㅎ]+|[a-z0-9]+(?:[.'][a-z0-9]+)*")
NAMES = re.compile(r"[가-힣]+|[a-z0-9]+(?:[.'][a-z0-9]+)*")
"""The runs of a name that are names by themselves."""
# What a browser takes for white space, and hyphens.
_GAPS = re.compile(r"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\-‑]+")
LEAD = "ㆍ"
"""Stands before a term of initial consonants."""


def hangul(character: str) -> bool:
    """Whether it is a whole syllable."""
    return "가" <= character <= "힣"


def folded(text: str) -> str:
    """A text as terms are made of it: composed, in small letters."""
    return normalize("NFC", text).lower()


def flat(text: str) -> str:
    """A text as it is compared: composed, in small letters, without spaces and hyphens."""
    return _GAPS.sub("", folded(text))


def leads(word: str) -> str:
    """The initial consonants of a Hangul word: 스케줄러 → ㅅㅋㅈㄹ."""
    return "".join(_LEADS[(ord(syllable) - 0xAC00) // 588] for syllable in word)


def pairs(word: str, mark: str = "") -> list[str]:
    """Each two neighbours of a word; a word of one is its own pair."""
    return [mark + word[at : at + 2] for at in range(len(word) - 1)] or [mark + word]


def terms(text: str, *, names: bool) -> Iterator[str]:
    """Terms of a text. Initial consonants are taken from `names` only, not from running text."""
    plain = folded(text)
    before = None
    for match in _RUNS.finditer(plain):
        run = match[0]
        if hangul(run[0]):
            yield from pairs(run)
            if len(run) > 1:
                yield from run
            # A pair may reach over one sign; one outside the basic plane counts as two in a browser.
            if before and hangul(before[0][0]) and match.start() - before.end() == 1 and plain[before.end()] <= "\uffff":
                yield before[0][-1] + run[0]
            if names:
                yield from pairs(leads(run), LEAD)
        elif "ㄱ" <= run[0] <= "ㅎ":
            yield from pairs(run, LEAD)
        else:
            yield run
        before = match
