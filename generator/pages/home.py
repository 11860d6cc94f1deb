"""The home page: the sentence, the rings, the architecture, where to begin, one item, the note at a glance, three corrections."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

from generator import diagrams
from generator.model import Item, Verdict
from generator.pages.common import asked, pairs, total_of
from generator.pages.desk import Desk
from generator.pages.errata import corrections
from generator.pages.path import legs
from generator.pages.sheet import Sheet

_ROW, _WIDE, _EDGE = 3.6, 100.0, 4.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop on the way through the site: where it leads, and how much is there."""

    title: str
    detail: str
    path: str
    items: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the note in the small drawing of it."""

    y: float
    width: float
    verdict: Verdict | None
    heading: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Miniature:
    """The whole note as strokes."""

    height: float
    strokes: tuple[Stroke, ...]


def home(desk: Desk, _thing: None) -> Sheet:
    """The home page."""
    site, records = desk.site, desk.records
    settings = site.settings
    questions = asked(desk, site.questions)
    shown = [records.claims[name] for name in settings.home.corrections]
    totals = total_of(site.claims)
    data = {
        "questions": questions,
        "answered": sum(one.state == "answered" for one in questions),
        "view": diagrams.architecture(site, desk.language, desk.ref),
        "stops": _stops(desk),
        "miniature": _miniature(desk),
        "totals": totals,
        "corrected": len(corrections(site)),
        "pairs": pairs(desk, shown),
    }
    return Sheet(desk.x(settings.title), desk.shorten(desk.x(settings.description)), data=data, items=_featured(desk))


def _stops(desk: Desk) -> list[Stop]:
    """The stops of the learning path; for a site without one, its parts in an order that can be read from left to right."""
    if not desk.site.path:
        return _parts(desk)
    return [
        Stop(desk.x(leg.stop.title), desk.t("path.minutes", minutes=leg.stop.minutes), f"path/#{leg.stop.id}", len(leg.items)) for leg in legs(desk)
    ]


def _parts(desk: Desk) -> list[Stop]:
    """The parts of the site in an order that can be read from left to right."""
    site, records = desk.site, desk.records
    stops = [Stop(desk.t("pages.stop.map"), desk.t("pages.count.boxes", count=len(site.boxes())), "components/", 0)]
    start = next((flow for flow in site.flows if flow.id == site.settings.home.start), None)
    if start:
        count = len(records.items_for([start.id]))
        stops.append(Stop(desk.x(start.title), desk.t("pages.count.steps", count=len(start.steps)), f"flows/{start.id}/", count))
    for zone in site.settings.zones:
        inside = [component for component in site.components if component.zone == zone.id]
        if inside:
            ids = [name for component in inside for name in (component.id, *(part.id for part in component.parts))]
            path = f"components/#zone-{zone.id}"
            stops.append(Stop(desk.x(zone.name), desk.t("pages.count.components", count=len(inside)), path, len(records.items_for(ids))))
    if site.addons:
        ids = [name for addon in site.addons for name in (addon.id, *(product.id for product in addon.products))]
        products = desk.t("pages.count.products", count=sum(len(addon.products) for addon in site.addons))
        stops.append(Stop(desk.t("pages.addons.title"), products, "addons/", len(records.items_for(ids))))
    if len(site.flows) > 1:
        count = len(records.items_for([flow.id for flow in site.flows]))
        stops.append(Stop(desk.t("pages.flows.title"), desk.t("pages.count.flows", count=len(site.flows)), "flows/", count))
    return stops


def _featured(desk: Desk) -> tuple[Item, ...]:
    """The first item, in the order of the note's open questions, that asks for more than a memory; none where there are no items."""
    asking = [item for question in desk.site.questions for item in desk.site.items if item.ref == question.id] or list(desk.site.items)
    return tuple([item for item in asking if item.level != "recall"] or asking)[:1]


def _miniature(desk: Desk) -> Miniature:
    lines = desk.book.script.annotated()
    longest = max((_cells(desk.site.note_lines[line.number - 1]) for line in lines), default=1) or 1
    strokes = tuple(
        Stroke(
            round(_EDGE + index * _ROW, 1),
            round(max(_WIDE * min(_cells(desk.site.note_lines[line.number - 1]) / min(longest, 110), 1), 1.5), 1),
            line.verdict,
            line.heading,
            line.open,
        )
        for index, line in enumerate(lines)
        if desk.site.note_lines[line.number - 1].strip()
    )
    return Miniature(round(2 * _EDGE + len(lines) * _ROW, 1), strokes)


def _cells(line: str) -> int:
    """How wide a line is, in half-width cells."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line.strip())
