"""What a Markdown study note holds: its inventory line by line, and the things its tables, lists and boxes speak of.

Knows Markdown's lines, nothing of any subject. Reads any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.note_marks import MARK, Mark

_FENCE = re.compile(r"^\s*(?:```|~~~)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_STEP = re.compile(r"^\s*\d+[.)]\s+(.*)$")
_BULLET = re.compile(r"^\s*[-*+]\s+(.*)$")
_IMAGE = re.compile(r"^\s*!\[")
_LINK = re.compile(r"^\s*(?:[-*+]\s+)?<?https?://\S+>?\s*$")
_TAG = re.compile(r"</?br\s*/?>", re.IGNORECASE)
_MARKS = re.compile("[❓❔⁉⁇✔✅☑👉▶*`\N{VARIATION SELECTOR-16}]")
_TARGET = re.compile(r"!?\[([^\]]*)\]\(\s*<?([^)\s>]+)[^)]*\)")
_SAID = re.compile(r"^(?:[-+]\s+)?(?:\( ?\)\s*)?(?:TODO|FIXME|TBD)\b[\s:.]*", re.IGNORECASE)
_NAME = 60
"""Longest cell or line, in characters, that is taken for a name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the inventory: its lines, counted from 1, its kind as note.yaml has it, and its words."""

    lines: tuple[int, ...]
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """Something the note names and describes, for example a row of a table: the line, the name, what is said of it."""

    line: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A numbered list: the heading above it, and its entries as (line, words)."""

    title: str
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything of a note that becomes a record."""

    title: str
    entries: tuple[Entry, ...]
    rows: tuple[Named, ...]
    lists: tuple[Listed, ...]
    boxes: tuple[Named, ...]


def clean(words: str) -> str:
    """Words without signs, line breaks, emphasis and link targets; a picture without words is called by its file."""
    plain = _TARGET.sub(lambda match: match[1] or match[2], _TAG.sub(" ", words))
    return " ".join(_MARKS.sub("", plain).strip(" #>|").replace("[", "(").replace("]", ")").split())


def asked(mark: Mark, line: str) -> str:
    """What an open end on this line is about, in the note's words; empty when the line says no more than that it is open."""
    return _SAID.sub("", clean(mark.text)) if mark.kind == "todo" else clean(line)


def outline(lines: Sequence[str]) -> Outline:
    """Reads the lines of a note."""
    headings = [match[1] for line in lines if (match := _HEADING.match(line))]
    entries = tuple(_entries(lines))
    title = next((words for line in (*headings, *lines) if (words := clean(line))), "TODO: the title")
    return Outline(title, entries, tuple(_rows(lines)), tuple(_lists(lines)), tuple(_boxes(lines)))


def _entries(lines: Sequence[str]) -> Iterator[Entry]:
    fence: list[int] = []
    for number, line in enumerate(lines, start=1):
        if _FENCE.match(line):
            fence.append(number)
            if len(fence) > 1:
                yield Entry(tuple(fence), "callout", clean(" ".join(lines[one - 1] for one in fence[1:-1])) or line.strip())
                fence = []
        elif fence:
            fence.append(number)
        elif any(character.isalnum() for character in line) or MARK.search(line):
            yield Entry((number,), _kind(line), line.strip())
    if fence:
        yield Entry(tuple(fence), "callout", clean(" ".join(lines[one - 1] for one in fence[1:])) or lines[fence[0] - 1].strip())


def _kind(line: str) -> str:
    for pattern, kind in ((_HEADING, "heading"), (_IMAGE, "image"), (_LINK, "link"), (_ROW, "table_row"), (_STEP, "step"), (_BULLET, "bullet")):
        if pattern.match(line):
            return kind
    return "text"


def _rows(lines: Sequence[str]) -> Iterator[Named]:
    """Rows below the rule of a table: the first cell names something, the others describe it."""
    below = False
    for number, line in enumerate(lines, start=1):
        row = _ROW.match(line)
        if not row:
            below = False
        elif _RULE.match(line):
            below = True
        elif below:
            name, *cells = (clean(cell) for cell in row[1].split("|"))
            if name and len(name) <= _NAME:
                yield Named(number, name, " ".join(cell for cell in cells if cell))


def _lists(lines: Sequence[str]) -> Iterator[Listed]:
    title, steps = "", list[tuple[int, str]]()
    for number, line in enumerate([*lines, ""], start=1):
        step = _STEP.match(line)
        if step:
            steps.append((number, clean(step[1])))
            continue
        if len(steps) > 1:
            yield Listed(title, tuple(steps))
        steps = []
        if heading := _HEADING.match(line):
            title = clean(heading[1])


def _boxes(lines: Sequence[str]) -> Iterator[Named]:
    """Definitions in code fences and quotations: a short line that names a term, and the lines below it."""
    inside, name, at, said = False, "", 0, list[str]()
    for number, line in enumerate([*lines, ""], start=1):
        fence = bool(_FENCE.match(line))
        quoted = line.lstrip().startswith(">")
        words = clean(line.lstrip(" >-+"))
        if name and (fence or not words or not (inside or quoted)):
            if said:
                yield Named(at, name, " ".join(said))
            name, said = "", []
        if fence:
            inside = not inside
        elif (inside or quoted) and words:
            if name:
                said.append(words)
            elif len(words) <= _NAME:
                name, at = words, number
