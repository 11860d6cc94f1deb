"""The command `reference`."""

from __future__ import annotations

from pathlib import Path

import click

from generator import reference


def command() -> click.Command:
    """`reference`."""

    @click.command("reference")
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR", help="The folder for the pages.")
    def write_reference(out: Path) -> None:
        r"""Write the pages for authors that follow from the model: every field of a content file, and every code, in Korean and English.

        \b
        Examples:
          python -m generator reference --out docs/authors
        """
        found = reference.pages()
        for name, text in found.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_text(text, encoding="utf-8")
        click.echo(f"{len(found)} pages written to {out}")

    return write_reference
