"""The site map: which families of pages there are, in reading order, and the plan of all pages of one language.

A new family is one line in FAMILIES, one function that builds its sheet, and one template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.fields import Heard, listening
from generator.model import Site, Stop
from generator.pages import addons, components, errata, flows, fresh, home, ledger, lists, path, quality, quizzes
from generator.pages.book import Book
from generator.pages.desk import Desk
from generator.pages.sheet import Family, Sheet, alone, with_items
from generator.pages.styles import styles
from generator.pages.topics import topics

__all__ = ["FAMILIES", "Book", "Desk", "Family", "Neighbor", "Page", "Sheet", "neighbors", "plan", "styles"]

FAMILIES: tuple[Family, ...] = (
    Family("home", "", "home", "site", alone, home.home, modules=("quiz", "copy")),
    Family("learning", "path/", "doc", "path", lambda site: (None,) if site.path else (), path.overview),
    Family("checkpoint", "path/{id}/", "doc", "path", path.stops, path.checkpoint, section="path/", modules=("quiz",)),
    Family("components", "components/", "wide", "site", alone, components.overview, modules=("stopped", "copy")),
    Family("component", "components/{id}/", "doc", "{id}", lambda site: site.components, components.component, modules=("quiz", "copy")),
    Family("flows", "flows/", "wide", "site", alone, flows.overview),
    Family("flow", "flows/{id}/", "wide", "{id}", lambda site: site.flows, flows.flow, modules=("flow", "quiz", "copy")),
    Family("addons", "addons/", "wide", "site", alone, addons.overview),
    Family("addon", "addons/{id}/", "doc", "{id}", lambda site: site.addons, addons.addon, modules=("quiz", "copy")),
    Family("ledger", "questions/", "wide", "note", alone, ledger.ledger, modules=("progress",)),
    Family("question", "questions/{id}/", "doc", "{id}", lambda site: site.questions, ledger.question, section="questions/", modules=("quiz",)),
    Family("note", "note/", "wide", "note", alone, ledger.note),
    Family("errata", "errata/", "wide", "first claim", lambda site: (None,) if errata.corrections(site) else (), errata.errata),
    Family("quiz", "quiz/", "doc", "first item", with_items, quizzes.overview, modules=("progress",)),
    Family("topic", "quiz/{id}/", "doc", "first item", topics, quizzes.topic, section="quiz/", modules=("quiz",)),
    Family("practice", "practice/", "doc", "site", with_items, quizzes.practice, modules=("practice",)),
    Family("exam", "exam/", "doc", "site", with_items, quizzes.exam, modules=("exam",)),
    Family("review", "review/", "doc", "site", with_items, quizzes.review, modules=("review",)),
    Family("progress", "progress/", "wide", "site", with_items, quizzes.progress, modules=("record", "copy")),
    Family("glossary", "glossary/", "doc", "first term", alone, lists.glossary),
    Family("quality", "quality/", "wide", "first item", with_items, quality.quality),
    Family("freshness", "freshness/", "wide", "first source", alone, fresh.freshness),
    Family("sources", "sources/", "doc", "first source", alone, lists.sources),
)


@dataclass(frozen=True)
class Page:
    """A page that can be drawn. `section` is the entry of the navigation it belongs to, `source` the record it comes from.

    `given` is the thing the page is about, or a function that finds it when the page is wanted.
    """

    family: Family
    path: str
    section: str
    source: str
    desk: Desk
    given: Any

    @cached_property
    def sheet(self) -> Sheet:
        """What the page says, composed when it is first asked for: a preview draws one page of a thousand."""
        with listening(self.heard):
            return self.family.build(self.desk, self.given() if callable(self.given) else self.given)

    @cached_property
    def heard(self) -> Heard:
        """Which of the texts that the page was made of are behind their source, or borrowed, so far."""
        return Heard(self.desk.language)


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A page next to another one, with the stop of the learning path it belongs to, if any."""

    page: Page
    stop: Stop | None


def plan(book: Book, language: str, assets: str = "") -> tuple[Page, ...]:
    """Every page of one language, in reading order."""
    found: list[Page] = []
    for family, thing in _each(book.site):
        address = family.path.format(id=getattr(thing, "id", ""))
        desk = Desk(book, language, address, assets)
        given: Any = _sheets(tuple(found)) if family.template == "sources" else thing
        section = address if family.section is None else family.section
        found.append(Page(family, address, section, _source(book.site, family, thing), desk, given))
    return tuple(found)


def _sheets(found: tuple[Page, ...]) -> Callable[[], tuple[tuple[str, Sheet], ...]]:
    """What the page of all sources needs: every page before it."""
    return lambda: tuple((page.path, page.sheet) for page in found)


def neighbors(book: Book, planned: Sequence[Page]) -> dict[str, tuple[Neighbor | None, Neighbor | None]]:
    """For the address of each page, what to read before and after it: along the learning path, or else in the order of the plan."""
    by_path = {page.path: page for page in planned}
    address = {identifier: place.path for identifier, place in book.places.items()}
    way = [Neighbor(by_path[where], stop) for where, stop in path.route(book.site, address) if where in by_path]
    found: dict[str, tuple[Neighbor | None, Neighbor | None]] = {}
    for listed in ([Neighbor(page, None) for page in planned], way):
        for before, here, after in zip((None, *listed), listed, (*listed[1:], None), strict=False):
            found[here.page.path] = (before, after)
    return found


def _each(site: Site) -> Iterator[tuple[Family, Any]]:
    for family in FAMILIES:
        for thing in family.things(site):
            yield family, thing


def _source(site: Site, family: Family, thing: Any) -> str:
    """The id of the record that a page comes from, as `Origins` knows it."""
    firsts: dict[str, Sequence[Any]] = {"first item": site.items, "first term": site.terms, "first claim": site.claims, "first source": site.sources}
    if family.source in firsts:
        return firsts[family.source][0].id if firsts[family.source] else "site"
    return family.source.format(id=getattr(thing, "id", ""))
