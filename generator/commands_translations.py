"""The commands `translations status`, `accept`, `export` and `import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import scaffold, translate
from generator.files import replace_all
from generator.problems import ContentError, Position, Problem, nearest
from generator.translate import come
from generator.translate.accept import chosen
from generator.translate.rows import Bundle, bundle

Place = Callable[[Path | None], Path]
Fail = Callable[[ContentError], None]


def command(content_option: Callable[[Any], Any], place: Place, fail: Fail) -> click.Group:
    """`translations`, with the option, the names of folders and the way to fail that all commands share."""

    @click.group()
    def translations() -> None:
        r"""Say what is missing or behind in each language, record what is not, and hand texts to translators and back.

        \b
        Examples:
          python -m generator translations status
          python -m generator translations accept etcd
          python -m generator translations export --language en --out en.po
          python -m generator translations import en.po
        """

    def opened(content: Path | None) -> translate.Book:
        try:
            return translate.open_book(place(content))
        except ContentError as error:
            fail(error)
            raise

    translations.add_command(_status(content_option, opened))
    translations.add_command(_accept(content_option, opened))
    translations.add_command(_export(content_option, opened))
    translations.add_command(_import(content_option, opened, fail))
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


def _export(content_option: Callable[[Any], Any], opened: Opened) -> click.Command:
    @click.command()
    @content_option
    @click.option("--language", metavar="CODE", required=True, help="The language to translate into.")
    @click.option("--format", "form", type=click.Choice(sorted(translate.FORMATS)), help="gettext PO or CSV.  [default: as FILE ends]")
    @click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE", help="The file to write.")
    @click.option("--wanting", is_flag=True, help="Only what is missing or stale.")
    def export(content: Path | None, language: str, form: str | None, out: Path, wanting: bool) -> None:
        r"""Write the texts of the site and their translations to FILE, for translators and their programs.

        A stale translation is marked: fuzzy in PO, `stale` in CSV. Its source from before stands beside it when FILE is an older export.

        \b
        Examples:
          python -m generator translations export --language en --out en.po
          python -m generator translations export --language en --wanting --out en.csv
        """
        book = opened(content)
        _languages(book, language)
        if language == book.default:
            raise click.UsageError(f"'{language}' is the language that the others are translated from; choose another language")
        module = translate.FORMATS[_form(out, form)]
        found = bundle(book, language, _older(out, module), wanting=wanting)
        try:
            replace_all({out: module.write(found)})
        except OSError as error:
            raise click.FileError(str(error.filename), error.strerror) from None
        click.echo(f"{len(found.rows)} texts written to {out}")

    return export


def _import(content_option: Callable[[Any], Any], opened: Opened, fail: Fail) -> click.Command:
    @click.command("import")
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True))
    @content_option
    @click.option("--format", "form", type=click.Choice(sorted(translate.FORMATS)), help="gettext PO or CSV.  [default: as FILE ends]")
    def import_(file: Path, content: Path | None, form: str | None) -> None:
        r"""Put the translations in FILE into the content: all of them, or none when there is anything that it does not know.

        Only the words change; comments, order and layout stay. A fuzzy text in PO is left out until it is no longer fuzzy.

        \b
        Examples:
          python -m generator translations import en.po
        """
        book = opened(content)
        name = _form(file, form)
        head = scaffold.schema_line(book.content, "ui", nested=True)
        try:
            planned = come.plan(book, _read(file, translate.FORMATS[name]), file.as_posix(), head, changed_is_sure=name == "csv")
            planned.write()
        except ContentError as error:
            fail(error)
        except OSError as error:
            raise click.FileError(str(error.filename), error.strerror) from None
        else:
            new = sum(not entry.words for entry in planned.written)
            click.echo(f"{len(planned.written)} translations written, {new} of them new; {len(planned.confirmed)} confirmed as they are")
            if planned.doubtful:
                click.echo(f"{planned.doubtful} fuzzy ones were left out")

    return import_


def _form(file: Path, form: str | None) -> str:
    """The form of a translator's file: as it was named, or as the file's name ends."""
    found = form or file.suffix.removeprefix(".").lower()
    if found not in translate.FORMATS:
        raise click.UsageError(
            f"'{file.name}' does not say what it is: name it {' or '.join(f'.{name}' for name in translate.FORMATS)}, or use --format"
        )
    return found


def _read(file: Path, module: Any) -> Bundle:
    """The rows of a translator's file. Raises ContentError and OSError."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError([Problem(Position(file.as_posix()), "K002", "the file is not UTF-8", "save it with the encoding UTF-8")]) from None
    found: Bundle = module.read(text, file.as_posix())
    return found


def _older(out: Path, module: Any) -> list[str]:
    """Source words of an export that is about to be written over."""
    try:
        held = _read(out, module)
    except (OSError, ContentError):
        return []
    return [words for row in held.rows for words in (row.source, row.previous) if words]


def _languages(book: translate.Book, language: str | None) -> list[str]:
    """The language that was named. Fails when the site has no such language."""
    if language is not None and language not in book.languages:
        raise click.UsageError(f"'{language}' is not a language of this site, which has: {', '.join(book.languages)}")
    return [language] if language else []
