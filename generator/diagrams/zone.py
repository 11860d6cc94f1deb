"""One zone: its boxes, their neighbours in other zones, and every relation that touches the zone."""

from __future__ import annotations

from generator.diagrams.architecture import drawings, view
from generator.diagrams.graph import graph, spine
from generator.diagrams.views import DrawingView, Href
from generator.model import Site


def zone(site: Site, lang: str, zone_id: str, href: Href) -> DrawingView:
    """A zone in a lying and a standing drawing. Raises ContentError when a relation cannot be drawn."""
    whole = graph(site, lang)
    inside = {node.id for node in whole.inside(zone_id)}
    links = [link for link in whole.links if inside & {link.source, link.target}]
    part = whole.only(inside | {end for link in links for end in (link.source, link.target)}, links)
    hub = spine(part)
    area = next(area for area in whole.areas if area.id == zone_id)
    return view(f"zone-{zone_id}", area.name, part, drawings(part, hub), href, hub or "")
