"""Someone who copies the blocks of a page for authors, one by one, into a folder of their own."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from generator import cli, pipeline

FOLDER = pipeline.ROOT / "docs" / "authors"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACEHOLDER = re.compile(r"\b(ID|THING|NOTE|CODE)\b")


def blocks(language: str, page: str) -> list[tuple[str, str]]:
    """The kind and the text of each block of a page."""
    return BLOCK.findall((FOLDER / language / page).read_text(encoding="utf-8"))


class Author:
    """Works in `answered-notes` below a folder, with the site beside it, as the pages say. `skipped` are commands that are not run."""

    def __init__(self, folder: Path, skipped: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.skipped = skipped
        self.printed = ""
        self.codes: list[int] = []

    def follow(self, language: str, page: str) -> None:
        """Does what every block says."""
        for kind, text in blocks(language, page):
            getattr(self, kind)(text)

    def sh(self, text: str) -> None:
        """Runs the commands of a block. Only those of the generator and mkdir do anything here, and none that holds a placeholder."""
        outputs = []
        for line in text.splitlines():
            words = shlex.split(line)
            if words[0] == "mkdir":
                Path(words[1]).mkdir()
            elif words[:3] == ["python", "-m", "generator"] and words[3] not in self.skipped and not _PLACEHOLDER.search(line):
                result = CliRunner().invoke(cli.main, words[3:])
                assert result.exit_code in {0, 1}, result.output
                self.codes.append(result.exit_code)
                outputs.append(result.output)
        self.printed = "".join(outputs).replace(str(self.folder), "/home/you")

    def text(self, wanted: str) -> None:
        """What is shown only."""

    def json(self, text: str) -> None:
        """Settings of an editor."""

    def markdown(self, text: str) -> None:
        """The note."""
        Path("../dns/note.md").write_text(text, encoding="utf-8")

    def yaml(self, text: str) -> None:
        """A whole file, named in its first line, or with `in` before the name, entries behind its end."""
        first, _, rest = text.partition("\n")
        path = Path(first.removeprefix("# ").removeprefix("in "))
        assert path.is_relative_to("../dns/content")
        path.parent.mkdir(exist_ok=True)
        inside = first.startswith("# in ")
        path.write_text(path.read_text(encoding="utf-8") + rest if inside else text, encoding="utf-8")

    def diff(self, text: str) -> None:
        """Lines of one file that are replaced; they must stand there."""
        head, *lines = text.splitlines()
        path = Path(head.removeprefix("+++ "))
        before, after = ("".join(f"{line[1:]}\n" for line in lines if line[0] in f" {sign}") for sign in "-+")
        found = path.read_text(encoding="utf-8")
        assert found.count(before) == 1, path
        path.write_text(found.replace(before, after), encoding="utf-8")
