"""Ordering: the reader puts entries into their order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.questions.item import BaseItem, Entry, Finding, QuestionType, alike, fingerprint, repeated


class OrderingItem(BaseItem):
    """Entries written in the right order; the page shows them shuffled. Partly right when only one entry is out of place."""

    type: Literal["ordering"]
    entries: Annotated[tuple[Entry, ...], Field(min_length=3, max_length=8)] = Field(description="the entries in the right order")


def check(item: OrderingItem) -> list[Finding]:
    """K041 and K042 for entries that repeat: their order could not be told."""
    return [*repeated("entries", item.entries), *alike("entries", item.entries)]


def _fingerprint(item: OrderingItem) -> str:
    return fingerprint(item.type, *(entry.id for entry in item.entries))


TYPE = QuestionType(OrderingItem, check, _fingerprint, styles=("rows",))
