"""Diagnostics: what is wrong, where, and what to write instead.

Owns the shape of a problem and the table of codes. Knows nothing of YAML, the model or pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from unicodedata import normalize


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
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
        place = asdict(self.position)
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
    """The known word most like `word`, or None when none is at least `floor` alike.

    Words are compared in NFD, so that Hangul differs by letter (jamo) and not by whole syllable.
    """
    wanted = normalize("NFD", word.casefold())

    def likeness(candidate: str) -> float:
        return SequenceMatcher(None, wanted, normalize("NFD", candidate.casefold())).ratio()

    ranked = sorted(((likeness(candidate), candidate) for candidate in known), key=lambda pair: (-pair[0], pair[1]))
    return ranked[0][1] if ranked and ranked[0][0] >= floor else None
