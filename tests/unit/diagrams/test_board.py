"""The board: every box once, inside its zone, none over another, in a size a finger can hit."""

import itertools

import pytest

from generator import parse, pipeline
from generator.diagrams import board
from generator.diagrams.measure import width

MAIL = pipeline.ROOT / "tests" / "fixtures" / "mail"


@pytest.fixture(scope="module", params=[pipeline.DEFAULT_CONTENT, MAIL], ids=["site", "mail"])
def site(request):
    return parse.read(request.param).site


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_box_stands_once_in_its_zone(site, language):
    view = board(site, language)
    assert sorted(name for _, boxes in view.zones for name, _ in boxes) == sorted(box.id for box in site.boxes())
    for _, scene in view.scenes:
        frames = {zone.id: zone.rect for zone in scene.zones}
        assert sorted(box.id for box in scene.boxes) == sorted(box.id for box in site.boxes())
        for box in scene.boxes:
            frame = frames[box.zone]
            assert frame.x < box.rect.x
            assert frame.y < box.rect.y
            assert box.rect.right < frame.right
            assert box.rect.bottom < frame.bottom
            assert frame.bottom <= scene.height


@pytest.mark.parametrize("language", ["ko", "en"])
def test_boxes_keep_apart_and_hold_their_names(site, language):
    for _, scene in board(site, language).scenes:
        assert not any(one.rect.meets(other.rect, 6) for one, other in itertools.combinations(scene.boxes, 2))
        for box in scene.boxes:
            assert box.rect.height >= 44
            for line in box.lines:
                assert line.x + width(line.text, 12.5, bold=True) <= box.rect.right
                assert box.rect.y + 8 <= line.y <= box.rect.bottom - 12


def test_nothing_in_it_tells_what_a_box_is_for(site):
    for _, scene in board(site, "en").scenes:
        assert {line.role for box in scene.boxes for line in box.lines} == {"name"}
        assert scene.edges == ()
