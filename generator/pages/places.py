"""Where everything is: the address of each thing, and the way from one page to another.

Addresses are the same in every language. Knows the model, nothing of templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.fields import Text
from generator.model import Addon, Component, Flow, Question, Site, Term, Thing, name, spellings


@dataclass(frozen=True, slots=True)
class Place:
    """The address of a thing below the folder of a language, with its anchor if it shares the page; and what it is called.

    `spellings` are all its names in all languages.
    """

    path: str
    name: Text
    spellings: tuple[str, ...]


def places(site: Site) -> dict[str, Place]:
    """The place of every id that a text, an item or a flow may refer to."""
    return {identifier: Place(_path(thing, holder), name(thing), spellings(thing)) for identifier, thing, holder in site.things()}


def _path(thing: Thing, holder: Component | Addon | None) -> str:
    if isinstance(thing, Component):
        return f"components/{thing.id}/"
    if isinstance(thing, Addon):
        return f"addons/{thing.id}/"
    if isinstance(thing, Flow):
        return f"flows/{thing.id}/"
    if isinstance(thing, Question):
        return f"questions/{thing.id}/"
    if isinstance(thing, Term) or holder is None:
        return f"glossary/#{thing.id}"
    return f"{_path(holder, None)}#{thing.id}"


def relative(origin: str, target: str) -> str:
    """The relative URL that leads from the page at `origin` to `target`. Paths of pages end in a slash, the root is empty."""
    path, _, anchor = target.partition("#")
    hash_part = f"#{anchor}" if anchor else ""
    if path == origin and anchor:
        return hash_part
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    url = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (url or "./") + hash_part
