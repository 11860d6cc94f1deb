"""One box and its neighbours: who opens a connection to it at the left, what it calls at the right.

Every relation is a straight line with its own row, so nothing has to be routed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.diagrams import scene
from generator.diagrams.architecture import NARROW, NARROWER, view
from generator.diagrams.boxes import words
from generator.diagrams.draw import draw
from generator.diagrams.graph import Graph, Link, Node, graph, spoken
from generator.diagrams.labels import SIZE
from generator.diagrams.measure import least, width, wrap
from generator.diagrams.place import LEAD, NAME, PAD, tall
from generator.diagrams.scene import Rect, Words
from generator.diagrams.standing import standing
from generator.diagrams.views import DrawingView, Href
from generator.model import Site

_WIDTH, _ROW, _GAP = 688, 48, 12
_SIDE, _FOCUS = 184, 136


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A box beside the focus, and the lines between the two."""

    node: Node
    links: tuple[Link, ...]


def around(site: Site, lang: str, component_id: str, href: Href) -> DrawingView | None:
    """The neighbours of a box in a lying and a standing drawing; None when it has no relations."""
    whole = graph(site, lang)
    links = tuple(link for link in whole.links if component_id in {link.source, link.target})
    if not links:
        return None
    part = whole.only({end for link in links for end in (link.source, link.target)}, links)
    spoken(site, lang, part)
    scenes = _drawings(part, component_id)
    return view(f"around-{component_id}", whole.node(component_id).full, part, scenes, href, component_id)


@lru_cache(maxsize=256)
def _drawings(part: Graph, focus: str) -> tuple[tuple[str, scene.Scene], ...]:
    return ("wide", _star(part, focus)), ("narrow", draw(part, focus, standing, NARROW, NARROWER))


def _star(part: Graph, focus: str) -> scene.Scene:
    """Callers at the left, the called at the right; a neighbour that is both stands where its first relation puts it."""
    sides: tuple[list[_Neighbour], list[_Neighbour]] = ([], [])
    for node in part.nodes:
        links = tuple(link for link in part.links if node.id in {link.source, link.target})
        if node.id != focus:
            sides[links[0].source == focus].append(_Neighbour(node, links))
    height = max(sum(map(_high, side)) + _GAP * (len(side) - 1) for side in sides if side)
    # With neighbours on one side only, the focus takes the place of the other side.
    left, right = (_SIDE, _WIDTH - _SIDE)
    centre = Rect((_WIDTH - _FOCUS) / 2, 0, _FOCUS, height)
    if not sides[0]:
        centre = Rect(0, 0, _SIDE, height)
    elif not sides[1]:
        centre = Rect(right, 0, _SIDE, height)
    boxes: list[scene.Box] = []
    edges: list[scene.Edge] = []
    labels: list[Words] = []
    unplaced: list[int] = []
    for at, side in enumerate(sides):
        y = (height - sum(map(_high, side)) - _GAP * (len(side) - 1)) / 2
        for one in side:
            rect = Rect(right if at else 0, y, _SIDE, _high(one))
            boxes.append(scene.Box(one.node.id, one.node.name, one.node.tag, one.node.tone, rect, words(one.node, rect), optional=one.node.optional))
            ends = (centre.right, right) if at else (left, centre.x)
            for index, link in enumerate(one.links):
                level = y + rect.height * (index + 0.5) / len(one.links)
                forward = (link.source == focus) == bool(at)
                points = ((ends[0], level), (ends[1], level)) if forward else ((ends[1], level), (ends[0], level))
                edges.append(scene.Edge((link.number,), link.style, points))
                found = _label(link.label, ends, level)
                labels += found
                unplaced += [] if found else [link.number]
            y += rect.height + _GAP
    node = part.node(focus)
    boxes.insert(
        len(sides[0]), scene.Box(node.id, node.name, node.tag, node.tone, centre, _focus_words(node, centre), "hub", node.optional, current=True)
    )
    return scene.Scene(_WIDTH, height, (), tuple(boxes), tuple(edges), tuple(labels), tuple(unplaced))


def _high(one: _Neighbour) -> float:
    return max(_ROW * len(one.links), tall(one.node, _SIDE // 8) * 8)


def _focus_words(node: Node, rect: Rect) -> tuple[Words, ...]:
    """The name in the middle of the box."""
    rows = wrap(node.name, rect.width - 2 * PAD, NAME, bold=True, lines=4) or (node.name,)
    top = rect.y + (rect.height - len(rows) * LEAD) / 2 + 11.5
    return tuple(Words(rect.x + rect.width / 2, round(top + index * LEAD, 1), row, "name", "mid") for index, row in enumerate(rows))


def _label(text: str, ends: tuple[float, float], level: float) -> tuple[Words, ...]:
    """The words above the line, on two lines when they are long."""
    free = ends[1] - ends[0] - 12
    rows = (text,) if width(text, SIZE) <= free else wrap(text, max(least(text, SIZE), 1), SIZE)
    if not rows or max(width(row, SIZE) for row in rows) > free:
        return ()
    middle = (ends[0] + ends[1]) / 2
    # Two lines stand on both sides of the line, so that rows stay close together.
    levels = (level - 6,) if len(rows) == 1 else (level - 6, level + 15)
    return tuple(Words(middle, round(y, 1), row, "label", "mid") for y, row in zip(levels, rows, strict=True))
