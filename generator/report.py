"""Shows problems to people and to programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from unicodedata import east_asian_width

from generator.problems import Problem, Severity


def as_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON list of `{file, line, column, code, severity, message, help}`."""
    return json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2)


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
