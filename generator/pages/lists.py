"""The pages that list everything of one sort: glossary, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from generator.model import Source, Term
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings

_TENSE = str.maketrans("ᄁᄄᄈᄊᄍ", "ᄀᄃᄇᄉᄌ")
_SOUNDS = dict(zip("ᄀᄂᄃᄅᄆᄇᄉᄋᄌᄎᄏᄐᄑᄒ", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", strict=True))


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with the same letter."""

    anchor: str
    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with the pages that name it: address and title."""

    source: Source
    exact: str | None
    pages: tuple[tuple[str, str], ...]


def initial(word: str) -> str:
    """The letter under which a reader looks a word up: a consonant for Hangul, a capital for Latin, `#` for the rest."""
    first = normalize("NFD", word[:1])[:1].translate(_TENSE)
    if first in _SOUNDS:
        return _SOUNDS[first]
    return first.upper() if first.isalpha() else "#"


def glossary(desk: Desk, _thing: None) -> Sheet:
    """Every term in alphabetical groups. Words in the page's own script come first."""
    terms = sorted(desk.site.terms, key=lambda term: (initial(desk.x(term.name)).isascii(), desk.x(term.name).casefold(), term.id))
    if all(initial(desk.x(term.name)).isascii() for term in terms):
        terms.sort(key=lambda term: (initial(desk.x(term.name)) == "#", desk.x(term.name).casefold(), term.id))
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(initial(desk.x(term.name)), []).append(term)
    letters = [Letter(f"letter-{index}", name, tuple(group)) for index, (name, group) in enumerate(groups.items(), start=1)]
    description = desk.t("pages.glossary.description", count=len(terms), subject=desk.x(desk.site.settings.subject))
    cites = desk.records.cited(tuple(terms))
    sections = [*((letter.anchor, letter.name) for letter in letters), *headings(desk, "sources" if cites else "")]
    data = {"letters": letters, "total": len(terms), "others": [one for one in desk.site.settings.languages if one.code != desk.language]}
    return Sheet(desk.t("pages.glossary.title"), desk.shorten(description), sections, cites, data)


def sources(desk: Desk, pages: tuple[tuple[str, Sheet], ...]) -> Sheet:
    """Every source with what exactly was read, and the pages that rest on it. `pages` are all others of this language."""
    found = []
    named = [(path, sheet.title, {source.id for source in sheet.cites}) for path, sheet in pages]
    hosts = _hosts(desk.site.sources)
    for source in desk.site.sources:
        using = tuple((path, title) for path, title, ids in named if source.id in ids)
        found.append(Cited(source, _exact(source, hosts), using))
    found.sort(key=lambda one: (one.source.publisher.casefold(), one.source.title.casefold(), one.source.id))
    publishers: dict[str, list[Cited]] = {}
    for one in found:
        publishers.setdefault(one.source.publisher, []).append(one)
    groups = [(f"publisher-{index}", name, group) for index, (name, group) in enumerate(publishers.items(), start=1)]
    description = desk.t("pages.sources.description", count=len(found), date=desk.site.settings.as_of.date)
    data = {"groups": groups, "total": len(found)}
    return Sheet(desk.t("pages.sources.title"), desk.shorten(description), [(anchor, name) for anchor, name, _ in groups], data=data)


def _hosts(sources: Iterable[Source]) -> dict[str, str]:
    """Where each commit can be read, learned from the sources whose own link names it: a commit belongs to one repository."""
    return {source.commit: source.url.partition(source.commit)[0] for source in sources if source.commit and source.commit in source.url}


def _exact(source: Source, hosts: dict[str, str]) -> str | None:
    """The link to exactly what was read, when the commit is known and the link itself does not name it."""
    if not (source.commit and source.path) or source.commit in source.url or source.commit not in hosts:
        return None
    return f"{hosts[source.commit]}{source.commit}/{source.path}"
