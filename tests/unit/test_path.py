"""The learning path on pages: stops, checkpoints, and what to read next."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pages, parse, pipeline
from generator.model import Site

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"


@pytest.fixture(scope="module")
def site() -> Site:
    reading = parse.read(MAIL)
    assert reading.site is not None
    return reading.site


def sheets(site):
    return {page.path: page.sheet for page in pages.plan(pages.Book.of(site), "en")}


def way(site):
    book = pages.Book.of(site)
    around = pages.neighbors(book, pages.plan(book, "en"))
    return {path: tuple(one.page.path if one else None for one in pair) for path, pair in around.items()}


def test_without_a_path_pages_follow_the_plan(site):
    bare = replace(site, path=None)
    assert "path/" not in sheets(bare)
    assert way(bare)["components/"] == ("", f"components/{site.components[0].id}/")


def test_each_page_leads_on_along_the_path(site):
    onward = way(site)
    trail, here = [""], ""
    while (here := onward[here][1]) is not None:
        trail.append(here)
    assert trail == [
        "",
        "path/",
        "components/",
        "components/client/",
        "components/relay/",
        "components/mailbox/",
        "path/picture/",
        "flows/flow-send/",
        "questions/oq-mx/",
        "questions/oq-mailbox/",
        "addons/filter/",
        "path/message/",
    ]


def test_the_way_back_is_the_way_there(site):
    onward = way(site)
    here, seen = "path/message/", []
    while here is not None:
        seen.append(here)
        here = onward[here][0]
    assert len(seen) == 12


def test_a_page_beside_the_path_keeps_its_neighbors(site):
    before, after = way(site)["glossary/"]
    assert before is not None
    assert after is not None


def test_stops_hold_time_needs_and_readings(site):
    first, second = sheets(site)["path/"].data["legs"]
    assert (first.stop.minutes, [one.title for one in first.readings][:3]) == (5, ["Architecture", "Mail program", "Relay"])
    assert [one.id for one in second.needs] == ["picture"]
    assert {item.ref for item in second.items} <= {"flow-send", "oq-mx", "oq-mailbox", "filter"}


def test_a_checkpoint_asks_about_every_page_of_its_stop():
    site = parse.read(pipeline.DEFAULT_CONTENT).site
    for stop in site.path.stops:
        sheet = sheets(site)[f"path/{stop.id}/"]
        asked = sheet.items
        assert len(asked) == min(10, len(sheet.data["leg"].items)), stop.id
        assert [item.id for item in asked] == [item.id for item in sheet.data["leg"].items if item in asked]


def test_the_end_of_a_page_names_the_stop(site):
    result = pipeline.render_pages(pipeline.load_site(MAIL), pipeline.ROOT / "docs")
    text = result.files["en/components/mailbox/index.md"].decode()
    assert 'next: {"title": "Checkpoint: The big picture", "path": "path/picture/", "stop": "The big picture"}' in text
    assert 'href="path/#message"' in result.files["en/index.md"].decode()
