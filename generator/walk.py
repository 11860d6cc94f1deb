"""Walks every record of a site field by field, so that a rule need not know where texts and ids stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields as names
from dataclasses import replace
from typing import Any

from generator.fields import Record, Text
from generator.model import Site

Path = tuple[str | int, ...]


def records(site: Site) -> Iterator[tuple[str, Record]]:
    """Each top-level record with the name under which its origin is known."""
    yield "site", site.settings
    yield "note", site.note
    if site.path:
        yield "path", site.path
    for listed in (
        site.components,
        site.addons,
        site.flows,
        site.terms,
        site.questions,
        site.claims,
        site.items,
        site.sources,
        site.banks,
        site.changes,
    ):
        for record in listed:
            yield record.id, record


def fields(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every leaf below `value` (texts and plain values) with its path, in order. Keys are those of the YAML file."""
    if isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            yield from fields(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from fields(inner, (*path, index))
    elif value is not None:
        yield path, value


def texts(site: Site) -> Iterator[tuple[str, Path, Text]]:
    """Every text of the site with its record and path."""
    for name, record in records(site):
        for path, value in fields(record):
            if isinstance(value, Text):
                yield name, path, value


def slots(value: Any, path: Path = (), slot: tuple[str, ...] = ()) -> Iterator[tuple[Path, str, Text]]:
    """Every text below `value` with its path, and its slot: the path with the id of an entry in place of its number.

    An entry without an id has nothing in place of its number, so the texts of such a list share a slot, in whichever order.
    """
    if isinstance(value, Text):
        yield path, ".".join(slot), value
    elif isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            key = info.alias or name
            yield from slots(getattr(value, name), (*path, key), (*slot, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            own = getattr(inner, "id", None)
            yield from slots(inner, (*path, index), (*slot, own) if isinstance(own, str) else slot)


def revised(site: Site, change: Callable[[str, Path, Text], Text]) -> Site:
    """The site with every text as `change` returns it, given its record and path. What does not change stays the same object."""

    def again(record: str, value: Any, path: Path = ()) -> Any:
        if isinstance(value, Text):
            return change(record, path, value)
        if isinstance(value, tuple):
            fresh = tuple(again(record, inner, (*path, index)) for index, inner in enumerate(value))
            return fresh if any(new is not old for new, old in zip(fresh, value, strict=True)) else value
        if isinstance(value, Record):
            update = {}
            for name, info in type(value).model_fields.items():
                old = getattr(value, name)
                new = again(record, old, (*path, info.alias or name))
                if new is not old:
                    update[name] = new
            return value.model_copy(update=update) if update else value
        return value

    known = {id(record): name for name, record in records(site)}

    def whole(value: Any) -> Any:
        if isinstance(value, Record) and id(value) in known:
            return again(known[id(value)], value)
        return tuple(whole(inner) for inner in value) if isinstance(value, tuple) else value

    return replace(site, **{field.name: whole(getattr(site, field.name)) for field in names(Site)})
