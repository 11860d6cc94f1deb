"""The desk a page is written at: one site, one language, one place. Words and addresses fitted to the three.

Knows text and places. What stands on a page is for the page families to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from markupsafe import Markup

from generator import text
from generator.fields import Text
from generator.model import Site
from generator.pages.book import Book
from generator.pages.places import relative
from generator.pages.records import Records
from generator.questions import BaseItem
from generator.questions.fold import accepted


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a page needs to say something. `path` is the page's address below its language, empty for the home page."""

    book: Book
    language: str
    path: str = ""
    assets: str = ""

    @property
    def site(self) -> Site:
        """The whole content."""
        return self.book.site

    @property
    def records(self) -> Records:
        """What belongs to what."""
        return self.book.records

    def t(self, key: str, **values: object) -> str:
        """The UI string `key` in the page's language with its places filled. Raises KeyError when there is none."""
        words = self.site.strings[self.language]
        if key not in words:
            raise KeyError(f"there is no UI string '{key}' for '{self.language}'")
        return text.fill(words[key], **values)

    def x(self, value: Text | str) -> str:
        """The plain words of a text."""
        return text.plain(self._source(value), self._resolve)

    def md(self, value: Text | str) -> Markup:
        """A text as one line of HTML."""
        return text.inline(self._source(value), self._resolve)

    def paragraphs(self, value: Text | str) -> list[Markup]:
        """A text as one line of HTML for each of its paragraphs."""
        return text.paragraphs(self._source(value), self._resolve)

    def url(self, path: str) -> str:
        """The relative URL of a page of this language, with an optional `#anchor`."""
        return relative(f"{self.language}/{self.path}", f"{self.language}/{path}")

    def ref(self, identifier: str) -> str:
        """The relative URL of any thing. Raises KeyError for an unknown id."""
        return self.url(self.book.places[identifier].path)

    def where(self, item: BaseItem) -> str:
        """The relative URL of the section that explains an item."""
        place = self.book.places[item.ref].path
        return self.url(f"{place.partition('#')[0]}#{item.at}" if item.at else place)

    def report(self, item: BaseItem) -> str:
        """The address at which a reader reports a problem with an item: a new issue of the site's repository, filled in."""
        body = self.t("quiz.report_body", id=item.id, language=self.language, build=self.assets.strip("/").rpartition("/")[2])
        query = urlencode({"title": self.t("quiz.report_title", id=item.id), "body": body}, quote_via=quote)
        return f"{(self.site.settings.repository or '').rstrip('/')}/issues/new?{query}"

    def name(self, identifier: str) -> str:
        """What a thing is called, in plain words. Raises KeyError for an unknown id."""
        # A name that refers to another thing, or to itself, is not followed further.
        return text.plain(self._source(self.book.places[identifier].name), lambda inner, words: ("", words or inner))

    def accept(self, texts: Iterable[Text], things: Iterable[str] = ()) -> str:
        """Every answer that counts as one of these texts, or as a name of one of these things, in any language: folded, a space between two."""
        return " ".join(accepted(*texts, *(words for identifier in things for words in self.book.places[identifier].spellings)))

    def asset(self, name: str) -> str:
        """The relative URL of one of the site's own assets."""
        return relative(f"{self.language}/{self.path}", f"{self.assets}{name}")

    def shorten(self, words: str, limit: int = 160) -> str:
        """The words on one line, cut between two of them when they are longer than `limit` characters."""
        line = " ".join(words.split())
        return line if len(line) <= limit else line[: line.rfind(" ", 0, limit)].rstrip(" ,;:.") + "…"

    def _source(self, value: Text | str) -> str:
        return value[self.language] if isinstance(value, Text) else value

    @property
    def _resolve(self) -> Callable[[str, str | None], tuple[str, str]]:
        def resolve(identifier: str, words: str | None) -> tuple[str, str]:
            return self.ref(identifier), words or self.name(identifier)

        return resolve
