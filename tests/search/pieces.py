"""A large tree and its index in small files, as tests and benchmarks look at them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser, Page

from generator import pages, parse, pipeline, search
from generator.pages import Book
from generator.search import tokens
from tests.browser import served
from tests.search import judge, large

PAGES = 600


@dataclass
class Tree:
    """The documents of a language and the files of its index. `fetched` are the names of the files that the browser asked for."""

    documents: list[dict[str, str]]
    files: dict[str, bytes]
    fetched: list[str] = field(default_factory=list)

    @property
    def whole(self) -> int:
        """Bytes of the one file that a smaller site has."""
        return len(json.dumps(self.documents, ensure_ascii=False, separators=(",", ":")).encode())

    @property
    def weight(self) -> int:
        """Bytes that were fetched."""
        return sum(len(self.files[name]) for name in self.fetched)

    def serve(self, page, folder=""):
        """Answers for the files of the index, below `folder` of the Korean site."""

        def answer(route):
            name = route.request.url.partition(f"/ko/{folder}")[2]
            self.fetched.append(name)
            route.fulfill(body=self.files[name], content_type="application/json")

        page.route(re.compile(rf"/ko/{folder}search(\.json|/\w+\.json)$"), answer)


def trees(folder: Path) -> dict[str, Tree]:
    """Both languages of a tree of 600 pages, as `auto` gives them."""
    site = parse.read(large.grow(folder, questions=PAGES - 20, terms=250)).site
    book = Book.of(site)
    index = {identifier: place.path for identifier, place in book.places.items()}
    count = len(pages.plan(book, "ko", ""))
    assert PAGES <= count < PAGES + 20
    found = {}
    for language in ("ko", "en"):
        files = {name.partition("/")[2]: data for name, data in search.files(site, language, index, count).items()}
        found[language] = Tree(search.documents(site, language, index), files)
    return found


HITS = """async ([documents, head, queries]) => {
  const shell = [...document.scripts].map((one) => one.src).find((src) => src.endsWith("/js/shell.js"));
  const bring = (name) => import(new URL(`search/${name}.js`, shell));
  const [{ Engine }, { Whole }, { Chunked }] = await Promise.all(["engine", "whole", "chunked"].map(bring));
  const engines = [new Engine(new Whole(documents)), new Engine(new Chunked(head, new URL("../", location.href)))];
  const found = [];
  for (const query of queries) found.push(await Promise.all(engines.map(async (engine) => engine.read(await engine.find(query)))));
  return found.map((pair) => pair.map((hits) => hits.map((hit) => [hit.u, hit.t, hit.score])));
}"""


def asked_of(documents, count, seed=3):
    """Queries made from names and texts: words, parts of words, two words, slips, initial consonants, and words that nobody wrote."""
    source = random.Random(seed)  # noqa: S311 - repeatable, not secret
    found = []
    for _ in range(count):
        document = source.choice(documents)
        words = f"{document['t']} {document['o']} {document['x']}".split()
        word = source.choice(words)
        start = source.randrange(len(word))
        slip = word[:start] + source.choice("가나다xyz") + word[start + 1 :]
        heard = "".join(tokens.leads(one) for one in word if tokens.hangul(one))
        found += [word, word[start:], f"{word} {source.choice(words)}", document["t"], slip, heard, word.upper(), f"{word}는 무엇인가?"]
    return [*dict.fromkeys(one for one in found if one.strip()), "", "!!!", "e", "가", "없는말없는말", "zzzzzz"]


def rows(browser: Browser, site: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark table: what is found through small files, and how much a query fetches of a tree of 600 pages."""
    found = trees(folder)
    for language in ("ko", "en"):
        tree = found[language]
        own = json.loads((site / language / "search.json").read_text(encoding="utf-8"))
        small = Tree(own, search.chunks(own))
        wanted = judge.queries(language)
        index = {identifier: place.path for identifier, place in Book.of(pipeline.load_site(pipeline.DEFAULT_CONTENT).site).places.items()}
        with served(site) as base:
            answers = asked(browser, base, small, [query.query for query in wanted])
            shares = [share(browser, base, tree, query) for query in (one["t"] for one in tree.documents[::60])]
        recalls = [judge.score(wanted, [[hit[0] for hit in pair[way]] for pair in answers], index, lambda _: "").recall for way in (0, 1)]
        yield (f"search {language}: recall through small files", f"{recalls[1]:.1%}, one file {recalls[0]:.1%}", "no lower")
        words = f"{mean(shares):.0%} on average, {max(shares):.0%} at most, of {tree.whole // 1000} kB; {len(tree.files)} files"
        yield (f"search {language}, 600 pages: fetched for a title or name", words, "< 25 %")


def asked(browser: Browser, base: str, tree: Tree, queries: list[str]) -> list[list[list[list[object]]]]:
    """For each query the hits through one file and through small ones."""
    page = browser.new_page()
    tree.serve(page)
    page.goto(f"{base}ko/sources/")
    found: list[list[list[list[object]]]] = page.evaluate(HITS, [tree.documents, json.loads(tree.files["search.json"]), queries])
    page.close()
    return found


def share(browser: Browser, base: str, tree: Tree, query: str) -> float:
    """The share of the one file's bytes that a first query fetches through the search box."""
    page: Page = browser.new_page()
    tree.serve(page)
    tree.fetched.clear()
    page.goto(f"{base}ko/sources/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(query)
    page.get_by_role("option").first.wait_for()
    page.close()
    return tree.weight / tree.whole
