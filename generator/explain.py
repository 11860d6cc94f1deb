"""Turns the findings of pydantic into problems with a place, plain words and a mend."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import ValidationError

from generator.fields import Record
from generator.load import Node, find
from generator.problems import Position, Problem, nearest

_WORDS = {
    "text": "{message}",
    "string_type": "this must be one string",
    "tuple_type": "this must be a list",
    "list_type": "this must be a list",
    "model_type": "this must be a mapping of fields",
    "dict_type": "this must be a mapping",
    "int_parsing": "this must be a whole number",
    "int_type": "this must be a whole number",
    "float_parsing": "this must be a number",
    "float_type": "this must be a number",
    "bool_parsing": "this must be true or false",
    "bool_type": "this must be true or false",
    "greater_than_equal": "this must be at least {ge}",
    "less_than_equal": "this must be at most {le}",
    "too_short": "this needs at least {min_length} entries",
    "too_long": "this may have at most {max_length} entries",
    "string_too_long": "this may have at most {max_length} characters",
}
_HELP = {
    "text": "write {ko: …, en: …} with words in every language, or one plain string; inside { } quote words that hold a comma or a bracket",
    "string_type": "write words after the colon",
    "tuple_type": "write one entry a line, each behind '- ', or [a, b]",
    "model_type": "write 'field: value' lines",
    "int_parsing": "write digits only, for example 17",
    "float_parsing": "write digits, for example 40 or 0.5",
    "bool_parsing": "write true or false",
    "string_too_long": "shorten it",
}
_PATTERNS = {
    r"^\d{4}": ("this must be a date", "write it as YYYY-MM-DD, for example 2026-11-01"),
    r"^https?": ("this must be a web address", "write it with https://"),
    r"^[a-z0-9]": ("this is not an id", "use small letters, digits and single hyphens, for example kube-proxy"),
}
Path = tuple[str | int, ...]


def explain(kind: Any, node: Node, error: ValidationError) -> list[Problem]:
    """One problem for each finding in `error`, which `kind` raised for the values of `node`."""
    found = error.errors(include_url=False)
    places = [tuple(one["loc"]) for one in found]
    # A list whose entries are wrong is also reported as too short: only the entries matter.
    follows = {place for place in places if any(other[: len(place)] == place and len(other) > len(place) for other in places)}
    return [_problem(kind, node, one) for one, place in zip(found, places, strict=True) if not (one["type"] == "too_short" and place in follows)]


def _problem(kind: Any, node: Node, found: Any) -> Problem:
    path: Path = tuple(found["loc"])
    what, context = found["type"], found.get("ctx", {})
    if what == "missing":
        message = f"the field '{path[-1]}' is missing"
        return Problem(find(node, path[:-1]), "K010", message, _missing_help(kind, path))
    if what.startswith("union_tag"):
        return _no_such_type(node, path, what, context)
    if what == "extra_forbidden":
        known = sorted(_fields(kind, path[:-1]))
        near = nearest(str(path[-1]), known)
        advice = f"did you mean '{near}'?" if near else f"known fields: {', '.join(known)}"
        return Problem(find(node, path, key=True), "K011", f"there is no field '{path[-1]}'", advice)
    position = find(node, path)
    if what == "literal_error":
        return _not_allowed(position, found["input"], context["expected"].replace(" or ", ", "))
    if what in {"calendar", "string_pattern_mismatch"}:
        return _form(position, found["input"], context.get("pattern", ""))
    words = _WORDS.get(what, "{message}").format(message=found["msg"], **{key: value for key, value in context.items() if key != "message"})
    return Problem(position, "K012", words, _HELP.get(what, ""))


def _form(position: Position, value: Any, pattern: str) -> Problem:
    """A value that does not fit `pattern`, or a day that no calendar has when there is none."""
    if not pattern:
        return Problem(position, "K014", f"the calendar has no day '{value}'", "write a real day as YYYY-MM-DD, for example 2026-11-01")
    message, advice = next((words for start, words in _PATTERNS.items() if pattern.startswith(start)), ("this has the wrong form", ""))
    return Problem(position, "K014", f"{message}: '{value}'", advice)


def _no_such_type(node: Node, path: Path, what: str, context: Any) -> Problem:
    if what == "union_tag_not_found":
        return Problem(find(node, path), "K010", "the field 'type' is missing", "add 'type: …', for example 'type: single'")
    return _not_allowed(find(node, (*path, "type")), context["tag"], context["expected_tags"])


def _not_allowed(position: Position, value: Any, expected: str) -> Problem:
    allowed = [word.strip("'") for word in expected.split(", ")]
    near = nearest(str(value), allowed)
    advice = f"did you mean '{near}'? " if near else ""
    return Problem(position, "K013", f"'{value}' is not one of the allowed values", f"{advice}write one of: {', '.join(allowed)}")


def _missing_help(kind: Any, path: Path) -> str:
    field = _record(kind, path[:-1])
    for name, info in field.model_fields.items() if field else ():
        if path[-1] in (name, info.alias) and info.description:
            return f"add '{path[-1]}: …' ({info.description})"
    return f"add '{path[-1]}: …'"


def _fields(kind: Any, path: Path) -> set[str]:
    record = _record(kind, path)
    return {info.alias or name for name, info in record.model_fields.items()} if record else set()


def _record(kind: Any, path: Path) -> type[Record] | None:
    """The record type that stands at `path` below `kind`."""
    current = _unwrap(kind)
    for step in path:
        if isinstance(step, str) and current is not None:
            info = next((info for name, info in current.model_fields.items() if step in (name, info.alias)), None)
            current = _unwrap(info.annotation) if info else None
    return current


def _unwrap(annotation: Any) -> type[Record] | None:
    """The first record type inside an annotation such as `tuple[Step, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _unwrap(argument))), None)
