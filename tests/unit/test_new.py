"""`new` writes things that are valid at once, and overwrites nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import main

TREES = {"mail": Path(__file__).parents[1] / "fixtures" / "mail", "content": pipeline.DEFAULT_CONTENT}
ZONES = {"mail": "sender", "content": "node"}
REFS = {"mail": "relay", "content": "kubelet"}


def run(*arguments):
    """Runs a command on the copy in ./content, never on the content of the repository."""
    result = CliRunner().invoke(main, [*(str(argument) for argument in arguments), "--content", "content"])
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def snapshot(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wishes(tree):
    return {
        "component": ["new", "component", "brand-new", "--zone", ZONES[tree]],
        "addon": ["new", "addon", "brand-new", "--zone", ZONES[tree]],
        "flow": ["new", "flow", "flow-brand-new", "--zone", ZONES[tree]],
        "term": ["new", "term", "t-brand-new"],
        "item": ["new", "item", "brand-new", "--ref", REFS[tree]],
        "question": ["new", "question", "oq-brand-new", "--line", "3"],
        "language": ["new", "language", "ja"],
    }


@pytest.fixture(params=sorted(TREES))
def tree(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TREES[request.param], tmp_path / "content")
    return request.param


@pytest.mark.parametrize("kind", sorted(wishes("mail")))
def test_a_new_thing_is_valid_and_a_second_one_of_its_id_is_refused(tree, kind):
    content = Path("content")
    before = snapshot(content)
    warned = {str(problem) for problem in pipeline.load_site(content).warnings}
    result = run(*wishes(tree)[kind])
    assert result.exit_code == 0, result.output
    after = snapshot(content)
    assert after.keys() >= before.keys()
    assert all(after[name].startswith(data) for name, data in before.items()), "files only grow"
    checked = pipeline.load_site(content)
    new = [problem for problem in checked.warnings if str(problem) not in warned]
    assert {problem.code for problem in new} == ({"K026"} if kind != "language" else set())
    pipeline.render_pages(checked, pipeline.ROOT / "docs")
    again = run(*wishes(tree)[kind])
    assert again.exit_code == 1
    assert "error[K020]" in again.output
    assert "content/" in again.output
    assert snapshot(content) == after


def test_every_text_of_a_new_thing_is_marked_in_every_language(mail):
    run(*wishes("mail")["component"])
    (one,) = [box for box in pipeline.load_site(mail).site.components if box.id == "brand-new"]
    for text in (one.name, one.role, one.tag, one.does[0].text, one.when_down.stops[0]):
        assert text["ko"].startswith("TODO")
        assert text["en"].startswith("TODO")


def test_a_new_file_names_its_schema_as_its_neighbors_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TREES["content"], tmp_path / "content")
    run(*wishes("content")["component"])
    first = [(tmp_path / "content" / "components" / name).read_text().splitlines()[0] for name in ("brand-new.yaml", "pod.yaml")]
    assert first[0] == first[1]


def test_a_list_keeps_its_comments_indentation_and_line_breaks(mail):
    path = mail / "terms.yaml"
    odd = "# ours\r\n" + "".join(f"  {line}\r\n" for line in path.read_text().splitlines()) + "# the end"
    path.write_bytes(odd.encode())
    assert run(*wishes("mail")["term"]).exit_code == 0
    grown = path.read_bytes().decode()
    assert grown.startswith(odd + "\r\n  - id: t-brand-new\r\n")
    assert "\n" not in grown.replace("\r\n", "")
    assert len(pipeline.load_site(mail).site.terms) == 2


@pytest.mark.parametrize("end", ["...\n", "bracket"])
def test_a_list_that_nothing_can_be_put_behind_stays_as_it_is(mail, end):
    path = mail / "sources.yaml"
    text = path.read_text()
    path.write_text(text + end if end != "bracket" else "[" + ",".join(line.removeprefix("- ") for line in text.splitlines()) + "]\n")
    before = snapshot(mail)
    result = run(*wishes("mail")["component"])
    assert result.exit_code == 1
    assert "content/sources.yaml:" in result.output
    assert "error[K012]" in result.output
    assert snapshot(mail) == before, "a plan that fails writes nothing"


def test_a_fault_in_the_content_is_shown_and_nothing_written(mail, edit):
    edit("components/client.yaml", "tag:", "tagg:")
    before = snapshot(mail)
    result = run(*wishes("mail")["term"])
    assert (result.exit_code, snapshot(mail)) == (1, before)
    assert "content/components/client.yaml" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["thing", "x"], "'component'"),
        (["component", "Big Name", "--zone", "sender"], "write 'big-name'"),
        (["component", "../x", "--zone", "sender"], "write 'x'"),
        (["term", "queue-time"], "write 't-queue-time'"),
        (["flow", "flow-"], "write 'flow-flow'"),
        (["component", "x"], "--zone, one of: sender, receiver"),
        (["component", "x", "--zone", "sendr"], "did you mean 'sender'?"),
        (["item", "x"], "--ref"),
        (["item", "x", "--ref", "relai"], "did you mean 'relay'?"),
        (["question", "oq-x"], "--line"),
        (["question", "oq-x", "--line", "99"], "the note has 9"),
        (["language", "no code"], "'no code' is no language code"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_write(mail, arguments, words):
    before = snapshot(mail)
    result = run("new", *arguments)
    assert (result.exit_code, snapshot(mail)) == (2, before)
    assert words in " ".join(result.output.split())


def test_an_open_end_without_a_question_is_found(mail):
    with (mail / "note.md").open("a", encoding="utf-8") as file:
        file.write("- 메일은 왜 늦는가 ❓\n")
    with (mail / "note.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: n07, lines: [10], kind: mark, text: 메일은 왜 늦는가}\n")
    assert run("new", "question", "oq-late").exit_code == 0
    (one,) = [question for question in pipeline.load_site(mail).site.questions if question.id == "oq-late"]
    assert (one.kind, one.line) == ("mark", 10)


def test_a_new_site_passes_its_own_check_and_builds(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("new", "site", "letters")
    assert result.exit_code == 0, result.output
    content = tmp_path / "letters" / "content"
    checked = pipeline.load_site(content)
    assert {problem.code for problem in checked.warnings} == {"K026"}
    assert checked.site.settings.id == "letters"
    assert len(checked.site.components) == len(checked.site.questions) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["letters"], "nothing is left lying beside it"
    command = [sys.executable, "-m", "generator", "build", "--content", str(content), "--out", str(tmp_path / "www")]
    environment = {**os.environ, "ANSWERED_NOTES_BUILD": str(tmp_path / "build")}
    done = subprocess.run(command, cwd=pipeline.ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "www" / "ko" / "components" / "first-part" / "index.html").exists()


def test_a_new_site_takes_an_empty_folder_and_no_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("kept")
    before = snapshot(tmp_path)
    result = run("new", "site", "full")
    assert (result.exit_code, snapshot(tmp_path)) == (2, before)
    assert "'full' is not empty" in " ".join(result.output.split())
    (tmp_path / "empty").mkdir()
    assert run("new", "site", "empty").exit_code == 0


@pytest.mark.parametrize("kind", ["component", "term", "question"])
def test_a_disk_that_is_full_midway_leaves_everything_as_it_was(kind, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TREES["mail"], "content")
    before = snapshot(Path("content"))

    def full(self, target):
        raise OSError(28, "No space left on device", str(target))

    wish = wishes("mail")[kind]
    monkeypatch.setattr(Path, "replace", full)
    result = run(*wish)
    assert result.exit_code
    assert "No space left on device" in result.output
    assert snapshot(Path("content")) == before
