"""Who copies the blocks of the tutorial one by one gets what it says: the same output, and in the end a site without a fault."""

import os
from pathlib import Path

import pytest
import yaml

from generator import cli, pipeline, reference
from tests.contract.author import FOLDER, Author, blocks


class Pupil(Author):
    """Compares what commands print with what the page shows. With UPDATE_GOLDEN the page is mended instead."""

    page = Path()

    def text(self, wanted: str) -> None:
        """What a block of commands prints; behind a first line `…` the end of it."""
        head, _, end = wanted.partition("\n")
        printed = "…\n" + "".join(self.printed.splitlines(keepends=True)[-end.count("\n") :]) if head == "…" else self.printed
        if os.environ.get("UPDATE_GOLDEN"):
            text = self.page.read_text(encoding="utf-8")
            self.page.write_text(text.replace(f"```text\n{wanted}```", f"```text\n{printed}```"), encoding="utf-8")
        else:
            assert printed == wanted


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_the_tutorial_leads_to_a_site_and_prints_what_it_says(language, tmp_path, monkeypatch):
    (tmp_path / "answered-notes").mkdir()
    monkeypatch.chdir(tmp_path / "answered-notes")
    # The engine is tried by the browser tests; `check` renders every page.
    monkeypatch.setattr(cli, "_engine", lambda *_arguments, **_options: 0)
    pupil = Pupil(tmp_path)
    pupil.page = FOLDER / language / "tutorial.md"
    pupil.follow(language, "tutorial.md")
    assert pupil.codes.count(1) == 1, "one check fails on purpose"
    assert pupil.codes[-2:] == [0, 0]
    assert pipeline.load_site(Path("../dns/content")).warnings == ()
    assert "TODO" not in "".join(path.read_text(encoding="utf-8") for path in Path("../dns/content").rglob("*.yaml") if path.name != "note.yaml")


def test_both_languages_have_the_same_blocks_but_for_the_note():
    korean, english = (blocks(language, "tutorial.md") for language in ("ko", "en"))
    assert [kind for kind, _ in korean] == [kind for kind, _ in english]
    differing = [(first, second) for (kind, first), (_, second) in zip(korean, english, strict=True) if kind != "markdown" and first != second]
    ((first, second),) = differing
    assert yaml.safe_load(first) == yaml.safe_load(second) | {"default_language": "ko"}
    notes = [dict(found)["markdown"].splitlines() for found in (korean, english)]
    assert len(notes[0]) == len(notes[1])
    assert notes[0] != notes[1]
