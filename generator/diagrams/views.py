"""What templates get: scenes with the words and addresses around them.

A view holds everything its template prints; it decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.diagrams.scene import Scene

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A kind of line in use: how it is drawn and what it is called."""

    style: str
    name: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation in words, for the table. `source` and `target` are (id, name, href)."""

    number: int
    source: tuple[str, str, str]
    target: tuple[str, str, str]
    kind: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class DrawingView:
    """A drawing in two widths with legend and table. `key` makes its ids unique on a page; `parts` are drawings of its zones, in large sites.

    `mermaid` is the same as text for people's own notes.
    """

    key: str
    subject: str
    scenes: tuple[tuple[str, Scene], ...]
    hrefs: dict[str, str]
    legend: tuple[LegendItem, ...]
    has_optional: bool
    relations: tuple[RelationRow, ...]
    hub: str = ""
    mermaid: str = ""
    parts: tuple[DrawingView, ...] = ()


ArchitectureView = DrawingView
