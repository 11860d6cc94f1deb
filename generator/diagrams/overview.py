"""For large sites: each zone as one box, and what runs between zones as one line.

Keeps no relation from the reader: every one of them stands in the drawing of its zone.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagrams.graph import Area, Graph, Link, Node

LARGE = 30
"""Above so many boxes a single drawing of all of them helps nobody."""
_NAMES = 3


def zones_as_boxes(whole: Graph) -> Graph:
    """Every zone a box that names its first members; lines between two zones become one."""
    nodes = tuple(_zone(whole, area, "") for area in whole.areas)
    return Graph((Area("", 0, "", ""),), nodes, _merged(whole.links, {node.id: node.zone for node in whole.nodes}))


def others_as_boxes(part: Graph, zone: str) -> Graph:
    """The zone as it is; every other zone becomes one box."""
    inside = part.inside(zone)
    others = [area for area in part.areas if area.id != zone]
    home = {node.id: node.id if node.zone == zone else node.zone for node in part.nodes}
    nodes = (*inside, *(_zone(part, area, "") for area in others))
    areas = (*(area for area in part.areas if area.id == zone), Area("", 0, "", ""))
    return Graph(areas, nodes, _merged(part.links, home))


def _zone(whole: Graph, area: Area, home: str) -> Node:
    names = [node.name for node in whole.inside(area.id)]
    more = ", …" if len(names) > _NAMES else ""
    return Node(area.id, home, area.tone, area.name, area.name, ", ".join(names[:_NAMES]) + more, "", optional=False)


def _merged(links: Iterable[Link], home: dict[str, str]) -> tuple[Link, ...]:
    """One link for all that run the same way between the same two boxes; its words are the one label, or how many there are."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        ends = home[link.source], home[link.target]
        if ends[0] != ends[1]:
            groups.setdefault(ends, []).append(link)
    merged = []
    for (source, target), group in groups.items():
        labels = {link.label for link in group}
        styles = {link.style for link in group}
        first = group[0]
        label = first.label if len(labels) == 1 and len(group) == 1 else f"{len(group)}×"
        style = first.style if len(styles) == 1 else "thin"
        merged.append(Link(first.number, source, target, first.kind, style, first.kind_name, label, "", tuple(link.number for link in group)))
    return tuple(merged)
