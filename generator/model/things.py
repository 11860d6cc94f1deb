"""What the site explains: components, add-ons, flows, glossary terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from generator.fields import Id, Line, Record, SourceIds, Statement, TextField, Url


class Relation(Record):
    """A line from this box to another. The box that opens the connection holds the relation."""

    to: Id = Field(description="the box at the other end: a component or an add-on category")
    kind: Id = Field(description="the kind of line, from site.yaml")
    label: TextField = Field(description="one to three words: it stands on the line in the diagram")
    detail: TextField | None = Field(default=None, description="a sentence more, in the table below the diagram")


class Part(Record):
    """A named part of a component, for example one control loop of a manager."""

    id: Id = Field(description="the id of the part; texts, steps and items may name it")
    name: TextField = Field(description="its name")
    role: TextField = Field(description="one line: what it is for")
    detail: TextField | None = Field(default=None, description="a sentence or two more")
    sources: SourceIds = Field(description="the sources that say so")


class Fact(Record):
    """One of the facts a reader sees first: a label, a value of few words, and a remark."""

    label: TextField = Field(description="what the fact is about, in one or two words")
    value: TextField = Field(description="the fact, in a few words")
    note: TextField | None = Field(default=None, description="a remark in small type")


class WhenDown(Record):
    """What a reader would see when the component stops."""

    stops: Annotated[tuple[TextField, ...], Field(min_length=1)] = Field(description="what no longer works")
    continues: tuple[TextField, ...] = Field(default=(), description="what goes on all the same")
    seen_first: TextField | None = Field(default=None, description="where one notices it first")
    sources: SourceIds = Field(description="the sources that say so")


class Command(Record):
    """A command to look at the real thing: what for, and the line to type."""

    purpose: TextField = Field(description="what the command shows")
    run: str = Field(description="the line to type")


class VersionNote(Record):
    """What changed in one version. `version` as the subject writes it."""

    version: str = Field(description="the version, as the subject writes it")
    state: Literal["added", "stable", "changed", "deprecated", "removed", "planned"] = Field(description="what happened in that version")
    of: TextField | None = Field(default=None, description="the feature it tells of; notes on one feature make one bar")
    text: TextField = Field(description="what changed")
    sources: SourceIds = Field(description="the sources that say so")


class Box(Record):
    """What components and add-on categories share: a place in the architecture and lines to others."""

    id: Id = Field(description="the id, equal to the name of the file")
    zone: Id = Field(description="the zone it stands in, from site.yaml")
    name: TextField = Field(description="its name")
    box: TextField | None = Field(default=None, description="shorter name for the diagram, when `name` is long")
    role: TextField = Field(description="one line: what it is for")
    tag: TextField = Field(description="two to four words under the name in the diagram")
    optional: bool = Field(default=False, description="whether the architecture works without it; it is drawn dashed")
    order: int = Field(default=100, description="place within its zone; lower comes first")
    aliases: tuple[str, ...] = Field(default=(), description="other names, which search finds and typed answers may use")
    relations: tuple[Relation, ...] = Field(default=(), description="lines to other boxes; a line stands with the box that opens the connection")
    sources: SourceIds = Field(description="the sources of what the page says in general")


class Component(Box):
    """`components/<id>.yaml`: one component with everything its page says."""

    facts: tuple[Fact, ...] = Field(default=(), description="the facts that a reader sees first")
    does: Annotated[tuple[Statement, ...], Field(min_length=1)] = Field(description="what it does, one statement each")
    does_not: tuple[Statement, ...] = Field(default=(), description="what it is often thought to do and does not")
    parts: tuple[Part, ...] = Field(default=(), description="named parts inside it")
    when_down: WhenDown = Field(description="what one would see if it stopped")
    commands: tuple[Command, ...] = Field(default=(), description="commands to look at the real thing")
    versions: tuple[VersionNote, ...] = Field(default=(), description="what changed in which version")


class Product(Record):
    """A product of an add-on category. `status` says whether to choose it for a new installation."""

    id: Id = Field(description="the id of the product; texts, steps and items may name it")
    name: TextField = Field(description="its name")
    status: Literal["active", "archived", "deprecated", "hosted", "built-in"] = Field(description="how it is doing")
    what: TextField = Field(description="one or two sentences: what it is")
    today: TextField = Field(description="its state today, with version or date")
    needs: TextField | None = Field(default=None, description="what it needs")
    url: Url | None = Field(default=None, description="its own site")
    aliases: tuple[str, ...] = Field(default=(), description="other names, which search finds and typed answers may use")
    sources: SourceIds = Field(description="the sources that say so")


class Addon(Box):
    """`addons/<id>.yaml`: one category of add-ons and its products."""

    problem: Statement = Field(description="the problem this category solves")
    choose: Statement = Field(description="what to choose when")
    products: Annotated[tuple[Product, ...], Field(min_length=1)] = Field(description="the products of this category")
    details: tuple[Statement, ...] = Field(default=(), description="what else there is to say")


class Actor(Record):
    """Someone in a flow who is neither component, part nor product, for example the person at the keyboard."""

    id: Id = Field(description="the id that steps of this flow name")
    name: TextField = Field(description="its name")
    zone: Id = Field(description="the zone it stands in, from site.yaml")
    at: Id | None = Field(default=None, description="the box of the architecture it stands in")


class Step(Record):
    """One step of a flow. `from` and `to` are ids of components, parts, products, add-ons or the flow's actors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Id = Field(description="the id of the step, unique in its flow")
    source_actor: Id = Field(alias="from", description="who acts")
    to: Id = Field(description="who is acted on")
    kind: Id = Field(description="the kind of line, from site.yaml")
    label: TextField = Field(description="what happens, in one short line")
    detail: TextField = Field(description="one to three sentences: what exactly, and why")
    claims: tuple[Id, ...] = Field(default=(), description="claims of the note that this step corrects")
    loose: bool = Field(default=False, description="goes on beside its neighbours or only in some cases, so that no quiz item asks for its place")
    sources: SourceIds = Field(description="the sources that say so")


