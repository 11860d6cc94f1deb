"""One zone: its boxes, their neighbours in other zones, and every relation that touches the zone."""

from __future__ import annotations

from generator.diagrams.architecture import zone_view
from generator.diagrams.graph import graph
from generator.diagrams.views import DrawingView, Href
from generator.model import Site


def zone(site: Site, lang: str, zone_id: str, href: Href) -> DrawingView:
    """A zone in a lying and a standing drawing. Raises UndrawnError when a relation cannot be drawn."""
    return zone_view(graph(site, lang), zone_id, href)
