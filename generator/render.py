"""The last pure step: the plan of the pages, drawn by templates into files in memory.

Owns the template environment, the front matter and the shell's data. Reads templates, writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator import diagrams, pages, text
from generator.fields import Text, listening
from generator.model import Site
from generator.pages import Book, Desk, Neighbor, Page, navigation
from generator.pages.standing import standing
from generator.parse import Origins
from generator.questions import TYPES, arrange
from generator.share import card_path, structured

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Rendered:
    """The drawn site. `shell` is data for the engine's theme, `nav` its list of pages, `index` the address of every id."""

    files: dict[str, bytes]
    shell: dict[str, Any]
    nav: list[Any]
    index: dict[str, str]


def render(site: Site, assets: str, origins: Origins | None = None) -> Rendered:
    """Draws every page in every language. `assets` is the folder of the site's own assets, from its root."""
    press = Press(site, assets, origins)
    nav: list[Any] = ["index.md"]
    nav += [{one.name: [name for name in press.names if name.startswith(f"{one.code}/")]} for one in site.settings.languages]
    return Rendered({name: press.page(name) for name in press.names}, press.shell, nav, press.index)


class Press:
    """A site planned in every language, of which one page at a time can be drawn."""

    def __init__(self, site: Site, assets: str, origins: Origins | None = None) -> None:
        book = Book.of(site)
        self._default = site.settings.default_language
        self._origins = origins
        self._desks = {language: Desk(book, language) for language in site.languages}
        self._environments = {language: _environment(desk) for language, desk in self._desks.items()}
        plans = {language: pages.plan(book, language, assets) for language in site.languages}
        self._around = {language: pages.neighbors(book, planned) for language, planned in plans.items()}
        self._pages = {f"{language}/{page.path}index.md": page for language, planned in plans.items() for page in planned}
        self.names = ("index.md", *self._pages)
        """Every page by the name of its file, in reading order, language by language."""
        self.shell = navigation.shell(site, [*self._desks.values()])
        """Data for the engine's theme."""
        self.index = {identifier: place.path for identifier, place in book.places.items()}
        """The address of every id, below its language."""

    def page(self, name: str) -> bytes:
        """The page of that name, with its front matter. Raises KeyError for a name that is not among `names`."""
        if name == "index.md":
            return _root(self._environments[self._default], [*self._desks.values()])
        page = self._pages[name]
        language = page.desk.language
        return _page(self._environments[language], page, self._around[language][page.path], self._origins)


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages, and for all editions of a preview."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _environment(desk: Desk) -> Environment:
    """Templates of the desk's language. What depends on a page comes with the page."""
    environment = Environment(
        loader=FileSystemLoader([_HERE / "templates", _HERE / "questions"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    environment.globals.update(site=desk.site, lang=desk.language, t=desk.t, x=desk.x, index=desk.book.places)
    environment.filters.update(whole=text.whole)
    lend = _lender(environment, desk)
    environment.globals.update(word=lambda value: lend(value, text.whole(desk.x(value))))
    environment.globals.update(
        fingerprint=lambda item: TYPES[item.type].fingerprint(item), arranged=arrange, board=lambda: diagrams.board(desk.site, desk.language)
    )
    return environment


def _lender(environment: Environment, desk: Desk) -> Callable[[Text | str, str | Markup], str | Markup]:
    """A function that marks the words of a text with their language, where that is not the page's."""

    def lend(value: Text | str, words: str | Markup) -> str | Markup:
        if not isinstance(value, Text) or desk.language not in value.borrowed:
            return words
        module: Any = environment.get_template("macros/lent.html.j2").module
        return Markup(module.lent(words, desk.site.settings.default_language))  # noqa: S704  # the template escaped it

    return lend


def _page(environment: Environment, page: Page, around: tuple[Neighbor | None, Neighbor | None], origins: Origins | None) -> bytes:
    desk, sheet, lend = page.desk, page.sheet, _lender(environment, page.desk)

    def paras(value: Text | str) -> Markup:
        module: Any = environment.get_template("macros/paras.html.j2").module
        lines = [lend(value, line) for line in desk.paragraphs(value)]
        return Markup(module.paras(lines))  # noqa: S704  # the template escaped it

    numbers = {source.id: number for number, source in enumerate(sheet.cites, start=1)}
    with listening(page.heard):
        body = environment.get_template(f"{page.family.template}.html.j2").render(
            **sheet.data,
            page=page,
            sheet=sheet,
            headings=dict(sheet.sections),
            numbered=lambda ids: sorted((numbers[name], name) for name in set(ids) if name in numbers),
            md=lambda value: lend(value, desk.md(value)),
            paras=paras,
            url=desk.url,
            ref=desk.ref,
            name=desk.name,
            asset=desk.asset,
            where=desk.where,
            accept=desk.accept,
            report_item=desk.report,
            standing=lambda: standing(desk, page.heard),
        )
    front = {
        "lang": desk.language,
        "title": sheet.title,
        "description": sheet.description,
        "layout": page.family.layout,
        "path": page.path,
        "toc": [{"id": anchor, "title": title} for anchor, title in sheet.sections],
        "section": page.section,
        **{key: _toward(page, one) for key, one in zip(("prev", "next"), around, strict=True) if one is not None},
        "modules": list(page.family.modules),
        "styles": pages.styles(page.family.template, sheet.items),
        "ld": structured(page),
        "card": card_path(desk.language, page.path),
        "source": origins.at(page.source).file if origins else page.source,
    }
    return _document(front, body)


def _toward(page: Page, neighbor: Neighbor) -> dict[str, str]:
    """What the end of a page says about the page before or after it."""
    there = {"title": neighbor.page.sheet.title, "path": neighbor.page.path}
    return {**there, "stop": page.desk.x(neighbor.stop.title)} if neighbor.stop else there


def _root(environment: Environment, desks: Sequence[Desk]) -> bytes:
    """The page at the root of the site, where the reader chooses a language."""
    settings = desks[0].site.settings
    default = next(desk for desk in desks if desk.language == settings.default_language)
    body = environment.get_template("root.html.j2").render(desks=desks)
    front = {
        "lang": default.language,
        "title": default.x(settings.title),
        "description": default.shorten(default.x(settings.description)),
        "layout": "root",
        "path": "",
        "toc": [],
        "section": "",
        "modules": ["root"],
        "styles": ["root"],
        "source": "",
    }
    return _document(front, body)


def _document(front: dict[str, Any], body: str) -> bytes:
    """Front matter, then the page as one block of HTML. JSON values are YAML, and cannot break out of their line."""
    head: Sequence[str] = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *head, "---", "", body.strip(), ""]).encode()
