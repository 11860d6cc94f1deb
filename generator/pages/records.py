"""What belongs to what: claims about a thing, items that ask about it, flows it takes part in, sources that prove it.

Computed once for a site, the same for every language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.fields import Record
from generator.model import Addon, Claim, Component, Flow, Item, Question, Quote, Site, Source
from generator.pages.topics import Topic, topics

Box = Component | Addon
_STAND_IN = 5
_SAMPLE = 8
"""Some minutes; a page with more would be mostly quiz."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A flow that something takes part in, with the numbers of its steps."""

    flow: Flow
    steps: tuple[int, ...]


class Records:
    """Answers questions about a site that more than one page asks."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.sources: dict[str, Source] = {source.id: source for source in site.sources}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in site.claims}
        self.topics: dict[str, Topic] = {topic.id: topic for topic in topics(site)}
        self.questions: dict[str, Question] = {question.id: question for question in site.questions}

    def claims_about(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Claims of the note about any of these things, in the order of the note."""
        wanted = set(ids)
        found = [claim for claim in self.site.claims if wanted.intersection(claim.about)]
        return tuple(sorted(found, key=lambda claim: claim.quotes[0].line))

    def claims_on(self, line: int) -> tuple[tuple[Claim, Quote], ...]:
        """Claims that quote this line of the note, with the quote."""
        return tuple((claim, quote) for claim in self.site.claims for quote in claim.quotes if quote.line == line)

    def questions_at(self, ids: Iterable[str]) -> tuple[Question, ...]:
        """Open questions of the note that are answered at any of these things."""
        wanted = set(ids)
        return tuple(question for question in self.site.questions if question.answered_at in wanted)

    def items_for(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """Items that ask about these things: first those that refer to them, then those that also concern them.

        Items derived from the model stand in only where people wrote none; all of them are on the page of their topic.
        """
        wanted = set(ids)
        asked = wanted | {question.id for question in self.questions_at(wanted)}
        direct = [item for item in self.site.items if item.ref in wanted]
        further = [item for item in self.site.items if item.ref not in wanted and (item.ref in asked or asked.intersection(item.about))]
        written = tuple(item for item in (*direct, *further) if item.id not in self.site.derived)
        return written or tuple(direct[:_STAND_IN])

    def sample_for(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """The first few of `items_for`: a page to read ends with a short check, and its topic page asks the rest."""
        return self.items_for(ids)[:_SAMPLE]

    def flows_with(self, ids: Iterable[str]) -> tuple[Appearance, ...]:
        """Flows in which any of these things sends or receives a step."""
        wanted = set(ids)
        found = []
        for flow in self.site.flows:
            steps = tuple(number for number, step in enumerate(flow.steps, start=1) if wanted & {step.source_actor, step.to})
            if steps:
                found.append(Appearance(flow, steps))
        return tuple(found)

    def state(self, question: Question) -> str:
        """`answered` when the question has an answer that is written, sources and an item; otherwise `open`."""
        whole = not question.answer.unwritten and question.sources and self.items_for([question.id])
        return "answered" if whole else "open"

    def addon_zone(self) -> str | None:
        """The zone in which most add-ons stand: the others are named with theirs."""
        zones = Counter(addon.zone for addon in self.site.addons).most_common(1)
        return zones[0][0] if zones else None

    def cited(self, *values: Any) -> tuple[Source, ...]:
        """The sources that these records and everything inside them name, each once, in order of mention."""
        names = dict.fromkeys(name for value in values for name in _source_ids(value))
        return tuple(self.sources[name] for name in names if name in self.sources)


def family(box: Box) -> tuple[str, ...]:
    """The ids that share the page of a box: its own, and those of its parts or products."""
    inner = box.parts if isinstance(box, Component) else box.products
    return (box.id, *(one.id for one in inner))


def _source_ids(value: Any) -> Iterator[str]:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in {"sources", "also"}:
                yield from inner
            elif name == "source" and isinstance(inner, str):
                yield inner
            else:
                yield from _source_ids(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _source_ids(inner)
