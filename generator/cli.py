"""The command line: build, check, serve, export."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator import (
    __version__,
    codes,
    commands_links,
    commands_new,
    commands_reference,
    commands_translations,
    for_programs,
    freshness,
    importer,
    pipeline,
    report,
    schema,
    write,
)
from generator.exporters import FORMATS
from generator.problems import ContentError, Problem, nearest

CONFIG = pipeline.ROOT / "mkdocs.yml"
_FOR_PROGRAMS = {"github": for_programs.as_github, "sarif": for_programs.as_sarif}


content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=None, metavar="DIR", help="The content folder.  [default: content]"
)


def _out_option(words: str) -> Callable[[Any], Any]:
    return click.option("--out", type=click.Path(path_type=Path), default=None, metavar="DIR", help=words)


def _content(given: Path | None) -> Path:
    """The content folder as messages should name it: relative to where the author stands, when it lies below."""
    path = given or pipeline.DEFAULT_CONTENT
    try:
        return path.resolve().relative_to(Path.cwd().resolve()) if path.is_absolute() else path
    except ValueError:
        return path


def _fail(error: ContentError, form: str = "text") -> None:
    _show(error.problems, form)
    raise SystemExit(1)


def _show(problems: Iterable[Problem], form: str) -> None:
    if form == "json":
        click.echo(report.as_json(problems))
    elif form in _FOR_PROGRAMS:
        click.echo(_FOR_PROGRAMS[form](problems))
    else:
        colored = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        click.echo(report.as_text(problems, color=colored), err=True)


def _build_folder(content: Path) -> Path:
    """Where pages are rendered. Another content tree has a folder of its own, so that two sites never mix."""
    build = pipeline.ROOT / "build"
    if content == pipeline.DEFAULT_CONTENT:
        return build
    return build / "other" / f"{content.name}-{hashlib.sha256(str(content).encode()).hexdigest()[:8]}"


def _engine(command: list[str], content: Path, out: Path | None = None, *, quiet: bool = False) -> int:
    """Runs MkDocs on `content` and returns its exit code. `out` is the folder for the rendered pages.

    With `quiet` its log is shown only when it fails: its own --quiet would hide warnings from --strict too.
    """
    where = content.resolve()
    build = (out or _build_folder(where)).resolve()
    environment = {**os.environ, "ANSWERED_NOTES_CONTENT": str(where), "ANSWERED_NOTES_BUILD": str(build), "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", *command, "-f", str(CONFIG)],
            env=environment,
            check=False,
            text=True,
            stderr=subprocess.PIPE if quiet else None,
        )
    except KeyboardInterrupt:
        return 0
    if quiet and done.returncode:
        click.echo(done.stderr, err=True)
    return done.returncode


class Span(click.ParamType[int]):
    """A number of days, written as `180d`, `26w`, `6m` or `1y`."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The span in days; fails with what to write instead."""
        try:
            return freshness.span(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="generator")
def main() -> None:
    r"""Turns a content folder into a bilingual site that answers its own questions.

    \b
    Examples:
      python -m generator serve
      python -m generator check --format json
      python -m generator build --content ../my-notes/content --out /tmp/my-notes
    """


