"""What an editor does with a schema: reads a file as YAML 1.2 and says where it departs from the schema."""

import re
from collections.abc import Iterator
from typing import ClassVar

import yaml


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2 with its core schema: no dates, and `yes` and `no` are words."""

    yaml_implicit_resolvers: ClassVar[dict] = {}


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|Null|NULL|~|)$"), ["n", "N", "~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789"))
Core.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))  # 010 is ten, not eight
Core.add_constructor("tag:yaml.org,2002:float", lambda _loader, node: float(node.value))

WORDLESS = {"$schema", "description", "default", "title", "definitions"}
TYPES = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
}
NUMBER = (int, float)
SIZES = {"minLength": str, "maxLength": str, "minItems": list, "maxItems": list, "minProperties": dict, "minimum": NUMBER, "maximum": NUMBER}


def read(text):
    """The values of a file as editors see them."""
    return yaml.load(text, Loader=Core)  # noqa: S506


def faults(schema, value, root=None, place="") -> Iterator[str]:
    """The places where a value departs from a schema. Raises AssertionError for a keyword that is not known here."""
    root = root or schema
    for word, want in schema.items():
        if word in WORDLESS or (word == "additionalProperties" and want is False):
            continue
        yield from _word(word, want, value, root, place)
    if schema.get("additionalProperties") is False and isinstance(value, dict):
        yield from (f"{place}/{key}" for key in value.keys() - schema["properties"].keys())


def _word(word, want, value, root, place):
    if word == "$ref":
        yield from faults(root["definitions"][want.removeprefix("#/definitions/")], value, root, place)
    elif word in {"anyOf", "oneOf"}:
        fitting = sum(not any(faults(one, value, root)) for one in want)
        if not fitting or (word == "oneOf" and fitting > 1):
            yield place
    elif word in {"properties", "additionalProperties"}:
        entries = value.items() if isinstance(value, dict) else ()
        inner = ((key, want.get(key) if word == "properties" else want, held) for key, held in entries)
        yield from (fault for key, one, held in inner if one for fault in faults(one, held, root, f"{place}/{key}"))
    elif word == "items":
        entries = enumerate(value) if isinstance(value, list) else ()
        yield from (fault for index, held in entries for fault in faults(want, held, root, f"{place}/{index}"))
    elif not _fits(word, want, value):
        yield place


def _fits(word, want, value):
    if word == "type":
        return any(TYPES[name](value) for name in ([want] if isinstance(want, str) else want))
    if word in {"const", "enum"}:
        return value in ([want] if word == "const" else want)
    if word == "required":
        return not isinstance(value, dict) or set(want) <= value.keys()
    if word == "pattern":
        return not isinstance(value, str) or re.search(want, value) is not None
    assert word in SIZES, f"{word} is not known here"
    if not isinstance(value, SIZES[word]) or isinstance(value, bool):
        return True
    size = value if word in {"minimum", "maximum"} else len(value)
    return size >= want if word.startswith("min") else size <= want
