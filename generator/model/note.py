"""The study note, what is said about it, and where facts come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Date, Id, Line, Record, SourceIds, TextField, Url

MarkKind = Literal["mark", "blank", "empty", "todo", "missing_image", "garbled"]
Verdict = Literal["correct", "imprecise", "outdated", "wrong", "gap"]


class NoteItem(Record):
    """One item of the inventory of the note: lines, and what is said there."""

    id: Id
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]
    kind: Literal["heading", "text", "table_row", "callout", "step", "bullet", "image", "link", "product", "mark", "blank", "empty", "todo"]
    text: str
    remark: TextField | None = None
    claims: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()


class Note(Record):
    """`note.yaml`: where the note is, its language, and the inventory of what it holds."""

    file: str
    language: str
    title: TextField
    items: Annotated[tuple[NoteItem, ...], Field(min_length=1)]


class Quote(Record):
    """Words of the note, exactly as they stand on that line."""

    line: Line
    text: str


class Claim(Record):
    """What the note claims, and what is true today. `about` lists the pages that show it."""

    id: Id
    quotes: Annotated[tuple[Quote, ...], Field(min_length=1)]
    verdict: Verdict
    confidence: Literal["high", "medium", "low"] = "high"
    today: TextField
    about: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    unsourced: TextField | None = Field(default=None, description="why no primary source is given")


class Question(Record):
    """`questions/<id>.yaml`: an open end of the note, with its answer."""

    id: Id
    kind: MarkKind
    line: Line
    quote: str
    title: TextField
    short: TextField = Field(description="the answer in one or two sentences")
    answer: TextField = Field(description="the whole answer; a blank line starts a paragraph")
    answered_at: Id = Field(description="the component, add-on or flow whose page holds the answer")
    sources: SourceIds


class Source(Record):
    """Where a fact comes from, and what exactly was read."""

    id: Id
    title: str
    url: Url
    publisher: str
    version: str | None = None
    commit: str | None = None
    path: str | None = None
    date: Date = Field(description="date of the version that was read")
    checked: Date = Field(description="date on which it was last read for this site")
    remark: TextField | None = None
