"""The site itself: title, languages, zones, kinds of line, the words of the home page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Date, Id, Record, TextField, Url


class Language(Record):
    """A language of the site. `code` is a BCP 47 tag; `name` and `short` are written in that language."""

    code: str
    name: str
    short: str


class Zone(Record):
    """An area of the architecture. `tone` picks one of the four zone colours and shapes of the style sheet."""

    id: Id
    name: TextField
    kind: TextField = Field(description="what one component of this zone is called")
    tone: Annotated[int, Field(ge=1, le=4)]
    note: TextField | None = None


class LineKind(Record):
    """A kind of relation or step. `style` is how its line is drawn."""

    id: Id
    name: TextField
    style: Literal["thin", "bold", "dashed", "dotted", "dashdot"]


class AsOf(Record):
    """What the facts were checked against."""

    name: TextField
    date: Date
    sources: tuple[Id, ...] = Field(default=(), description="the documents this names")


class Home(Record):
    """The words of the home page."""

    headline: TextField
    lead: TextField
    start: Id = Field(description="the flow that the first button leads to")
    corrections: tuple[Id, ...] = Field(default=(), description="claims shown as 'the note said / today'")


class Settings(Record):
    """`site.yaml`: title, languages, zones, kinds of line."""

    id: Id = Field(description="prefix of everything the site keeps in the reader's browser")
    title: TextField
    subject: TextField
    description: TextField
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    default_language: str
    url: Url | None = None
    repository: Url | None = None
    as_of: AsOf
    license: TextField
    home: Home
    zones: Annotated[tuple[Zone, ...], Field(min_length=1)]
    line_kinds: Annotated[tuple[LineKind, ...], Field(min_length=1)]
    published: Date = Field(description="date of the last change of content, shown to readers")
