"""Boxes and their words: what stands in a box, on how many lines, and where.

Knows px and one node at a time; nothing of lines between boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagrams import scene
from generator.diagrams.graph import Graph, Link, Node
from generator.diagrams.labels import SIZE
from generator.diagrams.lattice import CELL, Cells
from generator.diagrams.measure import width, wrap
from generator.diagrams.place import LEAD, NAME, PAD, TAG, Plan, told
from generator.diagrams.scene import Rect, Words
from generator.diagrams.standing import cap


def rect_of(cells: Cells) -> Rect:
    """Cells as px."""
    return Rect(cells[0] * CELL, cells[1] * CELL, (cells[2] - cells[0]) * CELL, (cells[3] - cells[1]) * CELL)


def box(graph: Graph, node: Node, plan: Plan, rail: tuple[Words, ...]) -> scene.Box:
    """The shape of a node. `rail` are the words of the hub's lines, when it is a rail."""
    rect = rect_of(plan.boxes[node.id])
    space = rect.width - 2 * PAD
    more = [told(link, graph.node(link.target).name, space) for link in plan.told.get(node.id, ())]
    form, top, lines = "plain", 0.0, words(node, rect, more)
    if node.id == plan.hub and plan.rail:
        form, top, lines = "rail", cap(node.name), (*_cap(node, rect), *rail)
    elif node.id == plan.hub:
        form, lines = "hub", bar_words(node, rect)
    return scene.Box(node.id, node.name, node.tag, node.tone, rect, lines, form, node.optional, cap=top, zone=node.zone)


def words(node: Node, rect: Rect, more: Sequence[tuple[str, ...]] = ()) -> tuple[Words, ...]:
    """Name and tag of a box, on one line when it is low and they fit, and relations told in words."""
    space = rect.width - 2 * PAD
    if not more and rect.height < 48 and width(node.name, NAME, bold=True) + width(node.tag) + 10 <= space:
        y = rect.y + rect.height / 2 + 4.4
        return (Words(rect.x + PAD, round(y), node.name, "name"), Words(rect.right - PAD, round(y), node.tag, "tag", "end"))
    rows = [(row, "name") for row in wrap(node.name, space, NAME, bold=True, lines=4) or (node.name,)]
    rows += [(row, "tag") for row in wrap(node.tag, space, TAG, lines=4) or (node.tag,)]
    rows += [(row, "tag") for part in more for row in part]
    top = rect.y + (rect.height - len(rows) * LEAD) / 2 + 11.5
    return tuple(Words(rect.x + PAD, round(top) + index * LEAD, row, role) for index, (row, role) in enumerate(rows))


def bar_words(node: Node, rect: Rect) -> tuple[Words, ...]:
    """Name at the left of the bar, what it is for at its right: the longest of role and tag that fits."""
    y = round(rect.y + rect.height / 2 + 4.4)
    free = rect.width - width(node.name, NAME, bold=True) - 2 * PAD - 30
    about = next((text for text in (node.role, node.tag) if width(text) <= free), "")
    name = Words(rect.x + PAD + 3, y, node.name, "name")
    return (name, Words(rect.right - PAD - 3, y, about, "tag", "end")) if about else (name,)


def _cap(node: Node, rect: Rect) -> tuple[Words, ...]:
    rows = wrap(node.name, rect.width - 2 * PAD, NAME, bold=True, lines=4) or (node.name,)
    return tuple(Words(rect.x + PAD, rect.y + 17.5 + index * LEAD, row, "name") for index, row in enumerate(rows))


def rail_label(rail: Rect, way: tuple[tuple[float, float], ...], link: Link, hub: str) -> list[Words]:
    """Words of a relation in the rail, beside the end of its line."""
    y = (way[-1] if link.target == hub else way[0])[1]
    rows = wrap(link.label, rail.width - 13, SIZE, lines=3) or (link.label,)
    first = y + 4.2 - (len(rows) - 1) * 7
    return [Words(rail.right - 6, round(first + index * 14, 1), row, "label", "end") for index, row in enumerate(rows)]
