"""YAML to a tree of values that know their place.

Reads libyaml events, so that every key and value keeps its line and column, and strings stay strings. Refuses what makes
YAML surprising or dangerous: aliases, anchors, tags, duplicate keys, nesting over 64 levels, control characters, line
breaks an editor does not count. Knows nothing of the model.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Position, Problem

MAX_DEPTH = 64
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Scalar:
    """A string, and where it starts. `value` is None for a key that is given no value at all."""

    position: Position
    value: str | None


@dataclass(slots=True)
class Sequence:
    """A list, and where it starts."""

    position: Position
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A mapping, where it starts, and where each key stands."""

    position: Position
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def load(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The tree in the file at `path`, called `name` in messages, and what is wrong with it.

    The tree is None when the file cannot be read as YAML at all.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(Position(name), "K001", f"the file cannot be read: {error.strerror}", "check that it exists and may be read")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return None, [Problem(Position(name, line, column), "K002", "the file is not UTF-8", "save it with the encoding UTF-8")]
    return parse_text(text, name)


def parse_text(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The tree in `text`, and what is wrong with it; `load` without the file."""
    bad = _FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        message = f"the character U+{ord(bad[0][0]):04X} is not allowed here"
        return None, [Problem(Position(name, line, column), "K007", message, "delete it, or use a plain line break")]
    problems: list[Problem] = []
    try:
        return _Builder(name, problems).document(yaml.parse(text, Loader=_Loader)), problems
    except _RefusedError as refused:
        problems.append(refused.problem)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(error, name, text))
    except yaml.YAMLError as error:
        problems.append(Problem(Position(name), "K003", f"this is not YAML: {error}", "check indentation, quotes and brackets"))
    return None, problems


def _syntax(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    position = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)
    lines = text.removesuffix("\n").split("\n")
    if position.line > len(lines):  # what is missing would stand behind the end of the file
        position = Position(name, len(lines), len(lines[-1]) + 1)
    message = "this is not YAML: " + (error.problem or error.context or "it cannot be read")
    return Problem(position, "K003", message, "check the indentation here; quote a value that contains ': ', ' #', brackets or, between { }, commas")


class _Builder:
    """Builds the tree of one document from its events, without recursion, so that depth cannot crash the process."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[tuple[str, Position] | None] = []
        self.root: Node | None = None
        self.documents = 0

    def document(self, events: Iterator[Any]) -> Node | None:
        # Nothing in a growing tree is garbage, and looking for some takes a quarter of the time.
        collects = gc.isenabled()
        gc.disable()
        try:
            for event in events:
                self.take(event)
        finally:
            if collects:
                gc.enable()
        return self.root

    def at(self, event: Any) -> Position:
        mark = event.start_mark
        return Position(self.name, mark.line + 1, mark.column + 1)

    def refuse(self, event: Any, code: str, message: str, advice: str) -> None:
        raise _RefusedError(Problem(self.at(event), code, message, advice))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.refuse(event, "K005", "an alias (*name) is not allowed", "write the value out")
        elif kind is yaml.ScalarEvent:
            self.plain_only(event)
            self.scalar(event)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            self.plain_only(event)
            self.open(event, Mapping(self.at(event)) if kind is yaml.MappingStartEvent else Sequence(self.at(event)))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self.stack.pop()
            self.pending.pop()
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self.refuse(event, "K003", "a second document starts here", "keep one document in a file: delete this '---'")

    def plain_only(self, event: Any) -> None:
        if event.anchor:
            self.refuse(event, "K005", f"an anchor (&{event.anchor}) is not allowed", "write the value out where it is used")
        if event.tag:
            self.refuse(event, "K005", f"a tag ({event.tag}) is not allowed", "write the plain value")

    def open(self, event: Any, node: Sequence | Mapping) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.refuse(event, "K006", f"this is nested deeper than {MAX_DEPTH} levels", "check the brackets and the indentation")
        self.attach(node, event)
        self.stack.append(node)
        self.pending.append(None)

    def scalar(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        if isinstance(top, Mapping) and self.pending[-1] is None:
            self.key(top, event)
        else:
            empty = event.value == "" and not event.style
            self.attach(Scalar(self.at(event), None if empty else event.value), event)

    def key(self, mapping: Mapping, event: Any) -> None:
        position = self.at(event)
        if event.value in mapping.entries:
            first = mapping.keys[event.value]
            message = f"the key '{event.value}' stands here twice (first on line {first.line})"
            self.problems.append(Problem(position, "K004", message, "keep one of the two"))
        self.pending[-1] = (event.value, position)

    def attach(self, node: Node, event: Any) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top, Sequence):
            top.items.append(node)
            return
        waiting = self.pending[-1]
        if waiting is None:
            self.refuse(event, "K003", "a key must be a plain word", "write 'key: value'")
            return
        key, position = waiting
        self.pending[-1] = None
        if key not in top.entries:
            top.entries[key] = node
            top.keys[key] = position


def values(node: Node) -> Any:
    """The tree as plain lists, dicts, strings and None, without positions."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [values(item) for item in node.items]
    return {key: values(value) for key, value in node.entries.items()}


def find(node: Node, path: tuple[str | int, ...], key: bool = False) -> Position:
    """Where `path` stands below `node`; the deepest part of it that exists when it is not there as a whole.

    With `key` the position of the last key is meant, not that of its value.
    """
    position = node.position
    for index, step in enumerate(path):
        last = index == len(path) - 1
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            position = node.keys[step] if key and last else node.entries[step].position
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            position = node.position
        else:
            break
    return position
