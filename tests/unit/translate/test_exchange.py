"""To translators and back: PO and CSV, without loss, without a byte changed that nobody meant to change."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import lock, parse, pipeline
from generator.cli import main
from generator.translate import FORMATS, edit, open_book
from generator.translate.edit import Change, edited
from generator.translate.rows import bundle

TREES = {"mail": Path(__file__).parents[2] / "fixtures" / "mail", "content": pipeline.DEFAULT_CONTENT}
OTHER = {"mail": "ko", "content": "en"}
RELAY = "components/relay.yaml"
ROLE = "Finds the server of the receiving domain and passes the message on."
SOURCE = "받는 도메인의 서버를 찾아 메일을 넘긴다."

NASTY = (
    "with \"double\" and 'single' quotes",
    "a colon: and a hash # here",
    "- a leading dash",
    "-dash, =formula, +plus, @at",
    "=1+1",
    "'- an apostrophe, then a dash",
    "''twice",
    "one line\nand another",
    "a paragraph\n\nand another: with # signs",
    "first\n  indented more\nlast",
    "emoji 👩‍🚀 and 🇰🇷",
    "a no\u00a0break\u00a0space",
    "back\\slash \\n \\t \\\\ and C:\\new",
    "{braces}, [brackets], comma",
    "? question",
    "% percent",
    "`ticks`",
    "| bar",
    "> more",
    "*star* and &and",
    "!bang",
    "true",
    "null",
    "~",
    "1.30",
    "2026-11-01",
    "tab\tinside",
    "ends with a colon:",
    "# a hash first",
    "{a: b}",
    "...",
    "---",
    "\u201ccurly\u201d",
    "x" * 500,
    "TODO later",
    "fuzzy, #, fuzzy",
)


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["translations", *(str(one) for one in arguments), "--content", "content"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result.output


def snapshot(folder=Path("content")):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def translations(language):
    return {(entry.record, entry.path): (entry.source, entry.words) for entry in open_book(Path("content")).entries(language)}


@pytest.fixture(params=sorted(TREES))
def tree(request, tmp_path, monkeypatch):
    """The name of a content tree that lies in ./content, with a lock."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TREES[request.param], tmp_path / "content")
    run("accept", "--all")
    return request.param


@pytest.fixture
def locked(mail):
    run("accept")
    return mail


@pytest.mark.parametrize("form", FORMATS)
def test_out_and_in_again_changes_no_byte(tree, form):
    before = snapshot()
    run("export", "--language", OTHER[tree], "--out", f"out.{form}")
    assert run("import", f"out.{form}").startswith("0 translations written")
    assert snapshot() == before


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_written_is_what_is_read(tree, form):
    found = bundle(open_book(Path("content")), OTHER[tree])
    back = FORMATS[form].read(FORMATS[form].write(found), "out")
    assert (back.source, back.language, len(back.rows)) == (found.source, found.language, len(found.rows))
    for row, again in zip(found.rows, back.rows, strict=True):
        assert (again.context, again.source, again.words, again.stale) == (row.context, row.source, row.words, row.stale)
        assert again.position.line > 1


@pytest.mark.parametrize("form", FORMATS)
def test_nasty_words_come_in_everywhere_and_nothing_else_changes(tree, form):
    """Every translation whose source has no marks becomes one of the nasty texts; comments, keys and all other values stay."""
    language = OTHER[tree]
    book = open_book(Path("content"))
    found = bundle(book, language)
    pick = random.Random(7)  # noqa: S311  # the same choice in every run
    rows = [row if row.note else replaced(row, pick.choice(NASTY)) for row in found.rows]
    wanted = {(row.context, row.source): row.words for row in rows}
    Path(f"out.{form}").write_bytes(FORMATS[form].write(type(found)(found.source, language, tuple(rows))).encode())
    sources = {key: source for key, (source, _) in translations(language).items()}
    comments = {name: [line for line in data.decode().splitlines() if line.lstrip().startswith("# ")] for name, data in snapshot().items()}
    run("import", f"out.{form}")
    again = bundle(open_book(Path("content")), language)
    assert {(row.context, row.source): row.words for row in again.rows} == wanted
    assert {key: source for key, (source, _) in translations(language).items()} == sources
    for name, data in snapshot().items():
        if name.endswith(".yaml"):
            assert [line for line in data.decode().splitlines() if line in comments[name]] == comments[name]
    assert parse.read(Path("content")).problems == []
    assert json.loads(run("status", "--format", "json"))["texts"] == []


