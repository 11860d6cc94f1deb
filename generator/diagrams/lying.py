"""The lying drawing, for wide screens: zones in bands, the hub a bar under the other boxes of its zone.

The zone before the hub's stands at the left of all bands; without a hub every zone is part of a band. Places only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from math import ceil

from generator.diagrams.bands import Band, Stacks, arrange, free_cells, least_cells
from generator.diagrams.graph import Area, Graph, Node
from generator.diagrams.lattice import CELL, Cells
from generator.diagrams.measure import least
from generator.diagrams.place import HEAD, NAME, TITLE, Plan, Slack, reach, room, tall, title

_WIDTH, _BAR, _WIDEST = 86, 6, 24


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stays the same while boxes change places."""

    graph: Graph
    hub: str | None
    slack: Slack
    bands: tuple[Band, ...]
    flank: Area | None
    left: int


def lying(graph: Graph, hub: str | None, slack: Slack) -> Plan:
    """Zones in as few rows as fit, then boxes exchanged while that shortens the lines."""
    areas, flank, left = list(graph.areas), None, 0
    if hub:
        at = next(index for index, area in enumerate(areas) if area.id == graph.node(hub).zone)
        if at == 1 and len(graph.inside(areas[0].id)) <= 5:
            flank, areas = areas[0], areas[1:]
            left = _flank_cells(graph, flank) + 2 + slack.side
    bands, stacks = arrange(graph, areas, hub, _WIDTH - left, slack)
    frame = _Frame(graph, hub, slack, tuple(bands), flank, left)
    slots = {node.id: index for index, node in enumerate(graph.inside(flank.id))} if flank else {}
    for _ in range(2):
        _settle(frame, stacks, slots)
        _settle_flank(frame, stacks, slots)
    return _lay(frame, stacks, slots)


def _flank_cells(graph: Graph, area: Area) -> int:
    """As narrow as its boxes and its name on two lines allow."""
    name = ceil((least(area.name, NAME, bold=True) + TITLE) / CELL) - 2
    return max(*(room(node) for node in graph.inside(area.id)), name, 9)


def _flank_head(frame: _Frame, area: Area) -> int:
    """The name of a narrow zone may take two lines."""
    long = title(area.name, area.note, (frame.left - frame.slack.side) * CELL)
    return HEAD + 2 * (len(long) - 1)


# --- from columns to places ---------------------------------------------------------------------------------------


def _lay(frame: _Frame, stacks: Stacks, slots: dict[str, int]) -> Plan:
    """The places that follow from the order in the columns."""
    plan = Plan(_WIDTH, hub=frame.hub)
    y = 0
    for band in frame.bands:
        y = _lay_band(plan, frame, band, stacks, y) + frame.slack.band
    plan.height = y - frame.slack.band
    if frame.flank:
        plan.boxes |= _flank_boxes(plan, frame, frame.flank, slots)
        plan.height = max(plan.height, *(plan.boxes[one][3] + 1 for one in slots))
        plan.frames[frame.flank.id] = (0, 0, frame.left - frame.slack.side, plan.height)
    return plan


def _lay_band(plan: Plan, frame: _Frame, band: Band, stacks: Stacks, y: int) -> int:
    slack = frame.slack
    needs, free = least_cells(stacks, band), free_cells(band, _WIDTH - frame.left, slack)
    flat = [stack for area in band.areas for stack in stacks[area.id]]
    borders = {sum(band.columns[: index + 1]) - 1 for index in range(len(band.columns))}
    usual = [slack.zone + 2 if index in borders else slack.column for index in range(len(flat))]
    gaps = _gaps(frame.graph, flat, free - sum(needs), usual)
    widths = _spread(needs, free - sum(gaps))
    # What boxes cannot use widens the gaps, so that lines find a way between them.
    indent, gaps = _share(gaps, free - sum(gaps) - sum(widths))
    highs = _heights(flat, widths)
    top = y + _head(frame, band, widths, gaps)
    tops = [top + sum(highs[:row]) + slack.row * row for row in range(len(highs))]
    bottom = tops[-1] + highs[-1] if highs else top
    hub = frame.graph.node(frame.hub) if frame.hub else None
    if hub and any(area.id == hub.zone for area in band.areas):
        start = bottom + slack.band if highs else bottom
        bottom = start + _BAR
        plan.boxes[hub.id] = (frame.left + 1 + slack.margin, start, _WIDTH - 1 - slack.margin, bottom)
    # With margins, lines may pass below the boxes, too.
    foot = 1 + min(slack.margin, 2)
    x, column = frame.left, 0
    for area in band.areas:
        begin = x
        x += 1 + (slack.margin + indent if area is band.areas[0] else 0)
        for stack in stacks[area.id]:
            for node, (y0, y1) in zip(stack, _rows(len(stack), tops, highs, slack.row), strict=True):
                plan.boxes[node.id] = (x, y0, x + widths[column], y1)
            x += widths[column] + slack.column + gaps[column]
            column += 1
        last = area is band.areas[-1]
        x += 1 - slack.column + (slack.margin if last else -gaps[column - 1])
        plan.frames[area.id] = (begin, y, x, bottom + foot)
        x += slack.zone + gaps[column - 1]
    return bottom + foot


