"""The page that measures the bank: its own rows first, then the banks of the content."""

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


def quality(site):
    return next((page for page in pages.plan(pages.Book.of(site), "en") if page.path == "quality/"), None)


def test_a_site_without_items_has_no_such_page(site):
    assert quality(replace(site, items=())) is None


def test_each_language_has_a_row_of_its_own(site):
    rows = quality(site).sheet.data["rows"]
    single = sum(item.type == "single" for item in site.items)
    assert [(row.own, row.single) for row in rows] == [(language, single) for language in ("ko", "en")]


def test_other_banks_follow_with_their_own_figures_and_sources():
    site = parse.read(pipeline.DEFAULT_CONTENT).site
    sheet = quality(site).sheet
    others = [row for row in sheet.data["rows"] if row.own is None]
    assert [(row.single, row.longest, row.chance) for row in others] == [(103, 23, 26), (1608, 32, 25), (442, 39, 25), (278, 56, 20)]
    assert {source.id for source in sheet.cites} == {name for row in others for name in row.sources}


def test_every_rule_is_explained_in_every_language(site):
    for language in site.languages:
        named = {key.removeprefix("quality.rule.") for key in site.strings[language] if key.startswith("quality.rule.")}
        assert named == set(quality(site).sheet.data["rules"])


def test_what_is_made_from_the_model_is_measured_apart(site):
    made = site.items[0]
    rows = quality(replace(site, derived=frozenset({made.id}))).sheet.data["rows"]
    assert [row.own for row in rows] == ["ko", "en", "ko", "en"]
    assert rows[0].single + rows[2].single == sum(item.type == "single" for item in site.items)
    assert rows[0].about != rows[2].about
