"""The study note, what is said about it, and where facts come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Date, Id, Line, Record, SourceIds, TextField, Url

MarkKind = Literal["mark", "blank", "empty", "todo", "missing_image", "garbled"]
Verdict = Literal["correct", "imprecise", "outdated", "wrong", "gap"]


class NoteItem(Record):
    """One item of the inventory of the note: lines, and what is said there."""

    id: Id = Field(description="the id of this entry")
    lines: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(description="the numbers of its lines")
    kind: Literal["heading", "text", "table_row", "callout", "step", "bullet", "image", "link", "product", "mark", "blank", "empty", "todo"] = Field(
        description="what stands there"
    )
    text: str = Field(description="its words")
    remark: TextField | None = Field(default=None, description="what there is to say about it")
    claims: tuple[Id, ...] = Field(default=(), description="claims that judge it")
    questions: tuple[Id, ...] = Field(default=(), description="open questions that stand there")


class Note(Record):
    """`note.yaml`: where the note is, its language, and the inventory of what it holds."""

    file: str = Field(description="the name of the note beside this file")
    language: str = Field(description="the code of the language in which the note is written")
    title: TextField = Field(description="what the note is called")
    items: Annotated[tuple[NoteItem, ...], Field(min_length=1)] = Field(
        description="everything that stands in the note, in order; every line with words is in one of them"
    )


class Quote(Record):
    """Words of the note, exactly as they stand on that line."""

    line: Line = Field(description="the number of the note's line")
    text: str = Field(description="words of that line, letter by letter")


class Claim(Record):
    """What the note claims, and what is true today. `about` lists the pages that show it."""

    id: Id = Field(description="the id; it starts with c-")
    quotes: Annotated[tuple[Quote, ...], Field(min_length=1)] = Field(description="the words of the note that are judged")
    verdict: Verdict = Field(description="the verdict")
    confidence: Literal["high", "medium", "low"] = Field(default="high", description="how sure the verdict is; readers do not see it")
    today: TextField = Field(description="what is true today")
    about: tuple[Id, ...] = Field(default=(), description="things whose pages show the claim")
    sources: tuple[Id, ...] = Field(default=(), description="the sources that say so; without one, `unsourced` says why")
    unsourced: TextField | None = Field(default=None, description="why no primary source is given")


class Question(Record):
    """`questions/<id>.yaml`: an open end of the note, with its answer."""

    id: Id = Field(description="the id, equal to the name of the file; it starts with oq-")
    kind: MarkKind = Field(description="what kind of open end it is")
    line: Line = Field(description="the number of the note's line")
    quote: str = Field(description="words of that line, letter by letter")
    title: TextField = Field(description="the question")
    short: TextField = Field(description="the answer in one or two sentences")
    answer: TextField = Field(description="the whole answer; a blank line starts a paragraph")
    answered_at: Id = Field(description="the component, add-on or flow whose page holds the answer")
    sources: SourceIds = Field(description="the sources of the answer")


class Source(Record):
    """Where a fact comes from, and what exactly was read."""

    id: Id = Field(description="the id that statements name")
    title: str = Field(description="the title of what was read")
    url: Url = Field(description="where it can be read")
    publisher: str = Field(description="who published it")
    version: str | None = Field(default=None, description="the version that was read")
    commit: str | None = Field(default=None, description="the commit that was read, when it comes from a repository")
    path: str | None = Field(default=None, description="its path in that repository")
    date: Date = Field(description="date of the version that was read")
    checked: Date = Field(description="date on which it was last read for this site")
    remark: TextField | None = Field(default=None, description="what a reader should know of it")
