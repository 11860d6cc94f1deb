"""Content files, one at a time: the tree of each, its records, what is wrong with them. Kept while the file stays as it is.

Knows neither which files there are nor what they mean together; that is `parse`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import load, mend
from generator.explain import explain
from generator.problems import Position, Problem
from generator.questions import Item, schema_for

_Stamp = tuple[int, int, int]


@dataclass(slots=True)
class Leaf:
    """What one file gave. `records` are those that are valid or could be mended, each with the tree its positions follow."""

    node: load.Node | None
    problems: list[Problem] = field(default_factory=list)
    records: list[tuple[Any, load.Node]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Ids that stand in the file, but in what is broken."""


class Shelf:
    """Reads files, and gives what it read before when time, size and place on the disk of a file are as they were."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, str], tuple[_Stamp, Leaf]] = {}

    def tree(self, path: Path) -> Leaf:
        """The file without records."""
        return self._take(path, "tree", None, listed=False)

    def single(self, path: Path, kind: Any) -> Leaf:
        """The file as one record of that kind."""
        return self._take(path, repr(kind), kind, listed=False)

    def listing(self, path: Path, kind: Any) -> Leaf:
        """The file as a list of such records."""
        return self._take(path, f"list of {kind!r}", kind, listed=True)

    def _take(self, path: Path, form: str, kind: Any, *, listed: bool) -> Leaf:
        stamp = _stamp(path)
        held = self._kept.get((path, form))
        if stamp is not None and held is not None and held[0] == stamp:
            return held[1]
        leaf = _read(path)
        if kind is not None and leaf.node is not None:
            for node in _entries(leaf, path) if listed else [leaf.node]:
                _record(leaf, kind, node)
        if stamp is not None:
            self._kept[path, form] = stamp, leaf
        return leaf


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read(path: Path) -> Leaf:
    node, problems = load.load(path, path.as_posix())
    leaf = Leaf(node, list(problems))
    if node is None and path.exists():
        leaf.lost |= {path.stem} | mend.ids_in_text(path.read_bytes().decode("utf-8", "replace"))
    if node is None and not problems:
        leaf.problems.append(Problem(Position(path.as_posix()), "K008", "the file is empty", "delete it, or write its fields"))
    return leaf


def _entries(leaf: Leaf, path: Path) -> list[load.Node]:
    node = leaf.node
    if isinstance(node, load.Sequence):
        return node.items
    if node is not None:
        leaf.problems.append(Problem(node.position, "K012", f"{path.name} holds a list", "start each entry with '- id: …'"))
    return []


def _record(leaf: Leaf, kind: Any, node: load.Node) -> None:
    """Adds the record in `node`. A faulty one is mended if it can be."""
    values = load.values(node)
    # The schema of the item's own type gives better messages than the union of all of them.
    kind = schema_for(values) or kind if kind is Item else kind
    try:
        leaf.records.append((TypeAdapter(kind).validate_python(values), node))
    except ValidationError as error:
        leaf.problems += explain(kind, node, error)
        leaf.lost |= mend.ids(node)
        mended = mend.mend(kind, node, error)
        if mended is not None:
            leaf.records.append(mended)
