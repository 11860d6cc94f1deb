"""Ids from words: Latin letters stay, Hangul is written in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Container
from unicodedata import normalize

# Revised Romanization of Korean, letter by letter (no sound changes across syllables): Ministry of Culture and Tourism, 2000.
_INITIAL = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_MEDIAL = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")
_FINAL = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")
_FIRST, _LAST = ord("가"), ord("힣")
_LONGEST = 40


def slug(words: str, fallback: str = "thing") -> str:
    """An id of small letters, digits and hyphens, at most 40 characters long. `fallback` when nothing can be written in Latin letters."""
    text = "".join(_latin(character) for character in normalize("NFC", words))
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)
    found = ""
    for part in parts:
        longer = f"{found}-{part}" if found else part
        if len(longer) > _LONGEST:
            break
        found = longer
    return found or (parts[0][:_LONGEST] if parts else fallback)


def unused(wanted: str, taken: Container[str]) -> str:
    """`wanted`, with a number behind it when it is taken."""
    number, found = 2, wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _latin(character: str) -> str:
    if not _FIRST <= ord(character) <= _LAST:
        return character
    index = ord(character) - _FIRST
    return _INITIAL[index // 588] + _MEDIAL[index % 588 // 28] + _FINAL[index % 28]
