"""What every quiz item has, whatever its type, and what a type must offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, Protocol

from pydantic import Field

from generator.fields import Id, Record, Text, TextField


class BaseItem(Record):
    """One quiz item. `ref` is the thing whose page explains it, `about` further things whose pages show it."""

    id: Id = Field(description="the id, for ever: readers' answers hang on it")
    type: str = Field(description="the type of question")
    level: Literal["recall", "understand", "apply", "analyze"] = Field(
        description="what it asks of the reader: to recall, understand, apply or analyze"
    )
    ref: Id = Field(description="the thing whose page explains the item")
    at: Id | None = Field(default=None, description="the section of that page which explains it, for example 'down' or 'step-4'")
    about: tuple[Id, ...] = Field(default=(), description="further things whose pages show the item")
    stem: TextField = Field(description="the question itself")
    hints: tuple[TextField, ...] = Field(default=(), description="shown one after the other when the reader asks")
    source: Id = Field(description="the source that proves the key")
    also: tuple[Id, ...] = Field(default=(), description="further sources")


class Option(Record):
    """One option of an item with the reason why it is right or wrong."""

    id: Id = Field(description="the id of the option, unique in the item")
    text: TextField = Field(description="its words")
    correct: bool = Field(default=False, description="whether it is right")
    fixed: bool = Field(default=False, description="keeps its place when options are shuffled")
    explanation: TextField = Field(description="why it is right or wrong")


class Entry(Record):
    """Something the reader orders, matches or sorts, with the reason for its place."""

    id: Id = Field(description="the id of the entry, unique in the item")
    text: TextField = Field(description="its words")
    explanation: TextField = Field(description="why it belongs there")


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
    `styles` are the style sheets of its cards, beside those that all cards share.
    `names` gives the ids of other records that the type's own fields name: path in the item, kind as the checks call it, id.
    """

    schema: type[BaseItem]
    check: Callable[[Any], list[Finding]]
    fingerprint: Callable[[Any], str]
    names: Callable[[Any], Iterable[tuple[tuple[str | int, ...], str, str]]] = lambda _item: ()
    styles: tuple[str, ...] = ()


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def fingerprint(*parts: str) -> str:
    """The first eight hex digits of the SHA-256 of the parts; enough to tell versions of one item apart."""
    return sha256("\0".join(parts).encode()).hexdigest()[:8]


def repeated(field: str, entries: Sequence[_Named]) -> Iterator[Finding]:
    """K041 for each id that stands twice in the list `field` of an item."""
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in seen:
            yield Finding((field, index, "id"), "K041", f"the id '{entry.id}' stands twice", f"give each entry of '{field}' its own id")
        seen.add(entry.id)


def alike(field: str, entries: Iterable[Any], word: str = "text") -> Iterator[Finding]:
    """K042 for each entry of the list `field` whose words another one before it says in some language. `word` names the text."""
    seen: set[tuple[str, str]] = set()
    for index, entry in enumerate(entries):
        text: Text = getattr(entry, word)
        said = {(language, words.casefold()) for language, words in text.values.items()}
        if said & seen:
            yield Finding((field, index, word), "K042", "another entry says the same", "write a different one")
        seen |= said
