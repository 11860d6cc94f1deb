"""Words beside lines: each label finds free room next to its own line, or says that there is none.

Knows px, lines and rectangles; nothing of the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagrams.measure import width, wrap
from generator.diagrams.scene import Rect, Words

SIZE, LEAD = 12.0, 14.0
_RISE, _CLEAR = 10.0, 2.0

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label would stand."""

    rect: Rect
    lines: tuple[Words, ...]
    price: float


class Board:
    """What takes up room in a drawing."""

    def __init__(self, width_: float, height: float, boxes: Sequence[Rect], ways: Sequence[Points], frames: Sequence[Rect]) -> None:
        self.page = Rect(0, 0, width_, height)
        self.solid = list(boxes)
        self.lines = [[_strip(a, b) for a, b in zip(way, way[1:], strict=False)] for way in ways]
        self.borders = [strip for frame in frames for strip in _outline(frame)]

    def free(self, rect: Rect, own: int | None = None, margin: float = _CLEAR, away: float = 3) -> bool:
        """Whether nothing stands in `rect`: no box, no other words, no line."""
        inside = rect.x >= 1 and rect.y >= 0 and rect.right <= self.page.right - 1 and rect.bottom <= self.page.bottom
        if not inside or any(rect.meets(solid, margin) for solid in self.solid):
            return False
        return not any(rect.meets(strip, away if index != own else 1) for index, strips in enumerate(self.lines) for strip in strips)

    def place(self, index: int, text: str, *, lines: int = 2) -> tuple[Words, ...] | None:
        """Puts the words beside line `index` and takes their room; None when there is no room."""
        best: Spot | None = None
        for count in range(1, lines + 1):
            for spot in self._spots(index, text, count):
                price = spot.price + 8 * (count - 1)
                if best is not None and price >= best.price:
                    continue
                if self.free(spot.rect, index):
                    # Words between two lines belong to the nearer one, so they keep away from the others.
                    price += 0 if self.free(spot.rect, index, _CLEAR, 12) else 12
                    if best is None or price < best.price:
                        best = replace(spot, price=price)
        if best is None:
            return None
        self.solid.append(best.rect)
        return best.lines

    def _spots(self, index: int, text: str, count: int) -> Iterator[Spot]:
        rows = _rows(text, count)
        if rows is None:
            return
        wide, high = max(width(row, SIZE) for row in rows), LEAD * len(rows)
        strips = self.lines[index]
        longest = max(max(strip.width, strip.height) for strip in strips)
        for strip in strips:
            lying = strip.width > strip.height
            reach = strip.width if lying else strip.height
            for rect, price in _beside(strip, wide, high, lying):
                cost = price + 0.3 * (longest - reach) + sum(25 for border in self.borders if rect.meets(border, 3))
                baseline = rect.y + _RISE + 0.5
                words = tuple(Words(round(rect.x, 1), round(baseline + row * LEAD, 1), part, "label") for row, part in enumerate(rows))
                yield Spot(rect, words, cost)


def _rows(text: str, count: int) -> tuple[str, ...] | None:
    if count == 1:
        return (text,)
    room = max((width(part, SIZE) for part in text.replace("·", "· ").split()), default=0)
    rows = wrap(text, max(room, width(text, SIZE) / 2 + 8), SIZE, lines=count)
    return rows if rows and len(rows) == count else None


def _beside(strip: Rect, wide: float, high: float, lying: bool) -> Iterator[tuple[Rect, float]]:
    """Places along one stretch of a line: right of it, left of it, above, below; the middle is best."""
    if lying:
        middle = (strip.x + strip.right) / 2
        slack = max(strip.width - wide, 0) / 2 + 10
        for step in range(int(slack // 4) + 1):
            for x in {middle - wide / 2 - 4 * step, middle - wide / 2 + 4 * step}:
                yield Rect(x, strip.y - high - 4, wide, high), 4 * step + 0.0
                yield Rect(x, strip.bottom + 3, wide, high), 4 * step + 4.0
        return
    middle = (strip.y + strip.bottom) / 2
    slack = max(strip.height - high, 0) / 2
    for step in range(int(slack // 2) + 1):
        for y in {middle - high / 2 - 2 * step, middle - high / 2 + 2 * step}:
            yield Rect(strip.right + 5, y, wide, high), 2 * step + 0.0
            yield Rect(strip.x - 5 - wide, y, wide, high), 2 * step + 6.0


def _strip(a: tuple[float, float], b: tuple[float, float]) -> Rect:
    return Rect(min(a[0], b[0]) - 1, min(a[1], b[1]) - 1, abs(a[0] - b[0]) + 2, abs(a[1] - b[1]) + 2)


def _outline(frame: Rect) -> list[Rect]:
    return [
        Rect(frame.x, frame.y - 1, frame.width, 2),
        Rect(frame.x, frame.bottom - 1, frame.width, 2),
        Rect(frame.x - 1, frame.y, 2, frame.height),
        Rect(frame.right - 1, frame.y, 2, frame.height),
    ]
