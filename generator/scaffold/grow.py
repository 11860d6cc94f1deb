"""Puts entries behind the last one of a YAML list, as text, so that comments and layout stay as they are."""

from __future__ import annotations

from generator import load
from generator.problems import ContentError, Position, Problem

_BOM = "\ufeff"


def grow(text: str, entries: str, name: str) -> str:
    """The text of the list file `name` with the entries of another list behind its own.

    Raises ContentError when the file is no list of lines that begin with '-', or would not read as before with more behind it.
    """
    bom, plain = text[: text.startswith(_BOM)], text.removeprefix(_BOM)
    before = _entries(plain, name)
    lines = plain.split("\n")
    first, last = before.position, before.items[-1].position
    if lines[first.line - 1][first.column - 1] != "-":
        raise ContentError(
            [Problem(first, "K012", "this list stands in brackets, so nothing can be put behind it", "start each entry on a line with '- id: …'")]
        )
    end = "\r\n" if "\r\n" in plain else "\n"
    airy = len(before.items) > 1 and not lines[last.line - 2].strip()
    indent = " " * (first.column - 1)
    body = [indent + line if line.strip() else "" for line in entries.strip("\n").split("\n")]
    grown = plain + ("" if plain.endswith("\n") else end) + (end if airy else "") + end.join(body) + end
    wanted = [load.values(item) for item in (*before.items, *_entries(entries, name).items)]
    after, problems = load.parse_text(grown, name)
    if problems or after is None or load.values(after) != wanted:
        raise ContentError([Problem(last, "K012", "nothing can be put behind the end of this list", "end the file with the last entry of the list")])
    return bom + grown


def _entries(text: str, name: str) -> load.Sequence:
    node, problems = load.parse_text(text, name)
    if not isinstance(node, load.Sequence) or not node.items or problems:
        at = problems or [Problem(node.position if node else Position(name), "K012", f"{name} holds no list", "start each entry with '- id: …'")]
        raise ContentError(at)
    return node
