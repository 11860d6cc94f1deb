"""Ages of sources, what rests on them, and the report of coverage."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from generator import check, freshness, parse, pipeline
from generator.cli import main
from generator.coverage import coverage
from generator.problems import Severity


@pytest.fixture
def site(mail, edit):
    edit("sources.yaml", 'date: "2011-11-01", checked: "2026-11-01"', 'date: "2011-11-01", checked: "2026-01-10"')
    reading = parse.read(mail)
    assert reading.site is not None
    return reading.site


def run(*arguments):
    return CliRunner().invoke(main, ["check", *(str(argument) for argument in arguments)])


def test_the_source_read_longest_ago_comes_first(site):
    first, second = freshness.aged(site, date(2026, 11, 1))
    assert (first.source.id, first.days) == ("rfc6409", 295)
    assert (second.source.id, second.days) == ("rfc5321", 0)


def test_everything_that_rests_on_a_source_is_named(site):
    rests = freshness.resting(site)["rfc6409"]
    assert ("client", ("does", 0)) in {(rest.record, rest.path) for rest in rests}
    assert {rest.record for rest in rests} >= {"client", "c-direct", "c-port"}


@pytest.mark.parametrize(("days", "found"), [(295, ["rfc6409"]), (296, []), (0, ["rfc6409", "rfc5321"])])
def test_stale_counts_the_day_itself(site, days, found):
    assert [one.source.id for one in freshness.stale(site, days, date(2026, 11, 1))] == found


@pytest.mark.parametrize(("words", "days"), [("180d", 180), ("180", 180), ("2w", 14), ("6m", 180), ("1y", 365)])
def test_spans(words, days):
    assert freshness.span(words) == days


@pytest.mark.parametrize("words", ["", "d", "180 days", "-5d", "1.5y"])
def test_what_is_no_span(words):
    with pytest.raises(ValueError, match="180d"):
        freshness.span(words)


def test_versions_count_by_number():
    assert sorted(["1.9", "1.37", "1.10", "2.0"], key=freshness.order) == ["1.9", "1.10", "1.37", "2.0"]


def test_changes_come_newest_first():
    site = parse.read(pipeline.DEFAULT_CONTENT).site
    versions = [version for version, _ in freshness.changes(site)]
    assert versions == sorted(set(versions), key=freshness.order, reverse=True)
    assert sum(len(listed) for _, listed in freshness.changes(site)) == sum(len(component.versions) for component in site.components)


def test_check_lists_stale_sources(site, mail):
    result = run("--content", mail, "--stale", "200d", "--today", "2026-11-01")
    assert result.exit_code == 0, result.output
    assert "1 source to read again" in result.output
    assert "content/sources.yaml:2:3: rfc6409 (RFC 6409, read 2026-01-10, 295 days ago)" in result.output
    assert "client" in result.output
    assert "rfc5321" not in result.output


def test_check_lists_stale_sources_as_json(site, mail):
    document = json.loads(run("--content", mail, "--stale", "0d", "--today", "2026-11-01", "--format", "json").stdout)
    assert [one["source"] for one in document["stale"]] == ["rfc6409", "rfc5321"]
    assert document["stale"][0]["days"] == 295
    assert "client" in document["stale"][0]["rests"]


def test_a_span_that_cannot_be_read(mail):
    result = run("--content", mail, "--stale", "soon")
    assert result.exit_code == 2
    assert "180d" in result.output


def test_a_source_on_which_nothing_rests(mail):
    path = mail / "sources.yaml"
    line = '- {id: rfc1, title: T, url: "https://example.org", publisher: P, date: "2020-01-01", checked: "2026-11-01"}\n'
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    reading = parse.read(mail)
    (problem,) = check.check(reading.site, reading.origins)
    assert (problem.code, problem.severity, "content/sources.yaml:3:" in str(problem.position)) == ("K098", Severity.WARNING, True)


def rows(site):
    return {row.id: (row.done, row.total) for row in coverage(site)}


def test_a_whole_tree_is_covered(site):
    found = rows(site)
    assert found["inventory"] == (6, 6)
    assert found["claims"] == (2, 2)
    assert found["questions"] == (2, 2)
    assert found["sources"] == (2, 2)
    assert found["path"] == (7, 7)
    assert all(done == total for name, (done, total) in found.items() if name in {"statements", "languages", "explained"})


def test_what_is_missing_is_counted(mail, edit):
    edit("note.yaml", "text: 바로 보낸다, claims: [c-direct]", "text: 바로 보낸다")
    edit("path.yaml", ", filter]", "]")
    reading = parse.read(mail)
    found = rows(reading.site)
    assert found["inventory"] == (5, 6)
    assert found["path"] == (6, 7)


def test_the_report_is_part_of_check(mail):
    assert "6/6  items of the note accounted for" in run("--content", mail).output
    assert json.loads(run("--content", mail, "--format", "json").stdout)["coverage"]["claims"] == {"done": 2, "total": 2}


def test_the_content_is_covered_in_full():
    found = rows(pipeline.load_site(pipeline.DEFAULT_CONTENT).site)
    for name in ("inventory", "claims", "questions", "statements", "languages", "sources", "asked", "explained", "path"):
        assert found[name][0] == found[name][1], name
