"""Categorize: its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, CategorizeItem
from tests.unit.questions.drawing import draw

KIND = TYPES["categorize"]


def entry(name, category, **more):
    return {"id": name, "text": f"entry {name}", "category": category, "explanation": {"ko": "까닭", "en": "reason"}, **more}


def make(entries="a1 b2 c1", categories="12", **more):
    fields = {
        "id": "one",
        "type": "categorize",
        "level": "apply",
        "ref": "thing",
        "source": "book",
        "stem": {"ko": "어디인가?", "en": "Which is where?"},
    }
    groups = [{"id": name, "name": f"group {name}"} for name in categories]
    return CategorizeItem.model_validate({**fields, "categories": groups, "entries": [entry(*one) for one in entries.split()], **more})


@pytest.mark.parametrize(("entries", "categories"), [("a1 b1", "12"), ("a1 b1 c1 d1 e1 f1 g1 h1 i1", "12"), ("a1 b1 c1", "1"), ("a1 b1 c1", "12345")])
def test_two_to_four_categories_and_three_to_eight_entries(entries, categories):
    with pytest.raises(ValidationError):
        make(entries, categories)


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (make(), []),
        (make("a1 b2 c3"), [("K045", ("entries", 2, "category"))]),
        (make("a1 b2 a1"), [("K041", ("entries", 2, "id")), ("K042", ("entries", 2, "text"))]),
        (make(categories="122"), [("K041", ("categories", 2, "id")), ("K042", ("categories", 2, "name"))]),
    ],
    ids=["good", "unknown category", "entry twice", "category twice"],
)
def test_what_does_not_hold_is_found(item, found):
    assert [(one.code, one.path) for one in KIND.check(item)] == found


def test_an_unknown_category_is_told_with_those_there_are():
    (finding,) = KIND.check(make("a1 b2 c3"))
    assert "'3'" in finding.message
    assert finding.help == "write one of: 1, 2"


def test_the_fingerprint_hangs_on_entries_and_their_categories():
    assert KIND.fingerprint(make()) == "40d66907", "a saved answer of every reader hangs on this value"
    assert KIND.fingerprint(make("c1 b2 a1")) == KIND.fingerprint(make())
    assert KIND.fingerprint(make("a1 b1 c1")) != KIND.fingerprint(make())


def test_without_a_script_every_radio_button_is_named_by_entry_and_category():
    drawn = draw(make())
    inputs = drawn.all("input")
    assert {given["type"] for given in inputs} == {"radio"}
    assert len({given["aria-labelledby"] for given in inputs}) == len(inputs) == 6
    known = {given["id"] for given in drawn.all("th")}
    assert all(set(given["aria-labelledby"].split()) <= known for given in inputs)
    assert {given["name"] for given in inputs} == {"a-one-a", "a-one-b", "a-one-c"}
    assert drawn.words.count("reason") == 3
    assert drawn.all("button") == []


def test_the_key_says_each_category():
    assert {given["data-option"]: given["data-answer"] for given in draw(make()).all("li") if "data-answer" in given} == {
        "a": "1",
        "b": "2",
        "c": "1",
    }


def test_the_answer_sheet_lists_what_is_in_each_category():
    assert draw(make(categories="123"), macro="answer").words.strip() == "group 1: entry a, entry c; group 2: entry b; group 3: –"
