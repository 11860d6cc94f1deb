"""The drawn pages: valid as blocks, safe, linked, the same in every language."""

import json
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

import pytest
import yaml

from generator import parse, render
from generator.fields import Text

ROOT = Path(__file__).parents[2]
MAIL = ROOT / "tests" / "fixtures" / "mail"
VOID = {"br", "img", "input", "hr", "wbr", "meta", "link"}


class Page(HTMLParser):
    """Collects what a page holds: tags, ids, links, words of the headings, and whether every tag is closed."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        _, front, self.body = data.decode().split("---\n", 2)
        self.front = yaml.safe_load(front)
        self.tags, self.ids, self.links, self.attributes, self.open = Counter(), [], [], set(), []
        self.unbalanced = []
        self.feed(self.body)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


@pytest.fixture(scope="module")
def reading():
    found = parse.read(MAIL)
    assert found.site is not None, found.problems
    return found


@pytest.fixture(scope="module")
def rendered(reading):
    return render.render(reading.site, "assets/x/", reading.origins)


@pytest.fixture(scope="module")
def drawn(rendered):
    return {path: Page(data) for path, data in rendered.files.items()}


def test_every_language_has_the_same_files(rendered):
    files = set(rendered.files)
    assert {path.removeprefix("ko/") for path in files if path.startswith("ko/")} == {path.removeprefix("en/") for path in files if path[:3] == "en/"}
    assert "index.md" in files
    assert all(path.endswith("index.md") for path in files)


def test_every_page_is_one_balanced_block(drawn):
    for path, page in drawn.items():
        assert page.body.startswith('\n<div class="an-page '), path
        assert page.body.endswith("</div>\n"), path
        assert not page.open, path
        assert not page.unbalanced, path
        assert "\t" not in page.body, path


def test_every_page_has_one_main_heading_and_unique_ids(drawn):
    for path, page in drawn.items():
        assert page.tags["h1"] == 1, path
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path


def test_nothing_that_the_policy_forbids(drawn):
    for path, page in drawn.items():
        assert not {name for name in page.attributes if name == "style" or name.startswith("on")}, path
        assert not page.tags.keys() & {"script", "style", "iframe", "object", "base", "foreignobject"}, path


def test_every_link_leads_somewhere(drawn):
    ids = {path: set(page.ids) for path, page in drawn.items()}
    for path, page in drawn.items():
        for link in page.links:
            if link.startswith(("https://", "http://", "mailto:")):
                continue
            address, _, anchor = link.partition("#")
            address = address.partition("?")[0]
            here = path.removesuffix("index.md")
            target = normpath(here + address).removeprefix("./").strip(".") if address else here.rstrip("/")
            file = f"{target}/index.md".removeprefix("/")
            assert file in ids, f"{path}: {link}"
            assert not anchor or anchor in ids[file], f"{path}: {link}"


def test_front_matter_is_complete(drawn):
    keys = {"lang", "title", "description", "layout", "path", "toc", "section", "modules", "source"}
    for path, page in drawn.items():
        assert keys <= page.front.keys(), path
        assert page.front["layout"] in {"home", "doc", "wide", "root"}
        assert len(page.front["description"]) <= 160
        assert {entry["id"] for entry in page.front["toc"]} <= set(page.ids), path
        if path != "index.md":
            assert path == f"{page.front['lang']}/{page.front['path']}index.md"


def test_pages_point_at_the_file_they_come_from(drawn):
    source = drawn["en/components/relay/index.md"].front["source"]
    assert source.endswith("components/relay.yaml")
    assert drawn["en/glossary/index.md"].front["source"].endswith("terms.yaml")


def test_previous_and_next_name_pages_as_they_are(drawn):
    for path, page in drawn.items():
        language = page.front["lang"]
        for end in ("prev", "next"):
            near = page.front.get(end)
            assert near is None or near["title"] == drawn[f"{language}/{near['path']}index.md"].front["title"], path
    for language in ("ko", "en"):
        assert "prev" not in drawn[f"{language}/index.md"].front
        assert drawn[f"{language}/index.md"].front["next"]["path"] == "path/"


def test_navigation_lists_every_page_for_the_engine(rendered):
    listed = [rendered.nav[0], *(path for entry in rendered.nav[1:] for paths in entry.values() for path in paths)]
    assert sorted(listed) == sorted(rendered.files)


def test_frame_names_pages_that_exist(rendered, drawn):
    shell = rendered.shell
    assert (shell["site_id"], shell["default_language"]) == ("mail", "en")
    json.dumps(shell)
    for language, frame in shell["shell"].items():
        paths = [item["path"] for group in frame["nav"] for item in group["items"]]
        assert len(paths) == len(set(paths))
        assert all(f"{language}/{path}index.md" in drawn for path in paths)
        for path, page in drawn.items():
            if page.front["lang"] == language and page.front["layout"] != "root":
                assert page.front["section"] in paths, path


def test_note_is_shown_word_for_word(reading, rendered):
    for language in ("ko", "en"):
        lines = Words(rendered.files[f"{language}/note/index.md"].decode()).lines
        assert lines == list(reading.site.note_lines)


class Words(HTMLParser):
    """The words of each line of the annotated note, without the badges of the site."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines, self.inside, self.badge = [], False, 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        if tag == "div" and "li" in classes:
            self.lines.append("")
            self.inside = True
        elif self.inside and (self.badge or "blank" in classes):
            self.badge += 1

    def handle_endtag(self, tag):
        if tag == "div":
            self.inside = False
        elif self.badge:
            self.badge -= 1

    def handle_data(self, data):
        if self.inside and not self.badge:
            self.lines[-1] += data


