"""Matching: each entry on the left gets one answer from a list that all of them share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, Record, Text, TextField
from generator.questions.item import BaseItem, Finding, QuestionType, alike, fingerprint, repeated


class Pair(Record):
    """What belongs together, and why."""

    id: Id = Field(description="the id of the pair, unique in the item")
    left: TextField = Field(description="the entry")
    right: TextField = Field(description="its answer")
    explanation: TextField = Field(description="why they belong together")


class Extra(Record):
    """An answer that fits no entry."""

    id: Id = Field(description="the id of the answer, unique in the item")
    text: TextField = Field(description="its words")


class MatchingItem(BaseItem):
    """Pairs to be found again. An answer is chosen by the id of its pair. Partly right when at least half of the pairs are found."""

    type: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=6)] = Field(description="what belongs together")
    extra: Annotated[tuple[Extra, ...], Field(max_length=3)] = Field(default=(), description="answers that fit no entry")


def _said(text: Text) -> set[tuple[str, str]]:
    return {(language, words.casefold()) for language, words in text.values.items()}


def check(item: MatchingItem) -> list[Finding]:
    """K041 for ids that repeat, K042 for entries or answers with the same words: both would be right."""
    ids = {pair.id for pair in item.pairs}
    findings = [
        Finding(("extra", index, "id"), "K041", f"the id '{extra.id}' stands twice", "give the answer its own id")
        for index, extra in enumerate(item.extra)
        if extra.id in ids
    ]
    right = {said for pair in item.pairs for said in _said(pair.right)}
    findings += [
        Finding(("extra", index, "text"), "K042", "a pair has the same answer", "write a different one")
        for index, extra in enumerate(item.extra)
        if right & _said(extra.text)
    ]
    found = (
        repeated("pairs", item.pairs),
        repeated("extra", item.extra),
        alike("pairs", item.pairs, "left"),
        alike("pairs", item.pairs, "right"),
        alike("extra", item.extra),
    )
    return [*findings, *(one for listed in found for one in listed)]


def _fingerprint(item: MatchingItem) -> str:
    return fingerprint(item.type, *sorted(pair.id for pair in item.pairs), *sorted(f"+{extra.id}" for extra in item.extra))


TYPE = QuestionType(MatchingItem, check, _fingerprint, styles=("rows",))
