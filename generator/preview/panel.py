"""The problems of the content as a part of a page, and as a page of its own where there is no site yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import load, report
from generator.parse import STRINGS
from generator.problems import Problem, Severity
from generator.text import fill

MOST = 50
"""Problems shown of each severity; who has more of them does not read them one by one."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What the author is told beside a page. `own` is the file the page comes from: its problems stand first."""

    problems: Sequence[Problem]
    language: str
    own: str = ""
    fresh: bool = True

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def html(self) -> str:
        """The panel; always there, so that a script can fill it later."""
        return _environment().get_template("panel.html.j2").render(self._words())

    def bare(self, address: str) -> str:
        """A whole page with the panel alone. `address` is where the preview's own files are."""
        return _environment().get_template("bare.html.j2").render(**self._words(), address=address)

    def _words(self) -> dict[str, Any]:
        language = self.language if self.language in _spoken() else "en"
        words = _strings(language)
        ordered = sorted(self.problems, key=lambda one: (one.position.file != self.own, one))
        return {
            "lang": language,
            "fresh": self.fresh,
            "groups": [(severity.value, *_shown([one for one in ordered if one.severity is severity])) for severity in Severity],
            "own": self.own,
            "excerpt": report.excerpt,
            "t": lambda key, **places: fill(words[f"preview.{key}"], **{name: str(value) for name, value in places.items()}),
        }


def _shown(problems: Sequence[Problem]) -> tuple[Sequence[Problem], int]:
    return problems[:MOST], len(problems)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _spoken() -> frozenset[str]:
    """The languages that the generator itself speaks."""
    return frozenset(path.parent.name for path in STRINGS.glob("*/preview.yaml"))


@cache
def _strings(language: str) -> Mapping[str, str]:
    """The preview's own words. They are not taken from the site, which may be broken."""
    node, _ = load.load(STRINGS / language / "preview.yaml", "preview.yaml")
    return {**load.values(node)} if node else {}
