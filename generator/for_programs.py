"""Problems in the words of other programs: annotations of GitHub Actions, and SARIF for code scanning.

Knows problems and codes, nothing of content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from generator import __version__, codes
from generator.problems import Problem


def as_github(problems: Iterable[Problem]) -> str:
    """One workflow command a problem, such as `::error file=a.yaml,line=2,col=3,title=K021::there is no box 'x'`."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.position
    words = f"{problem.message}\nhelp: {problem.help}" if problem.help else problem.message
    file = _escape(place.file, ",:")
    return f"::{problem.severity.value} file={file},line={place.line},col={place.column},title={problem.code}::{_escape(words)}"


def _escape(words: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        words = words.replace(character, f"%{ord(character):02X}")
    return words


def as_sarif(problems: Iterable[Problem]) -> str:
    """One SARIF 2.1.0 log with a run; each problem is a result, each of its codes a rule with its explanation."""
    listed = list(problems)
    ids = sorted({problem.code for problem in listed})
    driver = {"name": "answered-notes", "version": __version__, "rules": [_rule(code) for code in ids]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, ids.index(problem.code)) for problem in listed],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    explained = codes.every().get(code)
    return (
        {"id": code}
        if explained is None
        else {"id": code, "shortDescription": {"text": explained.title.en}, "fullDescription": {"text": explained.why.en}}
    )


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    words = f"{problem.message}. {problem.help}" if problem.help else problem.message
    path = PurePath(problem.position.file)
    place = {
        "artifactLocation": {"uri": path.as_uri() if path.is_absolute() else path.as_posix()},
        "region": {"startLine": problem.position.line, "startColumn": problem.position.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": words},
        "locations": [{"physicalLocation": place}],
    }
