"""The site's search beside Material's, on the same pages and the same queries, in one run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from generator import pipeline
from generator.pages import Book
from tests.browser import served
from tests.search import judge

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def texts(site: Path, language: str) -> dict[str, str]:
    """What stands at each address of one language: the article of a page, and the search document of a place inside one."""
    found = {}
    for path in (site / language).rglob("index.html"):
        place = path.parent.relative_to(site / language).as_posix()
        article = re.search(r"<article.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        words = unescape(re.sub(r"<[^>]+>", " ", article[0] if article else ""))
        found["" if place == "." else f"{place}/"] = words
    for document in json.loads((site / language / "search.json").read_text(encoding="utf-8")):
        if "#" in document["u"]:
            found[document["u"]] = f"{document['t']} {document['o']} {document['x']}"
    return found


def stock(docs: Path, language: str, out: Path) -> None:
    """Material as it comes, with one language alone and its search set to it: the best it can do with these pages."""
    settings = {
        "site_name": "stock",
        "docs_dir": str((docs / language).resolve()),
        "site_dir": str(out),
        "theme": {"name": "material", "font": False, "language": language},
        "plugins": [{"search": {"lang": language}}],
        "markdown_extensions": ["attr_list", "toc"],
    }
    config = out.with_suffix(".yml")
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)], env=QUIET, check=True, stderr=subprocess.DEVNULL)


def compare(browser: Browser, site: Path, docs: Path, work: Path, language: str) -> tuple[judge.Score, judge.Score]:
    """Scores of ours and of Material's search for the query set of one language."""
    asked = judge.queries(language)
    places = Book.of(pipeline.load_site(pipeline.DEFAULT_CONTENT).site).places
    index = {identifier: place.path for identifier, place in places.items()}
    says = judge.text_at(texts(site, language))
    stock(docs, language, work / f"stock-{language}")
    with served(site) as base:
        mine = judge.ours(browser.new_page(), base, language, asked)
    with served(work / f"stock-{language}") as base:
        theirs = judge.materials(browser.new_page(), base, asked)
    return judge.score(asked, mine, index, says), judge.score(asked, theirs, index, says)


def rows(browser: Browser, site: Path, docs: Path, work: Path) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark table."""
    for language in ("ko", "en"):
        mine, theirs = compare(browser, site, docs, work, language)
        count = len(judge.queries(language))
        aim = ("≥ 1.4x", "≥ 95 %", "≤ 2 %") if language == "ko" else ("", "≥ 95 %", "≤ 2 %")
        ratio = f"{mine.recall / theirs.recall:.2f}x" if theirs.recall else "∞"
        yield (f"search {language}, {count} queries: recall in ten hits", f"{mine.recall:.0%}, Material {theirs.recall:.0%}: {ratio}", aim[0])
        yield (f"search {language}: hits to the point", f"{mine.precision:.1%}, Material {theirs.precision:.1%}", aim[1])
        yield (f"search {language}: queries without a hit", f"{mine.zero:.1%}, Material {theirs.zero:.1%}", aim[2])
