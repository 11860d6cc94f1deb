"""Every correction of the note in one list."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pages, parse, pipeline
from generator.model import Site
from generator.pages.navigation import navigation

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"


@pytest.fixture(scope="module")
def site() -> Site:
    reading = parse.read(MAIL)
    assert reading.site is not None
    return reading.site


def errata(site):
    return next((page.sheet for page in pages.plan(pages.Book.of(site), "en") if page.path == "errata/"), None)


def with_verdicts(site, *verdicts):
    claims = [claim.model_copy(update={"verdict": verdict}) for claim, verdict in zip(site.claims, verdicts, strict=True)]
    return replace(site, claims=tuple(claims))


def test_gravest_first(site):
    groups = errata(with_verdicts(site, "imprecise", "wrong")).data["groups"]
    assert [(group.verdict, [one.pair.id for one in group.corrections]) for group in groups] == [("wrong", ["c-port"]), ("imprecise", ["c-direct"])]


def test_what_holds_is_no_correction(site):
    sheet = errata(with_verdicts(site, "correct", "gap"))
    assert [one.pair.id for group in sheet.data["groups"] for one in group.corrections] == ["c-port"]
    assert sheet.data["total"] == 1


def test_no_page_and_no_entry_without_corrections(site):
    right = with_verdicts(site, "correct", "correct")
    assert errata(right) is None
    desk = pages.Desk(pages.Book.of(right), "en")
    assert "errata/" not in {item["path"] for group in navigation(desk) for item in group["items"]}


def test_each_correction_names_its_version_and_links_here(site):
    result = pipeline.render_pages(pipeline.load_site(MAIL), pipeline.ROOT / "docs")
    text = result.files["en/errata/index.md"].decode()
    assert 'id="c-direct"' in text
    assert "RFC 6409" in text
    for name in ("en/index.md", "en/note/index.md"):
        assert 'errata/"' in result.files[name].decode(), name
