"""The frozen types of a site: what one content tree may say, and in which shape.

Every type is generic: the subject, its zones and its kinds of line are data. Nothing here reads files or makes pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.external import External, Snapshot
from generator.model.history import Change, Move
from generator.model.learning import Bank, LearningPath, SitePage, Stop
from generator.model.names import Thing, name, spellings
from generator.model.note import Claim, MarkKind, Note, NoteItem, Question, Quote, Source, Verdict
from generator.model.settings import AsOf, Home, Language, LineKind, Search, Settings, Zone
from generator.model.things import Actor, Addon, Box, Command, Component, Fact, Flow, Part, Product, Relation, Step, Term, VersionNote, WhenDown
from generator.questions import Item

__all__ = [
    "Actor",
    "Addon",
    "AsOf",
    "Bank",
    "Box",
    "Change",
    "Claim",
    "Command",
    "Component",
    "External",
    "Fact",
    "Flow",
    "Home",
    "Item",
    "Language",
    "LearningPath",
    "LineKind",
    "MarkKind",
    "Move",
    "Note",
    "NoteItem",
    "Part",
    "Product",
    "Question",
    "Quote",
    "Relation",
    "Search",
    "Settings",
    "Site",
    "SitePage",
    "Snapshot",
    "Source",
    "Step",
    "Stop",
    "Term",
    "Thing",
    "Verdict",
    "VersionNote",
    "WhenDown",
    "Zone",
    "name",
    "spellings",
]


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A whole content tree, valid in shape. Lists keep the order in which the reader meets the things.

    A site is compared by identity: what was worked out for one can be kept beside it.
    """

    settings: Settings
    components: tuple[Component, ...]
    flows: tuple[Flow, ...]
    addons: tuple[Addon, ...]
    terms: tuple[Term, ...]
    note: Note
    note_lines: tuple[str, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    strings: Mapping[str, Mapping[str, str]]
    """UI strings: language → flat dotted key → words."""
    changes: tuple[Change, ...] = ()
    redirects: tuple[Move, ...] = ()
    path: LearningPath | None = None
    banks: tuple[Bank, ...] = ()
    external: tuple[External, ...] = ()
    """What external addresses answered when they were last asked; empty when nobody has asked yet."""
    derived: frozenset[str] = frozenset()
    """Ids of the items that were made from the model. They stand behind the authored ones in `items`."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the site's languages, in the order of `site.yaml`."""
        return tuple(language.code for language in self.settings.languages)

    @property
    def finished(self) -> tuple[str, ...]:
        """Codes of the languages that are no drafts: every text must be there in each."""
        return tuple(language.code for language in self.settings.languages if not language.draft)

    @property
    def written(self) -> tuple[Item, ...]:
        """The items that people wrote, without those made from the model."""
        return tuple(item for item in self.items if item.id not in self.derived)

    def boxes(self) -> tuple[Component | Addon, ...]:
        """Everything that stands in the architecture, by zone, then `order`, then id."""
        place = {zone.id: index for index, zone in enumerate(self.settings.zones)}
        return tuple(sorted((*self.components, *self.addons), key=lambda box: (place.get(box.zone, 99), box.order, box.id)))

    def things(self) -> Iterator[tuple[str, Thing, Component | Addon | None]]:
        """Every id a text, an item or a flow may refer to, with the thing and the box that holds it, if any."""
        for component in self.components:
            yield component.id, component, component
            yield from ((part.id, part, component) for part in component.parts)
        for addon in self.addons:
            yield addon.id, addon, addon
            yield from ((product.id, product, addon) for product in addon.products)
        others: tuple[Flow | Term | Question, ...] = (*self.flows, *self.terms, *self.questions)
        yield from ((thing.id, thing, None) for thing in others)
