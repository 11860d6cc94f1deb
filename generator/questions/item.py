"""What every quiz item has, whatever its type, and what a type must offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from pydantic import Field

from generator.fields import Id, Record, TextField


class BaseItem(Record):
    """One quiz item. `ref` is the thing whose page explains it, `about` further things whose pages show it."""

    id: Id
    type: str
    level: Literal["recall", "understand", "apply", "analyze"]
    ref: Id
    about: tuple[Id, ...] = ()
    stem: TextField
    source: Id = Field(description="the source that proves the key")
    also: tuple[Id, ...] = Field(default=(), description="further sources")


class Option(Record):
    """One option of an item with the reason why it is right or wrong."""

    id: Id
    text: TextField
    correct: bool = False
    fixed: bool = Field(default=False, description="keeps its place when options are shuffled")
    explanation: TextField


@dataclass(frozen=True, slots=True)
class Finding:
    """What a type finds wrong with an item. `path` leads to the place inside the item."""

    path: tuple[str | int, ...]
    code: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One type of question: its schema, its own rules, and what makes an answer out of date.

    `fingerprint` gives a short hash of what an answer refers to: a saved answer with another hash belongs to an older item.
    """

    schema: type[BaseItem]
    check: Callable[[Any], list[Finding]]
    fingerprint: Callable[[Any], str]


def fingerprint(*parts: str) -> str:
    """The first eight hex digits of the SHA-256 of the parts; enough to tell versions of one item apart."""
    return sha256("\0".join(parts).encode()).hexdigest()[:8]
