"""Quiz items made from the model: keys, wrong options and explanations are facts of the site.

Each generator asks one question of the model and lives in a module of its own; a new one is one more line in GENERATORS.
A generator passes over what the model says too little about, or what would have a second right answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.derive import down, roles, sets, steps, talks, terms, zones
from generator.derive.kit import Kit
from generator.fields import Text
from generator.load import Mapping, Node, Sequence
from generator.model import Item, Site
from generator.parse import Origins
from generator.walk import fields

Generator = Callable[[Kit], Iterator[Item]]

GENERATORS: tuple[Generator, ...] = (
    roles.responsibilities,
    roles.duties,
    zones.zones,
    zones.sorting,
    talks.callees,
    talks.callers,
    down.stops,
    down.signs,
    down.blocked,
    sets.matches,
    sets.finds,
    steps.starters,
    steps.nexts,
    steps.orders,
    steps.traces,
    terms.terms,
)

PREFIX = "m-"
"""Begins the id of every derived item."""


def derive(site: Site) -> tuple[Item, ...]:
    """Every item that can be made from a valid site, generator by generator. The same site gives the same items on any machine."""
    return tuple(each(site))


def each(site: Site) -> Iterator[Item]:
    """The same, one at a time, as it is made."""
    kit = Kit(site)
    for generator in GENERATORS if site.boxes() else ():
        yield from (item for item in generator(kit) if not _unwritten(item))


def _unwritten(item: Item) -> bool:
    """True when the item rests on words of the site that are still to be written."""
    return any(isinstance(value, Text) and value.unwritten for _, value in fields(item))


def origin(item: Item, origins: Origins) -> Node | None:
    """Where the fact behind a derived item is written: the step of a flow, or else the record that the item refers to."""
    record = origins.nodes.get(item.ref)
    number = (item.at or "").removeprefix("step-")
    steps = record.entries.get("steps") if isinstance(record, Mapping) and number.isdecimal() else None
    return steps.items[int(number) - 1] if isinstance(steps, Sequence) else record
