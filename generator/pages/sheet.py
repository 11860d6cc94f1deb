"""The shapes of a page before it is drawn: a family of pages, what one page holds, and the finished plan.

Knows no subject and no template language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model import Item, Site, Source
from generator.pages.desk import Desk


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says. `sections` are its headings in order: anchor and words. `cites` are the sources it names, in order.

    `items` are the quiz items that the page asks.
    """

    title: str
    description: str
    sections: Sequence[tuple[str, str]] = ()
    cites: tuple[Source, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A family of pages that share address, template and composition.

    `path` and `source` may hold `{id}`. `things` gives one value for each page (`None` for a page that is alone).
    `source` names the record whose file the edit link opens. `section` is the entry of the navigation that is current;
    None means the page itself. `modules` are the scripts of its pages.
    """

    template: str
    path: str
    layout: str
    source: str
    things: Callable[[Site], Iterable[Any]]
    build: Callable[[Desk, Any], Sheet]
    section: str | None = None
    modules: tuple[str, ...] = ()


def alone(_site: Site) -> tuple[None]:
    """The things of a family that is a single page."""
    return (None,)


def with_items(site: Site) -> tuple[None, ...]:
    """The things of a family that is a single page, in sites that have quiz items."""
    return (None,) if site.items else ()


def headings(desk: Desk, *names: str) -> list[tuple[str, str]]:
    """Sections whose heading is a UI string: their anchor is their name. Empty names are left out."""
    return [(name, desk.t(f"pages.section.{name}")) for name in names if name]
