"""Which source words each translation was last seen up to date with: the file `translations.lock` of a content folder.

A translation is stale when its source has changed since and it has not. That is told from hashes alone, without a version
control system. A line names language, record, slot, hash of the source and hash of the translation. Texts of one slot are
told apart by their words, so entries without an id may move, come and go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from generator import walk
from generator.fields import Text
from generator.model import Site
from generator.problems import Position, Problem

NAME = "translations.lock"
UI = "ui"
"""What stands for a record where the lock speaks of UI strings."""

State = Literal["current", "stale", "new", "missing"]
Line = tuple[str, str, str, str, str]
"""Language, record, slot, hash of the source, hash of the translation."""

_LINE = re.compile(r"(\S+) (\S+) (\S+) ([0-9a-f]{12}) ([0-9a-f]{12})")
_HELD = re.compile("&nbsp;|\u00a0")
_HEAD = "# The source words that each translation goes with. Written by `python -m generator translations accept`.\n"


def digest(words: str) -> str:
    """The hash of some words: 12 hexadecimal digits. A space that keeps two words on one line counts as any other."""
    return sha256(_HELD.sub(" ", words).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Lock:
    """The lines of a lock file. `exists` is false for a content folder without one: nothing is known to be stale there."""

    lines: frozenset[Line] = frozenset()
    exists: bool = False
    _sources: Mapping[tuple[str, str, str, str], frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Lock:
        """A lock that holds these lines."""
        held = frozenset(lines)
        sources: dict[tuple[str, str, str, str], frozenset[str]] = {}
        for language, record, slot, source, words in held:
            key = (language, record, slot, words)
            sources[key] = sources.get(key, frozenset()) | {source}
        return cls(held, True, sources)

    def sources(self, language: str, record: str, slot: str, words: str) -> frozenset[str]:
        """Hashes of the sources with which this translation was seen up to date; none when the lock does not know it."""
        return self._sources.get((language, record, slot, digest(words)), frozenset())

    def state(self, language: str, record: str, slot: str, source: str, words: str) -> State:
        """`current`, `stale`, or `new`: not yet in the lock, or written anew since."""
        known = self.sources(language, record, slot, words)
        return "new" if not known else "current" if digest(source) in known else "stale"

    def text(self) -> str:
        """The text of the file: sorted, a line for each translation."""
        return _HEAD + "".join(f"{' '.join(line)}\n" for line in sorted(self.lines))


def read(content: Path) -> tuple[Lock, list[Problem]]:
    """The lock of a content folder, and K029 for each line that is none. Both are empty when there is no such file."""
    path = content / NAME
    if not path.exists():
        return Lock(), []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Lock(), [_bad(path, 1, "the file cannot be read as UTF-8")]
    lines: list[Line] = []
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found:
            lines.append((found[1], found[2], found[3], found[4], found[5]))
        elif line and not line.startswith("#"):
            problems.append(_bad(path, number, "this is not 'language record text hash hash'"))
    return Lock.of(lines), problems


def _bad(path: Path, line: int, message: str) -> Problem:
    advice = "take the file from before, or delete this line, and run: python -m generator translations accept"
    return Problem(Position(path.as_posix(), line), "K029", message, advice)


def translated(site: Site) -> Iterator[tuple[str, walk.Path, str, Text]]:
    """Every text that is written per language: its record, path and slot."""
    for name, record in walk.records(site):
        for path, slot, text in walk.slots(record):
            if not text.neutral:
                yield name, path, slot, text


def marked(site: Site, lock: Lock) -> Site:
    """The site whose stale texts know that they are."""
    default = site.settings.default_language
    others = [language for language in site.languages if language != default]
    stale: dict[tuple[str, walk.Path], frozenset[str]] = {}
    for record, path, slot, text in translated(site) if lock.exists else ():
        source = text.values.get(default)
        behind = frozenset(
            language
            for language in others
            if source and language in text.values and lock.state(language, record, slot, source, text.values[language]) == "stale"
        )
        if behind:
            stale[record, path] = behind
    if not stale:
        return site
    return walk.revised(site, lambda record, path, text: replace(text, stale=stale[record, path]) if (record, path) in stale else text)
