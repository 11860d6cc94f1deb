"""Which translations are missing or stale, and the lock that tells."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import check, lock, parse, pipeline
from generator.cli import main

RELAY = "components/relay.yaml"
ROLE = "Finds the server of the receiving domain and passes the message on."
SOURCE = "받는 도메인의 서버를 찾아 메일을 넘긴다."


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["translations", *arguments, "--content", "content"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result.output


def status(*arguments, **options):
    return json.loads(run("status", "--format", "json", *arguments, **options))


def stale(language="ko"):
    return [(text["record"], text["text"]) for text in status()["texts"] if text["state"] == "stale" and text["language"] == language]


@pytest.fixture
def locked(mail):
    """The mail notes (English first), all translations recorded."""
    run("accept")
    return mail


def test_a_folder_without_a_lock_has_nothing_stale_and_says_so(mail, edit):
    edit(RELAY, ROLE, "Something else.")
    shown = status()
    assert shown["lock"] is False
    assert shown["texts"] == []
    assert "no lock file" in run("status")
    assert not (mail / lock.NAME).exists(), "status writes nothing"


def test_a_changed_source_makes_its_translation_stale_until_that_is_changed(locked, edit):
    assert stale() == []
    edit(RELAY, ROLE, "Finds the right server.")
    assert stale() == [("relay", "role")]
    (found,) = status()["texts"]
    assert (found["file"], found["line"], found["column"]) == ("content/components/relay.yaml", 4, 12)
    assert (found["source"], found["translation"]) == ("Finds the right server.", SOURCE)
    edit(RELAY, SOURCE, "알맞은 서버를 찾는다.")
    assert stale() == []


def test_a_source_that_is_as_it_was_makes_its_translation_current_again(locked, edit):
    edit(RELAY, ROLE, "Other.")
    edit(RELAY, "Other.", ROLE)
    assert stale() == []


def test_where_a_line_may_break_is_no_change_of_words(locked, edit):
    edit(RELAY, ROLE, ROLE.replace("the server", "the&nbsp;server"))
    assert stale() == []
    edit(RELAY, SOURCE, SOURCE.replace("서버를 찾아", "서버를\u00a0찾아"))
    assert stale() == []
    edit(RELAY, "the&nbsp;server", "a server")
    assert stale() == [("relay", "role")]


def test_check_warns_at_the_place_of_the_stale_translation(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    (problem,) = [one for one in pipeline.load_site(locked).warnings if one.code == "K028"]
    assert str(problem.position) == "content/components/relay.yaml:4:12"
    assert problem.severity == "warning"
    assert "translations accept relay" in problem.help


@pytest.mark.parametrize("name", ["relay", "content/components/relay.yaml"])
def test_a_stale_translation_is_accepted_by_name_and_not_by_chance(locked, edit, name):
    edit(RELAY, ROLE, "Finds the right server.")
    assert "still stale: 1" in run("accept")
    assert stale() == [("relay", "role")]
    assert "1 stale; still stale: 0" in run("accept", name)
    assert stale() == []


def test_accept_takes_everything_when_asked_to(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    run("accept", "--all")
    assert stale() == []


def test_an_unknown_name_is_refused(locked):
    assert "did you mean 'relay'" in run("accept", "relai", code=2)
    assert "not a language" in run("status", "--language", "fr", code=2)


def test_entries_that_come_go_and_move_make_no_other_stale(locked):
    path = locked / "flows/flow-send.yaml"
    text = path.read_text()
    steps = re.findall(r"(?m)^  - \{.*from:.*\n", text)
    assert len(steps) > 1
    path.write_text(text.replace("".join(steps), "".join(reversed(steps)) + steps[0].replace("en: ", "en: Not ").replace("ko: ", "ko: 안 ")))
    assert parse.read(locked).problems == []
    assert stale() == []


def test_a_stale_entry_that_moves_stays_stale(locked, edit):
    path = locked / "flows/flow-send.yaml"
    first, second = re.findall(r"(?m)^  - \{.*from:.*\n", path.read_text())[:2]
    edit("flows/flow-send.yaml", first + second, second + first.replace("en: ", "en: Now "))
    assert {record for record, _ in stale()} == {"flow-send"}


def test_a_translation_recorded_anew_becomes_stale_by_the_next_change(locked, edit):
    edit(RELAY, ROLE, "One.")
    edit(RELAY, SOURCE, "하나이다.")
    assert "newer than the lock" in run("status")
    run("accept")
    edit(RELAY, "One.", "Two.")
    assert stale() == [("relay", "role")]


def test_missing_texts_are_counted_by_file_and_language(locked, edit):
    edit(RELAY, f"role: {{ko: {SOURCE}, en: {ROLE}}}", f"role: {{en: {ROLE}}}")
    shown = status()
    (row,) = [row for row in shown["files"] if row["file"].endswith("relay.yaml")]
    assert row["missing"] == 1
    assert row["coverage"] == 100 * (row["texts"] - 1) // row["texts"]
    (text,) = shown["texts"]
    assert (text["state"], text["line"], text["column"], text["source"]) == ("missing", 4, 7, ROLE)
    run("status")
    run("status", "--strict", code=1)


def test_words_missing_in_the_default_language_are_shown_too(mail, edit):
    edit(RELAY, f", en: {ROLE}", "")
    (text,) = status()["texts"]
    assert (text["language"], text["state"], text["translation"]) == ("en", "missing", "")


def test_the_lock_is_sorted_one_line_a_translation_and_does_not_grow_by_accepting_again(locked):
    before = (locked / lock.NAME).read_text()
    lines = before.splitlines()[1:]
    assert lines == sorted(lines)
    assert len(lines) > 50
    run("accept")
    assert (locked / lock.NAME).read_text() == before


def test_a_change_of_one_text_changes_one_line_of_the_lock(locked, edit):
    before = set((locked / lock.NAME).read_text().splitlines())
    edit(RELAY, ROLE, "Changed.")
    edit(RELAY, SOURCE, "바뀌었다.")
    run("accept")
    after = set((locked / lock.NAME).read_text().splitlines())
    assert (len(before - after), len(after - before)) == (1, 1)


def test_what_the_lock_says_of_lost_texts_is_dropped(locked):
    path = locked / lock.NAME
    before = path.read_text()
    path.write_text(before + "ko relay nothing 000000000000 000000000000\n")
    run("accept")
    assert path.read_text() == before


@pytest.mark.parametrize("line", ["<<<<<<< ours", "ko relay role 12", "ko relay role 00000000000g 000000000000"])
def test_a_broken_lock_is_an_error_at_its_line(locked, line):
    path = locked / lock.NAME
    number = len(path.read_text().splitlines()) + 1
    path.write_text(path.read_text() + line + "\n")
    (problem,) = parse.read(locked).problems
    assert (problem.code, str(problem.position)) == ("K029", f"content/{lock.NAME}:{number}:1")
    run("status", code=1)


def test_an_empty_lock_and_one_that_is_not_text(locked):
    (locked / lock.NAME).write_bytes(b"")
    assert status()["lock"] is True
    (locked / lock.NAME).write_bytes(b"\xff")
    assert [problem.code for problem in parse.read(locked).problems] == ["K029"]


def test_a_default_language_that_is_none_is_an_error_and_no_traceback(mail, edit):
    edit("site.yaml", "default_language: en", "default_language: fr")
    assert "error[K025]" in run("status", code=1)


def test_a_misspelled_language_is_left_to_check(mail, edit):
    edit(RELAY, f"en: {ROLE}", f"em: {ROLE}")
    assert status()["texts"] == []
    assert "K023" in {problem.code for problem in check.check(parse.read(mail).site, parse.read(mail).origins)}


def test_the_lock_of_the_content_is_whole_and_sorted():
    held, problems = lock.read(pipeline.DEFAULT_CONTENT)
    assert problems == []
    assert held.exists
    assert held.text() == (pipeline.DEFAULT_CONTENT / lock.NAME).read_text(encoding="utf-8")


def test_a_lock_that_cannot_be_written_is_no_traceback(locked, edit, monkeypatch):
    edit(RELAY, ROLE, "Changed.")
    monkeypatch.setattr(Path, "write_bytes", lambda self, _data: (_ for _ in ()).throw(OSError(28, "No space left on device", str(self))))
    before = (locked / lock.NAME).read_text()
    assert "No space left" in run("accept", "--all", code=1)
    assert (locked / lock.NAME).read_text() == before
