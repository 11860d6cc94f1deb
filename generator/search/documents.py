"""What the search of one language knows: one short document for each thing that has a place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import text
from generator.fields import Text
from generator.model import Addon, Component, Flow, Part, Product, Question, Site, Term, Thing

_KINDS = {Component: "component", Part: "component", Addon: "addon", Product: "addon", Flow: "flow", Term: "term", Question: "question"}


Document = dict[str, str]
"""`{u, k, t, o, x}`: address below the language, kind, title, other names, text."""


def documents(site: Site, language: str, index: Mapping[str, str]) -> list[Document]:
    """The documents of one language, in the order of the site. `index` gives the address of every id."""
    names = {identifier: _title(thing) for identifier, thing, _ in site.things()}

    def named(identifier: str, given: str | None) -> tuple[str, str]:
        return "", given or names[identifier][language]

    def words(value: Text) -> str:
        return text.plain(value[language], named)

    found = []
    for identifier, thing, _ in site.things():
        title = words(_title(thing))
        others = [name for name in _names(site, thing) if name != title]
        found.append(
            {
                "u": index[identifier],
                "k": _KINDS[type(thing)],
                "t": title,
                "o": " · ".join(dict.fromkeys(others)),
                "x": " ".join(words(value) for value in _body(thing)),
            }
        )
    return found


def _title(thing: Thing) -> Text:
    return thing.title if isinstance(thing, Flow | Question) else thing.name


def _names(site: Site, thing: Thing) -> Iterator[str]:
    """Every other name a reader may type: the names in all languages, aliases, the note's own wording."""
    if not isinstance(thing, Flow | Question):
        yield from (thing.name[language] for language in site.languages)
    if isinstance(thing, Term) and thing.note_says:
        yield thing.note_says
    if isinstance(thing, Component | Addon | Product | Term):
        yield from thing.aliases


def _body(thing: Thing) -> tuple[Text, ...]:
    if isinstance(thing, Component):
        return (thing.role, *(statement.text for statement in thing.does))
    if isinstance(thing, Addon):
        return (thing.role, thing.problem.text, thing.choose.text)
    if isinstance(thing, Flow):
        return (thing.summary, *(step.label for step in thing.steps))
    if isinstance(thing, Part | Product):
        return (thing.role if isinstance(thing, Part) else thing.what,)
    return (thing.definition.text if isinstance(thing, Term) else thing.short,)
