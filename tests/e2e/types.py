"""A small site with one item of each question type: the mail fixture and the `example.yaml` of every type in the registry."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from generator import load, pipeline, questions
from generator.questions import TYPES, BaseItem
from tests.browser import Quiet, served
from tests.e2e.stored import record

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"
HOME = "quiz/relay/"
"""The page that shows every example."""
STORE = "mail:2:item:"
SIGHTS = [("ko", "light", 360), ("ko", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280)]
"""Language, scheme and width in which a type is looked at."""

_SOURCE = "rfc5321"
_THING = "relay"


def _fitted(value: Any, key: str = "") -> Any:
    """The values of an example, with a name that the mail site has wherever the example says `example`."""
    if isinstance(value, dict):
        return {name: _fitted(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_fitted(inner, key) for inner in value]
    return {"source": _SOURCE, "also": _SOURCE}.get(key, _THING) if value == "example" else value


def _content(folder: Path) -> Path:
    """A copy of the mail site at `folder` that holds the example of every type."""
    shutil.copytree(MAIL, folder)
    examples = []
    for name in TYPES:
        path = Path(questions.__file__).parent / name / "example.yaml"
        node, problems = load.load(path, path.name)
        assert problems == []
        examples.append(_fitted(load.values(node)))
    (folder / "items").mkdir()
    (folder / "items" / "types.yaml").write_text(json.dumps(examples, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


@dataclass
class Types:
    """The built site: its address with a slash at the end, and its example of each type."""

    base: str
    items: dict[str, BaseItem]

    def url(self, language: str) -> str:
        """The page that shows every example."""
        return f"{self.base}{language}/{HOME}"


@pytest.fixture(scope="session")
def types_site(tmp_path_factory) -> Iterator[Types]:
    """The mail site with an example of every type, built and served under a sub-path."""
    root = tmp_path_factory.mktemp("types")
    content = _content(root / "content")
    environment = {**os.environ, "SITE_URL": "http://notes.test/notes/", "ANSWERED_NOTES_BUILD": str(root / "build")}
    command = [sys.executable, "-m", "generator", "build", "--content", str(content), "--out", str(root / "www" / "notes")]
    done = subprocess.run(command, cwd=pipeline.ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    items = {item.type: item for item in pipeline.load_site(content).site.items if item.id.startswith("example-")}
    with served(root / "www", Quiet) as address:
        yield Types(f"{address}notes/", items)


@pytest.fixture
def types_context(browser, types_site, trouble, request) -> Iterator[BrowserContext]:
    """A fresh profile for that site; whatever goes wrong fails the test. `request.param` may hold options of the context."""
    one = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})})
    trouble.follow(one, types_site.base)
    yield one
    one.close()


@pytest.fixture
def types_page(types_context) -> Page:
    """A page of that profile."""
    return types_context.new_page()


class Card:
    """The card of the example of one type on a page."""

    def __init__(self, page: Page, site: Types, name: str, language: str = "en") -> None:
        """Opens the page in `language`."""
        self.page, self.site, self.item = page, site, site.items[name]
        self.go(language)

    def go(self, language: str) -> None:
        """Opens the page again, and waits until its card can be answered."""
        self.page.goto(self.site.url(language))
        self.root = self.page.locator(f"#q-{self.item.id}")
        self.button = self.root.locator(".an-q__foot button")
        expect(self.button).to_be_visible()

    def check(self) -> None:
        """Presses the button of the card: check, or try again."""
        self.button.click()

    def is_(self, state: str) -> None:
        """Waits for a state: new, right, partial, wrong or changed."""
        expect(self.button).to_be_visible()
        expect(self.root).to_have_attribute("data-state", state)

    def says(self, words: str) -> None:
        """Waits until the verdict holds these words."""
        expect(self.root.get_by_role("status")).to_contain_text(words)

    def stored(self) -> list[str] | None:
        """The answer that is kept."""
        value = self.page.evaluate("key => localStorage.getItem(key)", f"{STORE}{self.item.id}")
        return json.loads(value)["a"] if value else None

    def keep(self, answer: list[str], state: str = "right") -> None:
        """Puts an answer into the storage, as if it had been given, and reloads."""
        known = self.root.get_attribute("data-hash")
        self.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{STORE}{self.item.id}", json.dumps(record(answer, state, known))])
        self.page.reload()

    def clean(self) -> None:
        """Fails when axe finds anything on the page, or when the page is wider than the window."""
        found = Axe().run(self.page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
