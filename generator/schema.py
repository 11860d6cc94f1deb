"""JSON Schemas of the content files, for editors: they underline a wrong key and complete a right one while one types.

An editor reads YAML 1.2: there `1.30` is a number and `true` a boolean, where the loader keeps strings. So a schema takes a
plain scalar wherever the model takes a string, and a quoted number wherever it takes a number. Ids of other records are not
in it; they differ from site to site, and `check` looks them up.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from generator import parse

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that every editor understands."""

_SCALAR = ["string", "number", "boolean"]


class _ForEditors(GenerateJsonSchema):
    """The schema of what is written in a file: no defaults that are empty, no null, no titles made from names."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        return {key: value for key, value in super().generate(schema, mode).items() if key != "title"}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": _SCALAR}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": r"^[+-]?[0-9]+$"}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return super().float_schema(schema) | {"type": ["number", "string"], "pattern": r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = super().default_schema(schema)
        return _without(inner, "default") if inner.get("default") in (None, []) else inner

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return _without(super().tagged_union_schema(schema), "discriminator")


def _without(schema: JsonSchemaValue, key: str) -> JsonSchemaValue:
    return {name: value for name, value in schema.items() if name != key}


def _strings() -> JsonSchemaValue:
    """Words of a site's own: flat keys, each with one string."""
    return {
        "type": "object",
        "description": "`ui/<language>.yaml`: words of the site itself that this tree says in its own way",
        "additionalProperties": {"type": _SCALAR, "minLength": 1},
    }


def _of(kind: Any, *, listed: bool) -> JsonSchemaValue:
    schema = TypeAdapter(list[kind] if listed else kind).json_schema(ref_template="#/definitions/{model}", schema_generator=_ForEditors)
    definitions = schema.pop("$defs", None)
    return schema | ({"definitions": definitions} if definitions else {})


def schemas() -> dict[str, str]:
    """The text of each schema by kind of file: `components` for `components/<id>.yaml`, `terms` for `terms.yaml`."""
    found = {name: _of(kind, listed=listed) for name, kind, listed in parse.kinds()} | {"ui": _strings()}
    return {name: json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n" for name, schema in found.items()}
