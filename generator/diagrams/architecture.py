"""The architecture: every box, every relation, in a lying and a standing drawing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from generator.diagrams.draw import draw
from generator.diagrams.graph import Graph, graph, speaker, spine
from generator.diagrams.lying import lying
from generator.diagrams.place import Slack
from generator.diagrams.scene import Scene
from generator.diagrams.standing import standing
from generator.diagrams.views import ArchitectureView, Href, LegendItem, RelationRow
from generator.model import Site

WIDE = (
    Slack(side=6),
    Slack(side=5),
    Slack(side=6, zone=3),
    Slack(side=6, row=6, band=6, bent=20, blocked=8),
    Slack(side=4, zone=3, blocked=40),
    Slack(side=6, zone=4, row=6),
)
WIDER = tuple(Slack(column=3 + more, row=5 + more, band=5 + more, side=3 + more, margin=more) for more in range(1, 13))
NARROW = (Slack(margin=2), Slack(margin=3), Slack(margin=4))
NARROWER = tuple(Slack(margin=margin, row=5 + margin // 4) for margin in (4, 6, 8, 10, 12, 14, 16, 18, 20))


def architecture(site: Site, lang: str, href: Href, *, current: str | None = None) -> ArchitectureView:
    """The whole architecture. `href` gives the address of a box, `current` is the box the reader is at.

    Raises ContentError when a relation cannot be drawn.
    """
    whole = graph(site, lang)
    hub = spine(whole)
    scenes = tuple((name, _marked(scene, current)) for name, scene in drawings(whole, hub))
    subject = speaker(site, lang)(site.settings.subject)
    return view("architecture", subject, whole, scenes, href, hub or "")


@lru_cache(maxsize=32)
def drawings(whole: Graph, hub: str | None) -> tuple[tuple[str, Scene], ...]:
    """The lying and the standing drawing of a graph."""
    return ("wide", draw(whole, hub, lying, WIDE, WIDER)), ("narrow", draw(whole, hub, standing, NARROW, NARROWER))


def view(key: str, subject: str, whole: Graph, scenes: tuple[tuple[str, Scene], ...], href: Href, hub: str) -> ArchitectureView:
    """Scenes with the words around them."""
    styles: dict[str, LegendItem] = {}
    for link in whole.links:
        styles.setdefault(link.kind, LegendItem(link.style, link.kind_name))
    ids = [node.id for node in whole.nodes]
    hrefs = {identifier: href(identifier) for identifier in ids}
    names = {node.id: node.full for node in whole.nodes}
    rows = tuple(
        RelationRow(
            link.number,
            (link.source, names[link.source], hrefs[link.source]),
            (link.target, names[link.target], hrefs[link.target]),
            link.kind_name,
            link.label,
            link.detail,
        )
        for link in whole.links
    )
    return ArchitectureView(key, subject, scenes, hrefs, tuple(styles.values()), any(node.optional for node in whole.nodes), rows, names.get(hub, ""))


def _marked(scene: Scene, current: str | None) -> Scene:
    return replace(scene, boxes=tuple(replace(box, current=True) if box.id == current else box for box in scene.boxes))


def overview(whole: Graph) -> Scene:
    """The lying drawing alone, for a miniature."""
    return drawings(whole, spine(whole))[0][1]
