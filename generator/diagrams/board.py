"""The boxes of the architecture without their lines, zone by zone in rows: a drawing to point at.

Knows names and px; nothing of relations, questions or pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagrams.graph import Area, Node, graph
from generator.diagrams.measure import width, wrap
from generator.diagrams.place import LEAD, NAME, PAD, title
from generator.diagrams.scene import Box, Rect, Scene, Words, Zone
from generator.model import Site

GAP, EDGE, HEAD = 8, 10, 30
MARK = 20
"""Room in px at the foot of a box for the word that an answer leaves there."""
WIDTHS = (("wide", 640, 4), ("narrow", 320, 2))


@dataclass(frozen=True, slots=True)
class BoardView:
    """The drawing in two widths, and the boxes by zone for a list that says the same: (name of the zone, boxes as (id, name))."""

    scenes: tuple[tuple[str, Scene], ...]
    zones: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def board(site: Site, language: str) -> BoardView:
    """Every box of the site in rows, at most four in a row, two where the page is narrow."""
    whole = graph(site, language)
    areas = [(area, whole.inside(area.id)) for area in whole.areas if whole.inside(area.id)]
    scenes = tuple((kind, _scene(areas, wide, most)) for kind, wide, most in WIDTHS)
    return BoardView(scenes, tuple((area.name, tuple((node.id, node.name) for node in nodes)) for area, nodes in areas))


def _scene(areas: list[tuple[Area, tuple[Node, ...]]], wide: int, most: int) -> Scene:
    """Zones below each other, each with its boxes in rows of equal height."""
    zones, boxes, y = [], [], 0.0
    for area, nodes in areas:
        lines = title(area.name, "", wide - 2 * EDGE)
        top = y + HEAD + LEAD * (len(lines) - 1)
        drawn, bottom = _rows(area, nodes, Rect(EDGE, top, wide - 2 * EDGE, 0), most)
        boxes += drawn
        words = tuple(Words(28, y + 20 + LEAD * index, line, "zone") for index, line in enumerate(lines))
        zones.append(Zone(area.id, area.tone, Rect(0, y, wide, bottom + EDGE - y), (10, y + 10), words))
        y = bottom + EDGE + GAP
    return Scene(wide, y - GAP + 1, tuple(zones), tuple(boxes), (), ())


def _rows(area: Area, nodes: tuple[Node, ...], room: Rect, most: int) -> tuple[list[Box], float]:
    """The boxes of a zone from the top of the room on, and where the last row ends."""
    longest = max(width(node.name, NAME, bold=True) for node in nodes) + 2 * PAD
    count = max(1, min(most, len(nodes), int((room.width + GAP) // (min(longest, room.width / 2 - GAP) + GAP))))
    wide = float(int((room.width - GAP * (count - 1)) // count))
    told = [wrap(node.name, wide - 2 * PAD, NAME, bold=True, lines=4) or (node.name,) for node in nodes]
    boxes, y = [], room.y
    for start in range(0, len(nodes), count):
        rows = told[start : start + count]
        high = max(map(len, rows)) * LEAD + 2 * MARK - 6
        for place, (node, lines) in enumerate(zip(nodes[start : start + count], rows, strict=True)):
            rect = Rect(room.x + place * (wide + GAP), y, wide, high)
            first = y + (high - len(lines) * LEAD) / 2 + 11.5
            words = tuple(Words(rect.x + PAD, round(first + index * LEAD, 1), line, "name") for index, line in enumerate(lines))
            boxes.append(Box(node.id, node.name, "", area.tone, rect, words, optional=node.optional, zone=area.id))
        y += high + GAP
    return boxes, y - GAP
