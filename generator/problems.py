"""Diagnostics: what is wrong, where, and what to write instead.

Owns the shape of a problem and the table of codes. Knows nothing of YAML, the model or pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a source file. `line` and `column` count from 1; a column counts characters, not bytes or cells."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. `message` says what is wrong, `help` what to write instead (empty when nothing can be added)."""

    position: Position
    code: str
    message: str
    help: str = ""
    severity: Severity = field(default=Severity.ERROR)

    def as_dict(self) -> dict[str, str | int]:
        """The problem as the JSON object that `check --format json` prints."""
        place = self.position._asdict()
        return {
            "file": place["file"],
            "line": place["line"],
            "column": place["column"],
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "help": self.help,
        }

    def __str__(self) -> str:
        text = f"{self.position}: {self.severity.value}[{self.code}]: {self.message}"
        return f"{text}\n    help: {self.help}" if self.help else text


class ContentError(Exception):
    """The content cannot become a site. `problems` holds every finding, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str], floor: float = 0.6) -> str | None:
    """The known word most like `word`, or None when none is a single slip away or at least `floor` alike.

    Words are compared in NFD, so that Hangul differs by letter (jamo) and not by whole syllable. Fewer slips of the finger
    (a letter too many, too few, another, or two swapped) come first.
    """
    wanted = normalize("NFD", word.casefold())
    matcher = SequenceMatcher(None, "", wanted)
    ranked = []
    for candidate in known:
        other = normalize("NFD", candidate.casefold())
        matcher.set_seq1(other)
        # Upper bounds first: most words are nothing like it, and both measures are slow.
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < floor and (len(wanted) > 4 or abs(len(wanted) - len(other)) > 1):
            continue
        likeness = matcher.ratio()
        apart = slips(wanted, other)
        if likeness >= floor or (apart == 1 and len(wanted) > 1):
            ranked.append((apart, -likeness, candidate))
    return min(ranked)[2] if ranked else None


def slips(first: str, second: str) -> int:
    """How many slips of the finger lie between two words: letters put in, left out, replaced, or swapped with their neighbor."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        last, before, row = before, row, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
