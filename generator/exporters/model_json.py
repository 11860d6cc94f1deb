"""The whole validated model as one JSON document. Its shape is described in docs/export.md."""

from __future__ import annotations

import json
from typing import Any

from generator import note_marks
from generator.fields import Record, Text
from generator.model import Site

VERSION = 1


def export(site: Site) -> bytes:
    """The model as UTF-8 JSON. Texts are `{language: words}` in every language of the site; keys keep the order of the model."""
    languages = site.languages
    document: dict[str, Any] = {
        "format": "answered-notes",
        "version": VERSION,
        "site": _plain(site.settings, languages),
        "components": [_plain(one, languages) for one in site.components],
        "flows": [_plain(one, languages) for one in site.flows],
        "addons": [_plain(one, languages) for one in site.addons],
        "terms": [_plain(one, languages) for one in site.terms],
        "open_questions": [_question(site, one, languages) for one in site.questions],
        "claims": [_plain(one, languages) for one in site.claims],
        "note_lines": _note_lines(site),
        "note_items": [_plain(one, languages) for one in site.note.items],
        "items": [_plain(one, languages) for one in site.items],
        "path": _plain(site.path, languages),
        "changes": [_plain(one, languages) for one in site.changes],
        "redirects": [_plain(one, languages) for one in site.redirects],
        "banks": [_plain(one, languages) for one in site.banks],
        "sources": [_plain(one, languages) for one in site.sources],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: Any, languages: tuple[str, ...]) -> Any:
    if isinstance(value, Text):
        return {language: value[language] for language in languages if language not in value.borrowed}
    if isinstance(value, Record):
        return {info.alias or name: _plain(getattr(value, name), languages) for name, info in type(value).model_fields.items()}
    if isinstance(value, tuple):
        return [_plain(inner, languages) for inner in value]
    return value


def _question(site: Site, question: Any, languages: tuple[str, ...]) -> dict[str, Any]:
    items = [item.id for item in site.items if question.id in (item.ref, *item.about)]
    return {**_plain(question, languages), "items": items}


def _note_lines(site: Site) -> list[dict[str, Any]]:
    marks = note_marks.find(site.note_lines)
    return [
        {
            "id": f"L{number}",
            "line": number,
            "text": text,
            "language": site.note.language,
            "marks": [{"kind": mark.kind, "start": mark.start, "end": mark.end} for mark in marks if mark.line == number],
            "claims": [claim.id for claim in site.claims if any(quote.line == number for quote in claim.quotes)],
            "open_questions": [question.id for question in site.questions if question.line == number],
        }
        for number, text in enumerate(site.note_lines, start=1)
    ]
