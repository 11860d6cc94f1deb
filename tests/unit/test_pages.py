"""The site map and what belongs to what, on the tiny content tree."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pages, parse
from generator.model import Claim, Quote, Site
from generator.pages.lists import initial
from generator.pages.manuscript import Manuscript
from generator.pages.navigation import navigation
from generator.pages.places import places, relative
from generator.pages.records import Records, family

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"


@pytest.fixture(scope="module")
def site() -> Site:
    reading = parse.read(MAIL)
    assert reading.site is not None, reading.problems
    return reading.site


@pytest.fixture(scope="module")
def records(site):
    return Records(site)


def plan(site, language="en"):
    return pages.plan(pages.Book.of(site), language)


def noted(site, *lines, claims=(), questions=()):
    """The site with another note."""
    return replace(site, note_lines=tuple(lines), claims=tuple(claims), questions=tuple(questions))


def claim(name, verdict, *quotes):
    return Claim(id=name, verdict=verdict, quotes=tuple(Quote(line=line, text=text) for line, text in quotes), today="so", sources=("rfc5321",))


@pytest.mark.parametrize(
    ("origin", "target", "url"),
    [
        ("ko/components/relay/", "ko/note/#L3", "../../note/#L3"),
        ("ko/components/relay/", "ko/components/", "../"),
        ("ko/components/relay/", "ko/components/client/", "../client/"),
        ("ko/components/relay/", "ko/components/relay/#queue", "#queue"),
        ("ko/components/relay/", "ko/components/relay/", "./"),
        ("ko/components/", "ko/components/relay/#queue", "relay/#queue"),
        ("ko/components/relay/", "ko/", "../../"),
        ("ko/", "ko/note/", "note/"),
        ("ko/", "ko/", "./"),
        ("ko/note/", "assets/x/img/logo.svg", "../../assets/x/img/logo.svg"),
        ("ko/note/", "en/note/", "../../en/note/"),
        ("", "ko/", "ko/"),
    ],
)
def test_way_from_one_page_to_another(origin, target, url):
    assert relative(origin, target) == url


def test_every_thing_has_a_place(site):
    found = places(site)
    assert found["relay"].path == "components/relay/"
    assert found["queue"].path == "components/relay/#queue"
    assert found["filter"].path == "addons/filter/"
    assert found["rule-list"].path == "addons/filter/#rule-list"
    assert found["flow-send"].path == "flows/flow-send/"
    assert found["oq-mx"].path == "questions/oq-mx/"
    assert found["t-mx-record"].path == "glossary/#t-mx-record"
    assert set(found) == {identifier for identifier, _, _ in site.things()}


def test_reading_order_and_addresses(site):
    assert [page.path for page in plan(site)] == [
        "",
        "path/",
        "path/picture/",
        "path/message/",
        "components/",
        *(f"components/{one.id}/" for one in site.components),
        "flows/",
        "flows/flow-send/",
        "addons/",
        "addons/filter/",
        "questions/",
        *(f"questions/{one.id}/" for one in site.questions),
        "note/",
        "errata/",
        "quiz/",
        "quiz/relay/",
        "quiz/mailbox/",
        "practice/",
        "exam/",
        "review/",
        "progress/",
        "glossary/",
        "quality/",
        "freshness/",
        "sources/",
    ]


def test_pages_are_the_same_in_every_language(site):
    assert [page.path for page in plan(site, "ko")] == [page.path for page in plan(site, "en")]


def test_titles_and_descriptions_are_plain_and_short(site):
    for page in plan(site, "ko"):
        assert page.sheet.title
        assert 0 < len(page.sheet.description) <= 160
        assert not set("[]*`") & set(page.sheet.title + page.sheet.description)


def test_headings_appear_only_with_their_content(site):
    sections = {page.path: dict(page.sheet.sections) for page in plan(site)}
    assert "parts" in sections["components/relay/"]
    assert "parts" not in sections["components/client/"]
    assert "asked" in sections["components/relay/"]
    assert "versions" not in sections["components/relay/"]


def test_a_question_belongs_to_the_ledger_in_the_navigation(site):
    question = next(page for page in plan(site) if page.path == "questions/oq-mx/")
    assert (question.section, question.source) == ("questions/", "oq-mx")


def test_claims_about_a_box_and_its_parts(site, records):
    relay = next(one for one in site.components if one.id == "relay")
    assert [one.id for one in records.claims_about(family(relay))] == ["c-port"]


def test_items_of_a_page_put_those_that_refer_to_it_first(site, records):
    assert [one.id for one in records.items_for(["oq-mx"])] == ["mx-purpose"]
    assert [one.id for one in records.items_for(["relay"])] == ["mx-purpose"]
    assert records.items_for(["nothing"]) == ()


def test_a_page_to_read_asks_a_few_items_and_its_topic_page_all(site, records):
    one = records.items_for(["relay"])[0]
    many = tuple(one.model_copy(update={"id": f"many-{number}", "ref": "relay"}) for number in range(20))
    crowded = Records(replace(site, items=many))
    assert crowded.sample_for(["relay"]) == crowded.items_for(["relay"])[:8] == many[:8]
    assert crowded.topics["relay"].items == many


def test_flows_name_the_steps_something_takes_part_in(records):
    (found,) = records.flows_with(["client"])
    assert (found.flow.id, found.steps) == ("flow-send", (1, 2))


def test_state_of_a_question_is_computed(site, records):
    question = site.questions[0]
    assert records.state(question) == "answered"
    assert Records(replace(site, items=())).state(question) == "open"


def test_sources_are_named_once_in_order_of_mention(site, records):
    claims = tuple(records.claims[name] for name in ("c-port", "c-direct"))
    assert [one.id for one in records.cited(claims, site.questions)] == ["rfc6409", "rfc5321"]


def test_lines_are_cut_without_losing_a_character(site):
    for line, annotated in zip(site.note_lines, Manuscript(site, Records(site)).annotated(), strict=True):
        assert "".join(piece.text for piece in annotated.pieces) == line


def test_marks_belong_to_the_question_that_quotes_them(site):
    first = site.questions[0].model_copy(update={"id": "oq-a", "line": 1, "quote": "이름 : ❓"})
    second = first.model_copy(update={"id": "oq-b", "quote": "장소❓"})
    both = noted(site, "- 이름 : ❓ 그리고 장소❓", questions=(first, second))
    (line,) = Manuscript(both, Records(both)).annotated()
    assert [piece.question.id for piece in line.pieces if piece.lit] == ["oq-a", "oq-b"]
    assert [remark.question.id for remark in line.remarks] == ["oq-a", "oq-b"]


def test_a_blank_gets_a_badge_and_keeps_its_spaces(site):
    question = site.questions[0].model_copy(update={"kind": "blank", "line": 1, "quote": "| 이름 |  |"})
    blank = noted(site, "| 이름 |  |", questions=(question,))
    script = Manuscript(blank, Records(blank))
    badged = [piece for piece in script.annotated()[0].pieces if piece.badge]
    assert [(piece.text, piece.lit) for piece in badged] == [("  ", False)]
    assert "".join(piece.text for piece in script.quoted(question)) == "| 이름 |  |"


def test_a_garbled_sentence_is_found_by_its_quote(site):
    question = site.questions[0].model_copy(update={"kind": "garbled", "line": 1, "quote": "무슨 말인가"})
    garbled = noted(site, "- 무슨 말인가 싶다", questions=(question,))
    pieces = Manuscript(garbled, Records(garbled)).annotated()[0].pieces
    assert [piece.text for piece in pieces if piece.badge] == ["무슨 말인가"]


def test_the_gravest_verdict_underlines(site):
    judged = noted(site, "하나 둘 셋", claims=(claim("c-all", "imprecise", (1, "하나 둘 셋")), claim("c-two", "wrong", (1, "둘"))))
    (line,) = Manuscript(judged, Records(judged)).annotated()
    assert [(piece.text, piece.verdict) for piece in line.pieces] == [("하나 ", "imprecise"), ("둘", "wrong"), (" 셋", "imprecise")]
    assert line.verdict == "wrong"


def test_a_claim_is_explained_at_its_first_line_only(site):
    judged = noted(site, "옛말", "다시 옛말", claims=(claim("c-old", "outdated", (1, "옛말"), (2, "옛말")),))
    first, second = Manuscript(judged, Records(judged)).annotated()
    assert [remark.first for remark in (*first.remarks, *second.remarks)] == [None, 1]


def test_an_excerpt_is_the_cell_around_the_quote(site):
    judged = noted(site, "| 이름 | 하나를 한다 </br> 둘을 한다 |", claims=(claim("c-one", "wrong", (1, "한다 </br>"), (1, "둘을")),))
    whole, part = Manuscript(judged, Records(judged)).excerpts(judged.claims[0])
    assert (part.before, part.words, part.after) == ("", "둘을", " 한다")
    assert whole.before + whole.words + whole.after == "하나를 한다 </br>"


@pytest.mark.parametrize(("word", "letter"), [("가상 IP", "ㄱ"), ("까치", "ㄱ"), ("파드", "ㅍ"), ("etcd", "E"), ("API", "A"), ("3단계", "#")])
def test_initials_of_the_glossary(word, letter):
    assert initial(word) == letter


def test_a_site_without_terms_has_no_glossary_in_its_navigation(site):
    def paths(one):
        return {item["path"] for group in navigation(pages.Desk(pages.Book.of(one), "en")) for item in group["items"]}

    assert paths(site) - paths(replace(site, terms=())) == {"glossary/"}
