"""What happened to the site: changes that readers are told of, and things that have moved."""

from __future__ import annotations

from pydantic import Field

from generator.fields import Date, Id, Record, TextField


class Change(Record):
    """One entry of `changes.yaml`: what is new for readers, for the feed. `about` names things whose pages show it."""

    id: Id = Field(description="the id")
    date: Date = Field(description="the day of the change")
    title: TextField = Field(description="what is new, in one line")
    text: TextField = Field(description="one or two sentences on it")
    about: tuple[Id, ...] = Field(default=(), description="things whose pages show it")


class Move(Record):
    """One entry of `redirects.yaml`: an id that a thing once had. Its old address leads to the thing for ever, and no other thing may take the id."""

    id: Id = Field(description="the id that the thing had")
    to: Id = Field(description="the id that the thing has now; it has a page of its own")
