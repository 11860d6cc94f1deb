"""The life of a feature over versions as a bar: when it came, became stable, was deprecated, goes.

Turns the version notes of a component that say what they are about into spans on one axis. Knows no subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.fields import Text
from generator.freshness import order
from generator.model import VersionNote

_BEFORE = ("changed", "deprecated", "removed")
"""What a first note of this state tells about was there before."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a bar: from `x`, `width` wide, in percent of the axis. `state` is that of its version, `before` for what came earlier."""

    state: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Life:
    """One bar: what it is about, its spans, and its notes in the order of versions."""

    name: Text
    spans: tuple[Span, ...]
    notes: tuple[VersionNote, ...]


@dataclass(frozen=True, slots=True)
class Lives:
    """The bars of a component on one axis, with the first and the last version on it."""

    first: str
    last: str
    lives: tuple[Life, ...]


def lives(notes: Sequence[VersionNote]) -> Lives | None:
    """The bars for the notes that name what they are about; None when there is none."""
    told = [note for note in notes if note.of is not None]
    if not told:
        return None
    first = min((note.version for note in told), key=order)
    versions = sorted({note.version for note in notes if order(note.version) >= order(first)}, key=order)
    place = _places(versions)
    end = place[versions[-1]] + 1.0
    groups: dict[tuple[tuple[str, str], ...], list[VersionNote]] = {}
    for note in told:
        if note.of is not None:
            groups.setdefault(tuple(sorted(note.of.values.items())), []).append(note)
    found = []
    for group in groups.values():
        ordered = sorted(group, key=lambda note: order(note.version))
        name = ordered[0].of
        if name is not None:
            found.append(Life(name, tuple(_spans(ordered, place, end)), tuple(ordered)))
    return Lives(versions[0], versions[-1], tuple(found))


def _places(versions: Sequence[str]) -> dict[str, float]:
    """Where each version starts, one unit after the left edge at the earliest. Releases of one line are as far apart as their numbers."""
    numbers = [order(version)[0] for version in versions]
    if all(len(number) >= 2 and number[:-1] == numbers[0][:-1] for number in numbers):
        return {version: float(number[-1] - numbers[0][-1] + 1) for version, number in zip(versions, numbers, strict=True)}
    return {version: float(index + 1) for index, version in enumerate(versions)}


def _spans(notes: Sequence[VersionNote], place: dict[str, float], end: float) -> list[Span]:
    starts = [place[note.version] for note in notes]
    found = [_span("before", 0.0, starts[0], end)] if notes[0].state in _BEFORE else []
    for note, start, stop in zip(notes, starts, (*starts[1:], end), strict=True):
        if stop > start:
            found.append(_span(note.state, start, stop, end))
    return found


def _span(state: str, start: float, stop: float, end: float) -> Span:
    return Span(state, round(100 * start / end, 2), round(100 * (stop - start) / end, 2))
