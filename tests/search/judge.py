"""Judges a search: what it found of what readers want, and how much of what it shows is to the point.

The same rules for every search: hits are places of the site, ten of them count, and a hit is right when the text of the model it
leads to holds one of the query's words as it stands. No tokenizer takes part in judging.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Query:
    """One line of queries.yaml."""

    kind: str
    query: str
    find: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Shares between 0 and 1: wanted things found, shown hits that are to the point, queries without any hit.

    `missed` names the queries that found too little.
    """

    recall: float
    precision: float
    zero: float
    missed: tuple[str, ...]


def queries(language: str) -> list[Query]:
    """The query set of one language."""
    lines = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))[language]
    return [Query(line["kind"], line["query"], tuple(line["find"]), tuple(line["about"])) for line in lines]


def score(asked: Sequence[Query], answers: Sequence[Sequence[str]], index: dict[str, str], says: Callable[[str], str]) -> Score:
    """`answers` are addresses below the language, best first; `index` gives the address of an id; `says` the words that stand at an address."""
    recalls, rights, shown, missed = [], 0, 0, []
    for query, answer in zip(asked, answers, strict=True):
        hits = list(dict.fromkeys(answer))[:SHOWN]
        pages = {hit.partition("#")[0] for hit in hits}
        # A search that only knows pages is right with the page.
        found = [name for name in query.find if index[name].partition("#")[0] in pages]
        recalls.append(len(found) / len(query.find))
        if len(found) < len(query.find):
            missed.append(f"{query.query} → {', '.join(set(query.find) - set(found))}")
        shown += len(hits)
        rights += sum(any(word.lower() in says(hit).lower() for word in query.about) for hit in hits)
    zero = sum(not answer for answer in answers) / len(asked)
    return Score(sum(recalls) / len(recalls), rights / max(shown, 1), zero, tuple(missed))


def ours(page: Page, base: str, language: str, asked: Iterable[Query]) -> list[list[str]]:
    """What the site's search answers: its engine, as it is published, in the browser."""
    page.goto(f"{base}{language}/sources/")
    script = """async ([address, queries]) => {
      const modules = [...document.scripts].map((one) => one.src).find((src) => src.endsWith("/js/shell.js"));
      const bring = (name) => import(new URL(`search/${name}.js`, modules));
      const [{ Engine }, { Whole }, { Chunked }] = await Promise.all(["engine", "whole", "chunked"].map(bring));
      const data = await (await fetch(address)).json();
      const engine = new Engine(Array.isArray(data) ? new Whole(data) : new Chunked(data, address));
      const found = [];
      for (const query of queries) found.push((await engine.read(await engine.find(query))).map((hit) => hit.u));
      return found;
    }"""
    return page.evaluate(script, [f"{base}{language}/search.json", [query.query for query in asked]])


def materials(page: Page, base: str, asked: Iterable[Query]) -> list[list[str]]:
    """What Material's own search answers: typed into its own box, read from its own worker."""
    page.add_init_script("""
      const Own = Worker;
      globalThis.answers = [];
      globalThis.Worker = class extends Own {
        constructor(...given) { super(...given); this.addEventListener("message", ({ data }) => { globalThis.answers.push(data); }); }
      };
    """)
    page.goto(base, wait_until="networkidle")
    page.locator("[data-md-component=search-query]").focus()
    page.wait_for_function("answers.some((one) => one.type === 1)")
    found = []
    for query in asked:
        before = page.evaluate("answers.length")
        page.evaluate(
            """(words) => { const box = document.querySelector("[data-md-component=search-query]");
            box.value = words;
            box.dispatchEvent(new Event("input", { bubbles: true }));
            box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); }""",
            query.query,
        )
        page.wait_for_function("(before) => answers.slice(before).some((one) => one.type === 3)", arg=before)
        items = json.loads(page.evaluate("JSON.stringify(answers.findLast((one) => one.type === 3).data.items)"))
        found.append([str(section["location"]) for group in items for section in group[:1]])
    return found


def text_at(pages: dict[str, Any]) -> Callable[[str], str]:
    """The words at an address: those of the place where it is known, else those of its page."""
    return lambda hit: pages.get(hit) or pages.get(hit.partition("#")[0], "")
