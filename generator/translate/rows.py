"""What goes to translators and comes back: one row for each text, in a form that every format can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import text
from generator.lock import UI, digest
from generator.problems import Position
from generator.translate.book import Book, Entry

_NOWHERE = Position("")


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way. `words` are empty when there is no translation yet; `stale` marks one that is not to be trusted.

    `context` names record and slot, and with `#2` the second text there that has the same source. `previous` is the source
    that the translation was made of, when that is known. `note` says what must stay; `place` is a file and line for people.
    `position` is where the row stands in a translator's file.
    """

    context: str
    source: str
    words: str
    stale: bool = False
    previous: str = ""
    note: str = ""
    place: tuple[str, int] = ("", 0)
    position: Position = _NOWHERE


@dataclass(frozen=True, slots=True)
class Bundle:
    """The rows of one language, and the language they are translated from."""

    source: str
    language: str
    rows: tuple[Row, ...]


def contexts(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry of one language that has a source, with its context."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        if entry.source:
            key = (entry.record, entry.slot, entry.source)
            seen[key] += 1
            yield f"{entry.record} {entry.slot}" + (f" #{seen[key]}" if seen[key] > 1 else ""), entry


def bundle(book: Book, language: str, known: Iterable[str] = (), *, wanting: bool = False) -> Bundle:
    """The texts of a language for translators. `known` are older source words; with `wanting` only what is missing or stale."""
    older = {digest(words): words for words in known}
    rows = tuple(
        _row(book, context, entry, older) for context, entry in contexts(book.entries(language)) if not wanting or entry.state in {"missing", "stale"}
    )
    return Bundle(book.default, language, rows)


def _row(book: Book, context: str, entry: Entry, older: Mapping[str, str]) -> Row:
    stale = entry.state == "stale"
    before = sorted(book.lock.sources(entry.language, entry.record, entry.slot, entry.words)) if stale else []
    previous = next((older[source] for source in before if source in older), "")
    place = (entry.origin.file, entry.origin.line)
    return Row(context, entry.source, entry.words, stale, previous, _note(entry), place, entry.position)


def _note(entry: Entry) -> str:
    """What a translator must leave as it is."""
    if entry.record == UI:
        kept = [f"{{{name}}}" for name in sorted(text.places(entry.source))]
    else:
        kept = [f"[[{name}]]" for name in dict.fromkeys(text.references(entry.source))]
    return f"Keep {', '.join(kept)}" if kept else ""


def marks(entry: Entry, words: str) -> frozenset[str]:
    """The ids or places in `words` that its translation must have as well."""
    return text.places(words) if entry.record == UI else frozenset(text.references(words))
