"""The ledger of open questions, a page for each, and the annotated note they come from."""

from __future__ import annotations

from generator.model import Question
from generator.pages.common import asked, total_of
from generator.pages.desk import Desk
from generator.pages.errata import corrections
from generator.pages.sheet import Sheet, headings


def ledger(desk: Desk, _thing: None) -> Sheet:
    """Every open question with its mark, answer, place, sources and items."""
    site, script = desk.site, desk.book.script
    rows = asked(desk, site.questions)
    kinds: dict[str, int] = {}
    for question in site.questions:
        kinds[question.kind] = kinds.get(question.kind, 0) + 1
    answered = sum(row.state == "answered" for row in rows)
    data = {
        "rows": rows,
        "kinds": kinds,
        "answered": answered,
        "quotes": {question.id: script.quoted(question) for question in site.questions},
        "sources_total": len(desk.records.cited(site.questions)),
        "items_total": len({item.id for row in rows for item in row.items}),
    }
    description = desk.t("pages.ledger.description", answered=answered, total=len(rows))
    return Sheet(desk.t("pages.ledger.title"), desk.shorten(description), data=data)


def question(desk: Desk, thing: Question) -> Sheet:
    """One open question: what the note left open, the answer, and the items that ask for it."""
    row = asked(desk, [thing])[0]
    sections = headings(desk, "answer", "quiz" if row.items else "", "sources")
    data = {"row": row, "thing": thing, "quote": desk.book.script.quoted(thing)}
    return Sheet(desk.x(thing.title), desk.shorten(desk.x(thing.short)), sections, desk.records.cited(thing, row.items), data, row.items)


def note(desk: Desk, _thing: None) -> Sheet:
    """The whole note, line by line, with its marks and verdicts in the margin."""
    site = desk.site
    lines = desk.book.script.annotated()
    claims = tuple(remark.claim for line in lines for remark in line.remarks)
    data = {
        "lines": lines,
        "totals": total_of(site.claims),
        "corrected": len(corrections(site)),
        "states": {question.id: desk.records.state(question) for question in site.questions},
    }
    description = desk.t("pages.note.description", lines=len(site.note_lines), claims=len(site.claims))
    return Sheet(desk.t("pages.note.title"), desk.shorten(description), headings(desk, "sources"), desk.records.cited(claims), data)
