"""Trace: what happens next? One turn after the other along a course of events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, Record, TextField
from generator.questions.item import BaseItem, Finding, Option, QuestionType, alike, fingerprint, repeated


class Turn(Record):
    """One turn: what has just happened, and what may happen next."""

    id: Id = Field(description="the id of the turn, unique in the item")
    after: TextField = Field(description="what has just happened")
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)] = Field(description="what may happen next, exactly one of them right")


class TraceItem(BaseItem):
    """Two to eight turns. Partly right when at least half of them are."""

    type: Literal["trace"]
    turns: Annotated[tuple[Turn, ...], Field(min_length=2, max_length=8)] = Field(description="the turns in their order")


def check(item: TraceItem) -> list[Finding]:
    """K040 for a turn without exactly one right option, K041 and K042 for what repeats."""
    findings = [*repeated("turns", item.turns)]
    for index, turn in enumerate(item.turns):
        keys = sum(option.correct for option in turn.options)
        found = [*repeated("options", turn.options), *alike("options", turn.options)]
        if keys != 1:
            found.append(Finding(("options",), "K040", f"{keys} options are marked as right", "give exactly one option 'correct: true'"))
        findings += [Finding(("turns", index, *one.path), one.code, one.message, one.help) for one in found]
    return findings


def _fingerprint(item: TraceItem) -> str:
    return fingerprint(item.type, *(f"{turn.id}:{sorted((option.id, option.correct) for option in turn.options)}" for turn in item.turns))


TYPE = QuestionType(TraceItem, check, _fingerprint)
