"""English as this site writes it: American spelling, and headings in sentence case. Only what a rule can tell for sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.lint.terms import unquoted
from generator.model import Site
from generator.parse import Origins
from generator.problems import Position, Problem, Severity
from generator.walk import texts

_OUR = "behavi|col|fav|hon|neighb|lab|harb|rum|vap"
_ISE = (
    "organ|recogn|initial|serial|synchron|normal|optim|minim|maxim|util|custom|priorit|author|emphas|summar|categor|real|final|general|special|"
    "standard|visual|virtual|central|local|global|container|critic|apolog|character|material"
)
_LL = "cancel|label|model|travel|signal|channel|tunnel"
_WORDS = {
    "centre": "center", "centres": "centers", "licence": "license", "defence": "defense", "whilst": "while", "artefact": "artifact",
    "artefacts": "artifacts", "programme": "program", "grey": "gray", "catalogue": "catalog", "analyse": "analyze", "analyses the": "analyzes the",
    "judgement": "judgment", "fulfil": "fulfill", "ageing": "aging",
}  # fmt: skip
_BRITISH = re.compile(
    rf"\b(?:(?P<our>(?:{_OUR})our)(?P<our_end>\w*)|(?P<ise>(?:{_ISE})is)(?P<ise_end>e|es|ed|er|ers|ing|ation|ations)"
    rf"|(?P<ll>(?:{_LL}))l(?P<ll_end>ed|ing|er|ers)|(?P<word>{'|'.join(_WORDS)}))\b",
    re.IGNORECASE,
)
_TITLES = ("title", "headline")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_SMALL_WORDS = "a an and as at but by for from in into nor of on or over per the to up via vs with"


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K096 British spelling, K097 a title in title case."""
    if "en" not in site.languages:
        return
    names = _names(site)
    for record, path, value in texts(site):
        if not value.neutral and "en" in value.values:
            yield from _judge(value["en"], path[-1] in _TITLES, origins.at(record, *path, "en"), names)
    for key, words in site.strings["en"].items():
        yield from _judge(words, key.endswith(".title"), origins.strings.get(f"en:{key}", Position("site")), names)


def _judge(words: str, heading: bool, place: Position, names: frozenset[str]) -> Iterator[Problem]:
    for match in _BRITISH.finditer(unquoted(words)):
        yield Problem(place, "K096", f"'{match[0]}' is British spelling", f"write '{_american(match)}'", Severity.WARNING)
    if heading and title_case(words, names):
        advice = "write a capital for the first word and for names only"
        yield Problem(place, "K097", "this heading is in title case", advice, Severity.WARNING)


def _american(match: re.Match[str]) -> str:
    if match["our"]:
        return match["our"][:-2] + "r" + match["our_end"]
    if match["ise"]:
        return match["ise"][:-1] + "z" + match["ise_end"]
    return match["ll"] + match["ll_end"] if match["ll"] else _WORDS[match["word"].casefold()]


def title_case(words: str, names: frozenset[str]) -> bool:
    """Whether every longer word after the first is capitalized, at least two of them, without being a name."""
    rest = [word for word in _WORD.findall(unquoted(words))[1:] if word.casefold() not in _SMALL_WORDS.split()]
    capitals = [word for word in rest if word[0].isupper()]
    return len(capitals) == len(rest) >= 2 and not all(word in names or not word[1:].islower() for word in capitals)


def _names(site: Site) -> frozenset[str]:
    """Capitalized words of what has a name of its own: products, terms, components."""
    named = [thing.name for _, thing, _ in site.things() if hasattr(thing, "name")]
    return frozenset(word for name in named for word in _WORD.findall(name.values.get("en") or name.values.get("", "")) if word[0].isupper())
