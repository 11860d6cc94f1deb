"""The site itself: title, languages, zones, kinds of line, the words of the home page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Date, Id, Record, TextField, Url


class Language(Record):
    """A language of the site. `code` is a BCP 47 tag; `name` and `short` are written in that language."""

    code: str = Field(description="its BCP 47 tag, for example ko, en or pt-BR")
    name: str = Field(description="its name in the language itself")
    short: str = Field(description="a short name for the button that changes the language")
    draft: bool = Field(default=False, description="true while it is being translated: texts that are missing show those of the default language")


class Zone(Record):
    """An area of the architecture. `tone` picks one of the four zone colors and shapes of the style sheet."""

    id: Id = Field(description="the id that boxes and actors name")
    name: TextField = Field(description="the name of the area, above its boxes")
    kind: TextField = Field(description="what one component of this zone is called")
    tone: Annotated[int, Field(ge=1, le=4)] = Field(description="one of the four colors and shapes")
    note: TextField | None = Field(default=None, description="a remark behind the name, for example how often the area is there")


class LineKind(Record):
    """A kind of relation or step. `style` is how its line is drawn."""

    id: Id = Field(description="the id that relations and steps name")
    name: TextField = Field(description="its words in the legend")
    style: Literal["thin", "bold", "dashed", "dotted", "dashdot"] = Field(description="how its line is drawn")


class AsOf(Record):
    """What the facts were checked against."""

    name: TextField = Field(description="for example a version of the documentation")
    date: Date = Field(description="the day of that version")
    sources: tuple[Id, ...] = Field(default=(), description="the documents this names")


class Home(Record):
    """The words of the home page."""

    headline: TextField = Field(description="the one sentence that stands largest")
    lead: TextField = Field(description="one or two sentences below it")
    start: Id = Field(description="the flow that the first button leads to")
    corrections: tuple[Id, ...] = Field(default=(), description="claims shown as 'the note said / today'")


class Search(Record):
    """How the search reaches the reader."""

    chunks: Literal["auto", "never", "always"] = Field(
        default="auto", description="whether its index comes in many small files, of which a query fetches a few; `auto` past 500 pages of a language"
    )


class Settings(Record):
    """`site.yaml`: title, languages, zones, kinds of line."""

    id: Id = Field(description="prefix of everything the site keeps in the reader's browser")
    title: TextField = Field(description="the name of the site")
    subject: TextField = Field(description="what the site is about, in a few words")
    description: TextField = Field(description="one sentence on the site, for search engines and link previews")
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = Field(description="the languages of the site")
    default_language: str = Field(description="the code of the language for readers whose own is unknown")
    url: Url | None = Field(default=None, description="the address at which the site is published")
    repository: Url | None = Field(
        default=None, description="the address of its repository, where readers report a problem; the environment (REPO_URL) may give it instead"
    )
    as_of: AsOf = Field(description="what the facts were checked against")
    license: TextField = Field(description="the terms of use, at the foot of every page")
    home: Home = Field(description="the words of the home page")
    zones: Annotated[tuple[Zone, ...], Field(min_length=1)] = Field(description="the areas of the architecture, in the order in which they are drawn")
    line_kinds: Annotated[tuple[LineKind, ...], Field(min_length=1)] = Field(description="the kinds of line between boxes and between steps")
    published: Date = Field(description="date of the last change of content, shown to readers")
    search: Search = Field(default=Search(), description="how the search reaches the reader")
