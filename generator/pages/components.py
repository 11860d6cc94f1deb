"""The overview of the architecture, and a page for each component."""

from __future__ import annotations

from dataclasses import dataclass

from generator import diagrams
from generator.fields import Text
from generator.model import Component, Flow, Zone
from generator.outage import Outage, outages
from generator.pages.common import appearances, asked, pairs, zones
from generator.pages.desk import Desk
from generator.pages.records import Box, family
from generator.pages.sheet import Sheet, headings
from generator.pages.versions import lives


@dataclass(frozen=True, slots=True)
class Area:
    """A zone and what stands in it."""

    zone: Zone
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A flow that stops at step `first` of `total`, counted from 1; `words` say what would have happened there."""

    flow: Flow
    first: int
    total: int
    words: Text


@dataclass(frozen=True, slots=True)
class Stop:
    """What a stopped box breaks. `cut` are the numbers of the relations in the drawing and its table."""

    box: Box
    tone: int
    cut: tuple[int, ...]
    blocked: tuple[Blocked, ...]
    unharmed: tuple[Flow, ...]


def _stops(desk: Desk, view: diagrams.DrawingView) -> list[Stop]:
    tones = {zone.id: zone.tone for zone in desk.site.settings.zones}

    def stop(outage: Outage) -> Stop:
        box = outage.box
        cut = tuple(row.number for row in view.relations if box.id in (row.source[0], row.target[0]))
        blocked = tuple(Blocked(one.flow, one.steps[0] + 1, len(one.flow.steps), one.flow.steps[one.steps[0]].label) for one in outage.blocked)
        return Stop(box, tones[box.zone], cut, blocked, outage.unharmed)

    return [stop(outage) for outage in outages(desk.site)]


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every component and add-on category, by zone, below the architecture."""
    site = desk.site
    areas = [Area(zone, tuple(box for box in site.boxes() if box.zone == zone.id)) for zone in site.settings.zones]
    areas = [area for area in areas if area.boxes]
    subject = desk.x(site.settings.subject)
    view = diagrams.architecture(site, desk.language, desk.ref)
    return Sheet(
        title=desk.t("pages.components.title"),
        description=desk.shorten(desk.t("pages.components.description", subject=subject, count=len(site.boxes()))),
        sections=[*headings(desk, "stopped"), *((f"zone-{area.zone.id}", desk.x(area.zone.name)) for area in areas)],
        data={"areas": areas, "count": len(site.boxes()), "view": view, "stops": _stops(desk, view)},
    )


def component(desk: Desk, thing: Component) -> Sheet:
    """One component: what it is within ten seconds, then the argument."""
    site, records, ids = desk.site, desk.records, family(thing)
    claims = records.claims_about(ids)
    questions = asked(desk, records.questions_at(ids))
    items = records.sample_for(ids)
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
        "lives": lives(thing.versions),
        "zone": zones(site)[thing.zone],
        "around": around,
        "pairs": pairs(desk, claims),
        "asked": questions,
        "topic": desk.records.topics.get(thing.id),
        "flows": flows,
    }
    return Sheet(desk.x(thing.name), desk.shorten(f"{desk.x(thing.name)}: {desk.x(thing.role)}"), sections, sources, data, items)
