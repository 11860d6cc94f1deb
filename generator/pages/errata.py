"""The list of everything the note said that is not so today, gravest first, with the version and the source that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Claim, Site, Verdict
from generator.pages.common import Pair, pairs, total_of
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings

ORDER: tuple[Verdict, ...] = ("wrong", "outdated", "imprecise", "gap")


@dataclass(frozen=True, slots=True)
class Correction:
    """A pair of then and now, and the pages that tell more."""

    pair: Pair
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The corrections of one verdict, in the order of the note."""

    verdict: Verdict
    corrections: tuple[Correction, ...]


def corrections(site: Site) -> Sequence[Claim]:
    """The claims of the note that do not hold as they stand, in the order of the note."""
    return sorted((claim for claim in site.claims if claim.verdict in ORDER), key=lambda claim: (claim.quotes[0].line, claim.id))


def errata(desk: Desk, _thing: None) -> Sheet:
    """Every correction as 'the note said / today', grouped by verdict."""
    site = desk.site
    wrong = corrections(site)
    about = {claim.id: tuple(dict.fromkeys(claim.about)) for claim in wrong}
    groups = []
    for verdict in ORDER:
        listed = pairs(desk, [claim for claim in wrong if claim.verdict == verdict])
        if listed:
            groups.append(Group(verdict, tuple(Correction(pair, about[pair.id]) for pair in listed)))
    data = {"groups": groups, "total": len(wrong), "totals": total_of(site.claims), "judged": len(site.claims)}
    sections = [(f"verdict-{group.verdict}", desk.t(f"pages.verdict.{group.verdict}")) for group in groups]
    sources = desk.records.cited(tuple(desk.records.claims[one.pair.id] for group in groups for one in group.corrections))
    description = desk.t("errata.description", count=len(wrong), lines=len(site.note_lines))
    return Sheet(desk.t("errata.title"), desk.shorten(description), [*sections, *headings(desk, "sources")], sources, data)
