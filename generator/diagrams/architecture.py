"""The architecture: every box, every relation, in a lying and a standing drawing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from generator.diagrams.draw import draw
from generator.diagrams.graph import Graph, graph, speaker, spine, spoken
from generator.diagrams.lying import lying
from generator.diagrams.mermaid import flowchart
from generator.diagrams.overview import LARGE, others_as_boxes, zones_as_boxes
from generator.diagrams.place import Slack
from generator.diagrams.scene import Scene
from generator.diagrams.standing import standing
from generator.diagrams.views import ArchitectureView, DrawingView, Href, LegendItem, RelationRow
from generator.model import Site

WIDE = (
    Slack(side=5),
    Slack(side=6, row=6, band=6, bent=20, blocked=8),
    Slack(side=6),
    Slack(side=6, zone=3),
    Slack(side=4, zone=3, blocked=40),
    Slack(side=6, zone=4, row=6),
)
WIDER = tuple(Slack(column=3 + more, row=5 + more, band=5 + more, side=3 + more, margin=more) for more in (1, 2, 3, 4, 6, 8, 10, 12))
NARROW = (Slack(margin=2), Slack(margin=3), Slack(margin=4))
NARROWER = (*(Slack(margin=margin) for margin in (4, 6, 8)), Slack(listed=True))


def architecture(site: Site, lang: str, href: Href, *, current: str | None = None) -> ArchitectureView:
    """The whole architecture. `href` gives the address of a box, `current` is the box the reader is at.

    Raises UndrawnError when a relation cannot be drawn.
    """
    whole = graph(site, lang)
    spoken(site, lang, whole)
    if len(whole.nodes) > LARGE:
        return _large(site, lang, whole, href)
    hub = spine(whole)
    scenes = tuple((name, _marked(scene, current)) for name, scene in drawings(whole, hub))
    subject = speaker(site, lang)(site.settings.subject)
    return view("architecture", subject, whole, scenes, href, hub or "")


@lru_cache(maxsize=512)
def drawings(whole: Graph, hub: str | None, *, hasty: bool = False) -> tuple[tuple[str, Scene], ...]:
    """The lying and the standing drawing of a graph. `hasty` is for one of many."""
    wide = draw(whole, hub, lying, WIDE, WIDER, hasty=hasty)
    return ("wide", wide), ("narrow", draw(whole, hub, standing, NARROW, NARROWER, hasty=hasty))


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
    optional = any(node.optional for node in whole.nodes)
    return ArchitectureView(key, subject, scenes, hrefs, tuple(styles.values()), optional, rows, names.get(hub, ""), flowchart(whole))


def _large(site: Site, lang: str, whole: Graph, href: Href) -> ArchitectureView:
    """Zones as boxes, then a drawing for each zone."""
    parts = tuple(zone_view(whole, area.id, href) for area in whole.areas)
    addresses = {area.id: f"#map-{area.id}" for area in whole.areas}
    few = zones_as_boxes(whole)
    scenes = drawings(few, None)
    main = view("architecture", speaker(site, lang)(site.settings.subject), whole, scenes, href, "")
    return replace(main, hrefs=main.hrefs | addresses, parts=parts)


def zone_view(whole: Graph, zone_id: str, href: Href) -> DrawingView:
    """A zone with its neighbours; in large sites the other zones are single boxes."""
    inside = {node.id for node in whole.inside(zone_id)}
    links = [link for link in whole.links if inside & {link.source, link.target}]
    part = whole.only(inside | {end for link in links for end in (link.source, link.target)}, links)
    drawn = others_as_boxes(part, zone_id) if len(whole.nodes) > LARGE else part
    hub = spine(drawn) or ""
    area = next(area for area in whole.areas if area.id == zone_id)
    scenes = drawings(drawn, hub or None, hasty=len(whole.nodes) > LARGE)
    found = view(f"map-{zone_id}", area.name, part, scenes, href, hub)
    return replace(found, hrefs=found.hrefs | {one.id: f"#map-{one.id}" for one in whole.areas})


def _marked(scene: Scene, current: str | None) -> Scene:
    return replace(scene, boxes=tuple(replace(box, current=True) if box.id == current else box for box in scene.boxes))


def overview(whole: Graph) -> Scene:
    """The lying drawing alone, for a miniature. In large sites its boxes are zones."""
    if len(whole.nodes) > LARGE:
        return drawings(zones_as_boxes(whole), None)[0][1]
    return drawings(whole, spine(whole))[0][1]
