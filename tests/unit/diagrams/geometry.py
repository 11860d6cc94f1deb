"""What must never happen in a drawing, measured on its numbers alone."""

from __future__ import annotations

from itertools import combinations, pairwise

from generator.diagrams.measure import width
from generator.diagrams.scene import Rect, Scene, Words

SIZES = {"name": (12.5, True), "zone": (12.5, True)}


def area_of(words: Words) -> Rect:
    """The most room a line of text can take."""
    size, bold = SIZES.get(words.role, (12.0, False))
    wide = width(words.text, size, bold=bold)
    x = words.x - {"end": wide, "mid": wide / 2}.get(words.anchor, 0)
    return Rect(x, words.y - 10, wide, 12)


def strips(points):
    for (ax, ay), (bx, by) in pairwise(points):
        yield Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))


def inside(inner: Rect, outer: Rect, slack: float = 0.5) -> bool:
    return inner.x >= outer.x - slack and inner.y >= outer.y - slack and inner.right <= outer.right + slack and inner.bottom <= outer.bottom + slack


def crosses(strip: Rect, rect: Rect, margin: float = 0) -> bool:
    """Whether a stretch of a line runs through the inner part of a rectangle."""
    return (
        strip.x < rect.right + margin - 0.01
        and rect.x < strip.right + margin + 0.01
        and strip.y < rect.bottom + margin - 0.01
        and rect.y < strip.bottom + margin + 0.01
        and strip.right > rect.x - margin + 0.01
        and strip.bottom > rect.y - margin + 0.01
    )


def faults(scene: Scene) -> list[str]:
    """Everything that is wrong with a drawing."""
    page = Rect(0, 0, scene.width, scene.height)
    found = [f"{box.id} leaves the page" for box in scene.boxes if not inside(box.rect, page)]
    found += [f"boxes {a.id} and {b.id} overlap" for a, b in combinations(scene.boxes, 2) if a.rect.meets(b.rect)]
    found += [f"zones {a.id} and {b.id} overlap" for a, b in combinations(scene.zones, 2) if a.rect.meets(b.rect)]
    for box in scene.boxes:
        found += [f"'{line.text}' overflows {box.id}" for line in box.lines if not inside(area_of(line), box.rect)]
        own = [area_of(line) for line in box.lines]
        found += [f"words of {box.id} overlap" for a, b in combinations(own, 2) if a.meets(b, -1)]
    for edge in scene.edges:
        for strip in strips(edge.points):
            found += [f"line {edge.relations} runs through {box.id}" for box in scene.boxes if crosses(strip, box.rect)]
            found += [f"line {edge.relations} leaves the page" for _ in [0] if not inside(strip, page)]
        ends = [any(touches(point, box.rect) for box in scene.boxes) for point in (edge.points[0], edge.points[-1])]
        found += [f"line {edge.relations} ends in the air" for end in ends if not end]
    for a, b in combinations(scene.edges, 2):
        found += [
            f"lines {a.relations} and {b.relations} lie on each other" for one in strips(a.points) for two in strips(b.points) if overlaid(one, two)
        ]
    texts = [*scene.labels, *(line for zone in scene.zones for line in zone.lines)]
    rects = [area_of(line) for line in texts]
    for line, rect in zip(texts, rects, strict=True):
        found += [f"'{line.text}' leaves the page" for _ in [0] if not inside(rect, page)]
        found += [f"'{line.text}' stands on {box.id}" for box in scene.boxes if rect.meets(box.rect)]
        found += [f"'{line.text}' is crossed by {edge.relations}" for edge in scene.edges for strip in strips(edge.points) if crosses(strip, rect)]
    found += [f"'{a.text}' and '{b.text}' overlap" for (a, x), (b, y) in combinations(zip(texts, rects, strict=True), 2) if x.meets(y, -1)]
    found += [f"'{line.text}' leaves {zone.id}" for zone in scene.zones for line in zone.lines if not inside(area_of(line), zone.rect)]
    return found


def touches(point, rect: Rect) -> bool:
    x, y = point
    on_x = rect.x - 0.01 <= x <= rect.right + 0.01
    on_y = rect.y - 0.01 <= y <= rect.bottom + 0.01
    return on_x and on_y and (min(abs(x - rect.x), abs(x - rect.right)) < 0.01 or min(abs(y - rect.y), abs(y - rect.bottom)) < 0.01)


def overlaid(a: Rect, b: Rect) -> bool:
    """Two stretches of the same direction on one line that share more than a point, or nearly so."""
    if a.width and b.width:
        return abs(a.y - b.y) < 4 and min(a.right, b.right) - max(a.x, b.x) > 0
    if a.height and b.height:
        return abs(a.x - b.x) < 4 and min(a.bottom, b.bottom) - max(a.y, b.y) > 0
    return False
