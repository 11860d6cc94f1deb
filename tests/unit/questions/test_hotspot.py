"""Pointing at a box: its shape, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, HotspotItem
from tests.unit.questions.drawing import draw

KIND = TYPES["hotspot"]


def make(**more):
    fields = {"id": "one", "type": "hotspot", "level": "recall", "ref": "thing", "source": "book", "stem": {"ko": "어디인가?", "en": "Where is it?"}}
    return HotspotItem.model_validate({**fields, "boxes": ["left"], "explanation": {"ko": "까닭", "en": "the reason"}, **more})


@pytest.mark.parametrize("boxes", [[], ["a", "b", "c", "d", "e"]])
def test_one_to_four_boxes_are_right(boxes):
    with pytest.raises(ValidationError):
        make(boxes=boxes)


def test_a_box_is_named_once():
    assert [(one.path, one.code) for one in KIND.check(make(boxes=["left", "right", "left"]))] == [(("boxes", 2), "K041")]
    assert KIND.check(make(boxes=["left", "right"])) == []


def test_boxes_are_checked_to_exist():
    assert list(KIND.names(make(boxes=["left", "right"]))) == [(("boxes", 0), "box", "left"), (("boxes", 1), "box", "right")]


def test_the_fingerprint_hangs_on_the_boxes_alone():
    known = KIND.fingerprint(make(boxes=["left", "right"]))
    assert KIND.fingerprint(make(boxes=["right", "left"], stem="Mended.", explanation="better")) == known
    assert KIND.fingerprint(make(boxes=["left"])) != known


def test_every_box_is_a_radio_button_of_one_group():
    mark = draw(make())
    assert [(one["type"], one["name"], one["value"]) for one in mark.all("input")] == [
        ("radio", "a-one", name) for name in ("example", "left", "right")
    ]
    assert "One zone" in mark.words
    assert mark.all("button") == []


def test_the_key_tells_the_right_box_why_and_the_others_what_they_are_for():
    mark = draw(make())
    entries = {one["data-option"]: "data-correct" in one for one in mark.all("li") if "data-option" in one}
    assert entries == {"left": True, "example": False, "right": False}
    assert "the reason" in mark.words
    assert "role of example" in mark.words
    assert "role of left" not in mark.words


def test_the_answer_sheet_names_the_box():
    assert draw(make(), macro="answer").words == "left"
