"""The tree of a content folder to a Site, with every problem of shape found on the way.

Knows which file holds what. Whole-site rules (references, translations, answers) belong to `check`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import drafts, load, lock, model, text
from generator.fields import Record
from generator.problems import Position, Problem
from generator.questions import Item
from generator.shelf import Leaf, Shelf

STRINGS = Path(__file__).parent / "strings"


@dataclass(slots=True)
class Origins:
    """Remembers where each record was written, so that a later rule can point at it."""

    nodes: dict[str, load.Node] = field(default_factory=dict)
    strings: dict[str, Position] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """Ids that stand in files or records which are broken: they exist, though the site does not hold them."""

    def at(self, record: str, *path: str | int, key: bool = False) -> Position:
        """Where `path` of a record (`site`, `note`, or any id) stands; with `key` its key rather than its value."""
        node = self.nodes.get(record)
        return load.find(node, path, key) if node is not None else Position(record)


@dataclass(slots=True)
class Reading:
    """What reading a content folder gave: the site (None when its shape is broken), origins, problems."""

    site: model.Site | None
    origins: Origins
    problems: list[Problem]
    lock: lock.Lock = field(default_factory=lock.Lock)


# Which lists stand in which files: name of the list, type of one entry, folder of one file each or file with all of them.
_SINGLE: tuple[tuple[str, type[Record]], ...] = (("site", model.Settings), ("note", model.Note))
_OPTIONAL: tuple[tuple[str, type[Record]], ...] = (("path", model.LearningPath), ("links", model.Snapshot))
_FOLDERS: tuple[tuple[str, type[Record]], ...] = (
    ("components", model.Component),
    ("addons", model.Addon),
    ("flows", model.Flow),
    ("questions", model.Question),
)
_LISTS: tuple[tuple[str, Any], ...] = (
    ("sources", model.Source),
    ("claims", model.Claim),
    ("terms", model.Term),
    ("items", Item),
    ("banks", model.Bank),
    ("changes", model.Change),
    ("redirects", model.Move),
)


def kinds() -> Iterator[tuple[str, Any, bool]]:
    """Each kind of content file: its name, the type of the record in it, and whether the file is a list of such records."""
    yield from ((name, kind, False) for name, kind in (*_SINGLE, *_OPTIONAL, *_FOLDERS))
    yield from ((name, kind, True) for name, kind in _LISTS)


def files(name: str) -> tuple[str, ...]:
    """Where a kind of content file stands, below the content folder: `components/<id>.yaml`, or `terms.yaml` and `terms/*.yaml`."""
    if any(name == folder for folder, _ in _FOLDERS):
        return (f"{name}/<id>.yaml",)
    return (f"{name}.yaml", f"{name}/*.yaml") if any(name == listed for listed, _ in _LISTS) else (f"{name}.yaml",)


class _Reader:
    def __init__(self, content: Path, shelf: Shelf) -> None:
        self.content = content
        self.shelf = shelf
        self.problems: list[Problem] = []
        self.origins = Origins()
        self.records: dict[str, list[Any]] = {}
        self.owners: dict[str, str] = {}

    def noted(self, leaf: Leaf) -> Leaf:
        self.problems.extend(leaf.problems)
        self.origins.lost |= leaf.lost
        return leaf

    def single(self, name: str, kind: type[Record]) -> None:
        leaf = self.noted(self.shelf.single(self.content / f"{name}.yaml", kind))
        for record, node in leaf.records:
            self.records[name] = [record]
            self.origins.nodes[name] = node

    def folder(self, name: str, kind: type[Record]) -> None:
        self.records[name] = []
        for path in sorted((self.content / name).glob("*.yaml")):
            for record, node in self.noted(self.shelf.single(path, kind)).records:
                if record.id != path.stem:
                    position = load.find(node, ("id",))
                    message = f"the id '{record.id}' differs from the file's name"
                    self.problems.append(Problem(position, "K016", message, f"write 'id: {path.stem}', or rename the file to {record.id}.yaml"))
                self.keep(name, record, node)

    def listing(self, name: str, kind: Any) -> None:
        self.records[name] = []
        paths = [self.content / f"{name}.yaml", *sorted((self.content / name).glob("*.yaml"))]
        for path in (path for path in paths if path.exists()):
            for record, node in self.noted(self.shelf.listing(path, kind)).records:
                self.keep(name, record, node)

    def keep(self, name: str, record: Any, node: load.Node) -> None:
        self.records[name].append(record)
        for identifier, path in ((record.id, ()), *_inner_ids(record)):
            here = load.find(node, (*path, "id"))
            if identifier in self.owners:
                message = f"the id '{identifier}' is used twice (first at {self.owners[identifier]})"
                self.problems.append(Problem(here, "K020", message, "give one of the two another id; ids are unique over the whole site"))
                continue
            self.owners[identifier] = str(here)
            inner = node
            for step in path:
                inner = inner.entries[step] if isinstance(inner, load.Mapping) else inner.items[step]  # type: ignore[index,union-attr]
            self.origins.nodes[identifier] = inner

    def note_lines(self) -> tuple[str, ...]:
        notes = self.records.get("note") or [None]
        if notes[0] is None:
            return ()
        path = self.content / notes[0].file
        try:
            # Only what an editor counts as a line break; str.splitlines knows a dozen more.
            return tuple(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError):
            position = self.origins.at("note", "file")
            self.problems.append(Problem(position, "K001", f"the note '{notes[0].file}' cannot be read", "name a UTF-8 text file beside note.yaml"))
            return ()

    def strings(self, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for language in languages:
            words: dict[str, str] = {}
            own = self.content / "ui" / f"{language}.yaml"
            for path in (*sorted((STRINGS / language).glob("*.yaml")), *([own] if _says_something(own) else [])):
                node = self.noted(self.shelf.tree(path)).node
                if not isinstance(node, load.Mapping):
                    continue
                for key, value in node.entries.items():
                    self.string(language, words, key, value, node.keys[key])
            found[language] = words
        return found

    def string(self, language: str, words: dict[str, str], key: str, value: load.Node, place: Position) -> None:
        """Takes one UI string; one that replaces another must have the same places to fill."""
        if not isinstance(value, load.Scalar) or not value.value:
            self.problems.append(Problem(place, "K012", f"the UI string '{key}' has no words", "write one string"))
            return
        try:
            found = text.places(value.value)
        except ValueError as error:
            self.problems.append(Problem(place, "K051", f"the UI string '{key}' cannot be filled", str(error)))
            return
        wanted = text.places(words[key]) if key in words else found
        if found != wanted:
            names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            self.problems.append(Problem(place, "K051", f"the UI string '{key}' has other places than the site fills", f"it must hold: {names}"))
            return
        words[key] = value.value
        self.origins.strings[f"{language}:{key}"] = place


def _says_something(path: Path) -> bool:
    """Whether a file of UI strings is there and more than comments, such as those of a language that nobody has begun to translate."""
    return path.exists() and any(line.strip() and not line.lstrip().startswith(b"#") for line in path.read_bytes().splitlines())


def _inner_ids(record: Any) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for name in ("parts", "products"):
        for index, inner in enumerate(getattr(record, name, ())):
            yield inner.id, (name, index)


def read(content: Path, shelf: Shelf | None = None) -> Reading:
    """Reads the content folder. Never raises for what an author can write: every problem is in the result.

    With a `shelf` from an earlier reading, only the files that have changed since are read again.
    """
    reader = _Reader(content, shelf or Shelf())
    if not content.is_dir():
        problem = Problem(Position(content.as_posix()), "K001", "there is no such content folder", "name a folder that holds site.yaml")
        return Reading(None, reader.origins, [problem])
    for name, kind in _SINGLE:
        reader.single(name, kind)
    for name, kind in _OPTIONAL:
        if (content / f"{name}.yaml").exists():
            reader.single(name, kind)
    for name, kind in _FOLDERS:
        reader.folder(name, kind)
    for name, listed in _LISTS:
        reader.listing(name, listed)
    lines = reader.note_lines()
    settings = (reader.records.get("site") or [None])[0]
    note = (reader.records.get("note") or [None])[0]
    if settings is None or note is None:
        return Reading(None, reader.origins, reader.problems)
    strings = reader.strings(tuple(language.code for language in settings.languages))
    names = ("components", "flows", "addons", "terms", "claims", "questions", "items", "sources", "banks", "changes", "redirects")
    lists = {name: tuple(reader.records[name]) for name in names}
    path = (reader.records.get("path") or [None])[0]
    snapshot = (reader.records.get("links") or [None])[0] or model.Snapshot()
    whole = {"strings": strings, "path": path, "external": snapshot.links, **_ordered(lists, settings)}
    site = model.Site(settings=settings, note=note, note_lines=lines, **whole)
    held, bad = lock.read(content)
    return Reading(drafts.lent(lock.marked(site, held)), reader.origins, [*reader.problems, *bad], held)


def _ordered(lists: dict[str, tuple[Any, ...]], settings: model.Settings) -> dict[str, Any]:
    """Puts each list into the order in which the reader meets it, so that the order of files does not matter."""
    zones = {zone.id: index for index, zone in enumerate(settings.zones)}
    ordered: dict[str, Any] = dict(lists)
    for name in ("components", "addons"):
        ordered[name] = tuple(sorted(lists[name], key=lambda box: (zones.get(box.zone, len(zones)), box.order, box.id)))
    ordered["questions"] = tuple(sorted(lists["questions"], key=lambda question: (question.line, question.id)))
    ordered["flows"] = tuple(sorted(lists["flows"], key=lambda flow: (flow.order, flow.id)))
    return ordered
