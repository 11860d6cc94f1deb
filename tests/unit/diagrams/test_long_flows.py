"""Flows of 3 to 30 steps over 2 to 12 lanes: nothing is lost, nothing leaves its place."""

import pytest

from generator import diagrams
from tests.unit.diagrams.sites import random_flow

SIZES = [(2, 3), (3, 3), (7, 14), (12, 12), (12, 30)]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(("lanes", "steps"), SIZES)
def test_every_step_has_an_arrow_between_its_lanes(seed, lanes, steps, language):
    model = random_flow(seed, lanes, steps)
    view = diagrams.flow(model, language, "flow-random", str)
    given = model.flows[0].steps
    assert [(row.source.id, row.target.id) for row in view.rows] == [(step.source_actor, step.to) for step in given]
    assert len({lane.x for lane in view.lanes}) == len(view.lanes) == len({end for step in given for end in (step.source_actor, step.to)})
    assert min(b.x - a.x for a, b in zip(view.lanes, view.lanes[1:], strict=False)) >= 40
    for row in view.rows:
        low, high = sorted((row.source.x, row.target.x))
        if row.inward:
            assert row.head > row.source.x
        else:
            assert all(low < x < high for x in (*row.line, row.head))
            assert abs(row.head - row.line[0]) >= 20
