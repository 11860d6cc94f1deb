"""The last look at a finished site, before it is published: every link, anchor, id, alternate and address in it.

Reads what a browser would read, so it also finds what went wrong in the theme or the engine. Asks no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree

from generator.problems import Position, Problem

_LINKS = {"href", "src", "poster", "data", "xlink:href"}


@dataclass(frozen=True, slots=True)
class _Link:
    place: Position
    tag: str
    target: str
    rel: str = ""
    language: str = ""


@dataclass(slots=True)
class _Page:
    """What one page names. `file` is its path from the site's root."""

    file: str
    language: str = ""
    ids: Counter[str] = field(default_factory=Counter)
    places: dict[str, Position] = field(default_factory=dict)
    links: list[_Link] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: _Page) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line, column = self.getpos()
        place = Position(self.page.file, line, column + 1)
        if tag == "html":
            self.page.language = given.get("lang", "")
        if identifier := given.get("id"):
            self.page.ids[identifier] += 1
            self.page.places[identifier] = place
        for name in _LINKS & given.keys():
            self.page.links.append(_Link(place, tag, given[name].strip(), given.get("rel", ""), given.get("hreflang", "")))


def check(site: Path, root: str = "") -> list[Problem]:
    """Every fault of the finished site in folder `site`, sorted by place. `root` is its public address, with a slash at its end, if known.

    K100 dead link or picture, K101 dead anchor, K102 an id twice on a page, K103 an alternate that is missing or not mutual,
    K104 a canonical address that is not the page's own, K105 a page in another language than its folder, K106 a link from the host's root,
    K107 an address in the site map that does not exist.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _read(site, name) for name in sorted(files) if name.endswith(".html")}
    problems: list[Problem] = []
    for page in pages.values():
        problems += _ids(page)
        problems += _targets(page, pages, files, root)
        problems += _languages(page, pages, root)
    problems += _sitemap(site, files, root)
    return sorted(problems)


def _read(site: Path, name: str) -> _Page:
    page = _Page(name)
    _Reader(page).feed((site / name).read_text(encoding="utf-8"))
    return page


def _ids(page: _Page) -> Iterator[Problem]:
    for identifier, count in page.ids.items():
        if count > 1:
            yield Problem(page.places[identifier], "K102", f"the id '{identifier}' stands {count} times", "give each element its own id")


def _inside(link: str, root: str) -> str | None:
    """A link without the site's public address; None when it leads elsewhere."""
    if root and (link == root.rstrip("/") or link.startswith(root)):
        return "/" + link[len(root) :]
    return None if urlsplit(link).scheme or link.startswith("//") else link


def _file(page: _Page, path: str, *, absolute: bool) -> str:
    """The file that a path leads to, seen from a page: a folder means its index."""
    start = "" if absolute else str(PurePosixPath(page.file).parent)
    target = normpath(join(start, unquote(path).lstrip("/") if absolute else unquote(path)))
    folder = path in {"", ".", ".."} or path.endswith(("/", "/.."))
    target = "" if target == "." else target
    return f"{target}/index.html".lstrip("/") if folder or not PurePosixPath(target).suffix else target


def _targets(page: _Page, pages: dict[str, _Page], files: set[str], root: str) -> Iterator[Problem]:
    for link in page.links:
        inner = _inside(link.target, root)
        if inner is None or not link.target:
            continue
        ours = inner != link.target
        if inner.startswith("/") and not ours:
            # The page of errors is shown at any depth, so its links start at the host's root; the engine writes them.
            if page.file != "404.html":
                yield Problem(link.place, "K106", f"the link '{link.target}' starts at the host's root", "write it relative to the page")
            continue
        path, anchor = urldefrag(inner)
        path = path.partition("?")[0]
        target = page.file if not path else _file(page, path, absolute=ours)
        if target not in files:
            yield Problem(link.place, "K100", f"<{link.tag}> leads to '{link.target}', and there is no {target}", "mend the link, or make the page")
        elif anchor and target in pages and unquote(anchor) not in pages[target].ids:
            yield Problem(link.place, "K101", f"{target} has no '#{anchor}'", "link to an id that the page has")


def _languages(page: _Page, pages: dict[str, _Page], root: str) -> Iterator[Problem]:
    folder, slash, _ = page.file.partition("/")
    if slash and page.language != folder:
        message = f"the page says lang='{page.language}' and stands in {folder}/"
        yield Problem(Position(page.file), "K105", message, "write the page in its folder's language")
    for link in page.links:
        target = _named(page, link, root)
        if "canonical" in link.rel.split() and target not in {None, page.file}:
            yield Problem(link.place, "K104", f"the canonical address is that of {target}", "a page names itself")
    alternates = [link for link in page.links if "alternate" in link.rel.split() and link.language]
    if alternates and not any(link.language == "x-default" for link in alternates):
        yield Problem(alternates[0].place, "K103", "no alternate is for readers of other languages", "add one with hreflang='x-default'")
    for link in alternates:
        yield from _alternate(page, link, pages, root)


def _named(page: _Page, link: _Link, root: str) -> str | None:
    """The file of this site that a link in the head names, None when it leads elsewhere."""
    inner = _inside(link.target, root)
    return None if inner is None else _file(page, urldefrag(inner).url, absolute=inner != link.target)


def _alternate(page: _Page, link: _Link, pages: dict[str, _Page], root: str) -> Iterator[Problem]:
    if root and not urlsplit(link.target).scheme:
        yield Problem(link.place, "K103", f"the alternate '{link.target}' is no full address", "write it with https://")
    target = pages.get(_named(page, link, root) or "")
    if target is None or link.language == "x-default":
        return
    if page.file not in {_named(target, one, root) for one in target.links if "alternate" in one.rel.split()}:
        yield Problem(link.place, "K103", f"{target.file} does not name this page as its alternate", "two languages of a page name each other")
    elif target.language != link.language:
        yield Problem(link.place, "K103", f"the alternate for '{link.language}' is in '{target.language}'", "name the page of that language")


def _sitemap(site: Path, files: set[str], root: str) -> Iterator[Problem]:
    path = site / "sitemap.xml"
    if not path.exists() or not root:
        return
    for node in ElementTree.parse(path).iter():  # noqa: S314 - the file was written by this build
        if node.tag.endswith("}loc") and node.text:
            inner = _inside(node.text.strip(), root)
            target = "" if inner is None else f"{inner.strip('/')}/index.html".lstrip("/")
            if target not in files:
                yield Problem(Position("sitemap.xml"), "K107", f"'{node.text.strip()}' does not exist", "list pages of this site")
