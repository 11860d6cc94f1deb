"""From places to a scene: routes the lines, finds room for their words, and asks for more room when it was too tight.

Knows graph, places and shapes; nothing of pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil

from generator.diagrams import scene
from generator.diagrams.boxes import box, rail_label, rect_of
from generator.diagrams.graph import Area, Graph, Link, Node, UndrawnError
from generator.diagrams.labels import Board, Points
from generator.diagrams.lattice import CELL, Cells, Lattice, Wire
from generator.diagrams.measure import width
from generator.diagrams.place import HEAD, NAME, Plan, Slack, title
from generator.diagrams.route import UnroutableError, connect
from generator.diagrams.scene import Rect, Words

_TRIES, _FEWER, _SMALL, _HASTE = 6, 3, 20, 1.5

Planner = Callable[[Graph, str | None, Slack], Plan]


def draw(graph: Graph, hub: str | None, planner: Planner, usual: Sequence[Slack], wider: Sequence[Slack], *, hasty: bool = False) -> scene.Scene:
    """The best of a few drawings: every line must find a way, then as many words as possible must find room.

    `usual` are gaps that differ little, `wider` grow step by step for crowded drawings. With `hasty`, less is tried.
    Raises UndrawnError naming the relations when a line finds no way even then.
    """
    best: tuple[float, scene.Scene] | None = None
    failed: UnroutableError | None = None
    tries = _FEWER if hasty else _TRIES
    left = tries if len(graph.nodes) <= _SMALL else 1
    waiting = list(usual)
    while waiting and left:
        try:
            drawn = _once(graph, hub, planner(graph, hub, waiting.pop(0)), hasty)
        except UnroutableError as error:
            # Too tight: small changes will not help, and when much is missing one step is skipped.
            waiting = list(wider) if failed is None else waiting[len(waiting) > 2 and len(error.wires) > 5 :]
            failed = error
            continue
        left -= 1
        rank = _fault(drawn)
        if best is None or rank < best[0]:
            best = (rank, drawn)
        # The first tries should find room for everything; later ones may leave one out.
        if len(best[1].unplaced) <= (left < tries - 1):
            break
    return best[1] if best else _crowded(graph, hub, planner, (*usual, *wider), failed)


def _crowded(graph: Graph, hub: str | None, planner: Planner, slacks: Sequence[Slack], failed: UnroutableError | None) -> scene.Scene:
    """The last resort when words are too long for their zones: a line may pass behind a zone's name."""
    for slack in reversed(slacks):
        try:
            return _once(graph, hub, planner(graph, hub, slack), hasty=True, strict=False)
        except UnroutableError as error:
            failed = error
    raise UndrawnError(graph.links[index] for index in (failed.wires if failed else ()))


def _fault(drawn: scene.Scene) -> float:
    """How far a drawing is from a good one: words without room, corners, height."""
    corners = sum(len(edge.points) - 2 for edge in drawn.edges)
    return 60 * len(drawn.unplaced) + 6 * corners + drawn.height / 8


def _once(whole: Graph, hub: str | None, plan: Plan, hasty: bool, *, strict: bool = True) -> scene.Scene:
    """One drawing for given places. A zone whose name is crossed by lines gets its head closed, and all is routed again, if `strict`."""
    in_words = {link.number for links in plan.told.values() for link in links}
    graph = replace(whole, links=tuple(link for link in whole.links if link.number not in in_words))
    closed: set[str] = set()
    while True:
        ways = _connect(graph, plan, closed, hasty)
        board = Board(
            plan.width * CELL, plan.height * CELL, [rect_of(box) for box in plan.boxes.values()], ways, [rect_of(one) for one in plan.frames.values()]
        )
        zones = {area.id: _zone(board, area, rect_of(plan.frames[area.id])) for area in graph.areas if area.name and area.id in plan.frames}
        crossed = {identifier for identifier, zone in zones.items() if zone is None}
        if not crossed - closed or not strict:
            break
        closed |= crossed
    zones |= {area.id: _at_left(area, rect_of(plan.frames[area.id])) for area in graph.areas if area.id in crossed}
    labels, unplaced, rail = _labels(graph, hub, plan, board, ways)
    boxes = tuple(box(graph, node, plan, rail) for node in _reading(graph, hub))
    edges = tuple(scene.Edge(link.numbers, link.style, way) for link, way in zip(graph.links, ways, strict=True))
    found = tuple(zone for zone in zones.values() if zone)
    return scene.Scene(plan.width * CELL, plan.height * CELL, found, boxes, edges, labels, unplaced, tuple(sorted(in_words)))


