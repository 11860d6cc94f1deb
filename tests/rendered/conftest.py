"""Both content trees, rendered once in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator import pipeline

TREES = {"site": pipeline.DEFAULT_CONTENT, "mail": Path(__file__).parents[1] / "fixtures" / "mail"}


@dataclass
class Rendered:
    """One rendered page: its front matter and what its HTML holds."""

    name: str
    meta: dict
    body: str
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

    def __init__(self, page: Rendered) -> None:
        super().__init__()
        self.page = page
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.page.tags.append((tag, given))
        if given.get("id"):
            self.page.ids.append(given["id"])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open, f"{self.page.name}: </{tag}> closes nothing at {self.getpos()}"
            assert self.open[-1] == tag, f"{self.page.name}: </{tag}> closes <{self.open[-1]}> at {self.getpos()}"
            self.open.pop()


def read(name: str, data: bytes) -> Rendered:
    _, head, body = data.decode().split("---\n", 2)
    page = Rendered(name, yaml.safe_load(head), body)
    reader = _Reader(page)
    reader.feed(body)
    reader.close()
    assert reader.open == [], f"{name}: {reader.open} never closed"
    return page


@pytest.fixture(scope="session", params=sorted(TREES))
def result(request):
    return pipeline.render_pages(pipeline.load_site(TREES[request.param]), pipeline.ROOT / "docs")


@pytest.fixture(scope="session")
def rendered(result) -> dict[str, Rendered]:
    return {name: read(name, data) for name, data in result.files.items() if name.endswith(".md")}
