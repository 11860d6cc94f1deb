"""Shows problems to people and to programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

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


def as_text(problems: Iterable[Problem]) -> str:
    """Each problem with its source line and a caret under the place, then how many there are."""
    listed = list(problems)
    blocks = [_block(problem) for problem in listed]
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    warnings = len(listed) - errors
    counts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return "\n\n".join([*blocks, ", ".join(counts)]) if listed else "no problems"


def _block(problem: Problem) -> str:
    head = f"{problem.position}: {problem.severity.value}[{problem.code}]: {problem.message}"
    parts = [head, *_source(problem)]
    if problem.help:
        parts.append(f"  help: {problem.help}")
    return "\n".join(parts)


def _source(problem: Problem) -> list[str]:
    try:
        line = Path(problem.position.file).read_text(encoding="utf-8-sig").splitlines()[problem.position.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    before = line[: problem.position.column - 1]
    start = max(0, len(before) - 60)
    shown = line[start : start + 110].replace("\t", " ")
    gutter = str(problem.position.line)
    return [f"  {gutter} | {shown}", f"  {' ' * len(gutter)} | {' ' * _cells(before[start:])}^"]


def _cells(text: str) -> int:
    """How many terminal cells the text takes: Hangul and other wide characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
