"""How wide words are without any font, and how they break into lines.

Widths are upper bounds by character class, so that text fits in every common face. Knows nothing of boxes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, east_asian_width

_NARROW = frozenset(" !'(),.:;I[]`fijlrt|·")
_BROAD = frozenset("mwMW@%")
_BREAK = re.compile(r"[^\s\-·./]*[-·./]+|[^\s\-·./]+|\s+")


@lru_cache(maxsize=4096)
def width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """The most that `text` takes up on a line, in px."""
    # Bold Latin is wider; a Hangul syllable fills its square in any weight.
    return size * sum(ems if ems == 1 or not bold else ems * 1.06 for ems in map(_ems, text))


def _ems(character: str) -> float:
    if combining(character):
        return 0
    if east_asian_width(character) in "WF":
        return 1
    if character in _NARROW:
        return 0.36
    if character in _BROAD:
        return 0.95
    return 0.72 if character.isupper() else 0.61


def wrap(text: str, room: float, size: float = 12, *, bold: bool = False, lines: int = 2) -> tuple[str, ...] | None:
    """The text in as few lines as fit into `room` px, broken at spaces, after hyphens, dots and slashes. None when it needs more than `lines`."""
    for count in range(1, lines + 1):
        found = _split(_pieces(text), room, size, bold, count)
        if found:
            return found
    return None


def fold(text: str, room: float, size: float = 12) -> tuple[str, ...]:
    """The text on lines of at most `room` px, broken within a word where a word is longer than that."""
    lines: list[str] = [""]
    for piece in _pieces(text):
        if width((lines[-1] + piece).strip(), size) <= room:
            lines[-1] += piece
            continue
        lines.append("")
        for character in piece.strip():
            if width(lines[-1] + character, size) > room:
                lines.append("")
            lines[-1] += character
    return tuple(filter(None, (line.strip() for line in lines)))


@lru_cache(maxsize=4096)
def least(text: str, size: float = 12, *, bold: bool = False, lines: int = 2) -> float:
    """The smallest room in which `wrap` finds at most `lines` lines."""
    pieces = _pieces(text)
    ends = range(1, len(pieces) + 1)
    widths = sorted({width("".join(pieces[a:b]).strip(), size, bold=bold) for a in range(len(pieces)) for b in ends if a < b})
    return next(room for room in widths if wrap(text, room, size, bold=bold, lines=lines))


def _pieces(text: str) -> list[str]:
    return _BREAK.findall(" ".join(text.split()))


def _split(pieces: list[str], room: float, size: float, bold: bool, count: int) -> tuple[str, ...] | None:
    """The pieces on exactly `count` lines or fewer, the most even split of those that fit."""
    whole = "".join(pieces).strip()
    if count == 1:
        return (whole,) if width(whole, size, bold=bold) <= room else None
    best: tuple[float, tuple[str, ...]] | None = None
    for cut in range(1, len(pieces)):
        head = "".join(pieces[:cut]).strip()
        if not head or width(head, size, bold=bold) > room:
            continue
        tail = _split(pieces[cut:], room, size, bold, count - 1)
        if tail and all(tail):
            longest = max(width(line, size, bold=bold) for line in (head, *tail))
            # A full first line reads better than a full last one.
            rank = longest - 0.01 * width(head, size, bold=bold)
            if best is None or rank < best[0]:
                best = (rank, (head, *tail))
    return best[1] if best else None
