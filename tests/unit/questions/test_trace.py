"""Turn by turn: its shape, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, TraceItem
from tests.unit.questions.drawing import draw

KIND = TYPES["trace"]


def option(name, **more):
    return {"id": name, "text": {"ko": f"보기 {name}", "en": f"option {name}"}, "explanation": f"why {name}", **more}


def turn(name, *options):
    return {"id": name, "after": {"ko": f"{name} 다음", "en": f"after {name}"}, "options": list(options) or [option("x", correct=True), option("y")]}


def make(*turns):
    fields = {"id": "one", "type": "trace", "level": "apply", "ref": "thing", "source": "book", "stem": "What happens?"}
    return TraceItem.model_validate({**fields, "turns": list(turns) or [turn("first"), turn("second")]})


@pytest.mark.parametrize("count", [1, 9])
def test_there_are_two_to_eight_turns(count):
    with pytest.raises(ValidationError):
        make(*(turn(f"t{number}") for number in range(count)))


def test_each_turn_has_one_key_and_options_that_differ():
    assert KIND.check(make()) == []
    two = turn("second", option("x", correct=True), option("y", correct=True))
    none = turn("third", option("x"), option("y"))
    same = turn("fourth", option("x", correct=True), option("x"))
    found = [(one.path[:2], one.code) for one in KIND.check(make(turn("first"), two, none, same))]
    assert found == [(("turns", 1), "K040"), (("turns", 2), "K040"), (("turns", 3), "K041"), (("turns", 3), "K042")]


def test_the_fingerprint_hangs_on_turns_and_keys():
    known = KIND.fingerprint(make())
    assert KIND.fingerprint(make(turn("second"), turn("first"))) != known
    assert KIND.fingerprint(make(turn("first"), turn("second", option("x"), option("y", correct=True)))) != known
    assert KIND.fingerprint(make(turn("first"), turn("second", option("y"), option("x", correct=True)))) == known, (
        "the order of options is the reader's"
    )


def test_every_turn_is_a_group_of_radio_buttons():
    mark = draw(make())
    assert len(mark.all("fieldset")) == 3
    assert {one["name"] for one in mark.all("input")} == {"a-one-first", "a-one-second"}
    assert {one["value"] for one in mark.all("input")} == {"first=x", "first=y", "second=x", "second=y"}
    assert not any("hidden" in given for _, given in mark.tags)
    assert mark.all("button") == []


def test_the_key_gives_a_reason_for_every_option_of_every_turn():
    mark = draw(make())
    entries = {one["data-option"]: "data-correct" in one for one in mark.all("li") if "data-option" in one}
    assert entries == {"first=x": True, "first=y": False, "second=x": True, "second=y": False}
    assert mark.words.count("why y") == 2


def test_the_answer_sheet_gives_a_letter_for_each_turn():
    words = draw(make(), macro="answer").words.split()
    assert [word[0] for word in words] == ["1", "2"]
    assert all(word[1] in "AB" for word in words)
