"""Walks every record of a site field by field, so that a rule need not know where texts and ids stand."""

from __future__ import annotations

from collections.abc import Iterator
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
