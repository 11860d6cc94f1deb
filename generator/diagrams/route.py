"""Lays all lines of a drawing on its lattice: the short ones first, those without a way again before the others."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagrams.lattice import CELL, Cells, Lattice, Wire

_HOPELESS = 3
"""More lines than these without a way, and another order will not help."""


class UnroutableError(Exception):
    """Some lines found no way. `wires` are their indexes."""

    def __init__(self, wires: Sequence[int]) -> None:
        self.wires = tuple(wires)
        super().__init__(f"no way for {len(self.wires)} lines")


def connect(lattice: Lattice, wires: Sequence[Wire], rounds: int = 2) -> list[tuple[tuple[float, float], ...]]:
    """A way for every wire, as points in px from border to border. Raises UnroutableError when some find none."""
    order = sorted(range(len(wires)), key=lambda index: (_distance(lattice, wires[index]), index))
    ways: dict[int, tuple[tuple[int, int], ...]] = {}
    for _ in range(rounds + 1):
        failed = []
        for index in order:
            if not _lay(lattice, wires, ways, index):
                failed.append(index)
            if len(failed) > _HOPELESS:
                raise UnroutableError(failed)
        if not failed:
            break
        # Lines without a way go first next time; everything is laid anew.
        for index in list(ways):
            _lift(lattice, wires, ways, index)
        order = failed + [index for index in order if index not in failed]
    else:
        raise UnroutableError(failed)
    for _ in range(2):
        before = dict(ways)
        # With all others in place, a line with corners may find a better way.
        for index in [index for index in order if len(ways[index]) > 2]:
            _lift(lattice, wires, ways, index)
            _lay(lattice, wires, ways, index)
        if ways == before:
            break
    return [_points(lattice, wires[index], ways[index]) for index in range(len(wires))]


def _lay(lattice: Lattice, wires: Sequence[Wire], ways: dict[int, tuple[tuple[int, int], ...]], index: int) -> bool:
    way = lattice.route(wires[index])
    if way:
        ways[index] = way
        lattice.occupy(way, _sides(lattice, wires[index], way))
    return way is not None


def _lift(lattice: Lattice, wires: Sequence[Wire], ways: dict[int, tuple[tuple[int, int], ...]], index: int) -> None:
    way = ways.pop(index)
    lattice.occupy(way, _sides(lattice, wires[index], way), 0)
    # Crossing lines share cells, but each marks its own direction, so nothing else is freed.


def _side(box: Cells, cell: tuple[int, int]) -> str:
    if cell[1] < box[1]:
        return "top"
    if cell[1] >= box[3]:
        return "bottom"
    return "left" if cell[0] < box[0] else "right"


def _sides(lattice: Lattice, wire: Wire, way: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first, last = _side(lattice.boxes[wire.source], way[0]), _side(lattice.boxes[wire.target], way[-1])
    return int(first in {"top", "bottom"}), int(last in {"top", "bottom"})


def _points(lattice: Lattice, wire: Wire, way: Sequence[tuple[int, int]]) -> tuple[tuple[float, float], ...]:
    """Middles of the corner cells, with both ends drawn out to the borders of the boxes."""
    inner = [((x + 0.5) * CELL, (y + 0.5) * CELL) for x, y in way]
    ends = []
    for box, cell, (x, y) in ((lattice.boxes[wire.source], way[0], inner[0]), (lattice.boxes[wire.target], way[-1], inner[-1])):
        border = {"top": (x, box[1] * CELL), "bottom": (x, box[3] * CELL), "left": (box[0] * CELL, y), "right": (box[2] * CELL, y)}
        end = border[_side(box, cell)]
        ends.append((float(end[0]), float(end[1])))
    # Straight through: only the ends count.
    between = inner[1:-1] if len(way) > 2 else []
    return (ends[0], *between, ends[1])


def _distance(lattice: Lattice, wire: Wire) -> int:
    a, b = lattice.boxes[wire.source], lattice.boxes[wire.target]
    across = max(a[0] - b[2], b[0] - a[2], 0)
    down = max(a[1] - b[3], b[1] - a[3], 0)
    return across + down + (20 if across and down else 0)
