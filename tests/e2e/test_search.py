"""The search: what a query means, what it finds, and what the reader sees at the place found."""

import pytest
from playwright.sync_api import expect

from generator.pages import Book
from tests.search import compare, judge


def module(page, base, name, code, *given):
    """Runs `code`, a function of a published module and a value, in the page."""
    page.goto(f"{base}ko/sources/")
    return page.evaluate(
        """async ([name, code, given]) => {
          const shell = [...document.scripts].map((one) => one.src).find((src) => src.endsWith("/js/shell.js"));
          const module = await import(new URL(name, shell));
          return (0, eval)(code)(module, ...given);
        }""",
        [name, code, list(given)],
    )


@pytest.fixture
def context(browser, base, trouble):
    """A profile in which a test may evaluate code of its own."""
    one = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    trouble.follow(one, base)
    yield one
    one.close()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("노드가 죽으면", ["노드", "죽으면"]),
        ("클러스터에서의 리더란", ["클러스터", "리더"]),
        ("API 서버는", ["api", "서버"]),
        ("etcd에서 왜 어떻게", ["etcd"]),
        ("etcd(분산 저장소)", ["etcd", "분산", "저장소"]),
        ("뭐야", ["뭐야"]),
        ("파드", ["파드"]),
        ("ㅅㅋㅈㄹ", ["ㅅㅋㅈㄹ"]),
        ("taints of a Node's status", ["taint", "node", "status"]),
        ("", []),
        ("!!! ---", []),
    ],
)
def test_a_query_is_read_as_its_words(page, base, query, words):
    assert module(page, base, "search/tokenize.js", "(m, query) => m.asked(query).map((word) => word.stem)", query) == words


def test_a_name_keeps_the_ending_that_only_looks_like_a_particle(page, base):
    code = "(m, query, names) => m.asked(query, (word) => names.includes(word)).map((word) => word.stem)"
    assert module(page, base, "search/tokenize.js", code, "바나나와 사과", ["바나나"]) == ["바나나", "사과"]
    assert module(page, base, "search/tokenize.js", code, "바나나 사과", ["바나나"]) == ["바나나", "사과"]


def test_slips_are_forgiven_and_other_words_are_not_taken_for_them(page, base):
    code = "(m, word, names) => m.near(word, names).names"
    names = ["스케줄러", "스테이징", "노드", "scheduler", "service"]
    assert module(page, base, "search/near.js", code, "스케쥴러", names) == ["스케줄러"]
    assert module(page, base, "search/near.js", code, "shceduler", names) == ["scheduler"]
    assert module(page, base, "search/near.js", code, "파드", names) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_readers_find_what_they_want(page, base, folder, site, language):
    asked = judge.queries(language)
    index = {identifier: place.path for identifier, place in Book.of(site).places.items()}
    score = judge.score(asked, judge.ours(page, base, language, asked), index, judge.text_at(compare.texts(folder, language)))
    assert score.recall >= 0.9, score.missed
    assert score.precision >= 0.95
    assert score.zero <= 0.02


def test_the_words_asked_for_are_marked_at_the_place_found(page, base):
    page.goto(f"{base}ko/sources/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("쿼럼은")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sources" not in url)
    page.wait_for_function("CSS.highlights.get('found')?.size > 0")
    assert page.evaluate("[...CSS.highlights.get('found')].every((range) => range.toString() === '쿼럼')")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("!CSS.highlights.has('found')"), "marked once, for those who come from the search"
