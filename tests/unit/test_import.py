"""From a note to content, and again after the note has changed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import importer, note_marks, pipeline
from generator.cli import main
from generator.importer.outline import outline
from generator.problems import ContentError, Severity
from generator.slug import slug, unused

NOTE = """# How mail travels

The client hands over. ❓ to whom

| name | what |
| -- | -- |
| relay | passes mail on |
| mailbox |  |

1. The client connects
2. The relay looks up the MX record
3. The relay hands over

> **MX record**
> names the server of a domain

![map](map.png)
![here](here.png)

## Spam

# TODO
- what about DKIM?
"""


@pytest.fixture
def note(tmp_path) -> Path:
    path = tmp_path / "NOTE.md"
    path.write_text(NOTE, encoding="utf-8")
    (tmp_path / "here.png").write_bytes(b"png")
    return path


@pytest.fixture
def content(tmp_path) -> Path:
    return tmp_path / "mail" / "content"


def run(note, content):
    result = CliRunner().invoke(main, ["import", str(note), "--content", str(content)])
    assert "Traceback" not in result.output
    return result


def snapshot(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_note_becomes_a_site_that_builds_with_nothing_but_todos(note, content):
    assert run(note, content).exit_code == 0
    checked = pipeline.load_site(content)
    assert {problem.code for problem in checked.warnings} == {"K026"}
    assert all(problem.severity is Severity.WARNING for problem in checked.warnings)
    pages = pipeline.render_pages(checked, pipeline.ROOT / "docs").files
    assert "en/questions/index.md" in pages
    assert "0" in pages["en/questions/index.md"].decode().split("an-head__n")[1][:20], "nothing counts as answered yet"


def test_what_a_note_speaks_of_becomes_records(note, content):
    run(note, content)
    site = pipeline.load_site(content).site
    assert [one.id for one in site.components] == ["relay", "mailbox"]
    assert site.components[0].role["en"] == "passes mail on"
    (flow,) = site.flows
    assert [step.label["en"] for step in flow.steps] == ["The client connects", "The relay looks up the MX record", "The relay hands over"]
    assert flow.note_lines == (10, 11, 12)
    assert [(term.name.values, term.definition.text["en"]) for term in site.terms] == [({"": "MX record"}, "names the server of a domain")]
    assert [(one.kind, one.line) for one in site.questions] == [
        ("mark", 3),
        ("blank", 8),
        ("missing_image", 17),
        ("empty", 20),
        ("todo", 23),
    ]
    assert (content / "here.png").read_bytes() == b"png"


def test_a_second_run_changes_nothing(note, content):
    run(note, content)
    before = snapshot(content)
    assert "0 of them new; nothing else added; 0 line numbers moved" in run(note, content).output
    assert snapshot(content) == before


def test_a_changed_note_is_followed_and_nothing_written_is_lost(note, content):
    run(note, content)
    question = next((content / "questions").glob("*mailbox*"))
    written = question.read_text().replace("TODO: the answer in one or two sentences (en)", "A server that keeps mail.")
    question.write_text(written)
    note.write_text(NOTE.replace("# How mail travels\n", "# How mail travels\nA new line ❓\n").replace("## Spam\n", ""))
    result = run(note, content)
    assert "1 of them new" in result.output
    assert question.read_text() == written.replace("line: 8", "line: 9")
    (gone,) = [path for path in (content / "questions").iterdir() if "# gone from the note" in path.read_text()]
    assert "spam" in gone.name
    after = snapshot(content)
    run(note, content)
    assert snapshot(content) == after
    assert pipeline_codes(content) <= {"K026", "K034", "K035", "K036"}, "only what is gone is an error"


def pipeline_codes(content):
    try:
        return {problem.code for problem in pipeline.load_site(content).warnings}
    except ContentError as error:
        return {problem.code for problem in error.problems}


def test_our_own_note_brings_nothing_new(tmp_path):
    copy = tmp_path / "content"
    shutil.copytree(pipeline.DEFAULT_CONTENT, copy)
    before = snapshot(copy)
    result = run(copy / "note.md", copy)
    assert result.exit_code == 0
    assert "0 of them new; nothing else added; 0 line numbers moved" in result.output
    assert snapshot(copy) == before


def test_our_own_note_from_nothing_has_exactly_the_open_ends_that_content_holds(tmp_path):
    planned = importer.plan(pipeline.DEFAULT_CONTENT / "note.md", tmp_path / "content")
    site = pipeline.load_site(pipeline.DEFAULT_CONTENT).site
    wanted = sorted((one.line, one.kind) for one in site.questions if one.kind != "garbled")
    assert sorted((mark.line, mark.kind) for mark in planned.marks) == wanted
    assert len(planned.questions) == len(wanted)
    held = {line for entry in outline(site.note_lines).entries for line in entry.lines}
    assert {number for number, line in enumerate(site.note_lines, start=1) if any(one.isalnum() for one in line)} <= held


@pytest.mark.parametrize("text", [b"", b"  \n", b"\xff\xfe"])
def test_what_is_no_note_is_a_problem_with_a_place(tmp_path, content, text):
    path = tmp_path / "NOTE.md"
    path.write_bytes(text)
    result = run(path, content)
    assert result.exit_code == 1
    assert "NOTE.md:1:1: error[K00" in result.output
    assert not content.exists()


def test_broken_content_is_left_alone(note, content):
    run(note, content)
    (content / "terms.yaml").write_text("- id: [")
    before = snapshot(content)
    result = run(note, content)
    assert result.exit_code == 1
    assert "terms.yaml" in result.output
    assert snapshot(content) == before


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("kube-proxy", "kube-proxy"),
        ("중계 서버", "junggye-seobeo"),
        ("Café au lait", "cafe-au-lait"),
        ("값 (value)", "gap-value"),
        ("日本", "thing"),
        ("x" * 60, "x" * 40),
    ],
)
def test_ids_from_words(words, wanted):
    assert slug(words) == wanted


def test_an_id_that_is_taken_gets_a_number():
    assert unused("a", {"a", "a-2"}) == "a-3"
    assert unused("b", {"a"}) == "b"


def test_notes_of_any_shape_are_read(tmp_path):
    """Fences that never end, tables without a rule, signs alone: something comes out, and every line with words is held."""
    for index, text in enumerate(
        ["```\nopen", "| a |\n| b |", "❓", "1. one\n", "> q\n\n> r\ns", "# a\n# b", "![](x.png)", "- [ ] TODO x", "\ufeffx"]
    ):
        path = tmp_path / f"{index}.md"
        path.write_text(text, encoding="utf-8")
        folder = tmp_path / str(index) / "content"
        importer.plan(path, folder).write()
        checked = pipeline.load_site(folder)
        marks = note_marks.find(checked.site.note_lines)
        assert len(checked.site.questions) == len(marks)


def test_a_line_that_says_todo_is_asked_without_the_word(tmp_path, content):
    note = tmp_path / "note.md"
    note.write_text("# Mail\n\n1. one\n2. two\n\nTODO: who cleans up?\n\n- TBD\n- [ ] TODO: spam\n", encoding="utf-8")
    importer.plan(note, content).write()
    question = (content / "questions" / "oq-who-cleans-up.yaml").read_text(encoding="utf-8")
    assert 'en: "TODO: who cleans up?"' in question
    assert 'quote: "TODO: who cleans up?"' in question
    assert {path.stem for path in (content / "questions").iterdir()} == {"oq-who-cleans-up", "oq-line-8", "oq-spam"}
