"""The vocabulary of drawings: frozen shapes with numbers and words. Templates turn them into SVG.

Knows no markup, no colour and no file; a shape says what it is, the style sheet says how that looks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def meets(self, other: Rect, margin: float = 0) -> bool:
        """Whether the two come closer than `margin`."""
        return self.x < other.right + margin and other.x < self.right + margin and self.y < other.bottom + margin and other.y < self.bottom + margin


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. `role` is name, tag, mark, label or zone; `x` is where it starts, or ends with `end`, or its middle."""

    x: float
    y: float
    text: str
    role: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A component, or whatever stands for one. `form` is plain, hub, rail or focus; `cap` is the head of a rail."""

    id: str
    name: str
    about: str
    tone: int
    rect: Rect
    lines: tuple[Words, ...]
    form: str = "plain"
    optional: bool = False
    current: bool = False
    cap: float = 0
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """The frame around the boxes of a zone, with its sign and words."""

    id: str
    tone: int
    rect: Rect
    sign: tuple[float, float]
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line with an arrowhead at its last point. `relations` are the numbers of what it stands for."""

    relations: tuple[int, ...]
    style: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One drawing, in the order in which it is read.

    `unplaced` are relations whose words found no room beside their line, `told` those that stand in words in the box they start from.
    """

    width: float
    height: float
    zones: tuple[Zone, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    labels: tuple[Words, ...]
    unplaced: tuple[int, ...] = ()
    told: tuple[int, ...] = ()

    def inside(self, zone: str) -> tuple[Box, ...]:
        """The boxes of a zone."""
        return tuple(box for box in self.boxes if box.zone == zone)

    def outside(self) -> tuple[Box, ...]:
        """Boxes of zones that are not drawn."""
        drawn = {zone.id for zone in self.zones}
        return tuple(box for box in self.boxes if box.zone not in drawn)