def _head(frame: _Frame, band: Band, widths: list[int], gaps: list[int]) -> int:
    """Cells above the boxes of a band: the words of a zone may need more than one line."""
    lines, column = 1, 0
    for area, count in zip(band.areas, band.columns, strict=True):
        inner = sum(widths[column : column + count]) + sum(gaps[column : column + count - 1]) + frame.slack.column * (count - 1)
        lines = max(lines, len(title(area.name, "", (inner + 2) * CELL)))
        column += count
    return HEAD + 2 * (lines - 1)


def _gaps(graph: Graph, stacks: list[list[Node]], spare: int, usual: list[int]) -> list[int]:
    """Cells to add after each column, so that words fit above a line between neighbours in a row; the last gap is none."""
    extra = [0] * len(stacks)
    place = {node.id: (column, row) for column, stack in enumerate(stacks) for row, node in enumerate(stack)}
    for link in graph.links:
        if link.source not in place or link.target not in place:
            continue
        (left, one), (right, other) = sorted((place[link.source], place[link.target]))
        if right == left + 1 and (one == other or len(stacks[left]) != len(stacks[right])):
            extra[left] = max(extra[left], ceil((least(link.label) + 6) / CELL) - usual[left])
    for index in sorted(range(len(extra)), key=lambda index: extra[index]):
        extra[index] = extra[index] if extra[index] <= spare else 0
        spare -= extra[index]
    return extra


def _spread(needs: list[int], free: int) -> list[int]:
    """What is left over goes to the narrowest columns first, so that they come out alike."""
    widths = list(needs)
    for _ in range(free - sum(needs)):
        if min(widths) >= _WIDEST:
            break
        widths[widths.index(min(widths))] += 1
    return widths


