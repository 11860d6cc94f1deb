"""One box and its neighbours; one zone and its neighbours."""

import pytest

from generator import diagrams
from tests.unit.diagrams.geometry import faults
from tests.unit.diagrams.sites import component, post_office, random_site, site


def test_callers_stand_at_the_left_and_the_called_at_the_right():
    view = diagrams.around(post_office(), "en", "office", str)
    scene = dict(view.scenes)["wide"]
    x = {box.id: box.rect.x for box in scene.boxes}
    assert max(x[caller] for caller in ("sender", "carrier", "van", "customs")) < x["office"] < x["archive"]
    assert len(view.relations) == len(scene.edges) == 5
    assert [box.id for box in scene.boxes if box.current] == ["office"]


def test_a_box_with_callers_only_stands_at_the_right():
    scene = dict(diagrams.around(post_office(), "en", "archive", str).scenes)["wide"]
    x = {box.id: box.rect.x for box in scene.boxes}
    assert x["office"] < x["archive"]


def test_a_box_without_relations_has_no_drawing():
    assert diagrams.around(site([component("alone", "z1"), component("other", "z2")]), "ko", "alone", str) is None


@pytest.mark.parametrize("seed", range(3))
def test_every_neighbourhood_and_every_zone_is_free_of_faults(seed):
    model = random_site(seed, 13, hub=True)
    for box in model.boxes():
        view = diagrams.around(model, "en", box.id, str)
        for kind, scene in view.scenes if view else ():
            assert faults(scene) == [], (box.id, kind)
    for zone in sorted({box.zone for box in model.boxes()}):
        view = diagrams.zone(model, "ko", zone, str)
        inside = {box.id for box in model.boxes() if box.zone == zone}
        for kind, scene in view.scenes:
            assert faults(scene) == [], (zone, kind)
            assert inside <= {box.id for box in scene.boxes}
        assert all(inside & {row.source[0], row.target[0]} for row in view.relations)
