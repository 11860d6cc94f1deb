"""Widths without a font, and lines broken where a reader would."""

import pytest

from generator.diagrams.measure import fold, least, width, wrap


def test_a_hangul_syllable_is_one_em_in_any_weight():
    assert width("한글", 12) == width("한글", 12, bold=True) == 24


def test_capitals_and_broad_letters_are_wider_than_narrow_ones():
    assert width("WWW") > width("AAA") > width("nnn") > width("iii")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("kube-controller-manager", 120, ("kube-controller-", "manager")),
        ("metrics.k8s.io", 60, ("metrics.", "k8s.io")),
        ("감시·바인딩", 40, ("감시·", "바인딩")),
        ("모든 상태의 저장소", 70, ("모든 상태의", "저장소")),
        ("short", 200, ("short",)),
    ],
)
def test_lines_break_at_spaces_and_after_marks(text, room, lines):
    assert wrap(text, room) == lines


def test_what_does_not_fit_is_not_cut():
    assert wrap("indivisible", 20) is None
    assert least("indivisible") == width("indivisible")


def test_a_word_longer_than_its_room_is_folded():
    lines = fold("엔드포인트슬라이스 컨트롤러", 60)
    assert "".join(lines) == "엔드포인트슬라이스컨트롤러"
    assert all(width(line) <= 60 for line in lines)
