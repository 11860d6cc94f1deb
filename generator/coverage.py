"""How much of the site is what it should be: a few counts, each of how many. Pure; judges nothing.

Knows the model, no pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.bank import measure
from generator.fields import Record
from generator.freshness import resting
from generator.model import Addon, Component, Flow, NoteItem, Site
from generator.walk import records, texts


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: `done` of `total`."""

    id: str
    words: str
    done: int
    total: int


def coverage(site: Site) -> list[Row]:
    """The rows of the report, in order."""
    every = list(texts(site))
    cited = resting(site)
    asked = {name for item in site.items for name in (item.ref, *item.about)}
    pages: list[Component | Addon | Flow] = [*site.components, *site.addons, *site.flows]
    stated = [one for _, record in records(site) for one in _sourced(record)]
    walked = {name for stop in site.path.stops for name in stop.things} if site.path else set()
    things = [*(one.id for one in pages), *(one.id for one in site.questions)] if site.path else []
    options = [option for item in site.items for option in measure.options(item)]
    return [
        Row("inventory", "items of the note accounted for", sum(_accounted(item) for item in site.note.items), len(site.note.items)),
        Row(
            "claims", "claims with a source, or the reason for none", sum(bool(one.sources or one.unsourced) for one in site.claims), len(site.claims)
        ),
        Row("questions", "open questions with answer, sources and items", sum(one.id in asked for one in site.questions), len(site.questions)),
        Row("statements", "statements with a source", sum(stated), len(stated)),
        Row(
            "languages",
            "texts in every finished language" if len(site.finished) < len(site.languages) else "texts in every language",
            sum(value.neutral or value.languages() >= set(site.finished) for _, _, value in every),
            len(every),
        ),
        Row("sources", "sources cited", sum(bool(cited[source.id]) for source in site.sources), len(site.sources)),
        Row("asked", "components, add-ons and flows with quiz items", sum(bool(asked & _family(one)) for one in pages), len(pages)),
        Row("explained", "options explained", sum(bool(option.explanation.values) for option in options), len(options)),
        Row("above-recall", "items above recall", sum(item.level != "recall" for item in site.items), len(site.items)),
        Row("path", "pages on the learning path", sum(one in walked for one in things), len(things)),
    ]


def _accounted(item: NoteItem) -> bool:
    """A heading speaks for itself; everything else of the note has a claim, a question or a remark."""
    return bool(item.claims or item.questions or item.remark or item.kind == "heading")


def _sourced(value: Any) -> Iterator[bool]:
    """For every record below `value` that must name a source, whether it does, or says why there is none."""
    if isinstance(value, Record):
        known = type(value).model_fields
        if "unsourced" in known:
            yield bool(getattr(value, "sources", ()) or getattr(value, "unsourced", None))
        elif any(name in known and known[name].is_required() for name in ("sources", "source")):
            yield bool(getattr(value, "sources", ()) or getattr(value, "source", None))
        for name in known:
            yield from _sourced(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _sourced(inner)


def _family(thing: Component | Addon | Flow) -> set[str]:
    """The ids whose items appear on the page of a thing."""
    inner = (*getattr(thing, "parts", ()), *getattr(thing, "products", ()))
    return {thing.id, *(one.id for one in inner)}
