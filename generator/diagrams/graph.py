"""What is to be drawn: the boxes and relations of a site in the words of one language, and the rule of the spine.

Reads the model; knows no coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from generator import text
from generator.fields import Heard, Text, listening
from generator.model import Site

_HUB_AT_LEAST, _HUB_FACTOR = 4, 1.5


@dataclass(frozen=True, slots=True)
class Node:
    """A box before it has a place."""

    id: str
    zone: str
    tone: int
    name: str
    full: str
    tag: str
    role: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A zone before it has a place."""

    id: str
    tone: int
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation before it has a line. `number` is its row in the table of relations, `all_numbers` the rows of those it stands for."""

    number: int
    source: str
    target: str
    kind: str
    style: str
    kind_name: str
    label: str
    detail: str
    all_numbers: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The relations this line stands for."""
        return self.all_numbers or (self.number,)


class UndrawnError(Exception):
    """Relations that find no way between their boxes. `links` names them."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.links = tuple(links)
        super().__init__(", ".join(f"'{link.source}' → '{link.target}'" for link in self.links))


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything a drawing shows, in reading order."""

    areas: tuple[Area, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def node(self, identifier: str) -> Node:
        """The node of that id."""
        return next(node for node in self.nodes if node.id == identifier)

    def inside(self, area: str) -> tuple[Node, ...]:
        """The nodes of a zone."""
        return tuple(node for node in self.nodes if node.zone == area)

    def only(self, ids: Iterable[str], links: Iterable[Link]) -> Graph:
        """The part of the graph with these nodes and links, and the zones they need."""
        wanted = set(ids)
        nodes = tuple(node for node in self.nodes if node.id in wanted)
        zones = {node.zone for node in nodes}
        return replace(self, areas=tuple(area for area in self.areas if area.id in zones), nodes=nodes, links=tuple(links))


def speaker(site: Site, language: str) -> Callable[[Text], str]:
    """A function that gives the plain words of a text; a reference inside becomes the name of its thing."""
    things = {identifier: thing for identifier, thing, _ in site.things()}

    def resolve(identifier: str, words: str | None) -> tuple[str, str]:
        thing = things[identifier]
        name: Text = thing.name if hasattr(thing, "name") else thing.title
        return "", words or text.plain(name[language], lambda inner, given: ("", given or inner))

    return lambda value: text.plain(value[language], resolve)


@lru_cache(maxsize=8)
def graph(site: Site, language: str) -> Graph:
    """Every box of the site and every relation between two of them."""
    # Kept for all pages, so the first of them is not to hear it; see `spoken`.
    with listening(Heard()):
        return _graph(site, language)


def _graph(site: Site, language: str) -> Graph:
    say = speaker(site, language)
    boxes = site.boxes()
    zones = {zone.id: zone for zone in site.settings.zones}
    kinds = {kind.id: kind for kind in site.settings.line_kinds}
    known = {box.id for box in boxes}
    nodes = tuple(
        Node(box.id, box.zone, zones[box.zone].tone, say(box.box or box.name), say(box.name), say(box.tag), say(box.role), box.optional)
        for box in boxes
    )
    relations = [(box.id, relation) for box in boxes for relation in box.relations if relation.to in known and relation.to != box.id]
    links = tuple(
        Link(
            number,
            source,
            relation.to,
            relation.kind,
            kinds[relation.kind].style,
            say(kinds[relation.kind].name),
            say(relation.label),
            say(relation.detail) if relation.detail else "",
        )
        for number, (source, relation) in enumerate(relations)
    )
    filled = {node.zone for node in nodes}
    areas = tuple(Area(zone.id, zone.tone, say(zone.name), say(zone.note) if zone.note else "") for zone in site.settings.zones if zone.id in filled)
    return Graph(areas, nodes, links)


def spoken(site: Site, language: str, part: Graph) -> None:
    """Reads the texts of a part of the graph once more: a page that shows it may be listening, and the graph is kept from page to page."""
    shown = {node.id for node in part.nodes}
    drawn = {(link.source, link.target) for link in part.links}
    for box in site.boxes():
        if box.id in shown:
            texts = [box.box or box.name, box.name, box.tag]
            texts += [text for one in box.relations if (box.id, one.to) in drawn for text in (one.label, one.detail) if text]
            for text in texts:
                text[language]


def spine(graph_: Graph) -> str | None:
    """The box with clearly the most relations, if there is one: at least four, and half as many again as the next."""
    degree: Counter[str] = Counter()
    for link in graph_.links:
        degree.update((link.source, link.target))
    ranked = sorted(degree.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _HUB_AT_LEAST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _HUB_FACTOR * second else None
