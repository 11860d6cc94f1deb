"""The architecture: what becomes the spine, that nothing is lost, and that nothing covers anything else."""

import subprocess
import sys

import pytest

from generator import diagrams
from generator.diagrams import draw as drawing
from generator.diagrams.graph import UndrawnError, graph, spine
from tests.unit.diagrams.geometry import faults
from tests.unit.diagrams.sites import component, post_office, random_site, site, text


def href(identifier: str) -> str:
    return f"../{identifier}/"


def shown(scene) -> list[int]:
    """Numbers of all relations a drawing shows, as lines or in words."""
    return sorted([*(number for edge in scene.edges for number in edge.relations), *scene.told])


def star(rays: int, others: int = 0):
    """A hub with so many relations, and a second box with some."""
    relation = text("가", "a")
    boxes = [component("hub", "z1"), component("second", "z2")]
    for index in range(rays):
        targets = ["hub", "second"] if index < others else ["hub"]
        boxes.append(component(f"ray-{index}", f"z{index % 3}", [(target, "call", relation) for target in targets]))
    return site(boxes)


@pytest.mark.parametrize(("rays", "others", "expected"), [(4, 0, "hub"), (3, 0, None), (6, 4, "hub"), (6, 5, None), (12, 2, "hub")])
def test_the_spine_has_clearly_the_most_relations(rays, others, expected):
    assert spine(graph(star(rays, others), "en")) == expected


def test_the_hub_lies_across_its_zone_and_stands_on_a_phone():
    view = diagrams.architecture(post_office(), "ko", href)
    wide, narrow = (scene for _, scene in view.scenes)
    bar = next(box for box in wide.boxes if box.form == "hub")
    rail = next(box for box in narrow.boxes if box.form == "rail")
    assert bar.id == rail.id == "office"
    assert bar.rect.width > max(box.rect.width for box in wide.boxes if box.id != "office")
    assert (rail.rect.x, rail.rect.height) == (0, narrow.height)
    assert {line.text for line in rail.lines} >= {"접수", "기록", "전달"}


def test_without_a_hub_boxes_stand_in_a_grid():
    view = diagrams.architecture(random_site(3, 9, hub=False), "en", href)
    assert view.hub == ""
    for _, scene in view.scenes:
        assert {box.form for box in scene.boxes} == {"plain"}
        assert faults(scene) == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("hub", [True, False])
@pytest.mark.parametrize(("count", "seed"), [(5, 0), (5, 1), (5, 2), (13, 0), (13, 1), (30, 2)])
def test_every_relation_is_drawn_and_nothing_covers_anything(count, seed, hub, language):
    if count == 30 and (language == "ko") is hub:
        pytest.skip("one language is enough for the large ones")
    model = random_site(seed, count, hub=hub)
    view = diagrams.architecture(model, language, href)
    centre = spine(graph(model, language))
    for kind, scene in view.scenes:
        assert shown(scene) == list(range(len(view.relations))), kind
        assert {box.id for box in scene.boxes} == {box.id for box in model.boxes()}, kind
        assert {zone.id for zone in scene.zones} >= {box.zone for box in model.boxes() if box.id != centre}, kind
        assert faults(scene) == [], kind


@pytest.mark.parametrize("hub", [True, False])
def test_a_large_site_gets_an_overview_and_a_drawing_for_each_zone(hub):
    model = random_site(1, 40, hub=hub)
    view = diagrams.architecture(model, "en", href)
    zones = {box.zone for box in model.boxes()}
    assert {box.id for box in view.scenes[0][1].boxes} == zones
    assert {part.key for part in view.parts} == {f"map-{zone}" for zone in zones}
    assert {number for part in view.parts for number in shown(part.scenes[0][1])} == set(range(len(view.relations)))
    assert {box.id for part in view.parts for box in part.scenes[1][1].boxes} >= {box.id for box in model.boxes()}
    for drawn in (view, *view.parts):
        for kind, scene in drawn.scenes:
            assert faults(scene) == [], (drawn.key, kind)
            assert all(box.id in drawn.hrefs for box in scene.boxes)


def test_the_two_drawings_have_their_widths():
    assert {kind: scene.width for kind, scene in diagrams.architecture(post_office(), "en", href).scenes} == {"wide": 688, "narrow": 328}


def test_the_current_box_is_marked():
    view = diagrams.architecture(post_office(), "ko", href, current="van")
    assert all([box.id for box in scene.boxes if box.current] == ["van"] for _, scene in view.scenes)


def test_the_table_has_every_relation_with_both_ends():
    view = diagrams.architecture(post_office(), "en", href)
    assert [(row.source[0], row.target[0], row.label) for row in view.relations] == [
        ("sender", "office", "hand in"),
        ("office", "archive", "record"),
        ("carrier", "office", "check bags"),
        ("carrier", "receiver", "deliver"),
        ("van", "office", "hand over"),
        ("customs", "office", "inspect"),
    ]
    assert view.relations[0].source == ("sender", "Sender", "../sender/")
    assert [item.style for item in view.legend] == ["thin", "bold", "dashed"]
    assert view.has_optional


def test_a_relation_without_a_way_names_box_and_target(monkeypatch):
    def nowhere(_lattice, wires):
        raise drawing.UnroutableError([len(wires) - 1])

    monkeypatch.setattr(drawing, "connect", nowhere)
    sys.modules["generator.diagrams.architecture"].drawings.cache_clear()
    with pytest.raises(UndrawnError) as caught:
        diagrams.architecture(post_office(), "en", href)
    assert [(link.source, link.target) for link in caught.value.links] == [("customs", "office")]


SCRIPT = """
from tests.unit.diagrams.sites import random_site
from generator import diagrams
for seed, count, hub in ((5, 11, True), (5, 9, False)):
    print(repr(diagrams.architecture(random_site(seed, count, hub=hub), "ko", str).scenes))
"""


def test_same_site_same_scene_whatever_the_hash_seed():
    def run(seed: str) -> bytes:
        return subprocess.run([sys.executable, "-c", SCRIPT], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout

    assert len({run(seed) for seed in ("0", "1", "77")}) == 1


def test_an_empty_zone_and_a_lonely_box_are_no_trouble():
    view = diagrams.architecture(site([component("alone", "z1")]), "ko", href)
    assert [len(scene.boxes) for _, scene in view.scenes] == [1, 1]
    assert view.relations == ()
    assert all(faults(scene) == [] for _, scene in view.scenes)
