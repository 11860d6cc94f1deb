"""How much room words need, and what the two planners share: everything in cells of the lattice.

Knows graph and measures; the planners `lying` and `standing` decide where things go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil

from generator.diagrams.graph import Link, Node
from generator.diagrams.lattice import CELL, Cells
from generator.diagrams.measure import least, width, wrap

NAME, TAG, LEAD, PAD = 12.5, 12.0, 15, 8
HEAD, TITLE = 3, 28
"""Cells above the first box of a zone, for the words of the zone; px around those words."""


@dataclass(frozen=True, slots=True)
class Slack:
    """How far apart things stand, in cells; and what a bent or a blocked line costs, in cells of length.

    With `listed`, lines between boxes that are no neighbours are left out, and told in words in the box they start from.
    """

    column: int = 3
    row: int = 5
    zone: int = 2
    band: int = 5
    side: int = 3
    margin: int = 0
    bent: int = 12
    blocked: int = 14
    listed: bool = False


@dataclass(slots=True)
class Plan:
    """Places in cells. `frames` are zones; with `rail` the hub stands at the left of everything. `told` are links in words, by their source."""

    width: int
    height: int = 0
    boxes: dict[str, Cells] = field(default_factory=dict)
    frames: dict[str, Cells] = field(default_factory=dict)
    hub: str | None = None
    rail: bool = False
    told: dict[str, list[Link]] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def room(node: Node) -> int:
    """The fewest cells in which name and tag of a box fit on two lines each."""
    widest = max(least(node.name, NAME, bold=True), least(node.tag, TAG))
    return ceil((widest + 2 * PAD) / CELL)


@lru_cache(maxsize=4096)
def rows(node: Node, cells: int) -> int:
    """How many lines the words of a box take at that width."""
    space = cells * CELL - 2 * PAD
    pairs = ((node.name, NAME, True), (node.tag, TAG, False))
    return sum(len(wrap(words, space, size, bold=bold, lines=4) or ("",) * 4) for words, size, bold in pairs)


def tall(node: Node, cells: int) -> int:
    """The height of a box at that width, in cells."""
    return ceil((rows(node, cells) * LEAD + 15) / CELL)


def told(link: Link, name: str, space: float) -> tuple[str, ...]:
    """A relation in words, for the box it starts from. `name` is that of its target."""
    return wrap(f"→ {name}: {link.label}", space, TAG, lines=6) or (f"→ {name}",)


def compact(node: Node, cells: int) -> bool:
    """Whether name and tag fit beside each other."""
    return width(node.name, NAME, bold=True) + width(node.tag) + 2 * PAD + 10 <= cells * CELL


def title(name: str, note: str, space: float) -> tuple[str, ...]:
    """The words of a zone: name and note on one line, or the name on as many as it needs. `space` is the width of the zone in px."""
    whole = f"{name} · {note}" if note else name
    if width(whole, NAME, bold=True) + TITLE <= space:
        return (whole,)
    return wrap(name, space - TITLE, NAME, bold=True, lines=3) or (name,)


def reach(plan: Plan, links: Sequence[Link], slack: Slack) -> float:
    """How long and how bent the lines will be, roughly."""
    return sum(_reach(plan, link, slack) for link in links if link.source in plan.boxes and link.target in plan.boxes)


def _reach(plan: Plan, link: Link, slack: Slack) -> float:
    a, b = plan.boxes[link.source], plan.boxes[link.target]
    across, down = max(a[0], b[0]) - min(a[2], b[2]), max(a[1], b[1]) - min(a[3], b[3])
    if across > -2 and down > -2:
        return max(across, 0) + max(down, 0) + slack.bent
    if across <= -2:
        lane = (max(a[0], b[0]), min(a[3], b[3]), min(a[2], b[2]), max(a[1], b[1]))
    else:
        lane = (min(a[2], b[2]), max(a[1], b[1]), max(a[0], b[0]), min(a[3], b[3]))
    blocked = sum(1 for c in plan.boxes.values() if c[0] < lane[2] and lane[0] < c[2] and c[1] < lane[3] and lane[1] < c[3])
    return max(across, down) + slack.blocked * blocked
