"""Single choice: its shape, its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, SingleItem
from tests.unit.questions.drawing import draw

SINGLE = TYPES["single"]


def option(name, **more):
    return {"id": name, "text": {"ko": f"{name} 보기", "en": f"option {name}"}, "explanation": {"ko": "까닭", "en": "reason"}, **more}


def make(*options, **more):
    listed = list(options) or [option("a", correct=True), option("b"), option("c")]
    fields = {"id": "one", "type": "single", "level": "apply", "ref": "thing", "source": "book", "stem": {"ko": "무엇인가?", "en": "What?"}}
    return SingleItem.model_validate({**fields, "options": listed, **more})


def codes(item):
    return [(finding.code, finding.path) for finding in SINGLE.check(item)]


def test_one_right_option_is_right():
    assert SINGLE.check(make()) == []


@pytest.mark.parametrize(
    ("keys", "says"),
    [((), "no option is marked"), (("a", "b"), "2 options are marked"), (("a", "b", "c"), "3 options are marked")],
)
def test_none_or_several_right_options_are_a_fault(keys, says):
    (finding,) = SINGLE.check(make(*(option(name, correct=name in keys) for name in "abc")))
    assert (finding.code, finding.path) == ("K040", ("options",))
    assert says in finding.message
    assert "correct: true" in finding.help


def test_an_option_id_that_stands_twice_is_found_at_its_second_place():
    twice = option("a", text={"ko": "다른 말", "en": "other words"})
    assert codes(make(option("a", correct=True), option("b"), twice)) == [("K041", ("options", 2, "id"))]


def test_two_options_with_the_same_words_in_one_language_are_found():
    same = option("c", text={"ko": "a 보기", "en": "something else"})
    assert codes(make(option("a", correct=True), option("b"), same)) == [("K042", ("options", 2, "text"))]


def test_every_fault_is_reported_at_once():
    found = codes(make(option("a"), option("a"), option("b")))
    assert [code for code, _ in found] == ["K040", "K041", "K042"]


@pytest.mark.parametrize("count", [0, 1, 2, 6])
def test_three_to_five_options(count):
    listed = [option(name, correct=name == "a") for name in "abcdef"[:count]]
    with pytest.raises(ValidationError):
        make(options=listed)


@pytest.mark.parametrize("missing", ["id", "text", "explanation"])
def test_an_option_needs_each_of_its_fields(missing):
    bare = option("a", correct=True)
    del bare[missing]
    with pytest.raises(ValidationError):
        make(bare, option("b"), option("c"))


def test_an_item_is_frozen_and_refuses_unknown_fields():
    with pytest.raises(ValidationError):
        make(answer="a")
    with pytest.raises(ValidationError):
        make().level = "recall"


def test_the_fingerprint_of_a_known_item_never_changes():
    assert SINGLE.fingerprint(make()) == "5951337d", "a saved answer of every reader hangs on this value"


def test_words_and_order_do_not_touch_the_fingerprint():
    known = SINGLE.fingerprint(make())
    mended = [option("c"), option("a", correct=True, text="mended"), option("b", explanation="better")]
    assert SINGLE.fingerprint(make(*mended, stem="Mended?", id="other", level="recall", source="other")) == known


@pytest.mark.parametrize(
    "options",
    [
        [option("a"), option("b", correct=True), option("c")],
        [option("a", correct=True), option("b"), option("d")],
        [option("a", correct=True), option("b"), option("c"), option("d")],
    ],
    ids=["another key", "another option", "one more option"],
)
def test_key_and_options_change_the_fingerprint(options):
    assert SINGLE.fingerprint(make(*options)) != SINGLE.fingerprint(make())


def test_the_root_says_which_item_it_is():
    (root,) = draw(make()).all("section")
    assert root == {
        "class": "an-q",
        "id": "q-one",
        "data-item": "one",
        "data-type": "single",
        "data-state": "new",
        "data-hash": SINGLE.fingerprint(make()),
    }


def test_without_a_script_an_item_is_complete_and_nothing_on_it_is_dead():
    drawn = draw(make())
    assert sorted(given["value"] for given in drawn.all("input")) == ["a", "b", "c"]
    assert {given["name"] for given in drawn.all("input")} == {"a-one"}
    assert len(drawn.all("legend")) == len(drawn.all("fieldset")) == len(drawn.all("details")) == len(drawn.all("summary")) == 1
    assert [given["data-option"] for given in drawn.all("li") if "data-correct" in given] == ["a"]
    assert drawn.words.count("reason") == 3
    assert drawn.all("button") == drawn.all("form") == []
    assert not [given for _, given in drawn.tags if "hidden" in given or "style" in given]


def test_the_way_to_the_explanation_and_every_source_are_linked():
    drawn = draw(make(also=["page"]))
    assert [given["href"] for given in drawn.all("a")] == ["#q-one", "../thing/", "sources/#book", "sources/#page"]
    assert "Not cited" not in drawn.words


def test_hostile_words_stay_words():
    attack = "<img src=x onerror=alert(1)>"
    drawn = draw(make(option("a", correct=True, text=attack, explanation=attack), option("b"), option("c"), stem=attack))
    assert drawn.all("img") == []
    assert drawn.words.count(attack) == 3


def test_a_problem_can_be_reported_where_there_is_a_repository():
    assert [given for given in draw(make(), repository="https://example.org/r").all("a") if "issues/new" in given["href"]]
    assert not [given for given in draw(make()).all("a") if "issues/new" in given["href"]]


def test_the_answer_sheet_names_the_letter_of_the_key():
    drawn = draw(make())
    position = [given["value"] for given in drawn.all("input")].index("a")
    assert draw(make(), macro="answer").words.strip() == "ABC"[position]
