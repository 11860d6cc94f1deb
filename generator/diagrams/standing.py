"""The standing drawing, for phones: all boxes in one column, the hub a rail at their left.

Places only; lines and words come later.
"""

from __future__ import annotations

from itertools import combinations
from math import ceil

from generator.diagrams.graph import Graph
from generator.diagrams.lattice import CELL
from generator.diagrams.measure import wrap
from generator.diagrams.place import HEAD, LEAD, NAME, PAD, Plan, Slack, compact, rows, tall, told

_WIDTH, _RAIL, _FRAME, _BOX, _LEAST = 41, 12, 13, 15, 14


def standing(graph: Graph, hub: str | None, slack: Slack) -> Plan:
    """Zone under zone. Margins beside the column carry lines between boxes that are no neighbours."""
    plan = Plan(_WIDTH, hub=hub, rail=hub is not None)
    order = _order(graph, hub)
    inner = [link for link in graph.links if hub not in {link.source, link.target}]
    place = {identifier: index for index, identifier in enumerate(order)}
    far = any(abs(place[link.source] - place[link.target]) > 1 for link in inner)
    margin = slack.margin if far and not slack.listed else 0
    # Boxes keep room for their words, whatever the lines need.
    margin = min(margin, (_WIDTH - _BOX - 1 - _LEAST) if hub else (_WIDTH - 2 - _LEAST) // 2)
    x0, x1 = (_BOX, _WIDTH - 1 - margin) if hub else (1 + margin, _WIDTH - 1 - margin)
    frame = _FRAME if hub else 0
    joined = {frozenset((link.source, link.target)) for link in inner}
    if slack.listed:
        for link in inner:
            if abs(place[link.source] - place[link.target]) > 1:
                plan.told.setdefault(link.source, []).append(link)
    y = 0
    for area in graph.areas:
        ids = [identifier for identifier in order if graph.node(identifier).zone == area.id]
        if not ids:
            continue
        top, y = y, y + HEAD
        if hub and not plan.frames:
            # The first line into the rail must come in below the name of the rail.
            y = max(y, ceil((cap(graph.node(hub).name) + 12) / CELL) - 1)
        for index, identifier in enumerate(ids):
            if index:
                y += 3 if frozenset((ids[index - 1], identifier)) in joined else max(1, slack.row - 4)
            high = _height(graph, hub, identifier, x1 - x0, plan)
            plan.boxes[identifier] = (x0, y, x1, y + high)
            y += high
        y += 1
        plan.frames[area.id] = (frame, top, _WIDTH, y)
        y += slack.zone
    plan.height = y - slack.zone
    if hub:
        plan.boxes[hub] = (0, 0, _RAIL, plan.height)
    return plan


def cap(name: str) -> float:
    """Height of the head of a rail, in px."""
    return len(wrap(name, _RAIL * CELL - 2 * PAD, NAME, bold=True, lines=4) or (name,)) * LEAD + 12


def _height(graph: Graph, hub: str | None, identifier: str, cells: int, plan: Plan) -> int:
    """A low box when name and tag fit on one line; each line into the rail needs three cells, any other line one."""
    node = graph.node(identifier)
    lines = sum({link.source, link.target} == {hub, identifier} for link in graph.links)
    if more := plan.told.get(identifier, ()):
        rows_ = sum(len(told(link, graph.node(link.target).name, cells * CELL - 2 * PAD)) for link in more)
        return max(ceil(((rows(node, cells) + rows_) * LEAD + 15) / CELL), 3 * lines)
    others = sum(identifier in {link.source, link.target} for link in graph.links) - lines
    low = 5 if compact(node, cells) and lines < 2 else tall(node, cells)
    return max(low, 3 * lines, others + 2)


def _order(graph: Graph, hub: str | None) -> list[str]:
    """By zone; within a zone, the order in which lines between boxes are shortest."""
    order = [node.id for area in graph.areas for node in graph.inside(area.id) if node.id != hub]
    zone = {node.id: node.zone for node in graph.nodes}
    place = {identifier: index for index, identifier in enumerate(order)}
    given = dict(place)
    links = [link for link in graph.links if hub not in {link.source, link.target}]

    def cost() -> float:
        spans = [abs(place[link.source] - place[link.target]) for link in links]
        return sum(span + (2 if span > 1 else 0) for span in spans) + 0.1 * sum(abs(place[one] - given[one]) for one in order)

    now = cost()
    for _ in range(4):
        before = now
        for a, b in combinations(order, 2):
            if zone[a] != zone[b]:
                continue
            place[a], place[b] = place[b], place[a]
            if (trial := cost()) < now - 1e-9:
                now = trial
            else:
                place[a], place[b] = place[b], place[a]
        if now >= before:
            break
    return sorted(order, key=lambda identifier: place[identifier])
