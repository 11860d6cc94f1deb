"""Ordering: its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, OrderingItem
from tests.unit.questions.drawing import draw

KIND = TYPES["ordering"]


def entry(name, **more):
    return {"id": name, "text": {"ko": f"{name} 항목", "en": f"entry {name}"}, "explanation": {"ko": "까닭", "en": "reason"}, **more}


def make(names="abcd", **more):
    fields = {"id": "one", "type": "ordering", "level": "apply", "ref": "thing", "source": "book", "stem": {"ko": "순서는?", "en": "Which order?"}}
    return OrderingItem.model_validate({**fields, "entries": [entry(name) for name in names], **more})


@pytest.mark.parametrize("names", ["ab", "abcdefghi"])
def test_three_to_eight_entries(names):
    with pytest.raises(ValidationError):
        make(names)


def test_entries_that_repeat_are_found():
    assert KIND.check(make()) == []
    assert [(one.code, one.path) for one in KIND.check(make("aba"))] == [("K041", ("entries", 2, "id")), ("K042", ("entries", 2, "text"))]


def test_the_fingerprint_hangs_on_the_order_alone():
    assert KIND.fingerprint(make()) == "29d98ac8", "a saved answer of every reader hangs on this value"
    assert KIND.fingerprint(make(stem="Mended?", entries=[entry(name, text=f"new {name}") for name in "abcd"])) == KIND.fingerprint(make())
    assert KIND.fingerprint(make("abdc")) != KIND.fingerprint(make())


def shown(item):
    return [given["data-option"] for given in draw(item).all("li") if "an-row" in given.get("class", "")]


def test_the_entries_are_never_shown_in_their_order():
    assert all(sorted(shown(make("abc", id=f"n{number}"))) == list("abc") != shown(make("abc", id=f"n{number}")) for number in range(30))


def test_without_a_script_each_entry_has_a_named_list_of_places():
    drawn = draw(make())
    assert [given["aria-label"] for given in drawn.all("select")] == [f"quiz.place entry {name}" for name in shown(make())]
    assert len(drawn.all("option")) == 4 * 5
    assert drawn.all("button") == []


def test_the_key_is_in_order_with_every_reason():
    drawn = draw(make())
    assert [given["data-option"] for given in drawn.all("li") if "data-option" in given][4:] == list("abcd")
    assert drawn.words.count("reason") == 4


def test_the_answer_sheet_puts_the_letters_in_order():
    letters = {name: "ABCD"[place] for place, name in enumerate(shown(make()))}
    assert draw(make(), macro="answer").words.strip() == " → ".join(letters[name] for name in "abcd")