def _share(gaps: list[int], spare: int) -> tuple[int, list[int]]:
    """Cells left of the first column, and the gaps with their share of `spare`; the last share stands right of the last column."""
    parts = len(gaps) + 1
    shares = [spare * (index + 1) // parts - spare * index // parts for index in range(parts)]
    return shares[0], [gap + share for gap, share in zip(gaps, shares[1:], strict=True)]


def _heights(stacks: list[list[Node]], widths: list[int]) -> list[int]:
    """Height of each row: its tallest box. Columns with fewer boxes stretch, and set no height."""
    count = max(map(len, stacks), default=0)
    full = [(stack, cells) for stack, cells in zip(stacks, widths, strict=True) if len(stack) == count]
    return [max(tall(stack[row], cells) for stack, cells in full) for row in range(count)]


def _rows(count: int, tops: list[int], highs: list[int], gap: int) -> list[tuple[int, int]]:
    """Where the boxes of a column stand; fewer boxes than rows share the whole height."""
    if count == len(tops):
        return [(top, top + high) for top, high in zip(tops, highs, strict=True)]
    total = tops[-1] + highs[-1] - tops[0]
    each = min((total - gap * (count - 1)) // max(count, 1), 2 * max(highs) + gap)
    # Boxes grow to twice a row at most; what is left over parts them, and a single box stands in the middle.
    room = total - each * count
    if count == 1:
        return [(tops[0] + room // 2, tops[0] + room // 2 + each)]
    starts = [tops[0] + index * each + index * room // (count - 1) for index in range(count)]
    return [(start, start + each) for start in starts]


def _flank_boxes(plan: Plan, frame: _Frame, area: Area, slots: dict[str, int]) -> dict[str, Cells]:
    """Boxes of the flank, each beside the row that its slot counts, and none on another."""
    edge = frame.left - frame.slack.side
    levels = _levels(plan, slots)
    found: dict[str, Cells] = {}
    y = _flank_head(frame, area)
    for identifier, slot in sorted(slots.items(), key=lambda pair: pair[1]):
        high = tall(frame.graph.node(identifier), edge - 2)
        y = max(y, levels[slot % len(levels)] - high // 2)
        found[identifier] = (1, y, edge - 1, y + high)
        y += high + 2
    floor = plan.height - 1
    for identifier, (x0, y0, x1, y1) in reversed(found.items()):
        lift = max(0, y1 - floor)
        found[identifier] = (x0, y0 - lift, x1, y1 - lift)
        floor = y0 - lift - 2
    head = _flank_head(frame, area)
    drop = max(0, head - min(box[1] for box in found.values()))
    return {identifier: (x0, y0 + drop, x1, y1 + drop) for identifier, (x0, y0, x1, y1) in found.items()}


def _levels(plan: Plan, slots: dict[str, int]) -> list[int]:
    """Middles of the rows of boxes, from the top."""
    return sorted({(box[1] + box[3]) // 2 for identifier, box in plan.boxes.items() if identifier not in slots})[: max(6, len(slots))]


# --- shorter lines ------------------------------------------------------------------------------------------------


def _cost(frame: _Frame, stacks: Stacks, slots: dict[str, int]) -> float:
    for band in frame.bands:
        if sum(least_cells(stacks, band)) > free_cells(band, _WIDTH - frame.left, frame.slack):
            return float("inf")
    plan = _lay(frame, stacks, slots)
    order = {node.id: index for index, node in enumerate(frame.graph.nodes)}
    moved = sum(order[a.id] > order[b.id] for zone in stacks.values() for a, b in pairwise(_by_row(zone)))
    return reach(plan, frame.graph.links, frame.slack) + 0.5 * plan.height + 0.3 * moved


def _by_row(zone: list[list[Node]]) -> list[Node]:
    return [stack[row] for row in range(max(map(len, zone))) for stack in zone if row < len(stack)]


def _settle(frame: _Frame, stacks: Stacks, slots: dict[str, int]) -> None:
    """Tries every exchange within a zone; keeps those that shorten the lines."""
    now = _cost(frame, stacks, slots) if any(any(zone) for zone in stacks.values()) else 0.0
    for _ in range(4):
        before = now
        for zone in stacks.values():
            for a, b in _exchanges(zone):
                _exchange(zone, a, b)
                trial = _cost(frame, stacks, slots)
                if trial < now - 1e-9:
                    now = trial
                else:
                    _exchange(zone, a, b)
        if now >= before:
            return


def _exchanges(zone: list[list[Node]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    places = [(column, row) for column, stack in enumerate(zone) for row in range(len(stack))]
    yield from combinations(places, 2)
    # Whole columns of different height change places, too: the row -1 stands for the column.
    yield from (((a, -1), (b, -1)) for a, b in combinations(range(len(zone)), 2) if len(zone[a]) != len(zone[b]))


def _exchange(zone: list[list[Node]], a: tuple[int, int], b: tuple[int, int]) -> None:
    if a[1] < 0:
        zone[a[0]], zone[b[0]] = zone[b[0]], zone[a[0]]
    else:
        zone[a[0]][a[1]], zone[b[0]][b[1]] = zone[b[0]][b[1]], zone[a[0]][a[1]]


def _settle_flank(frame: _Frame, stacks: Stacks, slots: dict[str, int]) -> None:
    """Gives the boxes of the flank the rows where their lines are shortest."""
    if not frame.flank:
        return
    plan = _lay(frame, stacks, slots)
    links = [link for link in frame.graph.links if link.source in slots or link.target in slots]
    levels = max(len(_levels(plan, slots)), len(slots))
    best: tuple[float, tuple[int, ...]] | None = None
    for choice in permutations(range(levels), len(slots)):
        plan.boxes |= _flank_boxes(plan, frame, frame.flank, dict(zip(slots, choice, strict=True)))
        rank = (reach(plan, links, frame.slack) + 0.05 * sum(a > b for a, b in pairwise(choice)), choice)
        if best is None or rank < best:
            best = rank
    if best:
        slots.update(zip(slots, best[1], strict=True))
