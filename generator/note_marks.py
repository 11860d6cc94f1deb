"""Finds the open ends that a Markdown study note shows by itself: question marks, blanks, empty sections, TODOs, missing pictures.

Knows Markdown's lines, nothing of any subject. A garbled sentence cannot be found by a machine; a question names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MARK = re.compile("[❓❔⁉⁇]\N{VARIATION SELECTOR-16}?")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_TODO = re.compile(r"\b(?:TODO|FIXME|TBD)\b", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)[^)]*\)")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(.*)$")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One open end. `line` counts from 1; `start` and `end` are character offsets in that line, from 0, end not included."""

    line: int
    start: int
    end: int
    kind: str
    text: str


def find(lines: Sequence[str], exists: Callable[[str], bool] = lambda _: False) -> tuple[Mark, ...]:
    """Every open end in the note, in reading order. `exists` says whether the file a picture names is there."""
    open_lines = [(number, line) for number, line in enumerate(lines, start=1)]
    marks = [*_signs(open_lines), *_blanks(open_lines), *_empty(open_lines), *_todos(open_lines), *_pictures(open_lines, exists)]
    return tuple(sorted(marks))


Numbered = list[tuple[int, str]]


def _signs(lines: Numbered) -> Iterator[Mark]:
    for number, line in lines:
        for match in MARK.finditer(line):
            yield Mark(number, match.start(), match.end(), "mark", match[0])


def _blanks(lines: Numbered) -> Iterator[Mark]:
    for number, line in lines:
        row = _ROW.match(line)
        if not row or _RULE.match(line):
            continue
        start = line.index("|") + 1
        for cell in row[1].split("|"):
            if not cell.strip():
                yield Mark(number, start, start + len(cell), "blank", "")
            start += len(cell) + 1


def _empty(lines: Numbered) -> Iterator[Mark]:
    """A heading followed by no words before the next heading of its own or a higher level."""
    pending: tuple[int, str, int] | None = None
    for number, line in [*lines, (len(lines) + 1, "# end")]:
        heading = _HEADING.match(line)
        if pending and heading and len(heading[1]) <= pending[2]:
            yield Mark(pending[0], 0, len(pending[1]), "empty", pending[1])
        if heading:
            pending = (number, line, len(heading[1]))
        elif line.strip():
            pending = None


def _todos(lines: Numbered) -> Iterator[Mark]:
    """Each entry of a list under a TODO heading, and each line that says TODO itself."""
    level = 0
    for number, line in lines:
        heading = _HEADING.match(line)
        if heading:
            depth = len(heading[1])
            level = depth if _TODO.search(heading[2]) else 0 if depth <= level else level
            continue
        bullet = _BULLET.match(line)
        if level and bullet:
            yield Mark(number, bullet.start(1), len(line.rstrip()), "todo", bullet[1].strip())
        elif _TODO.search(line):
            yield Mark(number, 0, len(line.rstrip()), "todo", line.strip())


def _pictures(lines: Numbered, exists: Callable[[str], bool]) -> Iterator[Mark]:
    for number, line in lines:
        for match in _IMAGE.finditer(line):
            if not match[1].startswith(("http://", "https://")) and not exists(match[1]):
                yield Mark(number, match.start(), match.end(), "missing_image", match[0])
