"""The page that measures the bank of quiz items, in each language, beside other public banks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.bank import RATIO, Figures, figures
from generator.fields import Heard, Text, listening
from generator.model import Bank
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings


@dataclass(frozen=True, slots=True)
class Row:
    """One bank in the table: counts, and percents of its single-best items. `own` is a language of this site, None for another bank."""

    name: str
    about: Text | str
    single: int
    longest: float
    chance: float
    over_ratio: float
    negative: int
    unmarked: int
    duplicates: int
    own: str | None
    sources: tuple[str, ...]


RULES = ("K080", "K081", "K082", "K083", "K084", "K085", "K086", "K087", "K088", "K089", "K090", "K091", "K092", "K093", "K094")


def quality(desk: Desk, _thing: None) -> Sheet:
    """The figures of this site's bank beside those of others, what else is measured, and what every item is checked for."""
    site = desk.site
    written, made = site.written, [item for item in site.items if item.id in site.derived]
    # Measured, not shown.
    with listening(Heard()):
        measured = [figures(written, language) for language in site.finished]
        derived = [figures(made, language) for language in site.finished if made]
    rows = [*(_own(desk, found, "written") for found in measured), *(_own(desk, found, "made") for found in derived)]
    rows += [_other(bank) for bank in site.banks]
    first = measured[0]
    data = {
        "rows": rows,
        "ratio": RATIO,
        "measured": measured,
        "first": first,
        "made": len(made),
        "levels": [(level, dict(first.levels).get(level, 0)) for level in ("recall", "understand", "apply", "analyze")],
        "above_recall": round(100 * first.above_recall),
        "rules": RULES,
        "names": {one.code: one.name for one in site.settings.languages},
    }
    sources = desk.records.cited(tuple(site.banks))
    sections = headings(desk, "measures", "bank", "rules", "sources" if sources else "")
    description = desk.t("quality.description", count=len(site.written), banks=len(site.banks))
    return Sheet(desk.t("quality.title"), desk.shorten(description), sections, sources, data)


def _own(desk: Desk, found: Figures, how: Literal["written", "made"]) -> Row:
    name = next(one.name for one in desk.site.settings.languages if one.code == found.language)
    return Row(
        desk.t("quality.own", language=name),
        desk.t(f"quality.how.{how}"),
        found.single,
        _percent(found.longest, found.single),
        _percent(found.expected, found.single),
        _percent(found.over_ratio, found.single),
        found.negative,
        found.unmarked,
        found.duplicates,
        found.language,
        (),
    )


def _other(bank: Bank) -> Row:
    return Row(
        bank.name,
        bank.about,
        bank.single,
        bank.longest,
        bank.chance,
        bank.over_ratio,
        bank.negative,
        bank.unmarked,
        bank.duplicates,
        None,
        bank.sources,
    )


def _percent(part: float, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
