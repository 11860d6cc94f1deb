"""The list of flows, and a page for each: its steps, and the note's own version judged beside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import diagrams
from generator.model import Flow
from generator.pages.common import Pair, pairs
from generator.pages.desk import Desk
from generator.pages.manuscript import Piece
from generator.pages.sheet import Sheet, headings


@dataclass(frozen=True, slots=True)
class ThenNow:
    """A line of the note that told this flow. `again` is the line at which its claim was judged before, `steps` by claim correct it."""

    line: int
    pieces: tuple[Piece, ...]
    pairs: tuple[Pair, ...]
    again: int | None
    steps: dict[str, tuple[int, ...]]


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every flow with its summary."""
    flows = desk.site.flows
    actors = {flow.id: len({end for step in flow.steps for end in (step.source_actor, step.to)}) for flow in flows}
    data = {"flows": flows, "actors": actors, "items": {flow.id: len(desk.records.items_for([flow.id])) for flow in flows}}
    description = desk.shorten(desk.t("pages.flows.description", count=len(flows), subject=desk.x(desk.site.settings.subject)))
    return Sheet(desk.t("pages.flows.title"), description, data=data)


def flow(desk: Desk, thing: Flow) -> Sheet:
    """One flow: the stage and its steps, then the note's lines, remarks, items, sources."""
    rows = _then_and_now(desk, thing)
    claims = [desk.records.claims[pair.id] for row in rows for pair in row.pairs]
    stepped = [desk.records.claims[name] for step in thing.steps for name in step.claims]
    items = desk.records.sample_for([thing.id])
    sources = desk.records.cited(thing.steps, tuple(stepped), tuple(claims), thing.remarks, items, thing.sources)
    then = [("then", desk.t("pages.flow.then", count=len(rows)))] if rows else []
    after = headings(desk, "remarks" if thing.remarks else "", "quiz" if items else "", "sources")
    sections = [*headings(desk, "steps"), *then, *after]
    data = {
        "thing": thing,
        "view": diagrams.flow(desk.site, desk.language, thing.id, desk.ref),
        "rows": rows,
        "topic": desk.records.topics.get(thing.id),
    }
    return Sheet(desk.x(thing.title), desk.shorten(f"{desk.x(thing.title)}. {desk.x(thing.summary)}"), sections, sources, data, items)


def _then_and_now(desk: Desk, thing: Flow) -> list[ThenNow]:
    lines = {line.number: line for line in desk.book.script.annotated()}
    judged: dict[str, int] = {}
    steps = {name: tuple(number for number, step in enumerate(thing.steps, 1) if name in step.claims) for step in thing.steps for name in step.claims}
    rows: list[ThenNow] = []
    for number in thing.note_lines:
        claims = {claim.id: claim for claim, _ in desk.records.claims_on(number)}.values()
        new = [claim for claim in claims if claim.id not in judged]
        again = next((judged[claim.id] for claim in claims if claim.id in judged), None) if not new else None
        judged.update({claim.id: number for claim in new})
        rows.append(ThenNow(number, lines[number].pieces, tuple(pairs(desk, new)), again, steps))
    return rows
