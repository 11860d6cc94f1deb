"""Every example of the how-to is valid content: added to the site of the tutorial, it gives no error and no doubt."""

import json
from pathlib import Path

import pytest
import yaml

from generator import parse, pipeline, reference
from generator.questions import TYPES
from tests.contract.author import FOLDER, Author, blocks


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_all_examples_together_are_valid(language, tmp_path, monkeypatch):
    (tmp_path / "answered-notes").mkdir()
    monkeypatch.chdir(tmp_path / "answered-notes")
    author = Author(tmp_path, skipped=("check", "build", "serve", "links"))
    author.follow(language, "tutorial.md")
    author.follow(language, "how-to.md")
    assert set(author.codes) == {0}
    checked = pipeline.load_site(Path("../dns/content"))
    # `new` brings the source that its skeletons cite, and in the end nothing cites it.
    assert {(problem.code, problem.position.file) for problem in checked.warnings} <= {("K098", "../dns/content/sources.yaml")}
    pipeline.render_pages(checked, pipeline.ROOT / "docs")


def test_there_is_an_example_of_each_kind():
    shown = {kind_of(text) for page in ("tutorial.md", "how-to.md") for kind, text in blocks("en", page) if kind == "yaml"}
    assert shown == {name for name, _, _ in parse.kinds()} - {"note", "banks", "links"} | {"ui"}


def kind_of(text: str) -> str:
    return Path(text.partition("\n")[0].rpartition("../dns/content/")[2]).parts[0].removesuffix(".yaml")


def test_both_languages_have_the_same_blocks_but_for_words_of_the_note():
    korean, english = (blocks(language, "how-to.md") for language in ("ko", "en"))
    assert [kind for kind, _ in korean] == [kind for kind, _ in english]
    ((first, second),) = [pair for pair in zip(korean, english, strict=True) if pair[0] != pair[1]]
    (mine,), (other,) = (yaml.safe_load(text) for _, text in (first, second))
    assert mine.pop("quotes") != other.pop("quotes")
    assert mine == other


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_every_type_of_question_is_in_the_table(language):
    text = (FOLDER / language / "how-to.md").read_text(encoding="utf-8")
    assert [name for name in TYPES if f"](reference.md#{name}) |" not in text] == []


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_the_settings_of_the_editor_name_schemas_that_exist(language):
    (settings,) = (json.loads(text) for kind, text in blocks(language, "how-to.md") if kind == "json")
    names = [Path(name).relative_to("../answered-notes") for name in settings["yaml.schemas"]]
    assert [str(name) for name in names if not (pipeline.ROOT / name).exists()] == []
