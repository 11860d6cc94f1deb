"""How far each language is, file by file, and each text that is missing or behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from generator.translate.book import Book, Entry


@dataclass(frozen=True, slots=True)
class Row:
    """One file in one language: how many texts, and how many of them are missing, behind their source, or not in the lock yet."""

    file: str
    language: str
    texts: int
    missing: int
    stale: int
    new: int

    @property
    def coverage(self) -> int:
        """Percent of the texts that are translated and not stale, rounded down, so that only a whole file is 100."""
        return 100 * (self.texts - self.missing - self.stale) // self.texts if self.texts else 100


def rows(entries: Iterable[Entry]) -> list[Row]:
    """A row for each file and language, by file."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        found.setdefault((entry.position.file, entry.language), []).append(entry.state)
    return [_row(file, language, states) for (file, language), states in sorted(found.items())]


def _row(file: str, language: str, states: list[str]) -> Row:
    return Row(file, language, len(states), states.count("missing"), states.count("stale"), states.count("new"))


def wanting(entries: Iterable[Entry]) -> list[Entry]:
    """The texts that are missing or stale, by place."""
    return sorted((entry for entry in entries if entry.state in {"missing", "stale"}), key=lambda entry: (entry.position, entry.language, entry.slot))


def as_text(book: Book, entries: Iterable[Entry]) -> str:
    """A table by file and language, then each missing or stale text as `file:line:column` with its words."""
    listed = [entry for entry in entries if entry.language != book.default or entry.state == "missing"]
    table = rows(listed)
    totals = [_row("all files", language, [entry.state for entry in listed if entry.language == language]) for language in book.languages]
    lines = _table([*table, *(row for row in totals if row.texts)])
    for entry in wanting(listed):
        lines += ["", f"{entry.position}: {entry.state} ({entry.language}): {entry.record} {entry.slot}"]
        lines += [f"    {book.default}: {_one_line(entry.source)}"] if entry.source else []
        lines += [f"    {entry.language}: {_one_line(entry.words)}"] if entry.words else []
    new = sum(entry.state == "new" for entry in listed)
    if not book.lock.exists:
        lines += ["", "There is no lock file, so nothing is known to be stale. To start one: python -m generator translations accept"]
    elif new:
        lines += ["", f"{new} translations are newer than the lock. To record them: python -m generator translations accept"]
    return "\n".join(lines)


def _table(table: list[Row]) -> list[str]:
    cells = [("file", "language", "texts", "missing", "stale", "coverage")]
    cells += [(row.file, row.language, str(row.texts), str(row.missing), str(row.stale), f"{row.coverage} %") for row in table]
    widths = [max(len(line[column]) for line in cells) for column in range(6)]
    return ["  ".join([f"{line[0]:<{widths[0]}}", f"{line[1]:<{widths[1]}}", *(f"{line[i]:>{widths[i]}}" for i in range(2, 6))]) for line in cells]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def as_json(book: Book, entries: Iterable[Entry]) -> str:
    """One JSON object: `lock`, `files` (the rows) and `texts` (what is missing or stale)."""
    listed = [entry for entry in entries if entry.language != book.default or entry.state == "missing"]
    files = [
        {"file": row.file, "language": row.language, "texts": row.texts, "missing": row.missing, "stale": row.stale, "new": row.new}
        | {"coverage": row.coverage}
        for row in rows(listed)
    ]
    texts = [
        {
            **dict(zip(("file", "line", "column"), entry.position, strict=True)),
            "language": entry.language,
            "state": entry.state,
            "record": entry.record,
            "text": entry.slot,
            "source": entry.source,
            "translation": entry.words,
        }
        for entry in wanting(listed)
    ]
    return json.dumps({"lock": book.lock.exists, "files": files, "texts": texts}, ensure_ascii=False, indent=2)
