"""Puts words into a YAML file as text: comments, order, indentation and the quotes that others chose stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator import load
from generator.problems import ContentError, Position, Problem

_BOM = "\ufeff"
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_RESOLVER: Any = yaml.resolver.Resolver()
_BLOCK = re.compile(r"(?P<kind>[|>])(?P<how>[-+]?)(?P<rest>[ \t]*(?:#.*)?)$")


@dataclass(slots=True)
class Change:
    """New words at `path` of a file, a mapping of languages or keys; `key` is the one to write, `after` those that stand before it."""

    path: tuple[str | int, ...]
    key: str
    words: str
    after: Sequence[str] = ()


@dataclass(slots=True)
class _File:
    """A file's text without its byte order mark, the place of each line, and the end and style of each scalar by its start."""

    text: str
    end: str
    lines: list[int]
    scalars: dict[int, tuple[int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> _File:
        lines = [0]
        lines += [found.end() for found in re.finditer("\n", text)]
        file = cls(text, "\r\n" if "\r\n" in text else "\n", lines)
        scalars: Iterable[Any] = (event for event in yaml.parse(text, Loader=_Loader) if isinstance(event, yaml.ScalarEvent))
        for event in scalars:
            start, stop = (lines[mark.line] + mark.column for mark in (event.start_mark, event.end_mark))
            style = event.style or ""
            file.scalars[start] = (file.trimmed(start, stop, style), style)
        return file

    def trimmed(self, start: int, stop: int, style: str) -> int:
        """Where a scalar really ends: the parser counts blank space behind some of them."""
        return stop if style in {"'", '"'} else start + len(self.text[start:stop].rstrip())

    def offset(self, position: Position) -> int:
        return self.lines[position.line - 1] + position.column - 1

    def line_end(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        stop = len(self.text) if found < 0 else found
        return stop - 1 if self.text[stop - 1 : stop] == "\r" else stop


def edited(text: str, name: str, changes: Sequence[Change]) -> str:
    """The text of the YAML file `name` with these changes. Raises ContentError when it would not read as wanted afterwards."""
    bom, plain = text[: text.startswith(_BOM)], text.removeprefix(_BOM)
    root, problems = load.parse_text(plain, name)
    if root is None or problems:
        raise ContentError(problems)
    wanted = load.values(root)
    for change in changes:
        place = wanted
        for step in change.path:
            place = place[step]
        place[change.key] = change.words
    for quoted in (False, True):
        found = _applied(_File.of(plain), root, changes, quoted)
        after, problems = load.parse_text(found, name)
        if not problems and after is not None and _stripped(load.values(after)) == _stripped(wanted):
            return bom + found
    raise ContentError([Problem(Position(name), "K061", "these words cannot be put into the file", "write them by hand")])


def _stripped(value: Any) -> Any:
    """Values as the model takes them: without space at the ends."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return {key: _stripped(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _applied(file: _File, root: load.Node, changes: Sequence[Change], quoted: bool) -> str:
    edits = []
    for change in changes:
        node: Any = root
        for step in change.path:
            inside: Any = node.entries if isinstance(node, load.Mapping) else node.items
            node = inside[step]
        edits.append(_replacement(file, node, change, quoted) if change.key in node.entries else _addition(file, node, change, quoted))
    text = file.text
    for start, stop, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[stop:]
    return text


def _replacement(file: _File, node: load.Mapping, change: Change, quoted: bool) -> tuple[int, int, str]:
    start = file.offset(node.entries[change.key].position)
    stop, style = file.scalars[start]
    flow = _is_flow(file, node)
    if style in {"|", ">"} and not quoted and change.words == change.words.strip():
        return start, stop, _block(file, start, stop, change.words)
    indent = node.keys[change.key].column - 1
    return start, stop, spelled(change.words, '"' if quoted else style, flow=flow, indent=indent, end=file.end)


def _addition(file: _File, node: load.Mapping, change: Change, quoted: bool) -> tuple[int, int, str]:
    """The new key stands behind the last of those that come before it, or else behind the last one there is."""
    anchor = next((key for key in reversed(change.after) if key in node.entries), list(node.entries)[-1])
    start = file.offset(node.entries[anchor].position)
    stop, style = file.scalars[start]
    flow = _is_flow(file, node)
    indent = node.keys[anchor].column - 1
    words = spelled(change.words, '"' if quoted or style in {'"', "'"} else "", flow=flow, indent=indent, end=file.end)
    if flow:
        return stop, stop, f", {change.key}: {words}"
    place = file.line_end(stop)
    return place, place, f"{file.end}{' ' * indent}{change.key}: {words}"


def _is_flow(file: _File, node: load.Mapping) -> bool:
    return file.text[file.offset(node.position)] == "{"


def _block(file: _File, start: int, stop: int, words: str) -> str:
    """A literal or folded block with new words, as far indented as the old ones."""
    head, *body = file.text[start:stop].split("\n")
    found = _BLOCK.match(head.removesuffix("\r"))
    inside = next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), 2)
    kind = "|" if not found or "\n" in words else found["kind"]
    how, rest = (found["how"], found["rest"]) if found else ("-", "")
    return _lines(f"{kind}{how}{rest}", words, inside, file.end)


def _lines(head: str, words: str, indent: int, end: str) -> str:
    return end.join([head, *(f"{' ' * indent}{line}" if line else "" for line in words.split("\n"))])


def spelled(words: str, style: str, *, flow: bool, indent: int, end: str) -> str:
    """Words as a YAML value, in `style` (quotes, or none) when that can hold them. `indent` is that of the key of a block mapping."""
    if "\n" in words and not flow and words == words.strip():
        return _lines("|-", words, indent + 2, end)
    single = "'" + words.replace("'", "''") + "'"
    double = json.dumps(words, ensure_ascii=False)
    return double if style == '"' else single if style == "'" and "\n" not in words else words if _is_plain(words, flow=flow) else double


def _is_plain(words: str, *, flow: bool) -> bool:
    """Whether the words read as themselves without quotes, here and in editors, which know numbers and yes and no."""
    if _RESOLVER.resolve(yaml.ScalarNode, words, (True, False)) != "tag:yaml.org,2002:str":
        return False
    node, problems = load.parse_text(f"{{k: {words}, l: m}}" if flow else f"k: {words}\nl: m", "")
    return not problems and node is not None and load.values(node) == {"k": words, "l": "m"}
