"""A third language comes by data alone, and the build says exactly what it lacks."""

import json
import re

import polib
import pytest
from click.testing import CliRunner

from generator import lock, parse, pipeline
from generator.cli import main
from generator.exporters import FORMATS
from generator.fields import Heard, Text, listening
from generator.pages.places import relative

DRAFT = "  - {code: ja, name: 日本語, short: 日本語, draft: true}\n"
OWN = {"pages.nav.home": "ホーム", "pages.glossary.title": "用語集", "pages.line": "{line} 行目"}
RELAY = "components/relay.yaml"


def check():
    return CliRunner().invoke(main, ["check", "--content", "content"])


@pytest.fixture
def third(mail, edit):
    """The mail notes with a draft in a third language, of which only some UI strings are there."""
    edit("site.yaml", "default_language:", f"{DRAFT}default_language:")
    (mail / "ui").mkdir()
    (mail / "ui" / "ja.yaml").write_text("".join(f'{key}: "{words}"\n' for key, words in OWN.items()), encoding="utf-8")
    return mail


def drafts(checked):
    return {problem.position.file.removeprefix("content/"): problem for problem in checked.warnings if problem.code == "K030"}


def test_the_build_says_for_each_file_how_much_is_missing(third):
    checked = pipeline.load_site(third)
    found = drafts(checked)
    assert found.keys() == {path.relative_to(third).as_posix() for path in third.rglob("*.yaml") if has_texts(path)} | {"ui/ja.yaml"}
    relay = third / RELAY
    count = len(re.findall(r"\bko: ", relay.read_text()))
    assert found[RELAY].message == f"{count} of {count} texts of this file are not translated into 'ja'"
    assert str(found[RELAY].position) == f"content/{RELAY}:3:7"
    keys = len(checked.site.strings["ko"])
    assert found["ui/ja.yaml"].message == f"{keys - len(OWN)} of {keys} UI strings are not translated into 'ja'"
    assert "translations status --language ja" in found[RELAY].help
    assert not [one for one in checked.warnings if one.code in {"K022", "K050"}]


def has_texts(path):
    return "ko: " in path.read_text()


def test_without_words_of_its_own_the_entry_in_site_yaml_is_named(third):
    (third / "ui" / "ja.yaml").unlink()
    found = [one for one in pipeline.load_site(third).warnings if "UI strings" in one.message]
    assert [str(one.position) for one in found] == ["content/site.yaml:8:5"]


def test_status_names_exactly_the_texts_that_are_missing(third):
    shown = CliRunner().invoke(main, ["translations", "status", "--language", "ja", "--format", "json", "--content", "content"])
    texts = json.loads(shown.output)["texts"]
    site = pipeline.load_site(third).site
    expected = sum(not text.neutral for _, _, _, text in lock.translated(parse.read(third).site)) + len(site.strings["ko"]) - len(OWN)
    assert len(texts) == expected
    assert {text["state"] for text in texts} == {"missing"}
    assert ("relay", "role") in {(text["record"], text["text"]) for text in texts}
    assert not {"pages.nav.home", "pages.line"} & {text["text"] for text in texts}


def test_a_language_that_is_no_draft_lacks_each_text_with_an_error(third, edit):
    edit("site.yaml", ", draft: true", "")
    (third / "ui" / "ja.yaml").unlink()
    result = check()
    assert result.exit_code == 1
    site = parse.read(third).site
    texts = sum(1 for _ in lock.translated(site))
    assert result.output.count("error[K022]") == texts
    assert result.output.count("error[K050]") == len(site.strings["ko"])
    assert f"content/{RELAY}:4:7: error[K022]: the translation 'ja' of 'role' is missing" in result.output


def test_every_page_is_there_with_its_own_words_and_lent_ones_marked(third):
    pages = pipeline.render_pages(pipeline.load_site(third), pipeline.ROOT / "docs").pages
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    assert {name.removeprefix("ja/") for name in pages if name.startswith("ja/")} == english
    page = pages["ja/components/relay/index.md"].decode()
    assert 'lang: "ja"' in page
    assert '<h1><span lang="en">Relay</span></h1>' in page
    assert '<span lang="en">Finds the server of the receiving domain' in page
    assert "<h1>用語集</h1>" in pages["ja/glossary/index.md"].decode()
    assert 'class="an-behind"' in page
    assert '<a href="../../../en/components/relay/" lang="en" hreflang="en">English</a>' in page
    for language in ("ko", "en"):
        assert not [name for name, data in pages.items() if name.startswith(language) and b"an-behind" in data]


def test_the_notice_counts_what_the_page_shows(third, edit):
    checked = pipeline.load_site(third)
    before = count(pipeline.render_pages(checked, pipeline.ROOT / "docs").pages["ja/components/relay/index.md"])
    edit(RELAY, "name: {ko: 중계 서버, en: Relay}", "name: {ko: 중계 서버, en: Relay, ja: 中継サーバー}")
    after = count(pipeline.render_pages(pipeline.load_site(third), pipeline.ROOT / "docs").pages["ja/components/relay/index.md"])
    assert after == before - 1


def count(page):
    return int(re.search(r"not translated yet: (\d+)", page.decode())[1])


