"""The ledger: every open end of the note is a question, every question has items, every line of the note is accounted for."""

from __future__ import annotations

import pathlib
from collections import Counter
from collections.abc import Iterator

from generator import note_marks
from generator.model import Site
from generator.parse import Origins
from generator.problems import Position, Problem
from generator.walk import Path

_KINDS = {
    "mark": "question mark",
    "blank": "blank cell",
    "empty": "empty section",
    "todo": "TODO",
    "missing_image": "missing picture",
}


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K030 to K039: marks without question, questions without mark or item, quotes that are not in the note, lines left out."""
    yield from _marks(site, origins)
    yield from _questions(site, origins)
    yield from _quotes(site, origins)
    yield from _lines(site, origins)
    yield from _claims(site, origins)


def note_file(site: Site, origins: Origins) -> pathlib.Path:
    """The path of the note, as messages name it."""
    return pathlib.Path(origins.at("note").file).parent / site.note.file


def _marks(site: Site, origins: Origins) -> Iterator[Problem]:
    note = note_file(site, origins)
    covered: Counter[tuple[int, str]] = Counter((question.line, question.kind) for question in site.questions)
    found: Counter[tuple[int, str]] = Counter()
    for mark in note_marks.find(site.note_lines, lambda target: (note.parent / target).exists()):
        found[mark.line, mark.kind] += 1
        if found[mark.line, mark.kind] > covered[mark.line, mark.kind]:
            message = f"no open question covers this {_KINDS[mark.kind]}"
            advice = f"add a file to questions/ with 'kind: {mark.kind}' and 'line: {mark.line}'"
            yield Problem(Position(note.as_posix(), mark.line, mark.start + 1), "K033", message, advice)
    for question in site.questions:
        if question.kind in _KINDS and not found[question.line, question.kind]:
            message = f"line {question.line} of the note has no {_KINDS[question.kind]}"
            yield Problem(origins.at(question.id, "line"), "K036", message, "write the line and kind of the mark that this question answers")


def _questions(site: Site, origins: Origins) -> Iterator[Problem]:
    asked = {identifier for item in site.items for identifier in (item.ref, *item.about)}
    for question in site.questions:
        if question.id not in asked:
            message = f"the open question '{question.id}' has no quiz item"
            yield Problem(origins.at(question.id, "id"), "K032", message, f"add an item with 'ref: {question.id}' to items/")


def _quotes(site: Site, origins: Origins) -> Iterator[Problem]:
    quotes: list[tuple[str, Path, Path, int, str]] = [
        (question.id, ("quote",), ("line",), question.line, question.quote) for question in site.questions
    ]
    quotes += [
        (claim.id, ("quotes", index, "text"), ("quotes", index, "line"), quote.line, quote.text)
        for claim in site.claims
        for index, quote in enumerate(claim.quotes)
    ]
    for record, path, line_path, line, words in quotes:
        if line > len(site.note_lines):
            message = f"the note has {len(site.note_lines)} lines, there is no line {line}"
            yield Problem(origins.at(record, *line_path), "K034", message, "write the number of a line of the note")
        elif words not in site.note_lines[line - 1]:
            elsewhere = [str(number) for number, text in enumerate(site.note_lines, start=1) if words in text]
            advice = f"these words stand on line {', '.join(elsewhere)}" if elsewhere else "copy the words from the note, character by character"
            yield Problem(origins.at(record, *path), "K035", f"line {line} of the note does not say this", advice)


def _lines(site: Site, origins: Origins) -> Iterator[Problem]:
    """A line with words that no inventory item holds would be shown by no page with its meaning."""
    held = {line for item in site.note.items for line in item.lines}
    total = len(site.note_lines)
    for number, line in enumerate(site.note_lines, start=1):
        if any(character.isalnum() for character in line) and number not in held:
            place = Position(note_file(site, origins).as_posix(), number, 1)
            yield Problem(place, "K037", f"no item of the inventory holds line {number}", f"add an item with 'lines: [{number}]' to note.yaml")
    for index, item in enumerate(site.note.items):
        for inner, number in enumerate(item.lines):
            if number > total:
                message = f"the note has {total} lines, there is no line {number}"
                yield Problem(origins.at("note", "items", index, "lines", inner), "K034", message, "write the number of a line of the note")
    for flow in site.flows:
        for index, number in enumerate(flow.note_lines):
            if number > total:
                message = f"the note has {total} lines, there is no line {number}"
                yield Problem(origins.at(flow.id, "note_lines", index), "K034", message, "write the number of a line of the note")


def _claims(site: Site, origins: Origins) -> Iterator[Problem]:
    for claim in site.claims:
        if not claim.sources and not claim.unsourced:
            message = f"the claim '{claim.id}' has no source"
            yield Problem(origins.at(claim.id, "id"), "K031", message, "add 'sources: […]', or say in 'unsourced' why there is none")
