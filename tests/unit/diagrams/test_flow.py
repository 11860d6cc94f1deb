"""Lanes, arrows, steps inward, and what of the architecture a step lights."""

from itertools import combinations

import pytest

from generator import diagrams
from generator.diagrams.flow import FlowView
from generator.diagrams.scene import Rect
from generator.model import Actor
from tests.unit.diagrams.geometry import area_of, crosses
from tests.unit.diagrams.sites import letter, post_office, site


@pytest.fixture
def view() -> FlowView:
    return diagrams.flow(post_office(), "en", "flow-letter", str)


def test_lanes_stand_in_the_order_in_which_actors_appear(view):
    assert [lane.id for lane in view.lanes] == ["writer", "sender", "office", "carrier", "receiver"]
    assert [lane.x for lane in view.lanes] == sorted(lane.x for lane in view.lanes)
    assert view.lanes[0].href == ""
    assert view.lanes[1].href == "sender"


def test_an_arrow_runs_from_lane_to_lane_and_stops_short_of_it(view):
    row = view.rows[1]
    assert row.source.x < row.line[0] < row.line[1] < row.head < row.target.x
    back = view.rows[3]
    assert back.back
    assert back.target.x < back.head < back.line[1] < back.line[0] < back.source.x


def test_a_step_inward_starts_and_ends_at_its_lane(view):
    row = view.rows[2]
    assert row.inward
    assert row.head == row.source.x + 5


def test_a_step_lights_its_boxes_and_the_relation_between_them(view):
    assert view.rows[0].boxes == ("sender",)
    assert view.rows[0].lit == ()
    assert view.rows[1].boxes == ("sender", "office")
    assert view.rows[1].lit == (0,)
    assert view.rows[4].lit == (3,)


def test_the_legend_has_the_kinds_in_use_in_their_order(view):
    assert [(item.style, item.name) for item in view.legend] == [("thin", "call"), ("dashed", "watch"), ("bold", "write")]


@pytest.mark.parametrize("count", range(2, 13))
@pytest.mark.parametrize("language", ["ko", "en"])
def test_names_of_lanes_cover_neither_each_other_nor_lines(count, language):
    view = diagrams.flow(long_names(count), language, "flow-letter", str)
    assert len(view.lanes) == count
    assert view.width <= 600
    words = [area_of(line) for lane in view.lanes for line in lane.words]
    assert not any(a.meets(b, -1) for a, b in combinations(words, 2))
    lines = [Rect(lane.x, a, 0, b - a) for lane in view.lanes for a, b in lane.lines]
    assert not any(crosses(line, rect) for line in lines for rect in words)
    assert all(rect.right <= view.full + 1 and rect.bottom <= view.head for rect in words)


def long_names(count: int):
    """A flow through so many lanes with names that need two lines."""
    names = ["엔드포인트슬라이스 컨트롤러", "저장소", "컨테이너 런타임", "kube-controller-manager", "글쓴이", "OCI 런타임(runc)"]
    actors = [{"id": f"a{one}", "name": {"ko": names[one % 6], "en": f"deployment controller {one}"}, "zone": "z0"} for one in range(count)]
    ends = [(f"a{one}", f"a{one + 1}") for one in range(count - 1)] + [("a1", "a0")]
    steps = tuple(letter().steps[0].model_copy(update={"id": f"s{index}", "source_actor": a, "to": b}) for index, (a, b) in enumerate(ends))
    flow = letter().model_copy(update={"actors": tuple(Actor.model_validate(actor) for actor in actors), "steps": steps})
    return site(post_office().components, 3, [flow])