def replaced(row, words):
    return type(row)(row.context, row.source, words, place=row.place)


@pytest.mark.parametrize("form", FORMATS)
def test_missing_translations_are_added_beside_the_others(tree, form):
    language = OTHER[tree]
    run("export", "--language", language, "--out", f"out.{form}")
    before = translations(language)
    for name in ("components", "flows", "items"):
        for path in sorted((Path("content") / name).glob("*.yaml")) or [Path("content") / f"{name}.yaml"]:
            text = path.read_bytes().decode()
            path.write_bytes(without(text, path.as_posix(), language).encode())
    lost = [key for key, (_, words) in translations(language).items() if not words]
    assert len(lost) > 20
    run("import", f"out.{form}")
    assert translations(language) == before
    assert not [problem for problem in pipeline.load_site(Path("content")).warnings if problem.code == "K028"]


def without(text, name, language):
    """The file without its translations into `language` wherever a line or a bracket shows them whole."""
    lines = text.split("\n")
    kept = [line for line in lines if not line.strip().startswith(f"{language}: ")]
    found = "\n".join(kept)
    return found if not edit.load.parse_text(found, name)[1] and len(kept) < len(lines) else flat(text, language)


def flat(text, language):
    return re.sub(rf", {language}: [^,{{}}\"\[\]]*}}", "}", re.sub(rf"\{{{language}: [^,{{}}\"\[\]]*, ", "{", text))


def test_a_stale_text_is_fuzzy_and_tells_its_older_source(locked, edit):
    run("export", "--language", "ko", "--out", "ko.po")
    edit(RELAY, ROLE, "Finds the right server.")
    run("export", "--language", "ko", "--out", "ko.po")
    text = Path("ko.po").read_text()
    assert f'#, fuzzy\n#| msgid "{ROLE}"\nmsgctxt "relay role"\nmsgid "Finds the right server."\nmsgstr "{SOURCE}"\n' in text
    assert "#: content/components/relay.yaml:4\n" in text
    run("export", "--language", "ko", "--out", "ko.po")
    assert Path("ko.po").read_text() == text, "once more, and the older source is still known"


def test_only_what_is_wanting(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    assert "1 texts written" in run("export", "--language", "ko", "--wanting", "--out", "ko.csv")
    assert Path("ko.csv").read_bytes().startswith(b"\xef\xbb\xbftext,en,ko,state,")


def test_a_fuzzy_text_is_left_out_until_it_is_no_longer_fuzzy(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    run("export", "--language", "ko", "--wanting", "--out", "ko.po")
    path = Path("ko.po")
    path.write_text(path.read_text().replace(SOURCE, "알맞은 서버를 찾는다."))
    before = snapshot()
    assert "1 fuzzy ones were left out" in run("import", "ko.po")
    assert snapshot() == before
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))
    run("import", "ko.po")
    assert "role: {ko: 알맞은 서버를 찾는다., en: Finds the right server.}" in Path(f"content/{RELAY}").read_text()
    assert json.loads(run("status", "--format", "json"))["texts"] == []


