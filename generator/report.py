"""Shows problems to people and to programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import combining, east_asian_width

from generator.coverage import coverage
from generator.freshness import Aged
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity


def as_json(problems: Iterable[Problem], site: Site | None = None, aged: Iterable[Aged] | None = None) -> str:
    """One JSON object: `problems`, each `{file, line, column, code, severity, message, help}`.

    For a valid site also `coverage`, id → `{done, total}`, and `stale`, the sources to read again, when they were asked for.
    """
    document: dict[str, Any] = {"problems": [problem.as_dict() for problem in problems]}
    if site is not None:
        document["coverage"] = {row.id: {"done": row.done, "total": row.total} for row in coverage(site)}
    if aged is not None:
        document["stale"] = [
            {"source": one.source.id, "checked": one.source.checked, "version_of": one.source.date, "days": one.days, "rests": list(one.things)}
            for one in aged
        ]
    return json.dumps(document, ensure_ascii=False, indent=2)


def coverage_text(site: Site) -> str:
    """How much of the site is what it should be, a line each, such as `66/66  items of the note accounted for`."""
    rows = [row for row in coverage(site) if row.total]
    width = max((len(f"{row.done}/{row.total}") for row in rows), default=0)
    return "\n".join(f"{f'{row.done}/{row.total}':>{width}}  {row.words}" for row in rows)


def stale_text(aged: Iterable[Aged], origins: Origins) -> str:
    """The sources to read again, the oldest first, each with what rests on it."""
    listed = list(aged)
    lines = [f"{len(listed)} source{'' if len(listed) == 1 else 's'} to read again"]
    for one in listed:
        version = f"{one.source.version}, " if one.source.version else ""
        lines.append(f"{origins.at(one.source.id)}: {one.source.id} ({version}read {one.source.checked}, {one.days} days ago)")
        lines.append(
            f"  {len(one.rests)} statement{'s' if len(one.rests) != 1 else ''} on it: {', '.join(one.things)}"
            if one.rests
            else "  nothing rests on it"
        )
    return "\n".join(lines)


def as_text(problems: Iterable[Problem], *, color: bool = False) -> str:
    """Each problem with its source line and a caret under the place, then how many there are. With `color` for a terminal."""
    listed = list(problems)
    paint = _paint if color else _plain
    blocks = [_block(problem, paint) for problem in listed]
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    warnings = len(listed) - errors
    counts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    more = f"{', '.join(counts)}" + (f"; python -m generator explain {listed[0].code} says more" if listed else "")
    return "\n\n".join([*blocks, more]) if listed else "no problems"


_COLORS = {"error": "1;31", "warning": "1;33", "help": "36", "gutter": "34", "place": "1"}


def _paint(kind: str, words: str) -> str:
    return f"\x1b[{_COLORS[kind]}m{words}\x1b[0m"


def _plain(_kind: str, words: str) -> str:
    return words


def _block(problem: Problem, paint: Callable[[str, str], str]) -> str:
    severity = problem.severity.value
    head = f"{paint('place', str(problem.position))}: {paint(severity, f'{severity}[{problem.code}]')}: {problem.message}"
    parts = [head, *_source(problem, paint)]
    if problem.help:
        parts.append(f"  {paint('help', 'help:')} {problem.help}")
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a source line around a problem: what stands before it, the character it is at (may be empty), what follows."""

    line: int
    before: str
    at: str
    after: str


def excerpt(problem: Problem) -> Excerpt | None:
    """The source line of a problem, cut to what matters; None when the file has no such line."""
    lines = _lines(problem.position.file)
    if problem.position.line > len(lines):
        return None
    line = "".join(character if character.isprintable() else " " for character in lines[problem.position.line - 1])
    place = problem.position.column - 1
    start = max(0, place - 60)
    shown = line[: start + 110].rstrip()
    return Excerpt(problem.position.line, line[start:place], shown[place : place + 1], shown[place + 1 :])


def _source(problem: Problem, paint: Callable[[str, str], str]) -> list[str]:
    found = excerpt(problem)
    if found is None:
        return []
    gutter = str(found.line)
    mark = paint(problem.severity.value, "^")
    line = f"{found.before}{found.at}{found.after}".rstrip()
    return [f"  {paint('gutter', f'{gutter} |')} {line}", f"  {paint('gutter', ' ' * len(gutter) + ' |')} {' ' * _cells(found.before)}{mark}"]


def _lines(file: str) -> list[str]:
    """The lines of a file as an editor counts them; what cannot be decoded is replaced."""
    try:
        source = Path(file).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return source.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _cells(text: str) -> int:
    """How many terminal cells the text takes: Hangul and other wide characters take two, marks on a letter none."""
    return sum(0 if _joins(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


def _joins(character: str) -> bool:
    """Whether a character is drawn upon the one before it: accents, and the later letters of a Hangul syllable spelled out."""
    return bool(combining(character)) or "\u1160" <= character <= "\u11ff" or character in "\u200d\ufe0e\ufe0f"
