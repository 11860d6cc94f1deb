"""Writes into the lock that translations go with their sources as both are now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files import replace_all
from generator.lock import NAME, Line, Lock, digest
from generator.translate.book import Book, Entry


@dataclass(frozen=True, slots=True)
class Accepted:
    """What `accept` did: how many translations are in the lock for the first time or anew, how many stale ones it took, how many stay stale."""

    new: int
    stale: int
    left: int


def accept(book: Book, chosen: Collection[Entry]) -> Accepted:
    """Records every translation that is new, and of the stale ones those `chosen`. What the lock says of texts that are gone is dropped.

    Raises OSError; the lock is then as it was.
    """
    entries = [entry for entry in book.entries() if entry.language != book.default]
    good = {id_of(entry) for entry in chosen}
    lines = {line for entry in entries for line in _lines(book.lock, entry, id_of(entry) in good)}
    if not book.lock.exists or lines != book.lock.lines:
        replace_all({book.content / NAME: Lock.of(lines).text()})
    stale = [entry for entry in entries if entry.state == "stale"]
    taken = sum(id_of(entry) in good for entry in stale)
    fresh = sum(bool(entry.words and entry.source) for entry in entries) if not book.lock.exists else sum(entry.state == "new" for entry in entries)
    return Accepted(fresh, taken, len(stale) - taken)


def renew(book: Book, good: Collection[tuple[object, ...]]) -> None:
    """Records that these translations go with their sources, and leaves what the lock says of others. Raises OSError."""
    entries = [entry for entry in book.entries() if entry.language != book.default]
    touched = {_slot(entry) for entry in entries if id_of(entry) in good}
    lines = {line for line in book.lock.lines if line[:3] not in touched}
    for entry in entries:
        if _slot(entry) in touched and (entry.state != "new" or id_of(entry) in good):
            lines |= set(_lines(book.lock, entry, id_of(entry) in good))
    if lines != book.lock.lines:
        replace_all({book.content / NAME: Lock.of(lines).text()})


def _slot(entry: Entry) -> tuple[str, str, str]:
    return entry.language, entry.record, entry.slot


def id_of(entry: Entry) -> tuple[object, ...]:
    """What tells one entry from all others of its book."""
    return entry.language, entry.record, entry.path


def _lines(held: Lock, entry: Entry, good: bool) -> Iterator[Line]:
    if not entry.words or not entry.source:
        return
    words = digest(entry.words)
    if entry.state == "stale" and not good:
        for source in held.sources(entry.language, entry.record, entry.slot, entry.words):
            yield entry.language, entry.record, entry.slot, source, words
    else:
        yield entry.language, entry.record, entry.slot, digest(entry.source), words


def chosen(book: Book, names: Collection[str], everything: bool, language: str | None) -> tuple[list[Entry], list[str]]:
    """The entries of the files and records that were named, or all of them, and the names that are neither."""
    entries = [entry for entry in book.entries(*([language] if language else [])) if entry.language != book.default]
    if everything:
        return entries, []
    paths = {Path(entry.position.file).resolve() for entry in entries}
    records = {entry.record for entry in entries}
    unknown = [name for name in names if name not in records and Path(name).resolve() not in paths]
    wanted = {Path(name).resolve() for name in names}
    return [entry for entry in entries if entry.record in names or Path(entry.position.file).resolve() in wanted], unknown
