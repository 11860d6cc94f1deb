"""Words beside lines: each label finds free room next to its own line, or says that there is none.

Knows px, lines and rectangles; nothing of the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.diagrams.measure import width, wrap
from generator.diagrams.scene import Rect, Words

SIZE, LEAD = 12.0, 14.0
_RISE, _CLEAR, _AWAY = 10.5, 2.0, 3.0

Points = tuple[tuple[float, float], ...]


Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Board:
    """What takes up room in a drawing."""

    def __init__(self, wide: float, high: float, boxes: Sequence[Rect], ways: Sequence[Points], frames: Sequence[Rect]) -> None:
        self.wide, self.high = wide, high
        self.solid = [(box.x, box.y, box.right, box.bottom) for box in boxes]
        self.ways = [list(pairwise(way)) for way in ways]
        self.lines = [(index, _strip(a, b)) for index, way in enumerate(self.ways) for a, b in way]
        self.borders = [border for frame in frames for border in _outline(frame)]

    def free(self, area: Area, own: int | None = None, margin: float = _CLEAR, away: float = _AWAY) -> bool:
        """Whether nothing stands in `area`: no box, no other words, no line within `away` px."""
        left, top, right, bottom = area
        if left < 1 or top < 0 or right > self.wide - 1 or bottom > self.high:
            return False
        for a, b, c, d in self.solid:
            if left < c + margin and a < right + margin and top < d + margin and b < bottom + margin:
                return False
        return self.clear(area, own, away)

    def clear(self, area: Area, own: int | None, away: float) -> bool:
        """Whether every line keeps `away` px from the area; its own line one px."""
        left, top, right, bottom = area
        for index, (a, b, c, d) in self.lines:
            gap = away if index != own else 1
            if left < c + gap and a < right + gap and top < d + gap and b < bottom + gap:
                return False
        return True

    def take(self, area: Area) -> None:
        """Keeps others out of this area."""
        self.solid.append(area)

    def place(self, index: int, text: str, lines: int = 2) -> tuple[Words, ...] | None:
        """Puts the words beside line `index` and takes their room; None when there is no room."""
        best: tuple[float, Area, tuple[str, ...]] | None = None
        for count in range(1, lines + 1):
            rows = _rows(text, count)
            if not rows:
                continue
            wide, high = max(width(row, SIZE) for row in rows), LEAD * len(rows)
            for spot, price in sorted(self._spots(index, wide, high), key=lambda pair: pair[1]):
                cost = price + 8 * (count - 1)
                if best and cost >= best[0]:
                    break
                if not self.free(spot, index):
                    continue
                # Words between two lines belong to the nearer one, so they keep away from the others.
                cost += 25 * self._on_border(spot) + (0 if self.clear(spot, index, 12) else 12)
                if best is None or cost < best[0]:
                    best = (cost, spot, rows)
        if best is None:
            return None
        self.take(best[1])
        left, top, *_ = best[1]
        return tuple(Words(round(left), round(top + _RISE) + row * LEAD, part, "label") for row, part in enumerate(best[2]))

    def _spots(self, index: int, wide: float, high: float) -> Iterator[tuple[Area, float]]:
        way = self.ways[index]
        longest = max(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in way)
        for a, b in way:
            short = 0.3 * (longest - abs(a[0] - b[0]) - abs(a[1] - b[1]))
            for x, y, price in _beside(_strip(a, b), wide, high):
                area = (x, y, x + wide, y + high)
                yield area, price + short

    def _on_border(self, area: Area) -> int:
        left, top, right, bottom = area
        return sum(left < c + 3 and a < right + 3 and top < d + 3 and b < bottom + 3 for a, b, c, d in self.borders)


def _rows(text: str, count: int) -> tuple[str, ...] | None:
    if count == 1:
        return (text,)
    room = max((width(part, SIZE) for part in text.replace("·", "· ").split()), default=0)
    rows = wrap(text, max(room, width(text, SIZE) / 2 + 8), SIZE, lines=count)
    return rows if rows and len(rows) == count else None


def _beside(strip: Area, wide: float, high: float) -> Iterator[tuple[float, float, float]]:
    """Places along one stretch of a line: right of it, left of it, above, below; the middle is best."""
    left, top, right, bottom = strip
    if right - left > bottom - top:
        start, room = (left + right - wide) / 2, max(right - left - wide, 0) / 2 + 10
        for step in range(int(room // 4) + 1):
            for x in (start - 4 * step, start + 4 * step):
                yield x, top - high - 4, 4.0 * step
                yield x, bottom + 3, 4.0 * step + 4
        return
    start, room = (top + bottom - high) / 2, max(bottom - top - high, 0) / 2
    for step in range(int(room // 2) + 1):
        for y in (start - 2 * step, start + 2 * step):
            yield right + 5, y, 2.0 * step
            yield left - 5 - wide, y, 2.0 * step + 6


def _strip(a: tuple[float, float], b: tuple[float, float]) -> Area:
    return (min(a[0], b[0]) - 1, min(a[1], b[1]) - 1, max(a[0], b[0]) + 1, max(a[1], b[1]) + 1)


def _outline(frame: Rect) -> list[Area]:
    x, y, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    return [(x, y - 1, right, y + 1), (x, bottom - 1, right, bottom + 1), (x - 1, y, x + 1, bottom), (right - 1, y, right + 1, bottom)]