def _connect(graph: Graph, plan: Plan, closed: set[str], hasty: bool) -> list[Points]:
    heads = {area.id: _head(plan.frames[area.id], area) for area in graph.areas if area.name and area.id in plan.frames}
    lattice = Lattice(plan.width, plan.height, plan.boxes, list(plan.frames.values()), list(heads.values()))
    lattice.haste = _HASTE if hasty else 1.0
    for identifier in sorted(closed):
        lattice.shut(heads[identifier])
    return connect(lattice, _wires(graph.links, plan))


def _labels(
    graph: Graph, hub: str | None, plan: Plan, board: Board, ways: Sequence[Points]
) -> tuple[tuple[Words, ...], tuple[int, ...], tuple[Words, ...]]:
    """Words beside lines, relations without room for theirs, words in the rail."""
    rail: list[Words] = []
    free: list[int] = []
    for index, link in enumerate(graph.links):
        if plan.rail and hub in {link.source, link.target}:
            rail += rail_label(rect_of(plan.boxes[str(hub)]), ways[index], link, str(hub))
        else:
            free.append(index)
    order = sorted(free, key=lambda index: (len(graph.links[index].label), index))
    best: tuple[list[Words], list[int]] | None = None
    taken = list(board.solid)
    for _ in range(3):
        board.solid = list(taken)
        found = {index: board.place(index, graph.links[index].label) for index in order}
        missing = [index for index in order if not found[index]]
        if best is None or len(missing) < len(best[1]):
            best = ([line for lines in found.values() for line in lines or ()], missing)
        if not missing:
            break
        order = missing + [index for index in order if index not in missing]
    words_, missing = best or ([], [])
    numbers = tuple(graph.links[index].number for index in sorted(missing))
    return tuple(sorted(words_, key=_place)), numbers, tuple(sorted(rail, key=_place))


def _place(line: Words) -> tuple[float, float]:
    return line.y, line.x


def _reading(graph: Graph, hub: str | None) -> list[Node]:
    """Zone by zone; the hub comes first in its own."""
    return sorted(graph.nodes, key=lambda node: ([area.id for area in graph.areas].index(node.zone), node.id != hub))


def _head(frame: Cells, area: Area) -> Cells:
    """The cells at the top left of a zone where its words would stand first."""
    lines = title(area.name, "", (frame[2] - frame[0]) * CELL)
    wide = max(width(line, NAME, bold=True) for line in lines) + 34
    return (frame[0], frame[1], min(frame[0] + ceil(wide / CELL), frame[2]), frame[1] + HEAD + 2 * (len(lines) - 1))


def _zone(board: Board, area: Area, frame: Rect) -> scene.Zone | None:
    """The frame with its sign and words, at the first place of its head where no line passes. None when there is none."""
    full, short = title(area.name, area.note, frame.width), title(area.name, "", frame.width)
    for lines, away in ((full, 8), (short, 8), (short, 3)):
        wide = max(width(line, NAME, bold=True) for line in lines) + 18
        for step in range(max(int((frame.width - wide - 10) / 4) + 1, 1)):
            x, y = frame.x + 8 + 4 * step, frame.y + 4
            room = (x, y, x + wide, y + 2 + 15 * len(lines))
            if board.free(room, margin=0, away=away):
                board.take(room)
                found = tuple(Words(x + 17, y + 13.5 + 15 * row, line, "zone") for row, line in enumerate(lines))
                return scene.Zone(area.id, area.tone, frame, (x, y + 3), found)
    return None


def _at_left(area: Area, frame: Rect) -> scene.Zone:
    """The words at the left, come what may: a zone is never left out."""
    lines = title(area.name, "", frame.width)
    found = tuple(Words(frame.x + 25, frame.y + 17.5 + 15 * row, line, "zone") for row, line in enumerate(lines))
    return scene.Zone(area.id, area.tone, frame, (frame.x + 8, frame.y + 7), found)


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
            if plan.hub in (link.source, link.target):
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
    lying = across > 2 * down if across >= 0 and down >= 0 else across >= 0
    if lying:
        return "right" if other[0] >= one[2] else "left"
    return "bottom" if other[1] >= one[3] else "top"