def test_what_is_lent_is_not_exported_as_a_translation(third):
    model = json.loads(FORMATS["json"](pipeline.load_site(third).site))
    made = [item for item in model["items"] if not item["id"].startswith("m-")]
    assert model["site"]["as_of"]["name"].keys() == {"ko", "en", "ja"}, "a plain string is the same in every language"
    del model["site"]["as_of"]
    assert '"ja": ' not in json.dumps({**model, "items": made})


def test_a_draft_adds_no_findings_about_words_that_it_borrows(third, mail, edit):
    edit(RELAY, "[[t-mx-record]]로", "[[t-mx-recird]]로")
    found = [problem for problem in check().output.split("\n") if "error[K021]" in problem]
    assert len(found) == 1


def test_the_default_language_cannot_be_a_draft(mail, edit):
    edit("site.yaml", "short: EN}", "short: EN, draft: true}")
    result = check()
    assert "error[K025]: the default language is a draft" in result.output
    assert "content/site.yaml:7:" in result.output


def test_import_fills_a_draft_and_its_ui_strings(third):
    def run(*arguments):
        result = CliRunner().invoke(main, ["translations", *arguments, "--content", "content"])
        assert result.exit_code == 0, result.output
        return result.output

    run("accept")
    run("export", "--language", "ja", "--out", "ja.po")
    file = polib.pofile("ja.po")
    for entry in file.untranslated_entries():
        entry.msgstr = f"訳{entry.msgid}"
    file.save()
    run("import", "ja.po")
    checked = pipeline.load_site(third)
    assert drafts(checked) == {}
    assert "role: {ko: 받는 도메인의 서버를 찾아 메일을 넘긴다., en: Finds" in (third / RELAY).read_text(encoding="utf-8")
    assert "ja: 訳Finds the server of the receiving domain and passes the message on.}" in (third / RELAY).read_text(encoding="utf-8")
    assert checked.site.strings["ja"]["shell.search"].startswith("訳")
    assert (third / "ui" / "ja.yaml").read_text(encoding="utf-8").startswith('pages.nav.home: "ホーム"\n')
    pages = pipeline.render_pages(checked, pipeline.ROOT / "docs").pages
    assert not [name for name, data in pages.items() if b"an-behind" in data]


def test_readers_of_a_stale_translation_are_told_and_led_to_the_original(mail, edit):
    CliRunner().invoke(main, ["translations", "accept", "--content", "content"])
    edit(RELAY, "Finds the server of the receiving domain and passes the message on.", "Finds the right server.")
    pages = pipeline.render_pages(pipeline.load_site(mail), pipeline.ROOT / "docs").pages
    told = {name for name, data in pages.items() if b"an-behind" in data}
    assert "ko/components/relay/index.md" in told
    assert "ko/components/index.md" in told, "the overview shows its role, too"
    assert not any(name.startswith("en/") for name in told)
    assert not told & {"ko/sources/index.md", "ko/exam/index.md", "ko/quality/index.md"}
    page = pages["ko/components/relay/index.md"].decode()
    assert page.index("an-behind") < page.index("<h1>")
    assert f'<a href="{relative("ko/components/relay/", "en/components/relay/")}" lang="en" hreflang="en">English</a>' in page


def test_a_label_in_a_drawing_that_is_behind_is_told_on_every_page_that_shows_it(mail, edit):
    CliRunner().invoke(main, ["translations", "accept", "--content", "content"])
    edit(RELAY, "label: {ko: 전달, en: deliver}", "label: {ko: 전달, en: hand over}")
    pages = pipeline.render_pages(pipeline.load_site(mail), pipeline.ROOT / "docs").pages
    told = {name for name, data in pages.items() if b"an-behind" in data}
    assert {"ko/index.md", "ko/components/index.md", "ko/components/relay/index.md", "ko/components/mailbox/index.md"} <= told
    assert "ko/components/client/index.md" not in told


def test_listening_hears_what_is_read_inside_and_only_that():
    text = Text({"en": "a", "ko": "b"}, stale=frozenset({"ko"}))
    outer, inner = Heard("ko"), Heard("ko")
    assert text["ko"] == "b"
    with listening(outer):
        assert text["en"] == "a"
        with listening(inner):
            assert text["ko"] == "b"
        assert outer == Heard("ko")
    assert inner == Heard("ko", stale={"b"})


def test_a_new_language_begins_as_a_draft_without_a_word(mail, edit):
    assert CliRunner().invoke(main, ["new", "language", "ja", "--content", "content"]).exit_code == 0
    edit("site.yaml", "default_language:", f"{DRAFT}default_language:")
    checked = pipeline.load_site(mail)
    assert [one.message for one in checked.warnings if "UI strings" in one.message] == [
        f"{len(checked.site.strings['ko'])} of {len(checked.site.strings['ko'])} UI strings are not translated into 'ja'"
    ]
    text = (mail / "ui" / "ja.yaml").read_text(encoding="utf-8")
    assert '# pages.nav.home: "Home"\n' in text
    edit("ui/ja.yaml", '# pages.nav.home: "Home"', 'pages.nav.home: "ホーム"')
    assert pipeline.load_site(mail).site.strings["ja"]["pages.nav.home"] == "ホーム"


def test_the_report_of_coverage_says_that_a_draft_is_not_counted(third):
    assert "texts in every finished language" in check().stdout
