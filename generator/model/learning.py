"""How the site is read and measured: the learning path, and other public banks of items to compare with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Date, Id, Record, SourceIds, TextField

SitePage = Literal["components", "flows", "addons", "questions", "note", "errata", "quiz", "glossary", "sources"]
Count = Annotated[int, Field(ge=0)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Stop(Record):
    """A stop of the learning path: pages and things in the order in which to read them."""

    id: Id = Field(description="the id of the stop")
    title: TextField = Field(description="what the stop is called")
    why: TextField = Field(description="one or two sentences: what the reader can do afterward")
    minutes: Annotated[int, Field(ge=1, le=600)] = Field(description="how long it takes to read")
    needs: tuple[Id, ...] = Field(default=(), description="stops to read before this one")
    knows: TextField | None = Field(default=None, description="what the reader should know that the site does not teach")
    pages: tuple[SitePage, ...] = Field(default=(), description="lists of the site to look at first")
    things: tuple[Id, ...] = Field(default=(), description="components, parts, flows, add-ons, terms, questions, in reading order")


class LearningPath(Record):
    """`path.yaml`: an order in which to read the site."""

    lead: TextField = Field(description="one or two sentences on the path")
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)] = Field(description="the stops, in the order in which to read them")


class Bank(Record):
    """An entry of `banks.yaml`: a public bank of quiz items and its measured figures. Shares are percent of its single-best items."""

    id: Id = Field(description="the id of the bank")
    name: str = Field(description="its name")
    about: TextField = Field(description="what the bank asks about")
    single: Count = Field(description="single-best items that were measured")
    longest: Percent = Field(description="how often the key is the longest option")
    chance: Percent = Field(description="how often it would be by chance")
    over_ratio: Percent = Field(description="how often the key is more than 1.5 times as long as the mean wrong option")
    negative: Count = Field(description="items that ask for what is not so")
    unmarked: Count = Field(description="negative stems without emphasis")
    duplicates: Count = Field(description="pairs of near-duplicates")
    measured: Date = Field(description="the day on which it was measured")
    remark: TextField | None = Field(default=None, description="what a reader should know of it")
    sources: SourceIds = Field(description="the sources that it was taken from")
