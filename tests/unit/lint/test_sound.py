"""Items made from the model are left out when they break a rule that would stop a build."""

from copy import deepcopy
from dataclasses import replace

import pytest

from generator import parse, pipeline
from generator.bank import figures
from generator.check.lint.sound import sound


@pytest.fixture
def kept(lint, mail):
    """Which of the probe items pass, were they made from the model beside the good one."""

    def run(*changes):
        lint({}, *changes)
        reading = parse.read(mail)
        first, *made = reading.site.items
        return [item.id for item in sound(replace(reading.site, items=(first,)), reading.origins, made)]

    return run


OTHER = {
    "stem": {"ko": "제출할 때 쓰는 포트를 고르면?", "en": "Pick the port of submission."},
    "options": [
        {"id": name, "text": name, "correct": name == "587", "explanation": {"ko": f"{name} 설명이다.", "en": f"About {name}, more."}}
        for name in ("25", "110", "587")
    ],
}


def test_a_sound_item_stays(kept):
    assert kept(OTHER) == ["probe-1"]


def test_a_repeated_item_goes_and_the_written_one_stays(kept):
    assert kept({}, OTHER, deepcopy(OTHER)) == ["probe-2"]


def test_a_key_that_gives_itself_away_goes(kept):
    spoiled = [{**option, "text": "a very long and telling answer" if option["correct"] else f"{option['text']} x"} for option in OTHER["options"]]
    assert kept({**OTHER, "options": spoiled}) == []


def test_no_item_of_the_published_bank_gives_itself_away():
    site = pipeline.load_site(pipeline.DEFAULT_CONTENT).site
    for language in site.languages:
        found = figures(site.items, language)
        assert (found.over_ratio, found.unmarked, found.duplicates) == (0, 0, 0), language
        assert found.p_longest >= 0.05, language
        assert found.explained == found.options
        assert found.sourced == found.items
