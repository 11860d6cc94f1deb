"""The overview of the architecture, and a page for each component."""

from __future__ import annotations

from dataclasses import dataclass

from generator import diagrams
from generator.model import Component, Zone
from generator.pages.common import appearances, asked, pairs, zones
from generator.pages.desk import Desk
from generator.pages.records import Box, family
from generator.pages.sheet import Sheet, headings


@dataclass(frozen=True, slots=True)
class Area:
    """A zone and what stands in it."""

    zone: Zone
    boxes: tuple[Box, ...]


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every component and add-on category, by zone, below the architecture."""
    site = desk.site
    areas = [Area(zone, tuple(box for box in site.boxes() if box.zone == zone.id)) for zone in site.settings.zones]
    areas = [area for area in areas if area.boxes]
    subject = desk.x(site.settings.subject)
    return Sheet(
        title=desk.t("pages.components.title"),
        description=desk.shorten(desk.t("pages.components.description", subject=subject, count=len(site.boxes()))),
        sections=[(f"zone-{area.zone.id}", desk.x(area.zone.name)) for area in areas],
        data={"areas": areas, "count": len(site.boxes()), "view": diagrams.architecture(site, desk.language, desk.ref)},
    )


def component(desk: Desk, thing: Component) -> Sheet:
    """One component: what it is within ten seconds, then the argument."""
    site, records, ids = desk.site, desk.records, family(thing)
    claims = records.claims_about(ids)
    questions = asked(desk, records.questions_at(ids))
    items = records.items_for(ids)
    flows = appearances(desk, ids)
    around = diagrams.around(site, desk.language, thing.id, desk.ref)
    # Sentences are numbered as they are met, so the order here is the order on the page.
    sources = desk.records.cited(thing.does, thing.does_not, thing.parts, claims, thing.versions, thing.when_down, items, thing.sources)
    sections = headings(
        desk,
        "around",
        "parts" if thing.parts else "",
        "said" if claims else "",
        "asked" if questions else "",
        "versions" if thing.versions else "",
        "down",
        "look" if thing.commands else "",
        "flows" if flows else "",
        "quiz" if items else "",
        "sources",
    )
    data = {
        "thing": thing,
        "zone": zones(site)[thing.zone],
        "around": around,
        "pairs": pairs(desk, claims),
        "asked": questions,
        "items": items,
        "flows": flows,
    }
    return Sheet(desk.x(thing.name), desk.shorten(f"{desk.x(thing.name)}: {desk.x(thing.role)}"), sections, sources, data)
