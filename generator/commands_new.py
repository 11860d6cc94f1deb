"""The command `new`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import scaffold
from generator.problems import ContentError

_KINDS = (*scaffold.KINDS, "site")


def command(content_option: Callable[[Any], Any], place: Callable[[Path | None], Path], fail: Callable[[ContentError], None]) -> click.Command:
    """`new`, with the option, the names of folders and the way to fail that all commands share."""

    @click.command()
    @click.argument("kind", metavar="KIND", type=click.Choice(_KINDS))
    @click.argument("name", metavar="ID")
    @content_option
    @click.option("--zone", metavar="ZONE", help="The zone it stands in (component, addon, flow).")
    @click.option("--ref", metavar="THING", help="The thing that an item asks about, or whose page answers a question.")
    @click.option("--line", type=click.IntRange(min=1), metavar="N", help="The note's line that a question is about.  [default: the first open end]")
    def new(kind: str, name: str, content: Path | None, zone: str | None, ref: str | None, line: int | None) -> None:
        r"""Write a new thing that is valid at once, with TODO where words are missing. Overwrites nothing.

        KIND is component, flow, addon, term, question, item, language (ID is its code) or site (ID is a folder for a whole new project).

        \b
        Examples:
          python -m generator new component scheduler --zone control-plane
          python -m generator new item what-it-does --ref scheduler --content ../mail/content
          python -m generator new site ../mail
        """
        try:
            written = _site(Path(name)) if kind == "site" else _thing(scaffold.Wish(kind, name, zone, ref, line), place(content))
        except ContentError as error:
            fail(error)
        except scaffold.WishError as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            raise click.FileError(str(error.filename), error.strerror) from None
        else:
            click.echo(written)

    return new


def _thing(wish: scaffold.Wish, content: Path) -> str:
    planned = scaffold.plan(wish, content)
    planned.write()
    return "\n".join([*(f"new: {path}" for path in planned.created), *(f"longer: {path}" for path in planned.grown)])


def _site(folder: Path) -> str:
    scaffold.start(folder)
    return f"new: {folder}\nnext: python -m generator serve --content {folder / 'content'}"
