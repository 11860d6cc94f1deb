"""Typed answers made comparable."""

import pytest

from generator.fields import Text
from generator.questions.fold import accepted, fold
from tests.unit.questions.folded import ALIKE


@pytest.mark.parametrize(("typed", "folded"), ALIKE)
def test_case_width_spaces_and_marks_do_not_matter(typed, folded):
    assert fold(typed) == folded
    assert fold(folded) == folded


def test_different_words_stay_different():
    assert fold("a/b") != fold("ab")
    assert fold("C++") != fold("C")


def test_the_spellings_of_several_texts_stand_once_each():
    texts = Text.of({"ko": "프록시", "en": "Proxy"}), Text.of("PROXY"), "a proxy"
    assert accepted(*texts) == ("프록시", "proxy", "aproxy")
