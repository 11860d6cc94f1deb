"""Numeric: its shape, its rules, its fingerprint, and what its template promises to readers without a script."""

import pytest
from pydantic import ValidationError

from generator.questions import TYPES, NumericItem
from generator.questions.numeric import digits
from tests.unit.questions.drawing import draw

NUMERIC = TYPES["numeric"]
REASON = {"ko": "까닭", "en": "the reason"}


def make(**more):
    fields = {"id": "one", "type": "numeric", "level": "recall", "ref": "thing", "source": "book", "stem": {"ko": "얼마인가?", "en": "How many?"}}
    return NumericItem.model_validate({**fields, "answer": "30", "explanation": REASON, **more})


def codes(item):
    return [(finding.code, finding.path) for finding in NUMERIC.check(item)]


def miss(value):
    return {"value": value, "explanation": {"ko": "다른 값", "en": "another value"}}


@pytest.mark.parametrize(
    ("value", "shown"),
    [(30.0, "30"), (2.5, "2.5"), (0.1, "0.1"), (-4.0, "-4"), (1e9, "1000000000"), (1e-6, "0.000001"), (100.0, "100"), (0.0, "0"), (10.25, "10.25")],
)
def test_numbers_are_written_as_people_do(value, shown):
    assert digits(value) == shown


@pytest.mark.parametrize("given", [{"answer": "many"}, {"answer": "nan"}, {"answer": "inf"}, {"tolerance": "-1"}, {"tolerance": "inf"}])
def test_only_finite_numbers(given):
    with pytest.raises(ValidationError):
        make(**given)


def test_a_miss_that_the_tolerance_accepts_is_found():
    assert codes(make(misses=[miss("28"), miss("40")])) == []
    assert codes(make(tolerance="2", misses=[miss("28"), miss("40")])) == [("K043", ("misses", 0, "value"))]


def test_two_misses_of_one_value_are_found():
    assert codes(make(misses=[miss("28"), miss("28.0")])) == [("K042", ("misses", 1, "value"))]


def test_the_limits_of_the_tolerance_count_as_within():
    item = make(answer="0.7", tolerance="0.1")
    assert item.accepts(0.8)
    assert item.accepts(0.6)
    assert not item.accepts(0.80001)
    assert not make(answer="0").accepts(0.000001)


def test_the_fingerprint_hangs_on_number_and_tolerance():
    known = NUMERIC.fingerprint(make())
    assert known == "99380651", "a saved answer of every reader hangs on this value"
    assert NUMERIC.fingerprint(make(answer="30.0", unit="s", misses=[miss("3")])) == known
    assert NUMERIC.fingerprint(make(answer="31")) != known
    assert NUMERIC.fingerprint(make(tolerance="1")) != known


def test_a_field_for_numbers_with_its_unit_and_the_key():
    drawn = draw(make(unit={"ko": "초", "en": "seconds"}, tolerance="2.5", misses=[miss("60")]))
    (field,) = drawn.all("input")
    assert (field["type"], field["inputmode"]) == ("text", "decimal")
    key, slip = drawn.all("li")[:2]
    assert (key["data-value"], key["data-tolerance"], set(key["data-unit"].split())) == ("30", "2.5", {"초", "seconds"})
    assert slip["data-value"] == "60"
    for words in ("seconds", "±2.5", "the reason", "another value"):
        assert words in drawn.words


@pytest.mark.parametrize("given", [{"answer": "-3"}, {"answer": "0", "tolerance": "1"}, {"misses": [miss("-30")]}])
def test_a_minus_sign_can_be_typed_where_it_may_be_needed(given):
    (field,) = draw(make(**given)).all("input")
    assert field["inputmode"] == "text"
