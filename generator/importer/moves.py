"""When a note has changed: where each of its lines went, and what that changes in the content that names lines.

Content is mended in place, number by number, so that nothing an author wrote is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.model import Site
from generator.parse import Origins
from generator.problems import Position

GONE = "# gone from the note"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the content that names a line of the note. `quote` are the words it stands for, empty when it is the line alone."""

    position: Position
    line: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The mended files, how many mentions moved, and those whose line is gone."""

    files: dict[str, str]
    moved: int
    gone: tuple[Mention, ...]


def mentions(site: Site, origins: Origins) -> Iterator[Mention]:
    """Every line of the note that the content names."""
    for index, item in enumerate(site.note.items):
        for inner, line in enumerate(item.lines):
            yield Mention(origins.at("note", "items", index, "lines", inner), line)
    for claim in site.claims:
        for index, quote in enumerate(claim.quotes):
            yield Mention(origins.at(claim.id, "quotes", index, "line"), quote.line, quote.text)
    for question in site.questions:
        yield Mention(origins.at(question.id, "line"), question.line, question.quote)
    for flow in site.flows:
        for index, line in enumerate(flow.note_lines):
            yield Mention(origins.at(flow.id, "note_lines", index), line)


def follow(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Old line numbers to new ones, for the lines that are still there."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + offset + 1: block.b + offset + 1 for block in blocks for offset in range(block.size)}


def mend(found: Iterable[Mention], old: Sequence[str], new: Sequence[str]) -> Moved:
    """Puts the new numbers into the files that name lines. A line that is gone keeps its number and gets a comment."""
    ways = follow(old, new)
    edits: dict[str, list[tuple[Mention, int | None]]] = {}
    gone = []
    moved = 0
    for mention in found:
        target = ways.get(mention.line) or _elsewhere(mention, old, new)
        if target == mention.line:
            continue
        if target is None:
            gone.append(mention)
        else:
            moved += 1
        edits.setdefault(mention.position.file, []).append((mention, target))
    return Moved({file: _edited(file, listed) for file, listed in edits.items()}, moved, tuple(gone))


def _elsewhere(mention: Mention, old: Sequence[str], new: Sequence[str]) -> int | None:
    """The one new line that holds the words of a mention whose own line was changed."""
    words = mention.quote or (old[mention.line - 1] if 0 < mention.line <= len(old) else "")
    found = [number for number, line in enumerate(new, start=1) if words and words in line]
    return found[0] if len(found) == 1 else None


def _edited(file: str, edits: Iterable[tuple[Mention, int | None]]) -> str:
    lines = Path(file).read_text(encoding="utf-8").split("\n")
    for mention, target in sorted(edits, key=lambda edit: edit[0].position, reverse=True):
        row, column = mention.position.line - 1, mention.position.column - 1
        line = lines[row]
        if GONE in line:
            continue  # it names a line of an older note
        if target is not None:
            lines[row] = f"{line[:column]}{target}{line[column + len(str(mention.line)) :]}"
        else:
            lines[row] = f"{line}  {GONE}"
    return "\n".join(lines)
