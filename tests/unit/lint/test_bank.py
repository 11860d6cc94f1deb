"""Rules and figures of the bank as a whole."""

from collections import Counter
from math import comb

import pytest

from generator import parse
from generator.bank import figures, measure
from generator.bank.figures import at_least, evenly

WORDS = ("mail", "relay", "queue", "inbox", "header", "domain", "server", "client", "record", "folder", "filter", "sender")


def many(longest, place=None, count=12):
    """Items that have nothing in common; in the first `longest` of them the key is the longest option."""
    found = []
    for number in range(count):
        name = WORDS[number % len(WORDS)]
        texts = [f"{name} {letter * 3}" for letter in "abc"]
        key = number % 3 if place is None else place
        if number < longest:
            texts[key] += "x"
        else:
            texts[(key + 1) % 3] += "x"
        options = [
            {
                "id": f"o{index}",
                "text": text,
                "correct": index == key,
                "explanation": {"ko": f"{name}의 {index}번 설명을 읽는다.", "en": f"Read note {index} on {name} first."},
            }
            for index, text in enumerate(texts)
        ]
        found.append(
            {
                "stem": {"ko": f"{name[::-1]} {'가나다라마바사아자차카타'[number % 12] * 9} 고르면?", "en": f"Pick {name[::-1] * 3} now?"},
                "options": options,
            }
        )
    return found


def test_the_longest_option_is_right_too_often(lint):
    found = [problem for problem in lint(*many(longest=10)) if problem.code == "K092"]
    assert len(found) == 2
    assert "10 of 12" in found[0].message


def test_the_longest_option_is_almost_never_right(lint):
    found = [problem for problem in lint(*many(longest=0, count=40)) if problem.code == "K092"]
    assert len(found) == 2
    assert "only 0 of 40" in found[0].message


def test_no_word_about_lengths_that_chance_explains(lint):
    assert [str(problem) for problem in lint(*many(longest=4))] == []


def test_the_key_prefers_a_place(lint):
    assert "K093" in {problem.code for problem in lint(*many(longest=4, place=0))}


def test_too_many_negative_stems(lint):
    items = many(longest=4)
    for item in items[:3]:
        item["stem"]["en"] = "Which is **not** so, " + item["stem"]["en"].removeprefix("Pick ")
        item["stem"]["ko"] = item["stem"]["ko"].replace("고르면?", "**아닌** 것은?")
    assert [problem.code for problem in lint(*items)] == ["K094", "K094"]


def test_figures(lint, mail):
    changes = [*many(longest=4), {"stem.ko": "살펴볼 곳이 아닌 것은?", "level": "recall"}]
    lint(*changes)
    site = parse.read(mail).site
    korean, english = (figures(site.items, language) for language in ("ko", "en"))
    assert (korean.items, korean.single, korean.options) == (13, 13, 39)
    assert (korean.negative, korean.unmarked) == (1, 1)
    assert (english.negative, english.unmarked) == (0, 0)
    assert english.explained == english.options == 39
    assert english.above_recall == pytest.approx(12 / 13)
    assert dict(english.types) == {"single": 13}


@pytest.mark.parametrize("count", [0, 3, 10])
def test_equal_chances_give_the_binomial_tail(count):
    exact = sum(comb(10, hits) * 0.25**hits * 0.75 ** (10 - hits) for hits in range(count, 11))
    assert at_least(count, [0.25] * 10) == pytest.approx(exact)


def test_unequal_chances():
    assert at_least(1, [0.5, 0.2]) == pytest.approx(1 - 0.5 * 0.8)
    assert at_least(0, []) == 1


@pytest.mark.parametrize(
    ("places", "probability"),
    [
        ({0: 5, 1: 5}, 1.0),
        ({0: 10, 1: 0}, 0.0015654),
        ({0: 4, 1: 4, 2: 4}, 1.0),
        ({0: 12, 1: 0, 2: 0}, 6.14e-06),
        ({0: 20, 1: 10, 2: 5, 3: 5}, 0.0018166),
    ],
)
def test_evenness_is_the_chi_square_tail(places, probability):
    assert evenly({len(places): Counter(places)}) == pytest.approx(probability, rel=1e-2)


def test_a_type_without_options_is_no_single_best_item():
    class Bare:
        id, type, level, source = "x", "number", "recall", "s"
        stem = None

    assert measure.options(Bare()) == ()
    assert measure.lengths(Bare(), "en") is None
