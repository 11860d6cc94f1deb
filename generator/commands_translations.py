"""The commands `translations status` and `translations accept`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import translate
from generator.problems import ContentError, nearest
from generator.translate.accept import chosen

Place = Callable[[Path | None], Path]
Fail = Callable[[ContentError], None]


def command(content_option: Callable[[Any], Any], place: Place, fail: Fail) -> click.Group:
    """`translations`, with the option, the names of folders and the way to fail that all commands share."""

    @click.group()
    def translations() -> None:
        r"""Say what is missing or behind in each language, and record what is not.

        \b
        Examples:
          python -m generator translations status
          python -m generator translations accept etcd
        """

    def opened(content: Path | None) -> translate.Book:
        try:
            return translate.open_book(place(content))
        except ContentError as error:
            fail(error)
            raise

    translations.add_command(_status(content_option, opened))
    translations.add_command(_accept(content_option, opened))
    return translations


Opened = Callable[[Path | None], translate.Book]


def _status(content_option: Callable[[Any], Any], opened: Opened) -> click.Command:
    @click.command()
    @content_option
    @click.option("--language", metavar="CODE", help="Only this language.  [default: all but the default language]")
    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed.")
    @click.option("--strict", is_flag=True, help="Exit code 1 when anything is missing or stale.")
    def status(content: Path | None, language: str | None, form: str, strict: bool) -> None:
        r"""Show how much of each file is translated, and every text that is missing or stale. Writes nothing.

        A translation is stale when its source has changed since and it has not. The file translations.lock knows.

        \b
        Examples:
          python -m generator translations status
          python -m generator translations status --language en --format json
          python -m generator translations status --strict
        """
        book = opened(content)
        entries = list(book.entries(*_languages(book, language)))
        click.echo((translate.as_json if form == "json" else translate.as_text)(book, entries))
        if strict and any(entry.state in {"missing", "stale"} for entry in entries):
            raise SystemExit(1)

    return status


def _accept(content_option: Callable[[Any], Any], opened: Opened) -> click.Command:
    @click.command()
    @click.argument("names", metavar="[FILE|ID]...", nargs=-1)
    @content_option
    @click.option("--language", metavar="CODE", help="Only this language.  [default: all]")
    @click.option("--all", "everything", is_flag=True, help="Accept every stale translation.")
    def accept(names: tuple[str, ...], content: Path | None, language: str | None, everything: bool) -> None:
        r"""Record new translations, and the stale ones of the files and things named as still right.

        Without FILE or ID a stale translation stays stale, so this can be run at any time.

        \b
        Examples:
          python -m generator translations accept
          python -m generator translations accept etcd content/flows/flow-dns.yaml
        """
        book = opened(content)
        _languages(book, language)
        entries, unknown = chosen(book, names, everything, language)
        if unknown:
            near = nearest(unknown[0], {entry.record for entry in book.entries()})
            raise click.UsageError(f"'{unknown[0]}' is neither a file nor an id with translations" + (f": did you mean '{near}'?" if near else ""))
        try:
            done = translate.accept(book, entries)
        except OSError as error:
            raise click.FileError(str(error.filename), error.strerror) from None
        click.echo(f"recorded: {done.new} new, {done.stale} stale; still stale: {done.left}")

    return accept


def _languages(book: translate.Book, language: str | None) -> list[str]:
    """The language that was named. Fails when the site has no such language."""
    if language is not None and language not in book.languages:
        raise click.UsageError(f"'{language}' is not a language of this site, which has: {', '.join(book.languages)}")
    return [language] if language else []
