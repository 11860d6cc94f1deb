"""From places to a scene: routes the lines, finds room for their words, and asks for more room when it was too tight.

Knows graph, places and shapes; nothing of pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from generator.diagrams import scene
from generator.diagrams.graph import Graph, Link, Node
from generator.diagrams.labels import SIZE, Board
from generator.diagrams.measure import width, wrap
from generator.diagrams.place import HEAD, LEAD, NAME, PAD, TAG, Plan, Slack
from generator.diagrams.standing import cap
from generator.diagrams.route import CELL, Cells, Lattice, UnroutableError, Wire, connect
from generator.diagrams.scene import Rect, Words
from generator.problems import ContentError, Position, Problem

_ENOUGH = 4
"""After so many attempts a drawing with all lines is good enough, even when some words have no room."""
Planner = Callable[[Graph, str | None, Slack], Plan]
Edges = tuple[tuple[Link, ...], ...]


def draw(graph: Graph, hub: str | None, planner: Planner, slacks: Sequence[Slack]) -> scene.Scene:
    """The best of a few drawings: every line must find a way, then as many labels as possible must find room.

    Raises ContentError naming the box and the relation when a line finds no way even with wide gaps.
    """
    best: tuple[float, scene.Scene] | None = None
    failed: UnroutableError | None = None
    for attempt, slack in enumerate(slacks):
        try:
            drawn = _once(graph, hub, planner(graph, hub, slack))
        except UnroutableError as error:
            failed = error
            continue
        rank = _fault(drawn)
        if best is None or rank < best[0]:
            best = (rank, drawn)
        if not best[1].unplaced or attempt >= _ENOUGH:
            break
    if best is None:
        raise ContentError(_unrouted(graph.links[index]) for index in (failed.wires if failed else ()))
    return best[1]


def _fault(drawn: scene.Scene) -> float:
    """How far a drawing is from a good one: words without room, corners, height."""
    corners = sum(len(edge.points) - 2 for edge in drawn.edges)
    return 60 * len(drawn.unplaced) + 6 * corners + drawn.height / 8


def _unrouted(link: Link) -> Problem:
    return Problem(
        Position(f"components/{link.source}.yaml"),
        "diagram-unrouted",
        f"the diagram has no room for the relation '{link.source}' → '{link.target}' ({link.label})",
        "spread the boxes over more zones, or drop relations that say the same",
    )


def _once(graph: Graph, hub: str | None, plan: Plan) -> scene.Scene:
    heads = {area.id: _head(plan, plan.frames[area.id], area.name, area.note) for area in graph.areas if area.id in plan.frames}
    lattice = Lattice(plan.width, plan.height, plan.boxes, list(plan.frames.values()), list(heads.values()))
    wires = _wires(graph.links, plan)
    ways = connect(lattice, wires)
    frames = {identifier: _rect(cells) for identifier, cells in plan.frames.items()}
    rects = {identifier: _rect(cells) for identifier, cells in plan.boxes.items()}
    board = Board(plan.width * CELL, plan.height * CELL, list(rects.values()), ways, list(frames.values()))
    zones = tuple(_zone(board, area.id, area.tone, area.name, area.note, frames[area.id]) for area in graph.areas if area.id in frames)
    labels: list[Words] = []
    unplaced: list[int] = []
    rail: list[Words] = []
    for index in sorted(range(len(ways)), key=lambda index: (len(graph.links[index].label), index)):
        link = graph.links[index]
        if plan.rail and hub in {link.source, link.target}:
            rail += _rail_label(rects[str(hub)], ways[index], link, str(hub))
            continue
        found = board.place(index, link.label)
        labels += found or ()
        if not found:
            unplaced.append(index)
    boxes = tuple(
        _box(node, rects[node.id], hub=node.id == hub, rail=tuple(sorted(rail, key=lambda w: w.y)) if plan.rail else None)
        for node in _reading(graph, hub)
    )
    edges = tuple(scene.Edge((link.number,), link.style, way) for link, way in zip(graph.links, ways, strict=True))
    return scene.Scene(plan.width * CELL, plan.height * CELL, zones, boxes, edges, tuple(sorted(labels, key=lambda w: (w.y, w.x))), tuple(unplaced))


def _reading(graph: Graph, hub: str | None) -> list[Node]:
    """Zone by zone; the hub comes first in its own."""
    return sorted(graph.nodes, key=lambda node: ([area.id for area in graph.areas].index(node.zone), node.id != hub))


def _rect(cells: Cells) -> Rect:
    return Rect(cells[0] * CELL, cells[1] * CELL, (cells[2] - cells[0]) * CELL, (cells[3] - cells[1]) * CELL)


def _head(_plan: Plan, frame: Cells, name: str, note: str) -> Cells:
    words = width(_title(name, note), NAME, bold=True) + 30
    return (frame[0], frame[1], min(frame[0] + int(words / CELL) + 1, frame[2]), frame[1] + HEAD)


def _title(name: str, note: str) -> str:
    return f"{name} · {note}" if note else name


def _zone(board: Board, identifier: str, tone: int, name: str, note: str, frame: Rect) -> scene.Zone:
    """The frame with its sign and words, at the first place of its head where no line passes."""
    for title, away in ((_title(name, note), 8), (name, 8), (name, 3)):
        wide = width(title, NAME, bold=True) + 18
        for step in range(max(int((frame.width - wide - 12) / 4) + 1, 0)):
            rect = Rect(frame.x + 8 + 4 * step, frame.y + 4, wide, 17)
            if board.free(rect, margin=0, away=away):
                board.solid.append(rect)
                return scene.Zone(identifier, tone, frame, (rect.x, rect.y + 3), Words(rect.x + 17, rect.y + 13.5, title, "zone"))
    wide = width(name, NAME, bold=True) + 18
    board.solid.append(Rect(frame.x + 8, frame.y + 4, wide, 17))
    return scene.Zone(identifier, tone, frame, (frame.x + 8, frame.y + 7), Words(frame.x + 25, frame.y + 17.5, name, "zone"))


# --- where lines leave --------------------------------------------------------------------------------------------


def _wires(links: Sequence[Link], plan: Plan) -> list[Wire]:
    """Lines that leave a box on one side share that side evenly, in the order of their other ends."""
    ends: dict[tuple[str, str], list[tuple[float, int, int]]] = defaultdict(list)
    sides: dict[tuple[int, int], tuple[str, str]] = {}
    for index, link in enumerate(links):
        a, b = plan.boxes[link.source], plan.boxes[link.target]
        for end, (one, other, name) in enumerate(((a, b, link.source), (b, a, link.target))):
            side = _toward(one, other)
            if name == plan.hub:
                continue
            along = (other[0] + other[2]) / 2 if side in {"top", "bottom"} else (other[1] + other[3]) / 2
            if link.source == plan.hub or link.target == plan.hub:
                along = 0
            ends[name, side].append((along, index, end))
            sides[index, end] = (name, side)
    wants: dict[tuple[int, int], tuple[str, float]] = {}
    for (_, side), group in ends.items():
        for place, (_, index, end) in enumerate(sorted(group)):
            wants[index, end] = (side, (place + 0.5) / len(group))
    return [Wire(link.source, link.target, wants.get((index, 0)), wants.get((index, 1))) for index, link in enumerate(links)]


def _toward(one: Cells, other: Cells) -> str:
    """The side of `one` that faces `other`."""
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    if across >= 0 and down >= 0:
        lying = across > 2 * down
    else:
        lying = across >= 0
    if lying:
        return "right" if other[0] >= one[2] else "left"
    return "bottom" if other[1] >= one[3] else "top"


# --- boxes --------------------------------------------------------------------------------------------------------


def _box(node: Node, rect: Rect, *, hub: bool, rail: tuple[Words, ...] | None) -> scene.Box:
    if hub and rail is not None:
        return scene.Box(node.id, node.name, node.tag, node.tone, rect, (*_cap(node, rect), *rail), "rail", node.optional, cap=cap(node.name))
    lines = bar_words(node, rect) if hub else words(node, rect)
    return scene.Box(node.id, node.name, node.tag, node.tone, rect, lines, "hub" if hub else "plain", node.optional)


def words(node: Node, rect: Rect) -> tuple[Words, ...]:
    """Name and tag of a box; on one line when it is low and they fit."""
    space = rect.width - 2 * PAD
    if rect.height < 48 and width(node.name, NAME, bold=True) + width(node.tag) + 10 <= space:
        y = rect.y + rect.height / 2 + 4.4
        return (Words(rect.x + PAD, round(y, 1), node.name, "name"), Words(rect.right - PAD, round(y, 1), node.tag, "tag", "end"))
    rows = [(row, "name") for row in wrap(node.name, space, NAME, bold=True, lines=4) or (node.name,)]
    rows += [(row, "tag") for row in wrap(node.tag, space, TAG, lines=4) or (node.tag,)]
    top = rect.y + (rect.height - len(rows) * LEAD) / 2 + 11.5
    return tuple(Words(rect.x + PAD, round(top + index * LEAD, 1), row, role) for index, (row, role) in enumerate(rows))


def bar_words(node: Node, rect: Rect) -> tuple[Words, ...]:
    """Name at the left of the bar, what it is for at its right: the longest of role and tag that fits."""
    y = round(rect.y + rect.height / 2 + 4.4, 1)
    free = rect.width - width(node.name, NAME, bold=True) - 2 * PAD - 30
    about = next((text for text in (node.role, node.tag) if width(text) <= free), "")
    name = Words(rect.x + PAD + 3, y, node.name, "name")
    return (name, Words(rect.right - PAD - 3, y, about, "tag", "end")) if about else (name,)


def _cap(node: Node, rect: Rect) -> tuple[Words, ...]:
    rows = wrap(node.name, rect.width - 2 * PAD, NAME, bold=True, lines=4) or (node.name,)
    return tuple(Words(rect.x + PAD, rect.y + 17.5 + index * LEAD, row, "name") for index, row in enumerate(rows))


def _rail_label(rail: Rect, way: tuple[tuple[float, float], ...], link: Link, hub: str) -> list[Words]:
    """Words of a relation in the rail, beside the end of its line."""
    y = (way[-1] if link.target == hub else way[0])[1]
    rows = wrap(link.label, rail.width - 13, SIZE, lines=3) or (link.label,)
    first = y + 4.2 - (len(rows) - 1) * 7
    return [Words(rail.right - 6, round(first + index * 14, 1), row, "label", "end") for index, row in enumerate(rows)]
