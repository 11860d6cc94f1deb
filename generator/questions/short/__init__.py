"""Short text: the reader types a word or two. Case, width and spaces do not matter; every language's answer counts in all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, Record, Text, TextField
from generator.questions.fold import accepted
from generator.questions.item import BaseItem, Finding, QuestionType, fingerprint


class Miss(Record):
    """An answer that readers are likely to type, and why it is wrong."""

    text: TextField = Field(description="the answer")
    explanation: TextField = Field(description="why it is wrong")


class ShortItem(BaseItem):
    """An item answered with a word. The first accepted answer is shown as the key."""

    type: Literal["short"]
    accept: Annotated[tuple[TextField, ...], Field(min_length=1)] = Field(description="right answers; the first is shown as the key")
    names: tuple[Id, ...] = Field(default=(), description="things whose names and aliases are accepted as well")
    misses: tuple[Miss, ...] = Field(default=(), description="likely wrong answers")
    explanation: TextField = Field(description="why the key is right")


def check(item: ShortItem) -> list[Finding]:
    """K042 for a miss that repeats another, K043 for one that is accepted, K044 for an answer of which folding leaves nothing."""
    seen: set[str] = set()
    findings = [
        Finding(path, "K044", "nothing is left of this answer without spaces and marks", "write a word")
        for path, text in _answers(item)
        if not all(accepted(text))
    ]
    right = set(accepted(*item.accept))
    for index, miss in enumerate(item.misses):
        words = {one for one in accepted(miss.text) if one}
        path = ("misses", index, "text")
        if words & right:
            findings.append(Finding(path, "K043", "this answer is accepted as right, too", "take it out of 'misses' or out of 'accept'"))
        elif words & seen:
            findings.append(Finding(path, "K042", "another entry says the same", "write a different one"))
        seen |= words
    return findings


def _answers(item: ShortItem) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    yield from ((("accept", index), text) for index, text in enumerate(item.accept))
    yield from ((("misses", index, "text"), miss.text) for index, miss in enumerate(item.misses))


def _fingerprint(item: ShortItem) -> str:
    """The key alone: a further spelling does not make an answer out of date, it is judged anew."""
    return fingerprint(item.type, *sorted(accepted(item.accept[0])))


def _names(item: ShortItem) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for index, name in enumerate(item.names):
        yield ("names", index), "thing with a page", name


TYPE = QuestionType(ShortItem, check, _fingerprint, _names)