def test_the_notes_words_carry_its_language(rendered):
    page = rendered.files["en/questions/oq-mx/index.md"].decode()
    assert '<blockquote lang="ko">' in page


def test_hostile_content_stays_text(reading):
    bad = '<script>alert(1)</script> " onload="x {{ 7*7 }} <img src=x onerror=x> --- [[relay]]'
    words = Text.of({"ko": bad, "en": bad})
    site = reading.site
    relay = next(one for one in site.components if one.id == "relay")
    hostile = relay.model_copy(update={"role": words, "name": words, "tag": words, "aliases": (bad,)})
    flow = site.flows[0].model_copy(update={"title": words, "summary": words})
    question = site.questions[0].model_copy(update={"title": words, "short": words, "answer": words})
    changed = replace(
        site,
        components=tuple(hostile if one.id == "relay" else one for one in site.components),
        flows=(flow,),
        questions=(question, *site.questions[1:]),
        note_lines=(bad, *site.note_lines[1:]),
    )
    for path, data in render.render(changed, "assets/x/").files.items():
        page = Page(data)
        assert not page.tags.keys() & {"script", "img"}, path
        assert not {name for name in page.attributes if name.startswith("on")}, path
        assert not page.open, path
        assert "49" not in page.front["title"]


def test_same_site_same_bytes(reading, rendered):
    again = render.render(parse.read(MAIL).site, "assets/x/", reading.origins)
    assert again.files == rendered.files


def test_words_of_the_pages_exist_in_every_language():
    keys = [set(yaml.safe_load((ROOT / "generator" / "strings" / code / "pages.yaml").read_text("utf-8"))) for code in ("ko", "en")]
    assert keys[0] == keys[1]
    assert all(key.startswith("pages.") for key in keys[0])


def test_no_template_or_style_knows_a_subject():
    texts = [path.read_text("utf-8") for path in (ROOT / "generator" / "templates").rglob("*.j2")]
    texts += [path.read_text("utf-8") for path in (ROOT / "docs" / "css").rglob("*.css")]
    for word in ("kube", "etcd", "쿠버", "pod", "파드"):
        assert not [text for text in texts if word in text.lower()], word


def test_a_home_page_without_claims_does_not_count_them(reading):
    settings = reading.site.settings.model_copy(update={"home": reading.site.settings.home.model_copy(update={"corrections": ()})})
    press = render.Press(replace(reading.site, claims=(), settings=settings), "assets/x/")
    assert '<h2 id="judged">The annotated note' in press.page("en/index.md").decode()
