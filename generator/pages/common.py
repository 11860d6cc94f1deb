"""Pieces that several page families show: claims as pairs, questions with their state, numbered sources.

Turns records into what the shared macros of the templates expect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.fields import Text
from generator.model import Claim, Flow, Item, Question, Site, Source, Verdict, Zone
from generator.pages.desk import Desk
from generator.pages.manuscript import Excerpt


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the note beside what is true today."""

    id: str
    verdict: Verdict
    lines: tuple[int, ...]
    excerpts: tuple[Excerpt, ...]
    today: Text
    sources: tuple[str, ...]
    titles: tuple[Source, ...]
    unsourced: Text | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question with its computed state and its items."""

    id: str
    line: int
    title: Text
    state: str
    question: Question
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A flow that something takes part in: numbers and labels of its steps."""

    flow: Flow
    steps: tuple[tuple[int, Text], ...]


def pairs(desk: Desk, claims: Iterable[Claim]) -> list[Pair]:
    """Claims as pairs of then and now."""
    return [
        Pair(
            claim.id,
            claim.verdict,
            tuple(dict.fromkeys(quote.line for quote in claim.quotes)),
            tuple({(one.before, one.words, one.after): one for one in desk.book.script.excerpts(claim)}.values()),
            claim.today,
            claim.sources,
            tuple(desk.records.sources[name] for name in claim.sources),
            claim.unsourced,
        )
        for claim in claims
    ]


def asked(desk: Desk, questions: Iterable[Question]) -> list[Asked]:
    """Questions with state and items."""
    records = desk.records
    return [Asked(one.id, one.line, one.title, records.state(one), one, records.items_for([one.id])) for one in questions]


def appearances(desk: Desk, ids: Iterable[str]) -> list[Steps]:
    """Flows in which these things take part, with the labels of their steps."""
    return [
        Steps(found.flow, tuple((number, found.flow.steps[number - 1].label) for number in found.steps)) for found in desk.records.flows_with(ids)
    ]


def zones(site: Site) -> dict[str, Zone]:
    """The zones by id."""
    return {zone.id: zone for zone in site.settings.zones}


def total_of(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims have each verdict, in the order in which verdicts are shown."""
    counts = dict.fromkeys(("correct", "imprecise", "outdated", "wrong", "gap"), 0)
    for claim in claims:
        counts[claim.verdict] += 1
    return counts
