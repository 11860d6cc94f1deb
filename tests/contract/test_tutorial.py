"""Who copies the blocks of the tutorial one by one gets what it says: the same output, and in the end a site without a fault."""

import os
import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import cli, pipeline, reference

FOLDER = pipeline.ROOT / "docs" / "authors"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOME = "/home/you"


def blocks(language):
    return BLOCK.findall((FOLDER / language / "tutorial.md").read_text(encoding="utf-8"))


class Author:
    """Follows one tutorial in a folder of its own."""

    def __init__(self, folder: Path, page: Path) -> None:
        self.folder = folder
        self.page = page
        self.printed = ""
        self.codes: list[int] = []

    def sh(self, text: str) -> None:
        """Runs the commands of a block. Only those of the generator and mkdir do anything here."""
        outputs = []
        for line in text.splitlines():
            words = shlex.split(line)
            if words[0] == "mkdir":
                Path(words[1]).mkdir()
            elif words[:3] == ["python", "-m", "generator"]:
                result = CliRunner().invoke(cli.main, words[3:])
                self.codes.append(result.exit_code)
                outputs.append(result.output)
        self.printed = "".join(outputs).replace(str(self.folder), HOME)

    def text(self, wanted: str) -> None:
        """What a block of commands prints; behind a first line `…` the end of it."""
        head, _, end = wanted.partition("\n")
        printed = "…\n" + "".join(self.printed.splitlines(keepends=True)[-end.count("\n") :]) if head == "…" else self.printed
        if os.environ.get("UPDATE_GOLDEN"):
            text = self.page.read_text(encoding="utf-8")
            self.page.write_text(text.replace(f"```text\n{wanted}```", f"```text\n{printed}```"), encoding="utf-8")
        else:
            assert printed == wanted

    def markdown(self, text: str) -> None:
        Path("../dns/note.md").write_text(text, encoding="utf-8")

    def yaml(self, text: str) -> None:
        """A whole file, named in its first line."""
        path = Path(text.partition("\n")[0].removeprefix("# "))
        assert path.parent.name in {"content", "components", "flows", "questions", "items"}
        path.write_text(text, encoding="utf-8")

    def diff(self, text: str) -> None:
        """Lines of one file that are replaced; they must stand there."""
        head, *lines = text.splitlines()
        path = Path(head.removeprefix("+++ "))
        before, after = ("".join(f"{line[1:]}\n" for line in lines if line[0] in f" {sign}") for sign in "-+")
        found = path.read_text(encoding="utf-8")
        assert found.count(before) == 1
        path.write_text(found.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_the_tutorial_leads_to_a_site_and_prints_what_it_says(language, tmp_path, monkeypatch):
    (tmp_path / "answered-notes").mkdir()
    monkeypatch.chdir(tmp_path / "answered-notes")
    # The engine is tried by the browser tests; `check` renders every page.
    monkeypatch.setattr(cli, "_engine", lambda *_arguments, **_options: 0)
    author = Author(tmp_path, FOLDER / language / "tutorial.md")
    for kind, text in blocks(language):
        getattr(author, kind)(text)
    assert author.codes.count(1) == 1, "one check fails on purpose"
    assert author.codes[-2:] == [0, 0]
    assert pipeline.load_site(Path("../dns/content")).warnings == ()
    assert "TODO" not in "".join(path.read_text(encoding="utf-8") for path in Path("../dns/content").rglob("*.yaml") if path.name != "note.yaml")


def test_both_languages_have_the_same_blocks_but_for_the_note():
    korean, english = (blocks(language) for language in ("ko", "en"))
    assert [kind for kind, _ in korean] == [kind for kind, _ in english]
    differing = [(first, second) for (kind, first), (_, second) in zip(korean, english, strict=True) if kind != "markdown" and first != second]
    ((first, second),) = differing
    assert yaml.safe_load(first) == yaml.safe_load(second) | {"default_language": "ko"}
    notes = [dict(found)["markdown"].splitlines() for found in (korean, english)]
    assert len(notes[0]) == len(notes[1])
    assert notes[0] != notes[1]
