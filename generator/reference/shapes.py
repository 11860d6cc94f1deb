"""The fields of every content file, as data: what stands in which file, of which type, and what it means.

Reads the types of the model; English meanings are their own docstrings and descriptions, Korean ones stand in ko.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator import load, parse
from generator.fields import Date, Id, Line, Record, TextField, Url
from generator.questions import TYPES, BaseItem, Item

_KNOWN = (
    (TextField, "text"),
    (Id, "id"),
    (Date, "date"),
    (Url, "url"),
    (Line, "line"),
    (str, "words"),
    (bool, "flag"),
    (int, "whole"),
    (float, "number"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One field. `default` is empty for none, and None for a field that must be there; `type` is Markdown."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One type of record: its name in the model, what it is, and its fields."""

    name: str
    meaning: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One type of question: the value of `type`, its own fields, and its example as YAML."""

    name: str
    table: Table
    example: str


@dataclass(frozen=True, slots=True)
class File:
    """One kind of content file. `inner` are the records inside it that no file before it has; `variants` are the types of quiz items."""

    name: str
    paths: tuple[str, ...]
    listed: bool
    main: Table
    inner: tuple[Table, ...]
    variants: tuple[Variant, ...]


@cache
def korean() -> Mapping[str, str]:
    """What each type and field means in Korean: `Box` and `Box.zone`."""
    path = Path(__file__).with_name("ko.yaml")
    node, _ = load.load(path, path.name)
    return TypeAdapter(dict[str, str]).validate_python(load.values(node) if node else {})


class Shapes:
    """The files in one language. `words` are those around what is generated; keys of types begin with `type_`."""

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self.words = words
        self.asked: set[str] = set()
        """Keys of all meanings that were needed."""

    def files(self) -> list[File]:
        """Every kind of content file, in the order in which it is read."""
        seen: set[type[Record]] = set()
        return [self._file(name, kind, listed, seen) for name, kind, listed in parse.kinds()]

    def _file(self, name: str, kind: Any, listed: bool, seen: set[type[Record]]) -> File:
        main = BaseItem if kind is Item else kind
        seen.update(_records(kind) if kind is Item else [main])
        inner = [one for one in dict.fromkeys(_inner(kind)) if one not in seen]
        seen.update(inner)
        variants = tuple(self._variant(value) for value in TYPES) if kind is Item else ()
        return File(name, parse.files(name), listed, self._table(main), tuple(self._table(one) for one in inner), variants)

    def _variant(self, value: str) -> Variant:
        example = Path(parse.__file__).parent / "questions" / value / "example.yaml"
        return Variant(value, self._table(TYPES[value].schema, without=frozenset(BaseItem.model_fields)), example.read_text(encoding="utf-8"))

    def _table(self, record: type[Record], without: frozenset[str] = frozenset()) -> Table:
        hints = get_type_hints(record, include_extras=True)
        rows = (
            Row(
                info.alias or name,
                self._kinds() if hints[name] is str and name == "type" else self._type(hints[name]),
                _default(info),
                self._field(record, name, info),
            )
            for name, info in record.model_fields.items()
            if name not in without
        )
        return Table(record.__name__, self._meaning(record.__name__, _described(record)), tuple(rows))

    def _field(self, record: type[Record], name: str, info: FieldInfo) -> str:
        owner = next(base for base in reversed(record.__mro__) if name in get_annotations(base))
        return self._meaning(f"{owner.__name__}.{info.alias or name}", info.description or "")

    def _meaning(self, key: str, english: str) -> str:
        self.asked.add(key)
        return english if self.language == "en" else korean().get(key, "")

    def _type(self, annotation: Any) -> str:
        """A type in words, with links to the records it names."""
        word = next((word for known, word in _KNOWN if annotation == known), None)
        if word is not None:
            return self.words[f"type_{word}"]
        origin, arguments = get_origin(annotation), [one for one in get_args(annotation) if one is not NoneType]
        if origin is Annotated:
            return self._type(arguments[0]) + self._limits(arguments[1:], "count" if get_origin(arguments[0]) is tuple else "limit")
        if origin in {Union, UnionType}:
            return self._type(arguments[0])
        if origin is Literal:
            return self._one(f"`{one}`" for one in arguments)
        return (
            self.words["type_list"].format(of=self._type(arguments[0]))
            if origin is tuple
            else f"[{annotation.__name__}](#{annotation.__name__.lower()})"
        )

    def _kinds(self) -> str:
        """The types of question, each with a link to its section."""
        return self._one(f"[`{name}`](#{name})" for name in TYPES)

    def _one(self, values: Iterable[str]) -> str:
        return self.words["type_one"].format(values=", ".join(values))

    def _limits(self, limits: list[Any], what: str) -> str:
        """Behind a type: how small or large a number, how short or long a list may be."""
        flat = [part for one in limits for part in (one.metadata if isinstance(one, FieldInfo) else (one,))]
        least = next((one.ge if isinstance(one, Ge) else one.min_length for one in flat if isinstance(one, Ge | MinLen)), None)
        most = next((one.le if isinstance(one, Le) else one.max_length for one in flat if isinstance(one, Le | MaxLen)), None)
        if least is None and most is None:
            return ""
        key = "both" if None not in {least, most} else "most" if least is None else "least"
        return f" ({self.words[f'{what}_{key}'].format(least=least, most=most)})"


def _described(record: type[Record]) -> str:
    """The docstring without the file that it may name first, which stands above it anyway."""
    words = re.sub(r"^(?:(?:An|One) entry of )?`[^`]+`: ", "", " ".join((record.__doc__ or "").split()))
    return words[:1].upper() + words[1:]


def _default(info: FieldInfo) -> str | None:
    if info.is_required():
        return None
    value = info.default
    return "" if value is None or value == () else f"`{str(value).lower()}`"


def _records(annotation: Any) -> Iterator[type[Record]]:
    """The record types that a type names, itself included."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)


def _inner(kind: Any) -> Iterator[type[Record]]:
    """The records inside a record, and inside those, in the order of fields."""
    for record in _records(kind):
        for hint in get_type_hints(record, include_extras=True).values():
            for inner in _records(hint):
                yield inner
                yield from _inner(inner)
