"""The search of a large site, whose index comes in small files: it finds the same, and fetches little."""

from __future__ import annotations

import json
import random
import re

import pytest
from playwright.sync_api import expect

from generator import search
from generator.search import tokens
from tests.search import judge, pieces
from tests.search.pieces import HITS, Tree, asked_of


@pytest.fixture(scope="module")
def trees(tmp_path_factory):
    """Both languages of a tree of 600 pages."""
    return pieces.trees(tmp_path_factory.mktemp("large") / "content")


@pytest.fixture
def tree(trees):
    trees["ko"].fetched.clear()
    return trees["ko"]


@pytest.fixture
def context(browser, base, trouble):
    """A profile in which a test may evaluate code of its own."""
    one = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    trouble.follow(one, base)
    yield one
    one.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_small_files_find_the_same_as_one(page, base, trees, language):
    tree = trees[language]
    tree.serve(page)
    page.goto(f"{base}ko/sources/")
    queries = asked_of(tree.documents, 40)
    answers = page.evaluate(HITS, [tree.documents, json.loads(tree.files["search.json"]), queries])
    assert sum(bool(one) for one, _ in answers) > len(queries) / 2
    for query, (one, many) in zip(queries, answers, strict=True):
        assert many == one, query


@pytest.mark.parametrize("language", ["ko", "en"])
def test_readers_find_the_same_either_way(page, base, folder, language):
    documents = json.loads((folder / language / "search.json").read_text(encoding="utf-8"))
    tree = Tree(documents, search.chunks(documents))
    tree.serve(page)
    page.goto(f"{base}ko/sources/")
    queries = [query.query for query in judge.queries(language)]
    for query, (one, many) in zip(queries, page.evaluate(HITS, [documents, json.loads(tree.files["search.json"]), queries]), strict=True):
        assert many == one, query


def test_terms_are_made_alike_here_and_in_the_browser(page, base, trees):
    source = random.Random(5)  # noqa: S311 - repeatable, not secret
    signs = "가각힣ㄱㅎㆍaZ09ß İÉ一😀-‑.'·(),\u00a0\u3000\ufeff\u200b\t가나다kube"
    texts = [document[name] for tree in trees.values() for document in tree.documents[::7] for name in "tox"]
    texts += ["".join(source.choices(signs, k=30)) for _ in range(300)]
    page.goto(f"{base}ko/sources/")
    script = """async (texts) => {
      const shell = [...document.scripts].map((one) => one.src).find((src) => src.endsWith("/js/shell.js"));
      const { terms, flat } = await import(new URL("search/tokenize.js", shell));
      return texts.map((text) => [terms(text, "t"), terms(text, "x"), flat(text)]);
    }"""
    for text, found in zip(texts, page.evaluate(script, texts), strict=True):
        assert [list(tokens.terms(text, names=True)), list(tokens.terms(text, names=False)), tokens.flat(text)] == found, text


def opened(page, base, tree):
    page.unroute_all()
    tree.serve(page)
    page.goto(f"{base}ko/sources/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    return box


def test_nothing_is_fetched_before_the_search_opens_and_a_head_alone_then(page, base, tree):
    tree.serve(page)
    page.goto(f"{base}ko/sources/", wait_until="networkidle")
    assert tree.fetched == []
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert tree.fetched == ["search.json"]


@pytest.mark.parametrize("kind", ["name", "title", "question", "latin"])
def test_a_query_fetches_a_small_part_of_the_index(page, base, tree, kind):
    term = next(one for one in tree.documents if one["k"] == "term" and len(one["t"]) > 2)
    question = tree.documents[100]
    query, wanted = {
        "name": (term["t"], term["t"]),
        "title": (question["t"], question["t"]),
        "question": (f"{term['t']}는 무엇인가?", term["t"]),
        "latin": (term["o"].split(" · ")[0], term["t"]),
    }[kind]
    box = opened(page, base, tree)
    box.fill(query)
    expect(page.get_by_role("option").first.locator("b")).to_have_text(wanted)
    assert tree.weight < 0.25 * tree.whole
    assert len(set(tree.fetched)) == len(tree.fetched)


def test_keys_and_announcements_work_as_ever(page, base, tree):
    box = opened(page, base, tree)
    box.fill(tree.documents[100]["t"])
    options = page.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-expanded", "true")
    count = options.count()
    assert count > 1
    expect(page.locator(".an-find [role=status]")).to_have_text(re.compile(rf"\b{count}\D"))
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    box.fill("뷁뷁뷁뷁")
    expect(options).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_waits_for_the_answer_to_what_was_typed(page, base, tree):
    box = opened(page, base, tree)
    page.route(re.compile(r"/ko/questions/oq-made-"), lambda route: route.fulfill(body="<title>there</title>", content_type="text/html"))
    first, second = tree.documents[100], tree.documents[200]
    box.fill(first["t"])
    expect(page.get_by_role("option").first.locator("b")).to_have_text(first["t"])
    box.fill(second["t"])
    page.keyboard.press("Enter")  # before anything new was found
    page.wait_for_url(re.compile(re.escape(second["u"].partition("#")[0])))


def test_what_is_typed_over_is_neither_fetched_nor_shown(page, base, tree):
    box = opened(page, base, tree)
    titles = [tree.documents[number]["t"] for number in (100, 200, 300)]
    typed = """(box, titles) => titles.forEach((title) => { box.value = title; box.dispatchEvent(new Event("input", { bubbles: true })); })"""
    box.evaluate(typed, titles)
    expect(page.get_by_role("option").first.locator("b")).to_have_text(titles[-1])
    fetched = sorted(tree.fetched)
    tree.fetched.clear()
    opened(page, base, tree).fill(titles[-1])
    expect(page.get_by_role("option").first.locator("b")).to_have_text(titles[-1])
    assert sorted(tree.fetched) == fetched


def test_an_answer_that_comes_late_is_not_shown(page, base, tree):
    box = opened(page, base, tree)
    first, second = tree.documents[100]["t"], tree.documents[300]["t"]
    held = []
    late = re.compile(r"/ko/search/t\d+\.json$")
    page.route(late, lambda route: held.append(route), times=1)  # noqa: PLW0108 - a method of a list cannot be marked
    box.fill(first)
    while not held:
        page.wait_for_timeout(20)
    box.fill(second)
    expect(page.get_by_role("option").first.locator("b")).to_have_text(second)
    held[0].fallback()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("option").first.locator("b")).to_have_text(second)


def test_a_file_that_fails_is_told_and_asked_for_again(page, base, tree, trouble):
    box = opened(page, base, tree)
    broken = re.compile(r"/ko/search/t\d+\.json$")
    page.route(broken, lambda route: route.abort())
    query = tree.documents[100]["t"]
    box.fill(query)
    expect(page.locator(".an-find [role=status]")).to_have_text(page.locator(".an-find").get_attribute("data-failed"))
    page.unroute(broken)
    box.fill(f"{query} ")
    expect(page.get_by_role("option").first.locator("b")).to_have_text(query)
    trouble.found.clear()
