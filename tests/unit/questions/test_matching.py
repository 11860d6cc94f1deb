"""Matching: its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, MatchingItem
from tests.unit.questions.drawing import draw

KIND = TYPES["matching"]


def pair(name, **more):
    return {"id": name, "left": f"left {name}", "right": f"right {name}", "explanation": {"ko": "까닭", "en": "reason"}, **more}


def make(names="abc", extra=("x",), **more):
    fields = {
        "id": "one",
        "type": "matching",
        "level": "apply",
        "ref": "thing",
        "source": "book",
        "stem": {"ko": "짝은?", "en": "Which belong together?"},
    }
    extras = [{"id": name[0], "text": name[1] if len(name) == 2 else f"right {name}"} for name in extra]
    return MatchingItem.model_validate({**fields, "pairs": [pair(name) for name in names], "extra": extras, **more})


@pytest.mark.parametrize(("names", "extra"), [("ab", ""), ("abcdefg", ""), ("abc", "wxyz")])
def test_three_to_six_pairs_and_up_to_three_extra_answers(names, extra):
    with pytest.raises(ValidationError):
        make(names, extra)


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (make(), []),
        (make(extra="a"), [("K041", ("extra", 0, "id")), ("K042", ("extra", 0, "text"))]),
        (make(extra="xx"), [("K041", ("extra", 1, "id")), ("K042", ("extra", 1, "text"))]),
        (make(extra=[], pairs=[pair("a"), pair("b"), pair("c", left="left a")]), [("K042", ("pairs", 2, "left"))]),
        (make(extra=[], pairs=[pair("a"), pair("b"), pair("c", right="Right B")]), [("K042", ("pairs", 2, "right"))]),
        (make(extra=[("x", "RIGHT A")]), [("K042", ("extra", 0, "text"))]),
    ],
    ids=["good", "extra like a pair", "extra twice", "left twice", "right twice", "case does not count"],
)
def test_what_repeats_is_found(item, found):
    assert [(one.code, one.path) for one in KIND.check(item)] == found


def test_the_fingerprint_hangs_on_pairs_and_extra_answers():
    assert KIND.fingerprint(make()) == "32e17209", "a saved answer of every reader hangs on this value"
    assert KIND.fingerprint(make("cab")) == KIND.fingerprint(make())
    assert len({KIND.fingerprint(one) for one in (make(), make("abd"), make(extra="y"), make(extra=""))}) == 4


def test_without_a_script_every_list_is_named_and_offers_every_answer():
    drawn = draw(make())
    labels = {given["id"] for given in drawn.all("span") if "id" in given}
    assert {given["aria-labelledby"] for given in drawn.all("select")} == labels == {"l-one-a", "l-one-b", "l-one-c"}
    offered = [given["value"] for given in drawn.all("option")]
    assert [sorted(offered[start : start + 5]) for start in (0, 5, 10)] == [["", "a", "b", "c", "x"]] * 3
    assert offered[:5] == offered[5:10] == offered[10:], "all lists are in one order"
    assert drawn.words.count("reason") == 3
    assert drawn.all("button") == []


def test_the_answer_sheet_gives_a_letter_for_each_number():
    drawn = draw(make())
    lefts = [given["data-option"] for given in drawn.all("li") if "an-row" in given.get("class", "")]
    rights = [given["value"] for given in drawn.all("option")][1:5]
    wanted = ", ".join(f"{number} {'ABCD'[rights.index(name)]}" for number, name in enumerate(lefts, 1))
    assert draw(make(), macro="answer").words.strip() == wanted
