"""What the site explains: components, add-ons, flows, glossary terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from generator.fields import Id, Line, Record, SourceIds, Statement, TextField, Url


class Relation(Record):
    """A line from this box to another. The box that opens the connection holds the relation."""

    to: Id
    kind: Id
    label: TextField = Field(description="one to three words: it stands on the line in the diagram")
    detail: TextField | None = None


class Part(Record):
    """A named part of a component, for example one control loop of a manager."""

    id: Id
    name: TextField
    role: TextField
    detail: TextField | None = None
    sources: SourceIds


class Fact(Record):
    """One of the facts a reader sees first: a label, a value of few words, and a remark."""

    label: TextField
    value: TextField
    note: TextField | None = None


class WhenDown(Record):
    """What a reader would see when the component stops."""

    stops: Annotated[tuple[TextField, ...], Field(min_length=1)]
    continues: tuple[TextField, ...] = ()
    seen_first: TextField | None = None
    sources: SourceIds


class Command(Record):
    """A command to look at the real thing: what for, and the line to type."""

    purpose: TextField
    run: str


class VersionNote(Record):
    """What changed in one version. `version` as the subject writes it."""

    version: str
    state: Literal["added", "stable", "changed", "deprecated", "removed", "planned"]
    of: TextField | None = Field(default=None, description="the feature it tells of; notes on one feature make one bar")
    text: TextField
    sources: SourceIds


class Box(Record):
    """What components and add-on categories share: a place in the architecture and lines to others."""

    id: Id
    zone: Id
    name: TextField
    box: TextField | None = Field(default=None, description="shorter name for the diagram, when `name` is long")
    role: TextField = Field(description="one line: what it is for")
    tag: TextField = Field(description="two to four words under the name in the diagram")
    optional: bool = False
    order: int = Field(default=100, description="place within its zone; lower comes first")
    aliases: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: SourceIds


class Component(Box):
    """`components/<id>.yaml`: one component with everything its page says."""

    facts: tuple[Fact, ...] = ()
    does: Annotated[tuple[Statement, ...], Field(min_length=1)]
    does_not: tuple[Statement, ...] = ()
    parts: tuple[Part, ...] = ()
    when_down: WhenDown
    commands: tuple[Command, ...] = ()
    versions: tuple[VersionNote, ...] = ()


class Product(Record):
    """A product of an add-on category. `status` says whether to choose it for a new installation."""

    id: Id
    name: TextField
    status: Literal["active", "archived", "deprecated", "hosted", "built-in"]
    what: TextField
    today: TextField = Field(description="its state today, with version or date")
    needs: TextField | None = None
    url: Url | None = None
    aliases: tuple[str, ...] = ()
    sources: SourceIds


class Addon(Box):
    """`addons/<id>.yaml`: one category of add-ons and its products."""

    problem: Statement = Field(description="the problem this category solves")
    choose: Statement = Field(description="what to choose when")
    products: Annotated[tuple[Product, ...], Field(min_length=1)]
    details: tuple[Statement, ...] = ()


class Actor(Record):
    """Someone in a flow who is neither component, part nor product, for example the person at the keyboard."""

    id: Id
    name: TextField
    zone: Id
    at: Id | None = Field(default=None, description="the box of the architecture it stands in")


class Step(Record):
    """One step of a flow. `from` and `to` are ids of components, parts, products, add-ons or the flow's actors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Id
    source_actor: Id = Field(alias="from")
    to: Id
    kind: Id
    label: TextField = Field(description="what happens, in one short line")
    detail: TextField = Field(description="one to three sentences: what exactly, and why")
    claims: tuple[Id, ...] = Field(default=(), description="claims of the note that this step corrects")
    loose: bool = Field(default=False, description="goes on beside its neighbours or only in some cases, so that no quiz item asks for its place")
    sources: SourceIds


class Flow(Record):
    """`flows/<id>.yaml`: an ordered list of steps."""

    id: Id
    title: TextField
    summary: TextField
    order: int = Field(default=100, description="place among the flows; lower comes first")
    actors: tuple[Actor, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    note_lines: tuple[Line, ...] = Field(default=(), description="lines of the note that told this flow; their claims are judged beside it")
    remarks: tuple[Statement, ...] = ()
    sources: SourceIds


class Term(Record):
    """A glossary term. `official` terms stand in the subject's own glossary of that language; `note_says` is the note's wording."""

    id: Id
    name: TextField
    definition: Statement
    status: Literal["official", "usage"]
    note_says: str | None = None
    differs: bool = False
    remark: TextField | None = None
    aliases: tuple[str, ...] = ()
    avoid: tuple[str, ...] = Field(default=(), description="spellings that may stand in quotations only")
    see: tuple[Id, ...] = ()
