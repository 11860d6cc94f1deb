"""Bars of features over versions."""

import pytest

from generator.fields import Text
from generator.model import VersionNote
from generator.pages.versions import lives


def note(version, state, of="a mode"):
    return VersionNote(version=version, state=state, of=of, text="words", sources=("s",))


def spans(*notes):
    return [(span.state, span.x, span.width) for span in lives(notes).lives[0].spans]


def test_notes_that_name_nothing_make_no_bar():
    assert lives([note("1.1", "added", None)]) is None
    assert lives([]) is None


def test_a_feature_that_came_and_became_stable():
    assert spans(note("1.1", "added"), note("1.3", "stable")) == [("added", 25, 50), ("stable", 75, 25)]


def test_what_is_deprecated_was_there_before():
    assert spans(note("1.2", "deprecated"), note("1.4", "removed")) == [("before", 0, 25), ("deprecated", 25, 50), ("removed", 75, 25)]


def test_the_axis_goes_on_to_the_newest_version_of_any_note():
    found = lives([note("1.1", "stable"), note("1.4", "changed", None)])
    assert (found.first, found.last) == ("1.1", "1.4")
    assert found.lives[0].spans[0].width == 80


def test_order_does_not_depend_on_the_file():
    assert [one.version for one in lives([note("1.10", "stable"), note("1.9", "added")]).lives[0].notes] == ["1.9", "1.10"]


def test_notes_on_one_feature_share_a_bar_in_every_language():
    name = Text.of({"ko": "모드", "en": "mode"})
    found = lives([note("1.1", "added", name), note("1.2", "stable", Text.of({"en": "mode", "ko": "모드"})), note("1.2", "added", "other")])
    assert [len(life.notes) for life in found.lives] == [2, 1]


@pytest.mark.parametrize("versions", [("1.9", "2.0"), ("2024", "2026"), ("v3", "v4.1")])
def test_versions_of_different_lines_stand_side_by_side(versions):
    first, second = versions
    assert spans(note(first, "added"), note(second, "stable")) == [
        ("added", pytest.approx(33.33), pytest.approx(33.33)),
        ("stable", pytest.approx(66.67), pytest.approx(33.33)),
    ]
