"""Leaves out what is wrong in a record, so that the rest of it can still be read and checked.

The site is not built from a mended record; it only keeps one fault from hiding others.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.load import Mapping, Node, Scalar, Sequence, values

_ROUNDS = 3
_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9-]+)")
Path = tuple[str | int, ...]


def mend(kind: Any, node: Node, error: ValidationError) -> tuple[Any, Node] | None:
    """A record of `kind` from what is right in `node`, with the tree it was made of; None when nothing whole is left."""
    for _ in range(_ROUNDS):
        found = error.errors(include_url=False)
        # From the end, so that an entry left out does not move those that are still to be looked at.
        for one in reversed(found):
            place = tuple(one["loc"])
            if not any(len(other["loc"]) > len(place) and tuple(other["loc"])[: len(place)] == place for other in found):
                node = _without(node, place, one["type"], one.get("ctx", {}))
        try:
            return TypeAdapter(kind).validate_python(values(node)), node
        except ValidationError as again:
            error = again
    return None


def ids(node: Node) -> set[str]:
    """Every id that stands anywhere in the tree."""
    if isinstance(node, Scalar):
        return set()
    if isinstance(node, Sequence):
        return {found for item in node.items for found in ids(item)}
    here = node.entries.get("id")
    own = {here.value} if isinstance(here, Scalar) and here.value else set()
    return own | {found for value in node.entries.values() for found in ids(value)}


def ids_in_text(source: str) -> set[str]:
    """Every id that seems to stand in a file which cannot be read as YAML."""
    return set(_ID.findall(source))


def _without(node: Node, path: Path, what: str, context: Any) -> Node:
    """The tree with a value that is allowed at `path`, or without the smallest optional part that holds it."""
    if what == "literal_error":
        allowed = str(context["expected"]).split(" or ")[0].split(", ")[0].strip("'")
        return _changed(node, path, lambda old: Scalar(old.position, allowed))
    entry = max((index for index, step in enumerate(path) if isinstance(step, int)), default=None)
    if what == "extra_forbidden" or entry is None:
        return _changed(node, path, lambda _: None)
    return _changed(node, path[: entry + 1], lambda _: None)


def _changed(node: Node, path: Path, change: Any) -> Node:
    if not path:
        return node
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
        inner = change(node.entries[step]) if not rest else _changed(node.entries[step], rest, change)
        entries = {key: inner if key == step else value for key, value in node.entries.items() if key != step or inner is not None}
        return Mapping(node.position, entries, node.keys)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        inner = change(node.items[step]) if not rest else _changed(node.items[step], rest, change)
        return Sequence(node.position, [*node.items[:step], *([inner] if inner is not None else []), *node.items[step + 1 :]])
    return node
