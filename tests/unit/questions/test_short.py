"""Short text: its shape, its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, ShortItem
from tests.unit.questions.drawing import draw

SHORT = TYPES["short"]
REASON = {"ko": "까닭", "en": "the reason"}


def make(**more):
    fields = {"id": "one", "type": "short", "level": "recall", "ref": "thing", "source": "book", "stem": {"ko": "무엇인가?", "en": "What?"}}
    return ShortItem.model_validate({**fields, "accept": [{"ko": "메일함", "en": "Mailbox"}, "box"], "explanation": REASON, **more})


def codes(item):
    return [(finding.code, finding.path) for finding in SHORT.check(item)]


def miss(text):
    return {"text": text, "explanation": {"ko": "다른 것", "en": "another thing"}}


def test_a_plain_item_has_no_fault():
    assert codes(make(misses=[miss("relay")])) == []


def test_something_is_accepted():
    with pytest.raises(ValidationError):
        make(accept=[])


def test_a_miss_that_is_accepted_in_another_spelling_is_found():
    assert codes(make(misses=[miss("relay"), miss("mail-BOX")])) == [("K043", ("misses", 1, "text"))]


def test_two_misses_that_are_alike_are_found():
    assert codes(make(misses=[miss("relay"), miss("Relay")])) == [("K042", ("misses", 1, "text"))]


@pytest.mark.parametrize("where", ["accept", "misses"])
def test_marks_alone_are_no_answer(where):
    more = {"accept": ["box", "?!"]} if where == "accept" else {"misses": [miss("?!")]}
    assert codes(make(**more)) == [("K044", ("accept", 1) if where == "accept" else ("misses", 0, "text"))]


def test_the_fingerprint_hangs_on_the_key_and_no_other_spelling():
    known = SHORT.fingerprint(make())
    assert known == "be52f9e8", "a saved answer of every reader hangs on this value"
    assert SHORT.fingerprint(make(accept=[{"en": "mail box", "ko": "메일 함"}, "tray"], names=["thing"], misses=[miss("relay")])) == known
    assert SHORT.fingerprint(make(accept=["box"])) != known


def test_its_names_are_things():
    assert list(SHORT.names(make(names=["mailbox", "relay"]))) == [
        (("names", 0), "thing with a page", "mailbox"),
        (("names", 1), "thing with a page", "relay"),
    ]


def test_a_field_that_no_phone_corrects_and_all_that_is_accepted():
    drawn = draw(make(names=["letterbox"], misses=[miss({"ko": "중계", "en": "Relay"})]))
    (field,) = drawn.all("input")
    assert {"type": "text", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}.items() <= field.items()
    key, slip = drawn.all("li")[:2]
    assert (key["data-option"], set(key["data-accept"].split())) == ("key", {"메일함", "mailbox", "box", "letterbox"})
    assert "data-correct" in key
    assert set(slip["data-accept"].split()) == {"중계", "relay"}
    assert "data-correct" not in slip
    for words in ("Mailbox", "box", "the reason", "Relay", "another thing"):
        assert words in drawn.words
    assert draw(make(), macro="answer").words.strip() == "Mailbox"
