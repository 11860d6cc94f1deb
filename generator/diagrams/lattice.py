"""Orthogonal lines between boxes on a lattice of 8 px cells: never through a box, never on top of each other.

Knows cells only. A line runs along the middle of cells; a box is a rectangle of whole cells.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from math import inf

CELL = 8
_BEND, _CROSS, _CLOSE, _FRAME, _HEAD, _OFF = 5.0, 7.0, 0.7, 0.4, 2.5, 0.35

Cells = tuple[int, int, int, int]
"""x0, y0, x1, y1 in cells; the last two are outside."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A line to be routed. `leave` and `reach` are where on the sides it should stand: (side, fraction), or None."""

    source: str
    target: str
    leave: tuple[str, float] | None = None
    reach: tuple[str, float] | None = None


@lru_cache(maxsize=64)
def _neighbours(width: int, height: int) -> list[tuple[int, ...]]:
    """For each state the next ones straight ahead and straight back. A state is a cell for lines along a row; `size` more, along a column."""
    size = width * height
    cells = range(size)
    lying = [tuple(other for other in (cell - 1, cell + 1) if 0 <= other < size and other // width == cell // width) for cell in cells]
    standing = [tuple(other + size for other in (cell - width, cell + width) if 0 <= other < size) for cell in cells]
    return lying + standing


class Lattice:
    """The cells of one drawing, and what stands or runs in them."""

    def __init__(self, width: int, height: int, boxes: Mapping[str, Cells], frames: Sequence[Cells], heads: Sequence[Cells]) -> None:
        self.width, self.height = width, height
        # Above 1 a line is found sooner, and may be a little longer than it need be.
        self.haste = 1.0
        size = width * height
        self.boxes = boxes
        # Bit 1: no horizontal line here; bit 2: no vertical one.
        self.closed = bytearray(size)
        self.cost = ([1.0] * size, [1.0] * size)
        self.size = size
        # One row more than there is, so that a look beside the last row finds nothing.
        self.used = (bytearray(size + width), bytearray(size + width))
        self._steps = _neighbours(width, height)
        self._distances: dict[Cells, list[float]] = {}
        self._prices: list[float] = []
        for box in boxes.values():
            self._wall(box)
        for frame in frames:
            self._frame(frame)
        for x0, y0, x1, y1 in heads:
            for y in range(y0, y1):
                for x in range(x0, x1):
                    self.cost[0][y * width + x] += _HEAD * 4
                    self.cost[1][y * width + x] += _HEAD

    def _close(self, x: int, y: int, bits: int) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self.closed[y * self.width + x] |= bits

    def _wall(self, box: Cells) -> None:
        x0, y0, x1, y1 = box
        for y in range(y0, y1):
            for x in range(x0, x1):
                self._close(x, y, 3)
        # Beside a box only its own ports may stand: a line along the border would read as part of it.
        for x in range(x0, x1):
            self._close(x, y0 - 1, 1)
            self._close(x, y1, 1)
        for y in range(y0, y1):
            self._close(x0 - 1, y, 2)
            self._close(x1, y, 2)

    def _frame(self, frame: Cells) -> None:
        x0, y0, x1, y1 = frame
        for x in range(max(x0, 0), min(x1, self.width)):
            for y in (y0 - 1, y0, y1 - 1, y1):
                if 0 <= y < self.height:
                    self.cost[0][y * self.width + x] += _FRAME
        for y in range(max(y0, 0), min(y1, self.height)):
            for x in (x0 - 1, x0, x1 - 1, x1):
                if 0 <= x < self.width:
                    self.cost[1][y * self.width + x] += _FRAME

    def shut(self, cells: Cells) -> None:
        """Lets no line through these cells."""
        for y in range(cells[1], cells[3]):
            for x in range(cells[0], cells[2]):
                self._close(x, y, 3)

    def _price(self, cell: int, along: int) -> float:
        """What it costs a line to run through a cell; infinite when it may not."""
        same = self.used[along]
        if self.closed[cell] >> along & 1 or same[cell]:
            return inf
        price = self.cost[along][cell]
        if self.used[1 - along][cell]:
            price += _CROSS
        beside = 1 if along else self.width
        return price + _CLOSE if same[cell - beside] or same[cell + beside] else price

    def ports(self, box: str, want: tuple[str, float] | None) -> dict[int, float]:
        """Where a line may leave a box: state (cell and direction) → cost."""
        x0, y0, x1, y1 = self.boxes[box]
        found: dict[int, float] = {}
        sides = (
            ("top", 1, [(x, y0 - 1) for x in range(x0, x1)]),
            ("bottom", 1, [(x, y1) for x in range(x0, x1)]),
            ("left", 0, [(x0 - 1, y) for y in range(y0, y1)]),
            ("right", 0, [(x1, y) for y in range(y0, y1)]),
        )
        for side, along, cells in sides:
            last = len(cells) - 1
            fraction = want[1] if want and want[0] == side else 0.5
            middle = fraction * len(cells) - 0.5
            off, elsewhere = (_OFF, float(want[0] != side)) if want else (0.02, 0.0)
            step = 1 if along else self.width
            same, across = self.used[along], self.used[1 - along]
            for index, (x, y) in enumerate(cells):
                if not (0 <= x < self.width and 0 <= y < self.height) or (last >= 2 and index in {0, last}):
                    continue
                cell = y * self.width + x
                if self.closed[cell] >> along & 1 or same[cell] or across[cell]:
                    continue
                # Right beside another line it costs more.
                crowd = 3.0 * (same[cell - step] + same[cell + step])
                found[cell + along * self.size] = off * abs(index - middle) + elsewhere + crowd
        return found

    def route(self, wire: Wire) -> tuple[tuple[int, int], ...] | None:
        """The cheapest way for a line, as its corner cells, or None."""
        starts, goals = self.ports(wire.source, wire.leave), self.ports(wire.target, wire.reach)
        if not starts or not goals:
            return None
        trail = self._search(starts, goals, self.boxes[wire.target])
        return self._corners(trail) if trail else None

    def _search(self, starts: dict[int, float], goals: dict[int, float], target: Cells) -> list[int] | None:  # noqa: C901 - one hot loop, kept whole for speed
        """A* over states. Returns those from a start to a goal."""
        size, steps, ahead = self.size, self._steps, self._ahead(target)
        if not self._prices:
            self._prices = [self._price(cell, along) for along in (0, 1) for cell in range(size)]
        prices = self._prices
        best, parent = [inf] * (2 * size), [-1] * (2 * size)
        for state, cost in starts.items():
            best[state] = cost
        queue = sorted((cost + ahead[state], cost, state) for state, cost in starts.items())
        least, finish = inf, -1
        while queue:
            guess, cost, state = heappop(queue)
            if guess >= least:
                break
            if cost > best[state]:
                continue
            if state in goals and cost + goals[state] < least:
                least, finish = cost + goals[state], state
            for reached in steps[state]:
                price = cost + prices[reached]
                if price < best[reached]:
                    best[reached] = price
                    parent[reached] = state
                    heappush(queue, (price + ahead[reached], price, reached))
            # A corner needs a cell of its own, or two lines would seem to join.
            turned, price = state - size if state >= size else state + size, cost + _BEND
            if price < best[turned] and prices[turned] < inf:
                best[turned] = price
                parent[turned] = state
                heappush(queue, (price + ahead[turned], price, turned))
        if finish < 0:
            return None
        trail = [finish]
        while parent[trail[-1]] >= 0:
            trail.append(parent[trail[-1]])
        return trail[::-1]

    def _ahead(self, target: Cells) -> list[float]:
        """For each state, the least that is left to go: the way to the target, and a corner when it does not lie straight ahead."""
        if target not in self._distances:
            self._distances[target] = self._measure(target)
        return self._distances[target]

    def _measure(self, target: Cells) -> list[float]:
        x0, y0, x1, y1 = target[0] - 1, target[1] - 1, target[2], target[3]
        across = [max(x0 - x, x - x1, 0) for x in range(self.width)]
        corner = [_BEND if one else 0.0 for one in across]
        lying: list[float] = []
        standing: list[float] = []
        for y in range(self.height):
            down = max(y0 - y, y - y1, 0)
            more = down + (_BEND if down else 0.0)
            lying += [one + more for one in across]
            standing += [one + bend + down for one, bend in zip(across, corner, strict=True)]
        return [self.haste * one for one in lying + standing]

    def _corners(self, trail: list[int]) -> tuple[tuple[int, int], ...]:
        """First cell, cells where the line turns, last cell."""
        cells = [state % self.size for state in trail]
        kept = [cells[0]]
        kept += [one for one, following in itertools.pairwise(cells) if one == following]
        kept.append(cells[-1])
        return tuple((cell % self.width, cell // self.width) for cell in kept)

    def occupy(self, corners: Sequence[tuple[int, int]], sides: tuple[int, int], value: int = 1) -> None:
        """Marks the cells of a line as taken, or with `value` 0 as free again. `sides` are the directions of its two ends."""
        if len(corners) == 2 and corners[0] == corners[1]:
            self._mark(corners[0][1] * self.width + corners[0][0], sides[0], value)
        for (ax, ay), (bx, by) in itertools.pairwise(corners):
            if (ax, ay) == (bx, by):
                continue
            for y in range(min(ay, by), max(ay, by) + 1):
                for x in range(min(ax, bx), max(ax, bx) + 1):
                    self._mark(y * self.width + x, int(ax == bx), value)

    def _mark(self, cell: int, along: int, value: int) -> None:
        """Takes or frees a cell for one direction, and tells those whose price depends on it."""
        self.used[along][cell] = value
        if not self._prices:
            return
        beside = 1 if along else self.width
        for one in (cell, cell - beside, cell + beside):
            if 0 <= one < self.size:
                self._prices[one + along * self.size] = self._price(one, along)
        self._prices[cell + (1 - along) * self.size] = self._price(cell, 1 - along)
