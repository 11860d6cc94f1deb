"""Files beside the pages: Markdown twins, `llms.txt`, feeds, and pages at old addresses that lead to the new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.model import Site
from generator.pages import Book, Desk
from generator.pages.places import relative
from generator.share.feed import feed
from generator.share.parts import parts
from generator.share.twin import twin

TWIN = "index.md.txt"
"""Name of a twin among the files for the engine, which would take `.md` for a page; it is published without `.txt`."""


def extras(site: Site, pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, keyed like `pages` by path from the site's root. `pages` are rendered pages with their front matter."""
    return {**beside(site), **_from_pages(site, pages)}


def beside(site: Site) -> dict[str, bytes]:
    """The files that need no rendered page: feeds, and pages at old addresses."""
    book = Book.of(site)
    found: dict[str, bytes] = {}
    for language in site.languages:
        found[f"{language}/feed.xml"] = feed(Desk(book, language))
        found |= _moved(Desk(book, language))
    return found


def _from_pages(site: Site, pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Markdown twins, and the list of all pages."""
    book = Book.of(site)
    found: dict[str, bytes] = {}
    listed: dict[str, list[dict[str, Any]]] = {language: [] for language in site.languages}
    for name, data in pages.items():
        front, body = parts(data.decode())
        if front["path"] or front["layout"] != "root":
            found[name.removesuffix("index.md") + TWIN] = twin(body).encode()
            listed[front["lang"]].append(front)
    found["llms.txt"] = _overview(site, book, listed).encode()
    return found


def _overview(site: Site, book: Book, listed: Mapping[str, Iterable[dict[str, Any]]]) -> str:
    """The table of contents for programs, in the form that llmstxt.org describes."""
    settings = site.settings
    desk = Desk(book, settings.default_language)
    lines = [f"# {desk.x(settings.title)}", "", f"> {desk.x(settings.description)}", ""]
    for language in settings.languages:
        lines += [f"## {language.name}", ""]
        lines += [f"- [{front['title']}]({language.code}/{front['path']}index.md): {front['description']}" for front in listed[language.code]]
        lines.append("")
    return "\n".join(lines)


def _moved(desk: Desk) -> dict[str, bytes]:
    """A page at each address that a thing had under an older id."""
    environment = Environment(loader=FileSystemLoader(Path(__file__).parents[1] / "templates"), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("moved.html.j2")
    found = {}
    for move in desk.site.redirects:
        now = desk.book.places[move.to].path
        old = now.replace(f"/{move.to}/", f"/{move.id}/")
        html = template.render(lang=desk.language, title=desk.name(move.to), url=relative(f"{desk.language}/{old}", f"{desk.language}/{now}"))
        found[f"{desk.language}/{old}index.html"] = html.encode()
    return found
