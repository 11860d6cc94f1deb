"""The learning path: its overview, a checkpoint at the end of each stop, and the way from page to page along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.fields import Text
from generator.model import Component, Flow, Item, Part, Question, Site, Stop, Term, Thing
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings

_ASKED = 10
"""Items of a checkpoint: enough to notice a gap, few enough to finish."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read at a stop: where it is, what it is called, one line on it (None for a list of the site)."""

    path: str
    title: str
    line: Text | None


@dataclass(frozen=True, slots=True)
class Leg:
    """A stop with its number, what to read there, the stops before it, and all items about it."""

    stop: Stop
    number: int
    readings: tuple[Reading, ...]
    needs: tuple[Stop, ...]
    items: tuple[Item, ...]


def stops(site: Site) -> tuple[Stop, ...]:
    """The stops of the path; none for a site without one."""
    return site.path.stops if site.path else ()


def legs(desk: Desk) -> list[Leg]:
    """Every stop with what belongs to it."""
    return [_leg(desk, stop) for stop in stops(desk.site)]


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every stop with time, what comes before it, what to read, and its quiz."""
    listed = legs(desk)
    minutes = sum(leg.stop.minutes for leg in listed)
    lead = desk.site.path.lead if desk.site.path else ""
    data = {"legs": listed, "lead": lead, "hours": f"{round(minutes / 30) / 2:g}", "pages": sum(len(leg.readings) for leg in listed)}
    sections = [(leg.stop.id, desk.x(leg.stop.title)) for leg in listed]
    description = desk.t("path.description", stops=len(listed), subject=desk.x(desk.site.settings.subject))
    return Sheet(desk.t("path.title"), desk.shorten(description), sections, data=data)


def checkpoint(desk: Desk, stop: Stop) -> Sheet:
    """The end of a stop: what was read, some items on it, and the stop that follows."""
    leg = _leg(desk, stop)
    asked = _spread(desk, leg.items)
    listed = stops(desk.site)
    after = listed[leg.number] if leg.number < len(listed) else None
    sections = headings(desk, "read", "quiz" if asked else "", "sources" if asked else "")
    data = {"leg": leg, "after": _leg(desk, after) if after else None, "total": len(listed)}
    title = desk.t("path.checkpoint", title=desk.x(stop.title))
    return Sheet(title, desk.shorten(f"{title}. {desk.x(stop.why)}"), sections, desk.records.cited(asked), data, asked)


def route(site: Site, address: dict[str, str]) -> list[tuple[str, Stop | None]]:
    """The pages along the path in reading order, each with the stop it belongs to. `address` gives the path of every id.

    A page is read where it comes first; terms are read in place and turn no page.
    """
    found: dict[str, Stop | None] = {"": None, "path/": None} if stops(site) else {}
    for stop in stops(site):
        pages = [*(f"{name}/" for name in stop.pages), *(address[name].partition("#")[0] for name in stop.things)]
        for page in pages:
            if page != "glossary/" or "glossary" in stop.pages:
                found.setdefault(page, stop)
        found[f"path/{stop.id}/"] = stop
    return list(found.items())


def _leg(desk: Desk, stop: Stop) -> Leg:
    listed = stops(desk.site)
    by_id = {one.id: one for one in listed}
    readings = (*(_list(desk, name) for name in stop.pages), *(_reading(desk, name) for name in stop.things))
    ids = _ids(desk, stop)
    items = tuple(item for item in desk.site.items if item.ref in ids)
    return Leg(stop, listed.index(stop) + 1, readings, tuple(by_id[name] for name in stop.needs), items)


def _ids(desk: Desk, stop: Stop) -> set[str]:
    """The things of a stop with their parts."""
    return {name for name, _, holder in desk.site.things() if name in stop.things or (holder is not None and holder.id in stop.things)}


def _list(desk: Desk, name: str) -> Reading:
    key = {"questions": "pages.ledger.title", "errata": "errata.title"}.get(name, f"pages.{name}.title")
    return Reading(f"{name}/", desk.t(key), None)


def _reading(desk: Desk, name: str) -> Reading:
    thing = next(thing for identifier, thing, _ in desk.site.things() if identifier == name)
    return Reading(desk.book.places[name].path, desk.name(name), _line(thing))


def _line(thing: Thing) -> Text:
    if isinstance(thing, Flow):
        return thing.summary
    if isinstance(thing, Question):
        return thing.short
    if isinstance(thing, Term):
        return thing.definition.text
    return thing.role if isinstance(thing, Component | Part) or hasattr(thing, "role") else thing.what


def _spread(desk: Desk, items: Sequence[Item]) -> tuple[Item, ...]:
    """Some of the items, taken in turn from each page of the stop, so that none is left out."""
    pages: dict[str, list[Item]] = {}
    for item in items:
        pages.setdefault(desk.book.places[item.ref].path.partition("#")[0], []).append(item)

    def turns() -> Iterator[Item]:
        for row in zip_longest(*pages.values()):
            yield from (item for item in row if item is not None)

    chosen = {item.id for item, _ in zip(turns(), range(_ASKED), strict=False)}
    return tuple(item for item in items if item.id in chosen)
