"""The same item in every language: numbers and code must agree, or one of the translations is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bank import measure
from generator.fields import Text
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity
from generator.questions import BaseItem
from generator.walk import Path

_NUMBER = re.compile(r"(?<![A-Za-z0-9-])\d+(?:[.,]\d+)*")
_CODE = re.compile(r"`([^`]+)`")


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K091: numbers or code that one language has and another lacks."""
    if len(site.finished) < 2:
        return
    for item in site.items:
        for path, value in _texts(item):
            yield from _compare(item, path, value, site.finished, origins)


def _texts(item: BaseItem) -> Iterator[tuple[Path, Text]]:
    yield ("stem",), item.stem
    for index, option in enumerate(measure.options(item)):
        yield ("options", index, "text"), option.text


def _compare(item: BaseItem, path: Path, value: Text, languages: tuple[str, ...], origins: Origins) -> Iterator[Problem]:
    if value.neutral:
        return
    first = languages[0]
    for other in languages[1:]:
        for what, pattern in (("number", _NUMBER), ("code", _CODE)):
            here, there = set(pattern.findall(value[first])), set(pattern.findall(value[other]))
            # A number may be written out in words on one side; both sides must have digits to disagree.
            if here != there and (what == "code" or (here and there)):
                lone = ", ".join(sorted(here ^ there))
                message = f"the {what} {lone} stands in one of '{first}' and '{other}' only"
                yield Problem(origins.at(item.id, *path, other), "K091", message, "say the same in both languages", Severity.WARNING)
