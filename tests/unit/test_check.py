"""Each rule: one planted fault, found at its place, with help."""

from importlib import import_module

import pytest

from generator import pipeline
from generator.diagrams import draw as drawing
from generator.problems import ContentError

architecture = import_module("generator.diagrams.architecture")  # the package offers the function of that name


def problems(mail):
    with pytest.raises(ContentError) as caught:
        pipeline.load_site(mail)
    return caught.value.problems


def test_the_fixture_is_valid(mail):
    assert pipeline.load_site(mail).warnings == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "place", "helps"),
    [
        ("components/client.yaml", "role:", "rolle:", "K011", "4:1", "did you mean 'role'?"),
        ("components/client.yaml", "zone: sender\n", "", "K010", "1:1", "add 'zone: …'"),
        ("components/client.yaml", "zone: sender", "zone: sendr", "K021", "2:7", "did you mean 'sender'?"),
        ("components/client.yaml", "to: relay", "to: relai", "K021", "7:10", "did you mean 'relay'?"),
        ("components/client.yaml", "kind: hand-over", "kind: handover", "K021", "7:23", "did you mean 'hand-over'?"),
        ("components/client.yaml", "sources: [rfc6409]\nsources", "sources: [rfc6408]\nsources", "K021", "13:13", "did you mean 'rfc6409'?"),
        ("components/client.yaml", ", en: Mail program}", "}", "K022", "3:7", "add 'en: …'"),
        ("components/client.yaml", "en: Mail program", "em: Mail program", "K023", "3:21", "did you mean 'en'?"),
        ("components/client.yaml", "id: client", "id: Client", "K014", "1:5", "small letters"),
        ("components/client.yaml", "id: client", "id: clients", "K016", "1:5", "write 'id: client'"),
        ("components/relay.yaml", "id: queue", "id: client", "K020", "11:10", "unique over the whole site"),
        ("components/relay.yaml", "[[t-mx-record]]로", "[[t-mx-recrd]]로", "K021", "9:17", "did you mean 't-mx-record'?"),
        ("components/relay.yaml", '찾는다."', '[x](javascript:1)"', "K060", "9:17", "http(s)"),
        ("flows/flow-send.yaml", "from: client", "from: clent", "K021", "8:24", "did you mean 'client'?"),
        ("flows/flow-send.yaml", "note_lines: [3, 4]", "note_lines: [3, 40]", "K034", "11:17", "number of a line"),
        ("questions/oq-mx.yaml", "kind: mark", "kind: marc", "K013", "2:7", "did you mean 'mark'?"),
        ("questions/oq-mx.yaml", "line: 8", "line: eight", "K012", "3:7", "digits"),
        ("questions/oq-mx.yaml", "sources: [rfc5321]", "sources: []", "K012", "9:10", ""),
        ("questions/oq-mx.yaml", "quote: ❓ MX", "quote: ❓ NX", "K035", "4:8", "copy the words"),
        ("questions/oq-mailbox.yaml", "kind: blank", "kind: todo", "K033", "note.md:9", "kind: blank"),
        ("claims.yaml", "text: 바로 보낸다", "text: 587번", "K035", "2:28", "these words stand on line 4"),
        ("claims.yaml", "  sources: [rfc6409]\n", "", "K031", "7:7", "unsourced"),
        ("note.yaml", "lines: [6, 7]", "lines: [7]", "K037", "note.md:6:1", "lines: [6]"),
        ("note.yaml", "file: note.md", "file: nota.md", "K001", "1:7", "UTF-8"),
        ("items.yaml", "ref: oq-mailbox", "ref: mailbox", "K032", "1:5", "ref: oq-mailbox"),
        ("site.yaml", "default_language: en", "default_language: fr", "K025", "8:19", "ko, en"),
        ("site.yaml", "start: flow-send", "start: flow-sent", "K021", "15:10", "did you mean 'flow-send'?"),
        ("sources.yaml", 'date: "2008-10-01"', "date: October", "K014", "1:", "YYYY-MM-DD"),
        ("sources.yaml", '"https://www', '"htps://www', "K014", "1:", "https://"),
    ],
)
def test_planted_fault(mail, edit, name, old, new, code, place, helps):
    edit(name, old, new)
    found = [problem for problem in problems(mail) if problem.code == code]
    assert found, f"{code} not among {[str(problem) for problem in problems(mail)]}"
    assert place in str(found[0].position)
    assert helps in found[0].help


def test_a_question_without_answer(mail, edit):
    edit("questions/oq-mx.yaml", "answer: ", "#answer: ")
    (problem,) = problems(mail)
    assert (problem.code, problem.message) == ("K010", "the field 'answer' is missing")


def test_one_broken_file_does_not_hide_the_others(mail, edit):
    edit("components/client.yaml", "id: client", "id: [")
    edit("questions/oq-mx.yaml", "kind: mark", "kind: marc")
    edit("sources.yaml", 'date: "2008-10-01"', "date: October")
    assert [problem.code for problem in problems(mail)] == ["K003", "K013", "K014"]


def test_a_broken_record_causes_no_false_alarms_about_its_id(mail, edit):
    edit("components/relay.yaml", "zone: sender\n", "")
    assert [problem.code for problem in problems(mail)] == ["K010"]


def test_a_ui_string_that_one_language_lacks(mail):
    (mail / "ui").mkdir()
    (mail / "ui" / "ko.yaml").write_text("own.key: 말\n", encoding="utf-8")
    (problem,) = problems(mail)
    assert problem.code == "K050"
    assert str(problem.position) == "content/ui/ko.yaml:1:1"
    assert "content/ui/en.yaml" in problem.help


@pytest.mark.parametrize(
    ("line", "helps"),
    [
        ("pages.line: '{line} {nope}'", "line"),
        ("pages.line: '{'", "{{"),
        ("pages.line: '{line:zz}'", "은/는"),
        ("pages.line: '{line!r}'", "{line}"),
        ("pages.line: '{}'", "name"),
        ("pages.line: no place at all", "line"),
    ],
)
def test_a_ui_string_with_places_the_site_does_not_fill(mail, line, helps):
    (mail / "ui").mkdir()
    (mail / "ui" / "ko.yaml").write_text(f"{line}\n", encoding="utf-8")
    (problem,) = problems(mail)
    assert (problem.code, str(problem.position)) == ("K051", "content/ui/ko.yaml:1:1")
    assert helps in problem.help


def test_a_date_that_the_calendar_does_not_have(mail, edit):
    edit("site.yaml", 'published: "2026-11-01"', 'published: "2026-02-30"')
    (problem,) = problems(mail)
    assert (problem.code, str(problem.position)) == ("K014", "content/site.yaml:10:12")
    assert "YYYY-MM-DD" in problem.help


def test_a_relation_that_cannot_be_drawn_is_named_where_it_is_written(mail, monkeypatch):
    def nowhere(_lattice, wires):
        raise drawing.UnroutableError([len(wires) - 1])

    monkeypatch.setattr(drawing, "connect", nowhere)
    architecture.drawings.cache_clear()
    with pytest.raises(ContentError) as caught:
        pipeline.render_pages(pipeline.load_site(mail), pipeline.ROOT / "docs")
    architecture.drawings.cache_clear()
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.position)) == ("K070", "content/addons/filter.yaml:8:5")
    assert "'filter' → 'mailbox'" in problem.message
    assert problem.help


def test_no_content_folder(tmp_path):
    (problem,) = problems(tmp_path / "nothing")
    assert problem.code == "K001"
