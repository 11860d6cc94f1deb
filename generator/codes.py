"""What each code means, with a wrong and a right example. The words stand in codes.yaml.

Knows the codes, not the rules that give them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from generator import load
from generator.fields import Record

FILE = Path(__file__).with_name("codes.yaml")


class Code(Record):
    """One code. `file` names a file of a content folder in which `wrong` causes it and `right` does not."""

    title: str
    why: str
    file: str
    wrong: str
    right: str
    tried: bool = True
    """Whether a test can plant the example in the mail notes."""


@cache
def every() -> dict[str, Code]:
    """All codes, in order."""
    node, _ = load.load(FILE, FILE.name)
    return dict(sorted(TypeAdapter(dict[str, Code]).validate_python(load.values(node) if node else {}).items()))


def text(code: str) -> str:
    """The explanation of a code for a terminal. Raises KeyError for a code that does not exist."""
    one = every()[code]
    parts = (f"{code}: {one.title}", one.why, f"Wrong, in {one.file}:", _indented(one.wrong), "Right:", _indented(one.right))
    return "\n\n".join(parts)


def _indented(source: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in source.splitlines())
