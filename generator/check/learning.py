"""The learning path: its stops in an order that can be walked, and nothing of the site left beside it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Addon, Component, Flow, Question, Site, name
from generator.parse import Origins
from generator.problems import Problem, Severity


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K020 a stop that stands twice, K024 a stop that needs a later one or is empty, K099 a thing with a page that no stop names."""
    if site.path is None:
        return
    seen: set[str] = set()
    for index, stop in enumerate(site.path.stops):
        if stop.id in seen:
            yield Problem(origins.at("path", "stops", index, "id"), "K020", f"the stop '{stop.id}' stands twice", "give one of the two another id")
        if not (stop.pages or stop.things):
            yield Problem(origins.at("path", "stops", index), "K024", f"there is nothing to read at '{stop.id}'", "add 'things: […]' or 'pages: […]'")
        for place, need in enumerate(stop.needs):
            if need not in seen and any(other.id == need for other in site.path.stops):
                position = origins.at("path", "stops", index, "needs", place)
                yield Problem(position, "K024", f"'{need}' is not read before '{stop.id}'", "name stops that stand above this one")
        seen.add(stop.id)
    yield from _beside(site, origins)


def _beside(site: Site, origins: Origins) -> Iterator[Problem]:
    named = {thing for stop in site.path.stops for thing in stop.things} if site.path else set()
    pages: tuple[Component | Addon | Flow | Question, ...] = (*site.components, *site.addons, *site.flows, *site.questions)
    for one in pages:
        # A thing without a name is not there for readers yet.
        if one.id not in named and not name(one).unwritten:
            message = f"no stop of the learning path names '{one.id}'"
            yield Problem(origins.at(one.id, "id"), "K099", message, "add it to a stop in path.yaml", Severity.WARNING)
