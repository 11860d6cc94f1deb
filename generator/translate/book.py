"""Every text of a content folder beside its translation, with the state of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import parse, walk
from generator.check import translations
from generator.lock import UI, Lock, State, translated
from generator.model import Site
from generator.problems import ContentError, Position, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """One text in one language. `source` is what it is translated from, `words` are empty when the translation is missing.

    `position` is that of the translation, or of the text when there is none; `path` leads to the text in its record, and is a
    key for a UI string.
    """

    language: str
    record: str
    path: walk.Path
    slot: str
    source: str
    words: str
    state: State
    position: Position
    origin: Position


@dataclass(frozen=True, slots=True)
class Book:
    """A content folder as it was read, for a translator."""

    content: Path
    site: Site
    origins: parse.Origins
    lock: Lock

    @property
    def default(self) -> str:
        """The language that the others are translated from."""
        return self.site.settings.default_language

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of the site, the default one among them."""
        return self.site.languages

    def entries(self, *languages: str) -> Iterator[Entry]:
        """Every text in these languages, or in all: language by language, in the order of the files."""
        for language in languages or self.languages:
            yield from self._texts(language)
            yield from self._strings(language)

    def _texts(self, language: str) -> Iterator[Entry]:
        origins = self.origins
        for record, path, slot, text in translated(self.site):
            source, words = text.values.get(self.default, ""), text.written().get(language, "")
            if text.languages() - set(self.languages):
                continue  # a misspelled language; check says so
            state = self._state(language, record, slot, source, words)
            place = origins.at(record, *path, language) if words else origins.at(record, *path)
            yield Entry(language, record, path, slot, source, words, state, place, origins.at(record, *path, self.default))

    def _strings(self, language: str) -> Iterator[Entry]:
        """The UI strings that are this folder's to translate: its own, and those that the generator has no words for in `language`."""
        site, places = self.site, self.origins.strings
        own = self.content / UI
        for key in sorted({key for words in site.strings.values() for key in words}):
            here, there = places.get(f"{language}:{key}"), places.get(f"{self.default}:{key}")
            if here is not None and own not in Path(here.file).parents and (there is None or own not in Path(there.file).parents):
                continue
            source = site.strings[self.default].get(key, "")
            words = site.strings[language].get(key, "") if here else ""
            place = here or Position((own / f"{language}.yaml").as_posix())
            yield Entry(language, UI, (key,), key, source, words, self._state(language, UI, key, source, words), place, there or place)

    def _state(self, language: str, record: str, slot: str, source: str, words: str) -> State:
        if not words:
            return "missing"
        if language == self.default or not source:
            return "current"
        return self.lock.state(language, record, slot, source, words) if self.lock.exists else "current"


def open_book(content: Path) -> Book:
    """Reads a content folder. Raises ContentError when it is broken in shape; translations may be missing."""
    reading = parse.read(content)
    if reading.site is None or any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise ContentError(reading.problems)
    site = reading.site
    if site.settings.default_language not in site.languages:
        raise ContentError([problem for problem in translations.check(site, reading.origins) if problem.code == "K025"])
    return Book(content, site, reading.origins, reading.lock)
