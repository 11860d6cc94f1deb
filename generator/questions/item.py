"""What every quiz item has, whatever its type."""

from __future__ import annotations

from typing import Literal

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
