"""Findable and shareable: data for search engines, twins, feeds, old addresses, cards."""

import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from generator import check, pipeline, render, share
from generator.fields import Text
from generator.model import Change, Move
from generator.share.cards import Card, Painter
from generator.share.twin import twin

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def checked():
    return pipeline.load_site(MAIL)


@pytest.fixture(scope="module")
def rendered(checked):
    return render.render(checked.site, "assets/x/")


def front(rendered, name):
    head = rendered.files[name].decode().split("---\n")[1]
    return {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head.splitlines())}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ko/index.md", "WebSite"),
        ("ko/components/relay/index.md", "LearningResource"),
        ("en/flows/flow-send/index.md", "LearningResource"),
        ("en/quiz/index.md", "Quiz"),
        ("en/questions/index.md", "FAQPage"),
        ("ko/questions/oq-mx/index.md", "FAQPage"),
        ("ko/glossary/index.md", "DefinedTermSet"),
    ],
)
def test_every_kind_of_page_says_what_it_is(rendered, name, kind):
    data = json.loads(front(rendered, name)["ld"])
    assert data["@type"] == kind
    assert data["inLanguage"] == name[:2]
    assert data["name"]
    assert data["description"]


def test_an_open_question_and_its_answer_are_a_pair(rendered, checked):
    question = next(one for one in checked.site.questions if one.id == "oq-mx")
    (pair,) = json.loads(front(rendered, "en/questions/oq-mx/index.md")["ld"])["mainEntity"]
    assert pair["name"] == question.title["en"]
    assert pair["acceptedAnswer"]["text"]


def test_structured_data_cannot_end_its_element(checked):
    title = Text({"ko": "</script><b>&amp;", "en": "</script><b>&amp;"})
    site = replace(checked.site, settings=checked.site.settings.model_copy(update={"title": title}))
    data = front(render.render(site, "a/"), "ko/components/relay/index.md")["ld"]
    assert not set("<>&") & set(data)
    assert json.loads(data)["isPartOf"]["name"] == "</script><b>&"


def test_a_twin_holds_the_words_and_the_shape_of_its_page():
    body = """<div><h1 id="x">A <code>b</code></h1><svg><text>no</text></svg><p>One <a href="../y/">two</a> <strong>three</strong>.</p>
    <ul><li>four</li><li>five<ol><li>six</li></ol></li></ul><button>no</button><span aria-hidden="true">no</span>
    <pre><code>line *1*
      line 2</code></pre><table><tr><th>a</th><th>b</th></tr><tr><td><p>1</p></td><td>2</td></tr></table></div>"""
    text = twin(body)
    assert text.startswith("# A `b`\n\nOne [two](../y/) **three**.\n\n- four\n- five\n1. six\n")
    assert "    line *1*\n" in text
    assert "| a | b |\n| --- | --- |\n| 1 | 2 |\n" in text
    assert "no" not in text


def test_each_page_has_a_twin_and_an_entry_for_programs(checked, rendered):
    files = share.extras(checked.site, rendered.files)
    twins = {name for name in files if name.endswith("index.md.txt")}
    assert {name.removesuffix(".txt") for name in twins} == rendered.files.keys() - {"index.md"}
    overview = files["llms.txt"].decode()
    assert overview.startswith(f"# {checked.site.settings.title[checked.site.settings.default_language]}\n")
    assert all(f"]({name.removesuffix('.txt')})" in overview for name in twins)
    assert files["ko/components/relay/index.md.txt"].decode().count("\n# ") + files["ko/components/relay/index.md.txt"].decode().startswith("# ") == 1


def change(number, **more):
    words = Text({"ko": f"변화 {number} <&>", "en": f"Change {number} <&>"})
    return Change(id=f"change-{number}", date=f"2026-01-0{number}", title=words, text=words, **more)


def test_the_feed_tells_changes_newest_first_and_keeps_their_ids(checked):
    site = replace(checked.site, changes=(change(1), change(2, about=("relay",))))
    feed = ElementTree.fromstring(share.extras(site, {})["en/feed.xml"])  # noqa: S314  # our own output
    assert [one.text for one in feed.findall("a:entry/a:title", ATOM)] == ["Change 2 <&>", "Change 1 <&>"]
    assert feed.find("a:entry/a:link", ATOM).get("href") == "components/relay/"
    assert feed.find("a:updated", ATOM).text == "2026-01-02T00:00:00Z"
    again = ElementTree.fromstring(share.extras(replace(site, changes=(change(1),)), {})["en/feed.xml"])  # noqa: S314
    ids = [one.text for one in feed.findall("a:entry/a:id", ATOM)]
    assert again.find("a:entry/a:id", ATOM).text == ids[1]
    assert len(set(ids)) == 2


def test_an_old_address_leads_to_the_new_one(checked):
    site = replace(checked.site, redirects=(Move(id="relay-old", to="relay"),))
    html = share.extras(site, {})["ko/components/relay-old/index.html"].decode()
    assert 'content="0; url=../relay/"' in html
    assert '<a href="../relay/">' in html


def test_a_redirect_to_nowhere_is_a_problem(checked):
    site = replace(checked.site, redirects=(Move(id="old", to="relai"),))
    found = [problem for problem in check.check(site, checked.origins) if problem.code == "K027"]
    assert [problem.help for problem in found] == ["did you mean 'relay'?"]


def test_a_card_is_drawn_once_and_its_font_knows_hangul(tmp_path):
    painter = Painter(tmp_path)
    first = painter.draw(Card("답한 노트", "한글", "설명"))
    image = Image.open(io.BytesIO(first))
    assert image.size == (1200, 630)
    assert painter.draw(Card("답한 노트", "한글", "설명")) == first
    assert len(list(tmp_path.iterdir())) == 1
    # Letters a font lacks all look the same.
    shapes = {bytes(painter.fonts[64].getmask(letter)) for letter in "한글답노트"}
    assert len(shapes) == 5


@pytest.mark.parametrize("title", ["a", "아주 긴 제목이 " * 12, "쪼갤곳이없는제목" * 20])
def test_titles_of_any_length_fit_the_card(tmp_path, title):
    painter = Painter(tmp_path)
    size, lines = painter._fit(title)
    assert len(lines) <= 3
    assert all(painter.fonts[size].getlength(line) <= 1200 - 84 for line in lines)
