"""Topics: which page each item belongs to, and the index of all items that the scripts read.

A topic is a page with something to learn: a component, a category of add-ons, a flow, or the glossary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.fields import Text
from generator.model import Flow, Item, Site
from generator.questions import TYPES

TERMS = "glossary"


@dataclass(frozen=True, slots=True)
class Topic:
    """What the items of one page are about. `name` is None for the glossary, `kind` the group it is listed in."""

    id: str
    kind: str
    name: Text | None
    path: str
    items: tuple[Item, ...]


def topics(site: Site) -> tuple[Topic, ...]:
    """Every topic that has items, in the order of the navigation."""
    homes = _homes(site)
    asked: dict[str, list[Item]] = {}
    for item in site.items:
        asked.setdefault(homes.get(item.ref, TERMS), []).append(item)
    listed: list[tuple[str, str, Text | None, str]] = [(one.id, "component", one.name, f"components/{one.id}/") for one in site.components]
    listed += [(one.id, "addon", one.name, f"addons/{one.id}/") for one in site.addons]
    listed += [(one.id, "flow", one.title, f"flows/{one.id}/") for one in site.flows]
    listed.append((TERMS, "term", None, "glossary/"))
    return tuple(Topic(name, kind, title, path, tuple(asked[name])) for name, kind, title, path in listed if name in asked)


def _homes(site: Site) -> dict[str, str]:
    """The topic of every thing that an item may refer to. An open question belongs to the topic that answers it."""
    homes = {}
    for identifier, thing, holder in site.things():
        homes[identifier] = holder.id if holder else thing.id if isinstance(thing, Flow) else TERMS
    for question in site.questions:
        homes[question.id] = homes.get(question.answered_at, TERMS)
    return homes


def index(site: Site) -> dict[str, Any]:
    """What the scripts need to know of every item, the same in all languages: topic, type, level, hash, boxes it is about."""
    homes = _homes(site)
    boxes = {box.id for box in site.boxes()}
    listed = [(topic.id, item) for topic in topics(site) for item in topic.items]
    return {
        "items": [
            {
                "id": item.id,
                "type": item.type,
                "level": item.level,
                "topic": topic,
                "hash": TYPES[item.type].fingerprint(item),
                "boxes": sorted({homes.get(name, TERMS) for name in (item.ref, *item.about)} & boxes),
            }
            for topic, item in listed
        ]
    }
