"""What comes back from translators, into the content: all of it, or nothing when anything is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from generator import load
from generator.files import replace_all
from generator.lock import UI
from generator.problems import ContentError, Position, Problem, nearest
from generator.translate.accept import id_of, renew
from generator.translate.book import Book, Entry, open_book
from generator.translate.edit import Change, edited
from generator.translate.rows import Bundle, Row, contexts, marks

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(slots=True)
class Import:
    """What an import will do. `files` are texts by path, `good` the entries whose translation is up to date from now on."""

    book: Book
    files: dict[Path, str] = field(default_factory=dict)
    written: list[Entry] = field(default_factory=list)
    confirmed: list[Entry] = field(default_factory=list)
    doubtful: int = 0

    def write(self) -> None:
        """Writes the files, then the lock if there is one. Raises OSError."""
        replace_all(self.files)
        good = {id_of(entry) for entry in (*self.written, *self.confirmed)}
        if good and self.book.lock.exists:
            renew(open_book(self.book.content), good)


def plan(book: Book, bundle: Bundle, name: str, head: str = "", *, changed_is_sure: bool = False) -> Import:
    """Plans the import of the rows of file `name`. Raises ContentError with every row that cannot be taken.

    A stale row is left alone; with `changed_is_sure` it is taken when its words have changed. `head` begins a new file of UI strings.
    """
    if bundle.source != book.default or bundle.language not in book.languages or bundle.language == book.default:
        others = ", ".join(f"'{language}'" for language in book.languages if language != book.default)
        message = f"this file is from '{bundle.source}' to '{bundle.language}'"
        raise ContentError([Problem(Position(name), "K061", message, f"this site is translated from '{book.default}' to {others}")])
    known = list(contexts(book.entries(bundle.language)))
    taking = _Taking(book, {(context, entry.source): entry for context, entry in known}, changed_is_sure)
    for row in bundle.rows:
        taking.take(row)
    if taking.problems:
        raise ContentError(taking.problems)
    planned = Import(book, written=[entry for entry, _ in taking.changes], confirmed=taking.confirmed, doubtful=taking.doubtful)
    planned.files = dict(_edited(book, taking.changes, head))
    return planned


@dataclass(slots=True)
class _Taking:
    """Row by row: what is to be written, and what is wrong."""

    book: Book
    known: dict[tuple[str, str], Entry]
    changed_is_sure: bool
    changes: list[tuple[Entry, str]] = field(default_factory=list)
    confirmed: list[Entry] = field(default_factory=list)
    doubtful: int = 0
    problems: list[Problem] = field(default_factory=list)
    seen: dict[tuple[str, str], Position] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Takes one row, or notes what is wrong with it."""
        key = next((key for key in ((row.context, row.source), (row.context, normalize("NFC", row.source.strip()))) if key in self.known), None)
        if key is None:
            self.problems.append(self.lost(row))
            return
        entry = self.known[key]
        # Space at the ends means something in UI strings only.
        words = normalize("NFC", row.words if entry.record == UI and row.words.strip() else row.words.strip())
        if key in self.seen:
            self.refuse(row, "K061", f"'{row.context}' stands here twice (first on line {self.seen[key].line})", "keep one of the two")
        elif words and words != entry.words and row.stale and not self.changed_is_sure:
            self.doubtful += 1
        elif words and words != entry.words:
            self.change(row, entry, words)
        elif words and entry.state == "stale" and not row.stale:
            self.confirmed.append(entry)
        self.seen.setdefault(key, row.position)

    def change(self, row: Row, entry: Entry, words: str) -> None:
        bad = _UNSAFE.search(words)
        if bad:
            self.refuse(row, "K007", f"the character U+{ord(bad[0]):04X} is not allowed in '{row.context}'", "delete it, or use a plain line break")
            return
        try:
            differ = marks(entry, entry.source) ^ marks(entry, words)
        except ValueError as error:
            self.refuse(row, "K063", f"'{row.context}' cannot be filled", str(error))
            return
        if differ:
            shape = "{%s}" if entry.record == UI else "[[%s]]"
            message = f"'{row.context}' has not the same marks as its source: {', '.join(shape % mark for mark in sorted(differ))}"
            self.refuse(row, "K063", message, "keep what stands in [[ ]] and { }; words behind | may change")
        else:
            self.changes.append((entry, words))

    def lost(self, row: Row) -> Problem:
        """What to say of a row whose text the content does not have, or not any more as it was."""
        entry = next((entry for (context, _), entry in self.known.items() if context == row.context), None)
        if entry is not None:
            message = f"the source of '{row.context}' has changed since the export"
            return Problem(row.position, "K062", message, f"export anew; it stands at {entry.origin}")
        near = nearest(row.context, {context for context, _ in self.known})
        advice = f"did you mean '{near}'?" if near else "export anew, or take this row out"
        return Problem(row.position, "K062", f"the content has no text '{row.context}'", advice)

    def refuse(self, row: Row, code: str, message: str, advice: str) -> None:
        self.problems.append(Problem(row.position, code, message, advice))


def _edited(book: Book, changes: list[tuple[Entry, str]], head: str) -> Iterator[tuple[Path, str]]:
    """The new texts of the files, edited each as a whole."""
    by_file: dict[str, list[tuple[Entry, str]]] = {}
    for entry, words in changes:
        by_file.setdefault(entry.position.file if entry.record == UI else entry.origin.file, []).append((entry, words))
    for file, listed in by_file.items():
        path = Path(file)
        if listed[0][0].record == UI:
            yield path, _strings(path, listed, head)
        else:
            text = path.read_bytes().decode()
            root, _ = load.parse_text(text.removeprefix("\ufeff"), file)
            starts = {} if root is None else {node.position: way for way, node in _mappings(root)}
            yield path, edited(text, file, [_change(book, entry, words, starts) for entry, words in listed])


def _mappings(node: load.Node, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], load.Mapping]]:
    if isinstance(node, load.Mapping):
        yield way, node
    if not isinstance(node, load.Scalar):
        inner = node.entries.items() if isinstance(node, load.Mapping) else enumerate(node.items)
        for step, one in inner:
            yield from _mappings(one, (*way, step))


def _change(book: Book, entry: Entry, words: str, starts: dict[Position, tuple[str | int, ...]]) -> Change:
    languages = book.languages
    before = languages[: languages.index(entry.language)]
    return Change(starts[book.origins.at(entry.record, *entry.path)], entry.language, words, before)


def _strings(path: Path, listed: list[tuple[Entry, str]], head: str) -> str:
    """The file of a language's UI strings, with new ones behind the others."""
    changes = [Change((), entry.slot, words) for entry, words in listed]
    if path.exists():
        return edited(path.read_bytes().decode(), path.as_posix(), changes)
    (first, *rest) = changes
    start = head + edited("k: v\n", path.as_posix(), [Change((), "k", first.words)]).replace("k:", f"{first.key}:", 1)
    return edited(start, path.as_posix(), rest)