def test_a_stale_text_that_is_still_right_is_confirmed_by_taking_fuzzy_away(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    run("export", "--language", "ko", "--wanting", "--out", "ko.po")
    path = Path("ko.po")
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))
    before = snapshot()
    assert "1 confirmed" in run("import", "ko.po")
    assert {name for name, data in snapshot().items() if before[name] != data} == {lock.NAME}
    assert json.loads(run("status", "--format", "json"))["texts"] == []


def test_in_a_sheet_changed_words_are_sure(locked, edit):
    edit(RELAY, ROLE, "Finds the right server.")
    run("export", "--language", "ko", "--wanting", "--out", "ko.csv")
    path = Path("ko.csv")
    assert ",stale," in path.read_text()
    run("import", "ko.csv")
    assert [text["state"] for text in json.loads(run("status", "--format", "json"))["texts"]] == ["stale"]
    path.write_text(path.read_text(encoding="utf-8-sig").replace(SOURCE, "알맞은 서버를 찾는다.").replace(",", ";"))
    run("import", "ko.csv")
    assert json.loads(run("status", "--format", "json"))["texts"] == []


SHAPES = (
    "k: {ko: a, en: b }\n",
    "k:\n  ko: a\n  en: b",
    "k:\n  ko: a\n  en: |\n    b\n    c\n\n\nl: m\n",
    "k:\n  en: b\n    c\n  ko: a\n",
)

PO = """msgid ""
msgstr ""
"Language: ko\\n"
"X-Source-Language: en\\n"

msgctxt "{context}"
msgid "{source}"
msgstr "{words}"
"""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (PO.format(context="relai role", source=ROLE, words="말"), "K062", 6),
        (PO.format(context="relay role", source="Older words.", words="말"), "K062", 6),
        (PO.format(context="relay role", source="", words="말"), "K062", 6),
        (PO.format(context="relay role", source=ROLE, words="[[relay]]가 찾는다."), "K063", 6),
        (PO.format(context="relay does.text", source="Finds the next server by its [[t-mx-record]].", words="찾는다."), "K063", 6),
        (PO.format(context="relay role", source=ROLE, words="말\u00ad\u0007"), "K007", 6),
        (
            PO.format(context="relay role", source=ROLE, words="하나")
            + PO.format(context="relay role", source=ROLE, words="둘").partition("\n\n")[2],
            "K061",
            9,
        ),
        (PO.replace("Language: ko", "Language: fr").format(context="relay role", source=ROLE, words="말"), "K061", 1),
        (PO.replace("Language: en", "Language: ko").format(context="relay role", source=ROLE, words="말"), "K061", 1),
        (PO.replace('msgstr "{w', 'msgid_plural "x"\nmsgstr[0] "{w').format(context="relay role", source=ROLE, words="말"), "K061", 6),
        (PO.format(context="relay role", source=ROLE, words="말") + 'msgctxt "no end\n', "K061", 9),
        ("not po at all", "K061", 1),
        ("", "K061", 1),
        (PO.format(context="relay role", source=ROLE, words="말")[:-2] + "\n", "K061", 8),
    ],
)
def test_what_is_unknown_or_broken_is_refused_and_nothing_written(locked, text, code, line):
    before = snapshot()
    Path("ko.po").write_text(text)
    shown = run("import", "ko.po", code=1)
    assert f"error[{code}]" in shown
    assert f"ko.po:{line}:1" in shown
    assert snapshot() == before


@pytest.mark.parametrize(
    ("text", "line"),
    [("a,b\n", 1), ("", 1), ('text,en,ko,state\nrelay role,"no end', 2), ("text,en,ko,state\nrelay role\n", 2), ("text,en,fr,state\n", 1)],
)
def test_a_broken_sheet_is_refused(locked, text, line):
    Path("ko.csv").write_text(text)
    shown = run("import", "ko.csv", code=1)
    assert f"ko.csv:{line}:1: error[K061]" in shown


