"""Categorize: each entry is put into one of a few categories."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, Record, TextField
from generator.questions.item import BaseItem, Entry, Finding, QuestionType, alike, fingerprint, repeated


class Category(Record):
    """A category and what it is called."""

    id: Id = Field(description="the id that entries name")
    name: TextField = Field(description="what it is called")


class Sorted(Entry):
    """An entry and the category it belongs to."""

    category: Id = Field(description="the category it belongs to")


class CategorizeItem(BaseItem):
    """Entries and the categories they belong to. Partly right when at least half of the entries are."""

    type: Literal["categorize"]
    categories: Annotated[tuple[Category, ...], Field(min_length=2, max_length=4)] = Field(description="the categories")
    entries: Annotated[tuple[Sorted, ...], Field(min_length=3, max_length=8)] = Field(description="what is put into them")


def check(item: CategorizeItem) -> list[Finding]:
    """K041 and K042 for what repeats, K045 for a category that the item does not have."""
    known = [category.id for category in item.categories]
    findings = [
        Finding(("entries", index, "category"), "K045", f"there is no category '{entry.category}'", f"write one of: {', '.join(known)}")
        for index, entry in enumerate(item.entries)
        if entry.category not in known
    ]
    found = (
        repeated("categories", item.categories),
        repeated("entries", item.entries),
        alike("categories", item.categories, "name"),
        alike("entries", item.entries),
    )
    return [*findings, *(one for listed in found for one in listed)]


def _fingerprint(item: CategorizeItem) -> str:
    return fingerprint(item.type, *sorted(f"{entry.id}={entry.category}" for entry in item.entries))


TYPE = QuestionType(CategorizeItem, check, _fingerprint, styles=("rows",))
