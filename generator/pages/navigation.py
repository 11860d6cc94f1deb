"""What the frame around every page shows: navigation by group, titles, UI strings.

Knows the site map's addresses, nothing of the theme that prints them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model import Site
from generator.pages.desk import Desk
from generator.pages.errata import corrections
from generator.spoken import GROUPS, spoken

Group = dict[str, Any]


def shell(site: Site, desks: Sequence[Desk]) -> dict[str, Any]:
    """The frame's data for every language, keyed as the theme reads it."""
    settings = site.settings
    languages = [{"code": one.code, "name": one.name, "short": one.short} for one in settings.languages]
    frames = {}
    for desk in desks:
        frames[desk.language] = {
            "ui": dict(site.strings[desk.language]),
            "words": {group: spoken(site, desk.language, group)[0] for group in GROUPS},
            "nav": navigation(desk),
            "title": desk.x(settings.title),
            "subject": desk.x(settings.subject),
            "languages": languages,
            "as_of": {"name": desk.x(settings.as_of.name), "date": settings.as_of.date},
            "license": desk.x(settings.license),
            "sources_count": len(site.sources),
        }
    return {"shell": frames, "site_id": settings.id, "default_language": settings.default_language}


def navigation(desk: Desk) -> list[Group]:
    """The groups of the navigation: the start, the zones, add-ons, flows, the note, and what helps to look up."""
    site = desk.site
    answered = sum(desk.records.state(question) == "answered" for question in site.questions)
    groups = [
        _group(
            None,
            None,
            [
                _item(desk.t("pages.nav.home"), ""),
                *([_item(desk.t("path.title"), "path/", len(site.path.stops))] if site.path else []),
                _item(desk.t("pages.components.title"), "components/"),
            ],
        )
    ]
    for zone in site.settings.zones:
        inside = [component for component in site.components if component.zone == zone.id]
        items = [_item(desk.x(component.name), f"components/{component.id}/") for component in inside]
        groups.append(_group(desk.x(zone.name), zone.tone, items))
    if site.addons:
        tone = next((zone.tone for zone in site.settings.zones if zone.id == desk.records.addon_zone()), None)
        items = [_item(desk.x(addon.name), f"addons/{addon.id}/") for addon in site.addons]
        groups.append(_group(desk.t("pages.addons.title"), tone, [_item(desk.t("pages.nav.addons"), "addons/"), *items]))
    if site.flows:
        items = [_item(desk.x(flow.title), f"flows/{flow.id}/") for flow in site.flows]
        groups.append(_group(desk.t("pages.flows.title"), None, [_item(desk.t("pages.nav.flows"), "flows/"), *items]))
    groups.append(
        _group(
            None,
            None,
            [
                _item(desk.t("pages.note.title"), "note/"),
                *([_item(desk.t("errata.title"), "errata/", len(wrong))] if (wrong := corrections(site)) else []),
                _item(desk.t("pages.nav.questions"), "questions/", f"{answered}/{len(site.questions)}"),
                *([_item(desk.t("pages.glossary.title"), "glossary/", len(site.terms))] if site.terms else []),
                _item(desk.t("pages.sources.title"), "sources/", len(site.sources)),
                _item(desk.t("freshness.title"), "freshness/"),
            ],
        )
    )
    if site.items:
        quizzes = [_item(desk.t("pages.nav.quiz"), "quiz/", len(site.items))]
        quizzes += [_item(desk.t(f"pages.{name}.title"), f"{name}/") for name in ("practice", "exam", "review", "progress")]
        quizzes.append(_item(desk.t("quality.title"), "quality/"))
        groups.insert(-1, _group(desk.t("pages.quiz.title"), None, quizzes))
    return [group for group in groups if group["items"]]


def _group(title: str | None, tone: int | None, items: list[dict[str, Any]]) -> Group:
    return {"title": title, "tone": tone, "items": items}


def _item(title: str, path: str, count: int | str | None = None) -> dict[str, Any]:
    return {"title": title, "path": path, "count": count}
