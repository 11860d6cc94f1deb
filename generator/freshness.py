"""How old the facts are: what rests on each source, and which sources have not been read for long.

Pure: today's date is given. Knows the model, no pages and no clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.fields import Record
from generator.model import Site, Source, VersionNote
from generator.walk import Path, records

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Rest:
    """A statement that rests on a source: the record that holds it, and where it stands there."""

    record: str
    path: Path


@dataclass(frozen=True, slots=True)
class Aged:
    """A source with its age in days since it was last read for this site, and what rests on it."""

    source: Source
    days: int
    rests: tuple[Rest, ...]

    @property
    def things(self) -> tuple[str, ...]:
        """The records with statements that rest on it, each once, in the order of the site."""
        return tuple(dict.fromkeys(rest.record for rest in self.rests))


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a version, and the component it changed."""

    component: str
    note: VersionNote


def resting(site: Site) -> dict[str, tuple[Rest, ...]]:
    """For the id of each source, the statements that name it, in the order of the site."""
    found: dict[str, list[Rest]] = {source.id: [] for source in site.sources}
    for name, record in records(site):
        if not isinstance(record, Source):
            for path, identifier in _named(record, ()):
                found.setdefault(identifier, []).append(Rest(name, path))
    return {identifier: tuple(rests) for identifier, rests in found.items()}


def _named(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The ids of sources below `value`, with the path of the record that names them."""
    if isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            inner = getattr(value, name)
            if name in {"sources", "also"}:
                yield from ((path, identifier) for identifier in inner)
            elif name == "source" and isinstance(inner, str):
                yield path, inner
            else:
                yield from _named(inner, (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _named(inner, (*path, index))


def aged(site: Site, today: date) -> list[Aged]:
    """Every source with its age, the one read longest ago first."""
    rests = resting(site)
    found = [Aged(source, (today - date.fromisoformat(source.checked)).days, rests[source.id]) for source in site.sources]
    return sorted(found, key=lambda one: (one.source.checked, one.source.date, one.source.id))


def stale(site: Site, days: int, today: date) -> list[Aged]:
    """Sources last read `days` or more days ago, the oldest first."""
    return [one for one in aged(site, today) if one.days >= days]


def span(words: str) -> int:
    """Days in a span such as `180d`, `26w`, `6m` or `1y`. Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{1,5})([dwmy]?)", words.strip())
    if not match:
        raise ValueError("write a number of days, for example 180d (or w, m, y for weeks, months, years)")
    return int(match[1]) * _DAYS[match[2] or "d"]


def changes(site: Site) -> list[tuple[str, tuple[Change, ...]]]:
    """What changed by version, the newest version first."""
    found: dict[str, list[Change]] = {}
    for component in site.components:
        for note in component.versions:
            found.setdefault(note.version, []).append(Change(component.id, note))
    return [(version, tuple(found[version])) for version in sorted(found, key=order, reverse=True)]


def order(version: str) -> tuple[tuple[int, ...], str]:
    """Sorts versions by their numbers: 1.9 before 1.10."""
    return tuple(int(number) for number in re.findall(r"\d+", version)), version
