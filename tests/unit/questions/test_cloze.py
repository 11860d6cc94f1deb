"""Cloze: its shape, its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, ClozeItem
from tests.unit.questions.drawing import draw

CLOZE = TYPES["cloze"]
TEXT = {"ko": "{what}은 {where}에 있다.", "en": "In {where} lies {what}."}


def option(name, **more):
    return {"id": name, "text": {"ko": f"{name} 보기", "en": f"option {name}"}, "explanation": {"ko": "까닭", "en": f"reason {name}"}, **more}


def chosen(**more):
    return {"id": "where", "options": [option("a", correct=True), option("b")], **more}


def typed(**more):
    return {"id": "what", "accept": [{"ko": "편지", "en": "Letter"}, "mail"], "explanation": {"ko": "까닭", "en": "reason typed"}, **more}


def make(*gaps, **more):
    fields = {"id": "one", "type": "cloze", "level": "recall", "ref": "thing", "source": "book", "stem": {"ko": "빈칸은?", "en": "Gaps?"}}
    return ClozeItem.model_validate({**fields, "text": TEXT, "gaps": list(gaps) or [chosen(), typed()], **more})


def codes(item):
    return [(finding.code, finding.path) for finding in CLOZE.check(item)]


def test_a_plain_item_has_no_fault():
    assert codes(make()) == []


@pytest.mark.parametrize(
    "words", ["In {where} lies what.", "In {where} lies {what} {what}.", "In {where} lies {what} of {whom}."], ids=["lost", "twice", "unknown"]
)
def test_each_language_holds_each_gap_once(words):
    assert codes(make(text={**TEXT, "en": words})) == [("K046", ("text", "en"))]


def test_a_text_for_all_languages_is_checked_as_a_whole():
    assert codes(make(text="{where}")) == [("K046", ("text",))]


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        (typed(options=[option("a", correct=True), option("b")]), ("K047", ("gaps", 1))),
        (typed(accept=[]), ("K047", ("gaps", 1))),
        (typed(explanation=None), ("K047", ("gaps", 1))),
        (typed(accept=["?!"]), ("K044", ("gaps", 1, "accept"))),
        ({"id": "what", "options": [option("a"), option("b")]}, ("K040", ("gaps", 1, "options"))),
        ({"id": "what", "options": [option("a", correct=True)]}, ("K040", ("gaps", 1, "options"))),
        ({"id": "what", "options": [option("a", correct=True), option("a", text="c")]}, ("K041", ("gaps", 1, "options", 1, "id"))),
        (
            {"id": "what", "options": [option("a", correct=True), option("b", text={"ko": "a 보기", "en": "c"})]},
            ("K042", ("gaps", 1, "options", 1, "text")),
        ),
    ],
    ids=["both", "neither", "no reason", "no word", "no key", "no choice", "id twice", "words twice"],
)
def test_a_gap_is_either_chosen_or_typed_and_has_a_key(gap, found):
    assert codes(make(chosen(), gap)) == [found]


def test_a_gap_that_stands_twice_is_found():
    assert ("K041", ("gaps", 2, "id")) in codes(make(chosen(), typed(), typed()))


@pytest.mark.parametrize("gaps", [[], [typed(id=f"g{number}") for number in range(7)]])
def test_one_to_six_gaps(gaps):
    with pytest.raises(ValidationError):
        make(gaps=gaps)


def test_gaps_come_in_the_order_of_the_language():
    assert [[gap.id for gap in make().order(language)] for language in ("ko", "en")] == [["what", "where"], ["where", "what"]]
    assert make().holed("en") == "In \ufffc lies \ufffc."


def test_the_fingerprint_hangs_on_gaps_options_and_keys():
    known = CLOZE.fingerprint(make())
    assert known == "ed0a704d", "a saved answer of every reader hangs on this value"
    assert CLOZE.fingerprint(make(typed(accept=[{"en": "letter", "ko": "편지"}, "post"]), chosen(), text="{where} {what}")) == known
    assert CLOZE.fingerprint(make(chosen(), typed(accept=["mail"]))) != known
    assert CLOZE.fingerprint(make({"id": "where", "options": [option("a"), option("b", correct=True)]}, typed())) != known


def test_inputs_and_keys_stand_in_the_order_of_the_language():
    for language, order in (("ko", ["what", "where"]), ("en", ["where", "what"])):
        drawn = draw(make(), language)
        assert [given["data-gap"] for _, given in drawn.tags if "data-gap" in given] == order
        assert [given["aria-label"] for _, given in drawn.tags if "data-gap" in given] == ["quiz.gap 1", "quiz.gap 2"]
        assert len(drawn.all("select")) == 1
        assert {one["value"] for one in drawn.all("option")} == {"", "a", "b"}
        keys = [one["data-option"] for one in drawn.all("li") if "data-option" in one]
        assert {"where=a", "where=b", "what"} == set(keys)
        assert keys.index("what") == (0 if language == "ko" else 2)


def test_the_key_is_complete_without_a_script():
    drawn = draw(make())
    for words in ("reason a", "reason b", "reason typed", "Letter", "mail"):
        assert words in drawn.words
    (entry,) = [one for one in drawn.all("li") if one.get("data-option") == "what"]
    assert set(entry["data-accept"].split()) == {"편지", "letter", "mail"}
    assert [one["data-option"] for one in drawn.all("li") if "data-correct" in one and "=" in one["data-option"]] == ["where=a"]
    assert draw(make(), macro="answer").words.strip() == "option a, Letter"