class Flow(Record):
    """`flows/<id>.yaml`: an ordered list of steps."""

    id: Id = Field(description="the id, equal to the name of the file; it starts with flow-")
    title: TextField = Field(description="what the flow is called")
    summary: TextField = Field(description="one sentence: what the flow shows")
    order: int = Field(default=100, description="place among the flows; lower comes first")
    actors: tuple[Actor, ...] = Field(default=(), description="those who take part and have no page of their own")
    steps: Annotated[tuple[Step, ...], Field(min_length=2)] = Field(description="the steps in their order")
    note_lines: tuple[Line, ...] = Field(default=(), description="lines of the note that told this flow; their claims are judged beside it")
    remarks: tuple[Statement, ...] = Field(default=(), description="what else there is to say")
    sources: SourceIds = Field(description="the sources of the flow as a whole")


class Term(Record):
    """A glossary term. `official` terms stand in the subject's own glossary of that language; `note_says` is the note's wording."""

    id: Id = Field(description="the id; it starts with t-")
    name: TextField = Field(description="the term")
    definition: Statement = Field(description="what it means")
    status: Literal["official", "usage"] = Field(
        description="whether the term stands in the subject's own glossary (official) or is used by its documents (usage)"
    )
    note_says: str | None = Field(default=None, description="the words of the note for it")
    differs: bool = Field(default=False, description="whether the words of the note are not the official ones")
    remark: TextField | None = Field(default=None, description="what else there is to say")
    aliases: tuple[str, ...] = Field(default=(), description="other spellings, which search finds and typed answers may use")
    avoid: tuple[str, ...] = Field(default=(), description="spellings that may stand in quotations only")
    see: tuple[Id, ...] = Field(default=(), description="things to read on")
