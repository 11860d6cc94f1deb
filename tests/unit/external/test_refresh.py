"""`links refresh`, `links status` and `check`, on the mail notes with links to a server on this machine."""

import json
import re

import pytest
import yaml
from click.testing import CliRunner

from generator import parse, pipeline
from generator.cli import main
from tests.contract.shapes import faults, read
from tests.unit.external.conftest import PAGES

RFC = "https://www.rfc-editor.org/rfc/"
ROLE = "원치 않는 메일을 골라낸다."
MX = "도메인의 메일을 받을 서버를 알려 주는 DNS 레코드이다."


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def refresh(content, *more, day="2026-11-20"):
    return run("links", "refresh", "--content", content, "--timeout", "4", "--today", day, *more)


def status(content, *more, day="2026-11-20"):
    return run("links", "status", "--content", content, "--today", day, *more)


def entries(content):
    return {one["url"]: one for one in yaml.load((content / "links.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["links"]}  # noqa: S506


@pytest.fixture
def linked(mail, edit, web):
    """The notes with one source that is there and one that is gone; a text links to an anchor that is there and one that is not."""
    edit("sources.yaml", f"{RFC}rfc5321", web("/fine"))
    edit("sources.yaml", f"{RFC}rfc6409", web("/gone"))
    edit("addons/filter.yaml", ROLE, f'"[골라내기]({web("/fine#part")})와 [없는 곳]({web("/fine#nowhere")})이다."')
    return mail


def test_what_each_address_answers_is_written(linked, web):
    result = refresh(linked)
    assert result.exit_code == 0, result.output
    assert "2 addresses asked: 1 dead, 0 without an answer; written to content/links.yaml" in result.output
    assert entries(linked) == {
        web("/fine"): {
            "url": web("/fine"),
            "status": "200",
            "title": "A fine page & more",
            "has": ["part"],
            "lacks": ["nowhere"],
            "checked": "2026-11-20",
        },
        web("/gone"): {"url": web("/gone"), "status": "404", "checked": "2026-11-20"},
    }


def test_the_file_is_content_of_its_own_kind(linked):
    refresh(linked)
    assert run("check", "--content", linked).exit_code == 0
    text = (linked / "links.yaml").read_text(encoding="utf-8")
    assert list(faults(json.loads((pipeline.ROOT / "schema" / "links.json").read_text(encoding="utf-8")), read(text))) == []


def test_an_editor_finds_the_schema_of_a_tree_whose_other_files_name_theirs(linked):
    site = linked / "site.yaml"
    site.write_text("# yaml-language-server: $schema=../../schema/site.json\n" + site.read_text(encoding="utf-8"), encoding="utf-8")
    refresh(linked)
    assert (linked / "links.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../schema/links.json\n")


def test_titles_of_every_kind_are_read_back_as_they_were(linked, web, monkeypatch):
    titles = {"/fine": "'It is': \"quoted\" # {no} [comment]", "/gone": "- 한글: *별* & 끝\\"}
    for path, title in titles.items():
        monkeypatch.setitem(PAGES, path, (200, "text/html", f"<title>{title}</title>".encode()))
    refresh(linked)
    assert {one.title for one in parse.read(linked).site.external} == set(titles.values())


def test_a_second_renewal_changes_the_days_only(linked):
    refresh(linked)
    before = (linked / "links.yaml").read_text(encoding="utf-8")
    refresh(linked, day="2026-12-24")
    assert (linked / "links.yaml").read_text(encoding="utf-8") == before.replace("2026-11-20", "2026-12-24")


def test_a_failure_keeps_the_old_answer_and_is_noted(linked, web, edit, closed):
    edit("sources.yaml", web("/gone"), closed)
    old = f"links:\n  - url: {closed}\n    status: 200\n    title: Once here\n    checked: 2026-10-01\n"
    (linked / "links.yaml").write_text(old, encoding="utf-8")
    assert "1 without an answer" in refresh(linked).output
    kept = {"url": closed, "status": "200", "title": "Once here", "checked": "2026-10-01"}
    assert entries(linked)[closed] == {**kept, "failed": "connection refused", "tried": "2026-11-20"}


def test_an_answer_ends_the_failure(linked, web):
    noted = f"links:\n  - url: {web('/fine')}\n    failed: connection refused\n    tried: 2026-10-01\n"
    (linked / "links.yaml").write_text(noted, encoding="utf-8")
    refresh(linked)
    assert "failed" not in entries(linked)[web("/fine")]


def test_the_title_of_a_page_that_is_gone_stays(linked, web):
    (linked / "links.yaml").write_text(f"links:\n  - {{url: {web('/gone')}, status: 200, title: Once here, checked: 2026-10-01}}\n", encoding="utf-8")
    refresh(linked)
    assert entries(linked)[web("/gone")]["title"] == "Once here"


@pytest.mark.parametrize("before", [None, "links:\n  - {url: https://example.org/, status: 200, checked: 2026-10-01}\n"])
def test_nothing_is_written_when_nothing_answers(linked, web, edit, closed, before):
    for old, new in (("/fine", "x"), ("/gone", "y")):
        edit("sources.yaml", f'"{web(old)}"', f'"{closed}{new}"')
    edit("addons/filter.yaml", web("/fine#part"), f"{closed}z")
    edit("addons/filter.yaml", web("/fine#nowhere"), f"{closed}z")
    if before:
        (linked / "links.yaml").write_text(before, encoding="utf-8")
    result = refresh(linked)
    assert result.exit_code == 1
    assert "no address gave an answer, so nothing was written" in result.output
    assert ((linked / "links.yaml").read_text(encoding="utf-8") if before else (linked / "links.yaml").exists()) == (before or False)


def test_only_one_host_is_asked_and_the_others_keep_their_entries(linked, web, edit):
    refresh(linked)
    edit("sources.yaml", web("/gone"), web("/moved", "localhost"))
    asked = len(web.asked)
    refresh(linked, "--only", "LOCALHOST", day="2026-12-24")
    assert web.paths[asked:] == ["/moved", "/fine"]
    assert {url: one["checked"] for url, one in entries(linked).items()} == {web("/fine"): "2026-11-20", web("/moved", "localhost"): "2026-12-24"}


def test_only_old_answers_are_asked_for_again(linked, web):
    (linked / "links.yaml").write_text(f"links:\n  - {{url: {web('/gone')}, status: 200, checked: 2026-11-01}}\n", encoding="utf-8")
    refresh(linked, "--older-than", "20d")
    assert web.paths == ["/fine"]
    assert refresh(linked, "--older-than", "20d").output.startswith("nothing to ask: 2 external addresses, none of them so old")
    refresh(linked, "--older-than", "19d")
    assert web.paths == ["/fine", "/gone"]


def test_a_new_anchor_is_looked_for_however_young_the_answer_is(linked, web, edit):
    refresh(linked)
    edit("addons/filter.yaml", "#nowhere", "#old")
    refresh(linked, "--older-than", "30d")
    assert entries(linked)[web("/fine")]["has"] == ["old", "part"]


def test_broken_content_asks_nobody(linked, web, edit):
    edit("components/client.yaml", "to: relay", "to: relai")
    result = refresh(linked)
    assert result.exit_code == 1
    assert "error[K021]" in result.output
    assert web.asked == []


def test_a_snapshot_with_a_slip_is_reported_at_its_place(linked):
    (linked / "links.yaml").write_text("links:\n  - url: example.org\n    status: fine\n", encoding="utf-8")
    result = run("check", "--content", linked)
    assert "content/links.yaml:2:10: error[K014]: this must be a web address" in result.output
    assert "content/links.yaml:3:13: error[K012]" in result.output


def test_the_exact_version_of_a_source_is_a_link_too(linked, web, edit):
    commit = "d53473035c22b9efcfb238f8828b664cde418ad0"
    edit("sources.yaml", f'"{web("/gone")}"', f'"{web(f"/blob/{commit}/a.md")}", commit: {commit}, path: a.md')
    edit("sources.yaml", "version: RFC 5321", f"commit: {commit}, path: b/c.md")
    refresh(linked)
    assert web(f"/blob/{commit}/b/c.md") in entries(linked)
    place = re.search(r"(\S+): \S+/b/c.md \(404", status(linked).output)[1]
    line = (linked / "sources.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert place == f"content/sources.yaml:1:{line.index('b/c.md') + 1}"


def place_of(content, file, words):
    for number, line in enumerate((content / file).read_text(encoding="utf-8").splitlines(), start=1):
        if words in line:
            return f"content/{file}:{number}:{line.index(words) + 1}"
    raise AssertionError(words)


def test_check_warns_of_dead_links_and_lost_anchors_at_their_place(linked, web):
    refresh(linked)
    result = run("check", "--content", linked)
    assert result.exit_code == 0
    dead = place_of(linked, "sources.yaml", f'"{web("/gone")}"')
    assert f"{dead}: warning[K110]: '{web('/gone')}' answered with 404 on 2026-11-20" in result.output
    lost = place_of(linked, "addons/filter.yaml", '"[골라내기]')
    assert f"{lost}: warning[K111]: '{web('/fine')}' had no '#nowhere' on 2026-11-20" in result.output
    problems = json.loads(run("check", "--content", linked, "--format", "json").stdout)["problems"]
    assert sorted((one["code"], one["severity"]) for one in problems) == [("K110", "warning"), ("K111", "warning")]


def test_check_counts_links_that_the_snapshot_does_not_know(linked, web):
    assert "snapshot" not in run("check", "--content", linked).output
    (linked / "links.yaml").write_text(f"links:\n  - {{url: {web('/gone')}, status: 200, checked: 2026-11-01}}\n", encoding="utf-8")
    result = run("check", "--content", linked)
    assert "1 external link is not in the snapshot: python -m generator links refresh asks them" in result.output
    assert "warning[" not in result.output


def test_of_two_entries_on_one_address_the_later_counts(linked, web):
    both = "".join(f"  - {{url: {web('/gone')}, status: {code}, checked: {day}}}\n" for code, day in ((404, "2026-11-02"), (200, "2026-11-03")))
    (linked / "links.yaml").write_text(f"links:\n{both}", encoding="utf-8")
    assert "K110" not in run("check", "--content", linked).output


def test_status_lists_what_needs_a_look(linked, web, edit, closed):
    edit("terms.yaml", MX, f'"[레코드]({web("/moved")})와 [서버]({closed})와 [문]({web("/shy")})이다."')
    refresh(linked)
    edit("terms.yaml", "A DNS record that names the servers receiving mail for a domain.", f'"A [DNS]({web("/new")}) record."')
    result = status(linked, "--older-than", "30d", day="2026-12-20")
    assert result.exit_code == 0
    fine, gone = place_of(linked, "addons/filter.yaml", '"[골라내기]'), place_of(linked, "sources.yaml", f'"{web("/gone")}"')
    korean, english = place_of(linked, "terms.yaml", '"[레코드]'), place_of(linked, "terms.yaml", '"A [DNS]')
    assert f"1 is dead\n{gone}: {web('/gone')} (404, 2026-11-20)\n" in result.output
    assert f"1 gave no answer\n{korean}: {closed} (connection refused, 2026-11-20)\n" in result.output
    assert f"1 answers no program: look by hand\n{korean}: {web('/shy')} (403, 2026-11-20)\n" in result.output
    assert f"1 lacks an anchor\n{fine}: {web('/fine')} (#nowhere, 2026-11-20)\n" in result.output
    assert f"1 has moved\n{korean}: {web('/moved')} → {web('/fine')}\n" in result.output
    assert f"1 was never asked\n{english}: {web('/new')}\n" in result.output
    assert "5 were asked 30 or more days ago\n" in result.output
    assert result.output.endswith("6 external addresses, 5 in the snapshot (2026-11-20)\n")


def test_status_for_programs(linked, web):
    refresh(linked)
    found = json.loads(status(linked, "--format", "json").stdout)
    assert (found["total"], found["asked"], found["unchecked"], found["old"]) == (2, 2, [], [])
    (dead,) = found["dead"]
    file, line, column = place_of(linked, "sources.yaml", f'"{web("/gone")}"').rsplit(":", 2)
    place = {"file": file, "line": int(line), "column": int(column)}
    assert dead == {"url": web("/gone"), "status": 404, "checked": "2026-11-20", "places": [place]}


def test_status_without_a_snapshot_says_how_to_make_one(linked):
    assert status(linked).output == "2 external addresses, 0 in the snapshot: python -m generator links refresh asks them\n"


def test_the_site_itself_and_its_repository_are_not_asked(linked, web, edit):
    site = linked / "site.yaml"
    own = f"url: {web('/own/')}\nrepository: {web('/code')}\n"
    site.write_text(own + site.read_text(encoding="utf-8"), encoding="utf-8")
    edit("addons/filter.yaml", web("/fine#part"), web("/own/ko/"))
    edit("addons/filter.yaml", web("/fine#nowhere"), web("/code-of-others"))
    refresh(linked)
    assert sorted(web.paths) == ["/code-of-others", "/fine", "/gone"]
