"""How old what the site says is: what changed by version, and every source with its age and what rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.freshness import Aged, Change, aged, changes
from generator.model import Source
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings


@dataclass(frozen=True, slots=True)
class Told:
    """A change with the sources that tell of it."""

    change: Change
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sources of one publisher and version, read on the same day, and how many statements rest on them."""

    publisher: str
    version: str | None
    checked: str
    oldest: str
    days: int
    sources: tuple[Aged, ...]
    statements: int


def freshness(desk: Desk, _thing: None) -> Sheet:
    """What changed by version, newest first, then the sources, those read longest ago first. Ages count to the day of publication."""
    site, records = desk.site, desk.records
    today = date.fromisoformat(site.settings.published)
    versions = [
        (version, [Told(one, tuple(records.sources[name] for name in one.note.sources)) for one in listed]) for version, listed in changes(site)
    ]
    batches = _batches(aged(site, today), today)
    data = {
        "versions": versions,
        "told": sum(len(listed) for _, listed in versions),
        "batches": batches,
        "resting": sum(batch.statements for batch in batches),
        "named": records.cited(site.settings.as_of),
        "today": site.settings.published,
    }
    sections = headings(desk, "versions" if versions else "", "age")
    description = desk.t("freshness.description", count=len(site.sources), date=site.settings.published)
    return Sheet(desk.t("freshness.title"), desk.shorten(description), sections, records.cited(site.settings.as_of), data)


def _batches(listed: list[Aged], today: date) -> list[Batch]:
    groups: dict[tuple[str, str, str], list[Aged]] = {}
    for one in listed:
        groups.setdefault((one.source.checked, one.source.publisher, one.source.version or ""), []).append(one)
    found = []
    for (checked, publisher, version), group in groups.items():
        oldest = min(one.source.date for one in group)
        days = (today - date.fromisoformat(oldest)).days
        found.append(Batch(publisher, version or None, checked, oldest, days, tuple(group), sum(len(one.rests) for one in group)))
    return sorted(found, key=lambda batch: (batch.checked, batch.oldest, batch.publisher.casefold(), batch.version or ""))
