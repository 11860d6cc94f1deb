"""What things are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.fields import Text
from generator.model.note import Question
from generator.model.things import Addon, Component, Flow, Part, Product, Term

Thing = Component | Addon | Part | Product | Flow | Term | Question

_BOTH = re.compile(r"^([^()]+)\(([^()]+)\)$")


def name(thing: Thing) -> Text:
    """The name of a thing, or the title of one that has no name."""
    return thing.title if isinstance(thing, Flow | Question) else thing.name


def spellings(thing: Thing) -> tuple[str, ...]:
    """Every name of a thing in every language: its name, the short one, its aliases, and the words of the note, each once."""
    return tuple(dict.fromkeys(_spellings(thing)))


def _spellings(thing: Thing) -> Iterator[str]:
    yield from name(thing).values.values()
    if isinstance(thing, Component | Addon) and thing.box is not None:
        yield from thing.box.values.values()
    if isinstance(thing, Component | Addon | Product | Term):
        yield from thing.aliases
    if isinstance(thing, Term) and thing.note_says:
        for words in re.split(r",\s*", thing.note_says):
            both = _BOTH.match(words)
            yield from (words, *(both.groups() if both else ()))
