"""True or false: its shape, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, TrueFalseItem
from tests.unit.questions.drawing import draw

KIND = TYPES["true_false"]


def make(**more):
    fields = {"id": "one", "type": "true_false", "level": "recall", "ref": "thing", "source": "book", "stem": {"ko": "그렇다.", "en": "So it is."}}
    return TrueFalseItem.model_validate({**fields, "correct": "true", "explanation": {"ko": "까닭", "en": "the reason"}, **more})


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False)])
def test_the_key_is_read_from_its_word(written, meant):
    assert make(correct=written).correct is meant


@pytest.mark.parametrize("missing", ["correct", "explanation"])
def test_key_and_reason_are_needed(missing):
    fields = make().model_dump()
    del fields[missing]
    with pytest.raises(ValidationError):
        TrueFalseItem.model_validate(fields)


def test_the_fingerprint_hangs_on_the_key_alone():
    known = KIND.fingerprint(make())
    assert known == "5aecdd19", "a saved answer of every reader hangs on this value"
    assert KIND.fingerprint(make(stem="Mended.", explanation="better", level="apply")) == known
    assert KIND.fingerprint(make(correct="false")) != known


@pytest.mark.parametrize(("correct", "word"), [("true", "quiz.true"), ("false", "quiz.false")])
def test_two_radio_buttons_in_a_fixed_order_and_the_reason_of_the_right_one(correct, word):
    drawn = draw(make(correct=correct))
    assert [(one["type"], one["value"], one["name"]) for one in drawn.all("input")] == [("radio", "true", "a-one"), ("radio", "false", "a-one")]
    assert not [given for given in drawn.all("ul") if "data-shuffle" in given]
    assert [one["data-option"] for one in drawn.all("li") if "data-correct" in one] == [correct]
    assert "the reason" in drawn.words
    assert draw(make(correct=correct), macro="answer").words.strip() == word
