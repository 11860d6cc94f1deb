"""Every question type is complete: one folder, one behaviour, one example that holds."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from generator import load, questions
from generator.questions import TYPES, BaseItem, Item
from tests.unit.questions.drawing import draw

ROOT = Path(__file__).parents[3]
FOLDER = Path(questions.__file__).parent


def example(name):
    node, problems = load.load(FOLDER / name / "example.yaml", "example.yaml")
    assert problems == []
    return TypeAdapter(Item).validate_python(load.values(node))


def test_every_folder_is_registered_under_its_name():
    assert {path.parent.name for path in FOLDER.glob("*/__init__.py")} == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_has_schema_template_example_and_behaviour(name):
    assert issubclass(TYPES[name].schema, BaseItem)
    assert (FOLDER / name / "template.html.j2").is_file()
    assert (ROOT / "docs" / "js" / "quiz" / f"{name}.js").is_file()
    assert example(name).type == name


@pytest.mark.parametrize("name", TYPES)
def test_the_example_is_an_item_without_faults(name):
    item = example(name)
    assert isinstance(item, TYPES[name].schema)
    assert TYPES[name].check(item) == []
    assert item.stem.languages() >= {"ko", "en"}


@pytest.mark.parametrize("name", TYPES)
def test_a_fingerprint_is_short_and_stays_the_same(name):
    first, second = TYPES[name].fingerprint(example(name)), TYPES[name].fingerprint(example(name))
    assert first == second
    assert len(first) == 8
    int(first, 16)


@pytest.mark.parametrize("name", TYPES)
def test_the_template_draws_a_card_and_a_line_for_the_answer_sheet(name):
    for language in ("ko", "en"):
        drawn = draw(example(name), language)
        assert len(drawn.all("section")) == 1
        assert [given for given in drawn.all("details") if given.get("class") == "an-key"]
        assert draw(example(name), language, macro="answer").words.strip()


def test_an_unknown_type_is_refused():
    with pytest.raises(ValidationError):
        TypeAdapter(Item).validate_python({"id": "x", "type": "riddle", "level": "recall", "ref": "a", "source": "b", "stem": "?"})
