"""Diagrams as Mermaid text, for people's own notes: a flowchart of boxes, a sequence diagram of steps.

Knows graphs, and what Mermaid would misread; the drawings of the site are made elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.diagrams.graph import Graph

_LINES = {"bold": "==>", "dashed": "-.->", "dotted": "-.->", "dashdot": "-.->"}
_ARROWS = {"dashed": "-->>", "dotted": "-->>", "dashdot": "-->>"}
# Words that Mermaid keeps for itself; a box of that name gets another id.
_KEPT = {"end", "graph", "flowchart", "subgraph", "style", "class", "click", "default", "linkstyle", "classdef", "direction", "href", "call"}


@dataclass(frozen=True, slots=True)
class Message:
    """A step of a sequence diagram: ids of its two lanes, style of its line, words."""

    source: str
    target: str
    style: str
    words: str


def flowchart(whole: Graph) -> str:
    """Zones as subgraphs, boxes with name and tag, relations with their words. Ends without a line break."""
    rows = ["flowchart LR"]
    for area in whole.areas:
        rows.append(f'  subgraph {_id(f"zone-{area.id}")}["{_words(area.name or area.id)}"]')
        rows += [f'    {_id(node.id)}["{_words(node.name)}<br>{_words(node.tag)}"]' for node in whole.inside(area.id)]
        rows.append("  end")
    for link in whole.links:
        rows.append(f'  {_id(link.source)} {_LINES.get(link.style, "-->")}|"{_words(link.label)}"| {_id(link.target)}')
    rows += [f"  style {_id(node.id)} stroke-dasharray: 4 3" for node in whole.nodes if node.optional]
    return "\n".join(rows)


def sequence(lanes: Iterable[tuple[str, str]], messages: Sequence[Message]) -> str:
    """`lanes` are (id, name) from left to right. Ends without a line break."""
    rows = ["sequenceDiagram", "  autonumber"]
    rows += [f"  participant {_id(identifier)} as {_words(name)}" for identifier, name in lanes]
    rows += [f"  {_id(one.source)}{_ARROWS.get(one.style, '->>')}{_id(one.target)}: {_words(one.words)}" for one in messages]
    return "\n".join(rows)


def _id(identifier: str) -> str:
    plain = re.sub(r"\W", "_", identifier)
    return f"{plain}_" if plain.lower() in _KEPT else plain


def _words(text: str) -> str:
    """The words, with what would end a label or start markup written as Mermaid's entities."""
    marked = re.sub(r'[#;"<>`]', lambda found: f"#{ord(found[0])};", text)
    return re.sub(r"\bend\b", "#101;nd", " ".join(marked.split()))