@main.command()
@content_option
@_out_option("The folder of the finished site.  [default: build/site]")
def build(content: Path | None, out: Path | None) -> None:
    r"""Build the finished site. The old site stays when anything is wrong.

    \b
    Examples:
      python -m generator build
      python -m generator build --content tests/fixtures/mail --out /tmp/mail
    """
    where = _content(content)
    target = (out or pipeline.ROOT / "build" / "site").resolve()
    with click.progressbar(length=2, label="Building", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        try:
            pipeline.load_site(where)
        except ContentError as error:
            _fail(error)
        bar.update(1)
        code = _engine(["build", "--strict", "--site-dir", str(target)], where, quiet=True)
        bar.update(1)
    if code:
        raise SystemExit(1)
    click.echo(f"site in {target}")


@main.command()
@content_option
@_out_option("Also write the rendered pages here, for another engine.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", *_FOR_PROGRAMS]), default="text", help="How problems are printed.", show_default=True
)
@click.option(
    "--stale", type=Span(), metavar="SPAN", help="List the sources last read at least SPAN ago, with what rests on them: 180d, 26w, 6m or 1y."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DATE", help="The day to count --stale from.  [default: today]")
def check(content: Path | None, out: Path | None, form: str, stale: int | None, today: datetime | None) -> None:
    r"""Check the content and report every problem at once. Exit code 1 when there is an error.

    \b
    Examples:
      python -m generator check
      python -m generator check --content tests/fixtures/mail --format json
      python -m generator check --stale 180d
    """
    try:
        checked = pipeline.load_site(_content(content))
        result = pipeline.render_pages(checked, pipeline.ROOT / "docs")
    except ContentError as error:
        _fail(error, form)
    if out is not None:
        write.write(result.files, out)
    site = checked.site
    aged = None if stale is None else freshness.stale(site, stale, (today or datetime.now(UTC)).date())
    if form == "json":
        click.echo(report.as_json(checked.warnings, site, aged))
        return
    if checked.warnings or form in _FOR_PROGRAMS:
        _show(checked.warnings, form)
    if form in _FOR_PROGRAMS:
        return
    if aged is not None:
        click.echo(report.stale_text(aged, checked.origins) + "\n")
    if line := commands_links.summary(checked, result.pages):
        click.echo(line + "\n")
    click.echo(report.coverage_text(site) + "\n")
    click.echo(
        f"{len(site.components)} components, {len(site.addons)} add-on categories, {len(site.flows)} flows, {len(site.terms)} terms, "
        f"{len(site.questions)} open questions answered, {len(site.claims)} claims, "
        f"{len(site.written)} quiz items, {len(site.derived)} more made from the model, "
        f"{len(site.sources)} sources, {len(site.languages)} languages: no errors"
    )


@main.command()
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--lang", type=click.Choice(codes.LANGUAGES), default=codes.LANGUAGES[0], show_default=True, help="The language of the explanation.")
def explain(code: str | None, lang: str) -> None:
    r"""Say what a code such as K021 means, with a wrong and a right example; without CODE, list all codes.

    \b
    Examples:
      python -m generator explain K021
      python -m generator explain K021 --lang ko
      python -m generator explain
    """
    known = codes.every()
    if code is None:
        click.echo("\n".join(f"{name}  {one.title[lang]}" for name, one in known.items()))
        return
    name = code.upper()
    if name not in known:
        near = nearest(name, known)
        raise click.UsageError(f"there is no code '{code}'" + (f": did you mean '{near}'?" if near else ""))
    click.echo(codes.text(name, lang))


@main.command()
@content_option
@_out_option("The folder for the rendered pages.  [default: build]")
@click.option("--addr", default="127.0.0.1:8000", metavar="HOST:PORT", show_default=True, help="Where to listen.")
def serve(content: Path | None, out: Path | None, addr: str) -> None:
    r"""Serve the live site and rebuild it when content, templates or styles change.

    \b
    Examples:
      python -m generator serve
      python -m generator serve --addr 127.0.0.1:8001 --content tests/fixtures/mail
    """
    raise SystemExit(_engine(["serve", "--livereload", "--dev-addr", addr], _content(content), out))


@main.command("import")
@click.argument("note", type=click.Path(path_type=Path, dir_okay=False), metavar="NOTE.md")
@content_option
def import_note(note: Path, content: Path | None) -> None:
    r"""Read a study note into content: its lines, open ends and skeletons. Run it again when the note has changed.

    \b
    Examples:
      python -m generator import ~/notes/mail.md --content ../mail/content
    """
    try:
        planned = importer.plan(note, _content(content))
    except ContentError as error:
        _fail(error)
    planned.write()
    for name in planned.questions:
        click.echo(f"new: {planned.content / 'questions' / name}.yaml")
    for mention in planned.gone:
        click.echo(f"gone from the note: {mention.position} (line {mention.line})", err=True)
    made = ", ".join(f"{count} {kind}" for kind, count in planned.created.items() if count) or "nothing else"
    click.echo(f"{len(planned.marks)} open ends in the note, {len(planned.questions)} of them new; {made} added; {planned.moved} line numbers moved")


@main.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@content_option
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE", help="The file to write.")
def export(form: str, content: Path | None, out: Path) -> None:
    r"""Write the whole model to FILE. FORMAT is one of: json.

    \b
    Examples:
      python -m generator export json --out build/export/model.json
    """
    try:
        checked = pipeline.load_site(_content(content))
    except ContentError as error:
        _fail(error)
    data = FORMATS[form](checked.site)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(data)
    click.echo(f"{len(data)} bytes written to {out}")


@main.command("schema")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR", help="The folder for the schemas.")
def write_schemas(out: Path) -> None:
    r"""Write a JSON Schema for each kind of content file, for editors.

    \b
    Examples:
      python -m generator schema --out schema
    """
    out.mkdir(parents=True, exist_ok=True)
    found = schema.schemas()
    for name, text in found.items():
        (out / f"{name}.json").write_text(text, encoding="utf-8")
    click.echo(f"{len(found)} schemas written to {out}")


main.add_command(commands_new.command(content_option, _content, _fail))
main.add_command(commands_links.command(content_option, _content, _fail, Span()))
main.add_command(commands_reference.command())
main.add_command(commands_translations.command(content_option, _content, _fail))