def test_one_bad_row_keeps_all_others_out(locked):
    run("export", "--language", "ko", "--out", "ko.po")
    text = Path("ko.po").read_text().replace(SOURCE, "바뀐 말.")
    before = snapshot()
    Path("ko.po").write_text(text + '\nmsgctxt "nothing there"\nmsgid "x"\nmsgstr "y"\n')
    assert "K062" in run("import", "ko.po", code=1)
    assert snapshot() == before


def test_files_that_are_not_text_and_options_that_do_not_fit(locked):
    Path("ko.po").write_bytes(b"\xff\xfe")
    assert "error[K002]" in run("import", "ko.po", code=1)
    assert "translated from" in run("export", "--language", "en", "--out", "en.po", code=2)
    assert "--format" in run("export", "--language", "ko", "--out", "ko.txt", code=2)
    assert "not a language" in run("export", "--language", "fr", "--out", "fr.po", code=2)


def test_a_line_of_its_own_keeps_comment_quotes_and_line_breaks():
    text = "\ufeff# top\r\nname:\r\n  ko: \"옛 말\"  # why\r\n  en: 'old' # and this\r\nrole: {ko: 말, en: word}\r\n"
    changes = [Change(("name",), "en", "it's new"), Change(("name",), "ko", "새 말"), Change(("role",), "ja", "a, b", ("ko", "en"))]
    assert edited(text, "f.yaml", changes) == (
        "\ufeff# top\r\nname:\r\n  ko: \"새 말\"  # why\r\n  en: 'it''s new' # and this\r\nrole: {ko: 말, en: word, ja: \"a, b\"}\r\n"
    )


def test_blocks_stay_blocks_and_new_keys_stand_behind_those_before_them():
    text = "a:\n    ko: |-\n        하나\n\n        둘\n\n    # about en\n    en: >-\n        one\n        two\nb:\n  - ko: 말\n    # tail\n"
    changes = [
        Change(("a",), "ko", "셋\n\n넷: # 다섯"),
        Change(("a",), "en", "three"),
        Change(("a",), "ja", "1\n2", ("ko", "en")),
        Change(("b", 0), "en", "yes", ("ko",)),
    ]
    assert edited(text, "f.yaml", changes) == (
        "a:\n    ko: |-\n        셋\n\n        넷: # 다섯\n\n    # about en\n    en: >-\n        three\n    ja: |-\n      1\n      2\n"
        'b:\n  - ko: 말\n    en: "yes"\n    # tail\n'
    )


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize(
    "text", ["k: {ko: a, en: b }\n", "k:\n  ko: a\n  en: b", "k:\n  ko: a\n  en: |\n    b\n    c\n\n\nl: m\n", "k:\n  en: b\n    c\n  ko: a\n"]
)
def test_any_words_in_any_shape(text, words):
    for key in ("en", "ja"):
        changed = edited(text, "f.yaml", [Change(("k",), key, words, ("ko", "en"))])
        node, problems = edit.load.parse_text(changed, "f.yaml")
        assert problems == []
        assert edit.load.values(node)["k"][key].strip() == words
        assert changed.count("\n") >= text.count("\n") - 1


def test_ui_strings_go_out_and_come_into_a_file_of_their_own(locked, edit):
    (locked / "ui").mkdir()
    (locked / "ui" / "en.yaml").write_text("# ours\nshell.home: Start here\n")
    run("export", "--language", "ko", "--out", "ko.po")
    path = Path("ko.po")
    text = path.read_text()
    assert 'msgctxt "ui shell.home"\nmsgid "Start here"\n' in text
    head, _, tail = text.partition('msgid "Start here"\nmsgstr "')
    path.write_text(f'{head}msgid "Start here"\nmsgstr "여기서: 시작"{tail[tail.index(chr(34)) + 1 :]}')
    run("import", "ko.po")
    assert (locked / "ui" / "ko.yaml").read_text() == 'shell.home: "여기서: 시작"\n'
    assert parse.read(locked).site.strings["ko"]["shell.home"] == "여기서: 시작"
