"""Which zones stand side by side in the lying drawing, and in how many columns their boxes.

Counts cells; where exactly things stand is for `lying` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil

from generator.diagrams.graph import Area, Graph, Node
from generator.diagrams.place import Slack, room

_MOST_COLUMNS = 7

Stacks = dict[str, list[list[Node]]]
"""The columns of each zone, top to bottom."""


@dataclass(frozen=True, slots=True)
class Band:
    """Zones side by side, and how many columns each has."""

    areas: tuple[Area, ...]
    columns: tuple[int, ...]


def arrange(graph: Graph, areas: Sequence[Area], hub: str | None, span: int, slack: Slack) -> tuple[list[Band], Stacks]:
    """The zones in as few rows of boxes as fit. The hub's zone has a band of its own."""
    runs: list[list[Area]] = [[]]
    for area in areas:
        runs += [[area], []] if hub and area.id == graph.node(hub).zone else []
        if not (hub and area.id == graph.node(hub).zone):
            runs[-1].append(area)
    bands: list[Band] = []
    stacks: Stacks = {}
    for run in filter(None, runs):
        for band, columns in _pack(graph, run, hub, span, slack):
            bands.append(band)
            stacks |= columns
    return bands, stacks


def _pack(graph: Graph, run: list[Area], hub: str | None, span: int, slack: Slack) -> list[tuple[Band, Stacks]]:
    """Splits the zones of a run into bands: the split with the fewest rows in all, then the fewest bands."""
    best: tuple[tuple[int, int], list[tuple[Band, Stacks]]] | None = None
    joints = range(1, len(run))
    # Beyond seven zones only neighbours in pairs are tried: the number of splits doubles with each zone.
    cuts = [cut for size in range(len(run)) for cut in combinations(joints, size)] if len(run) <= 7 else [tuple(joints[1::2]), tuple(joints)]
    for cut in cuts:
        edges = (0, *cut, len(run))
        fits = [_fit(graph, run[a:b], hub, span, slack) for a, b in pairwise(edges)]
        found = [one for one in fits if one]
        if len(found) < len(fits):
            continue
        high = sum(max(len(stack) for zone in stacks.values() for stack in zone) for _, stacks in found)
        rank = (high + len(found), len(found))
        if best is None or rank < best[0]:
            best = (rank, found)
    return best[1] if best else [one for area in run for one in [_fit(graph, [area], hub, span, slack)] if one]


def _fit(graph: Graph, areas: list[Area], hub: str | None, span: int, slack: Slack) -> tuple[Band, Stacks] | None:
    """The zones side by side with the fewest rows that fit, or None. One zone alone always fits."""
    groups = {area.id: [node for node in graph.inside(area.id) if node.id != hub] for area in areas}
    most = max(map(len, groups.values()))
    # Five boxes in a row leave their lines no way but over the heads; a crown of the hub has the bar beneath it.
    fewest = 1 if sum(map(len, groups.values())) <= 3 or (hub and any(area.id == graph.node(hub).zone for area in areas)) else 2
    for rows in range(fewest, max(most, fewest) + 1):
        stacks: Stacks = {}
        for identifier, group in groups.items():
            count = max(1, ceil(len(group) / rows))
            stacks[identifier] = [group[index::count] for index in range(count)]
        band = Band(tuple(areas), tuple(len(stacks[area.id]) for area in areas))
        if sum(band.columns) <= _MOST_COLUMNS and sum(least_cells(stacks, band)) <= free_cells(band, span, slack):
            return band, stacks
    return (band, stacks) if len(areas) == 1 else None


def least_cells(stacks: Stacks, band: Band) -> list[int]:
    """The fewest cells of each column of a band."""
    return [max((room(node) for node in stack), default=1) for area in band.areas for stack in stacks[area.id]]


def free_cells(band: Band, span: int, slack: Slack) -> int:
    """Cells for the columns of a band, between its paddings and gaps."""
    zones = len(band.areas)
    return span - 2 * zones - 2 * slack.margin - slack.zone * (zones - 1) - slack.column * (sum(band.columns) - zones)
