"""What the search of one language knows: one short document for each thing that has a place of its own.

Documents are data; the tokenizer and the matching live in the browser (docs/js/search.js).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator import text
from generator.fields import Text
from generator.model import Component, Flow, Question, Site, Term


def documents(site: Site, language: str, index: Mapping[str, str]) -> bytes:
    """The documents of one language as JSON: a list of `{u, k, t, o, x}` (address below the language, kind, title, other names, text).

    `index` gives the address of every id.
    """
    return json.dumps(list(_documents(site, language, index)), ensure_ascii=False, separators=(",", ":")).encode()


def _documents(site: Site, language: str, index: Mapping[str, str]) -> Iterator[dict[str, str]]:
    names = {identifier: thing.title if isinstance(thing, Flow | Question) else thing.name for identifier, thing, _ in site.things()}

    def named(identifier: str, given: str | None) -> tuple[str, str]:
        return "", given or names[identifier][language]

    def words(value: Text | None) -> str:
        return text.plain(value[language], named) if value is not None else ""

    def others(name: Text, *more: str | None) -> str:
        own = words(name)
        every = [name[other] for other in site.languages] + [one for one in more if one]
        return " · ".join(dict.fromkeys(one for one in every if one != own))

    def document(identifier: str, kind: str, title: Text, other: str, *body: Text | None) -> dict[str, str]:
        return {"u": index[identifier], "k": kind, "t": words(title), "o": other, "x": " ".join(filter(None, map(words, body)))}

    for box in site.boxes():
        kind = "component" if isinstance(box, Component) else "addon"
        more = [statement.text for statement in box.does] if isinstance(box, Component) else [box.problem.text, box.choose.text]
        yield document(box.id, kind, box.name, others(box.name, *box.aliases), box.role, *more)
    for component in site.components:
        for part in component.parts:
            yield document(part.id, "component", part.name, others(part.name), part.role)
    for addon in site.addons:
        for product in addon.products:
            yield document(product.id, "addon", product.name, others(product.name, *product.aliases), product.what)
    things: tuple[Flow | Term | Question, ...] = (*site.flows, *site.terms, *site.questions)
    for thing in things:
        if isinstance(thing, Flow):
            yield document(thing.id, "flow", thing.title, "", thing.summary, *(step.label for step in thing.steps))
        elif isinstance(thing, Term):
            yield document(thing.id, "term", thing.name, others(thing.name, thing.note_says, *thing.aliases), thing.definition.text)
        else:
            yield document(thing.id, "question", thing.title, "", thing.short)
