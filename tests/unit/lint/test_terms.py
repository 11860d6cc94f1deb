"""Old spellings outside quotations, and English as this site writes it."""

import pytest

from generator import check, parse
from generator.check.lint.english import title_case
from generator.check.lint.terms import unquoted
from generator.problems import Severity
from tests.unit.conftest import MAIL


@pytest.fixture
def found(mail):
    """What the rules say of the mail tree, with one avoided spelling in each script and the role of the relay replaced."""
    terms = mail / "terms.yaml"
    terms.write_text(terms.read_text(encoding="utf-8") + "  avoid: [엠엑스 레코드, MX-record]\n", encoding="utf-8")

    def run(korean="메일을 넘긴다.", english="Passes messages on.", file="components/relay.yaml", old=None):
        path = mail / file
        text = path.read_text(encoding="utf-8")
        before = (
            old or "role: {ko: 받는 도메인의 서버를 찾아 메일을 넘긴다., en: Finds the server of the receiving domain and passes the message on.}"
        )
        assert before in text
        path.write_text(text.replace(before, f'{before.partition(":")[0]}: {{ko: "{korean}", en: "{english}"}}', 1), encoding="utf-8")
        reading = parse.read(mail)
        assert reading.problems == []
        return [problem for problem in check.check(reading.site, reading.origins) if problem.code in {"K095", "K096", "K097"}]

    return run


@pytest.mark.parametrize("words", ["엠엑스 레코드를 찾는다.", "엠엑스 레코드", "[[t-mx-record|엠엑스 레코드]]를 본다."])
def test_an_old_spelling_in_korean(found, words):
    (problem,) = found(korean=words)
    assert (problem.code, problem.severity) == ("K095", Severity.ERROR)
    assert "'엠엑스 레코드'" in problem.message
    assert "write 'MX 레코드'" in problem.help
    assert problem.position.file == "content/components/relay.yaml"


def test_an_old_spelling_in_english(found):
    (problem,) = found(english="Reads the MX-record first.")
    assert "write 'MX record'" in problem.help


@pytest.mark.parametrize(
    "words",
    [
        "노트의 '엠엑스 레코드'를 본다.",
        "노트의 ‘엠엑스 레코드’이다.",
        "「엠엑스 레코드」라고 썼다.",
        "`엠엑스 레코드`",
        "“엠엑스 레코드”",
        "그것은 새엠엑스 레코드이다.",
    ],
)
def test_quotations_and_longer_words_are_left_alone(found, words):
    assert found(korean=words) == []


def test_an_apostrophe_opens_no_quotation():
    assert unquoted("the note's MX-record and the nodes' names") == "the note's MX-record and the nodes' names"
    assert "MX-record" not in unquoted("the note's 'MX-record'")


def test_a_name_of_a_term_is_what_it_is(found, mail):
    terms = mail / "terms.yaml"
    terms.write_text(terms.read_text(encoding="utf-8").replace("name: {ko: MX 레코드,", "name: {ko: 엠엑스 레코드,"), encoding="utf-8")
    assert found() == []


def test_a_ui_string_of_the_content(found, mail):
    (mail / "ui").mkdir()
    (mail / "ui" / "ko.yaml").write_text("pages.optional: 엠엑스 레코드\n", encoding="utf-8")
    (problem,) = found()
    assert str(problem.position) == "content/ui/ko.yaml:1:1"


@pytest.mark.parametrize(
    ("words", "american"),
    [
        ("Its behaviour changes.", "behavior"),
        ("The colours differ.", "colors"),
        ("It serialises objects.", "serializes"),
        ("An organisation of its own.", "organization"),
        ("Mail is labelled.", "labeled"),
        ("In the centre of the picture.", "center"),
    ],
)
def test_british_spelling(found, words, american):
    (problem,) = found(english=words)
    assert (problem.code, problem.severity) == ("K096", Severity.WARNING)
    assert f"'{american}'" in problem.help


@pytest.mark.parametrize(
    "words",
    [
        "It promises an exercise otherwise.",
        "Our four hours.",
        "A controller, a cell, called.",
        "`colour` is a field.",
        "It compromises. Analyses differ.",
    ],
)
def test_american_spelling(found, words):
    assert found(english=words) == []


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("The Way of a Message", True),
        ("How Mail Moves On", True),
        ("The way of a message", False),
        ("What Postfix does", False),
        ("An RFC and the MX record", False),
        ("Send mail with Postfix Relay", False),
        ("Notes", False),
    ],
)
def test_title_case(title, wrong):
    assert title_case(title, frozenset({"Postfix", "Relay"})) is wrong


def test_a_heading_in_title_case(found):
    (problem,) = found("메일이 가는 길", "The Way of a Message", "flows/flow-send.yaml", next_title())
    assert problem.code == "K097"


def next_title():
    text = (MAIL / "flows" / "flow-send.yaml").read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if line.startswith("title:"))
