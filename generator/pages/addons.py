"""The list of add-on categories, and a page for each with its products."""

from __future__ import annotations

from generator import diagrams
from generator.model import Addon
from generator.pages.common import appearances, asked, pairs, zones
from generator.pages.desk import Desk
from generator.pages.records import family
from generator.pages.sheet import Sheet, headings


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every category with the problem it solves and its products."""
    site = desk.site
    description = desk.t("pages.addons.description", count=len(site.addons), products=sum(len(addon.products) for addon in site.addons))
    sources = desk.records.cited(tuple(addon.problem for addon in site.addons))
    data = {"addons": site.addons, "zones": zones(site)}
    return Sheet(desk.t("pages.addons.title"), desk.shorten(description), headings(desk, "sources"), sources, data)


def addon(desk: Desk, thing: Addon) -> Sheet:
    """One category: the problem, what to choose when, the products and their state today."""
    site, records, ids = desk.site, desk.records, family(thing)
    claims = records.claims_about(ids)
    questions = asked(desk, records.questions_at(ids))
    items = records.sample_for(ids)
    flows = appearances(desk, ids)
    sources = desk.records.cited(thing.problem, thing.choose, thing.products, thing.details, claims, items, thing.sources)
    sections = headings(
        desk,
        "problem",
        "choose",
        "products",
        "around",
        "details" if thing.details else "",
        "said" if claims else "",
        "asked" if questions else "",
        "flows" if flows else "",
        "quiz" if items else "",
        "sources",
    )
    zone = zones(site)[thing.zone]
    data = {
        "thing": thing,
        "zone": zone,
        "kind": desk.x(zone.kind) if zone.id == records.addon_zone() else desk.t("pages.addons.kind", zone=desk.x(zone.name)),
        "around": diagrams.around(site, desk.language, thing.id, desk.ref),
        "pairs": pairs(desk, claims),
        "asked": questions,
        "topic": desk.records.topics.get(thing.id),
        "flows": flows,
    }
    return Sheet(desk.x(thing.name), desk.shorten(f"{desk.x(thing.name)}: {desk.x(thing.role)}"), sections, sources, data, items)
