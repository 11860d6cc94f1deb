"""Multiple choice: which keys make sense, and what its template promises to readers without a script."""

import pytest

from generator.questions import TYPES, MultipleItem
from tests.unit.questions.drawing import draw

MULTIPLE = TYPES["multiple"]


def option(name, correct=False):
    return {"id": name, "text": {"ko": f"{name} 보기", "en": f"option {name}"}, "correct": correct, "explanation": {"ko": "까닭", "en": "reason"}}


def make(keys="ab", names="abcd"):
    fields = {"id": "one", "type": "multiple", "level": "apply", "ref": "thing", "source": "book", "stem": {"ko": "무엇인가?", "en": "What?"}}
    return MultipleItem.model_validate({**fields, "options": [option(name, name in keys) for name in names]})


@pytest.mark.parametrize("keys", ["", "a", "abcd"])
def test_a_key_has_at_least_two_options_and_leaves_one_out(keys):
    assert [finding.code for finding in MULTIPLE.check(make(keys))] == ["K040"]
    assert MULTIPLE.check(make("ab")) == MULTIPLE.check(make("abc")) == []


def test_another_key_changes_the_fingerprint():
    assert MULTIPLE.fingerprint(make("ab")) != MULTIPLE.fingerprint(make("ac"))


def test_without_a_script_an_item_is_complete():
    drawn = draw(make())
    assert {given["type"] for given in drawn.all("input")} == {"checkbox"}
    assert sorted(given["data-option"] for given in drawn.all("li") if "data-correct" in given) == ["a", "b"]
    assert drawn.words.count("reason") == 4


def test_the_answer_sheet_names_every_letter_of_the_key():
    order = [given["value"] for given in draw(make()).all("input")]
    assert draw(make(), macro="answer").words.strip() == "".join("ABCD"[index] for index, name in enumerate(order) if name in "ab")
