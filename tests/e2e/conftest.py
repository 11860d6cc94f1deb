"""The real site, built once, served under a sub-path, in a real Chromium that reports whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from generator import pipeline
from tests.browser import Quiet, chromium, served
from tests.e2e.single import item
from tests.e2e.types import types_context, types_page, types_site

__all__ = ["item", "types_context", "types_page", "types_site"]


class _Host(Quiet):
    def send_error(self, code, message=None, explain=None):
        """Answers a missing page with the site's own 404, as a static host does."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "notes" / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("www")
    environment = {**os.environ, "SITE_URL": "http://notes.test/notes/", "ANSWERED_NOTES_BUILD": str(root / "build")}
    command = [sys.executable, "-m", "generator", "build", "--out", str(root / "notes")]
    done = subprocess.run(command, cwd=pipeline.ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "notes"


@pytest.fixture(scope="session")
def base(folder) -> Iterator[str]:
    """The address of the site, with a slash at its end."""
    with served(folder.parent, _Host) as address:
        yield f"{address}notes/"


@pytest.fixture(scope="session")
def site():
    """The model behind the site."""
    return pipeline.load_site(pipeline.DEFAULT_CONTENT).site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as one:
        yield one


@dataclass
class Trouble:
    """What a page did wrong while a test used it. A test that expects some of it empties the list."""

    found: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext, base: str) -> None:
        def page(one: Page) -> None:
            one.on("console", lambda message: self.found.append(f"console: {message.text}") if message.type in {"error", "warning"} else None)
            one.on("pageerror", lambda error: self.found.append(f"error: {error}"))
            one.on("request", lambda request: self.found.append(f"foreign: {request.url}") if not request.url.startswith((base, "data:")) else None)
            one.on("requestfailed", self.failed)
            one.on("response", lambda answer: self.found.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)

        context.on("page", page)

    def failed(self, request: Request) -> None:
        """Notes a failed request, unless the page was left while it was under way."""
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"failed: {request.failure} {request.url}")


@pytest.fixture
def trouble() -> Iterator[Trouble]:
    """Collects console errors, page errors, failed and foreign requests; the test fails when any is left at its end."""
    one = Trouble()
    yield one
    assert one.found == []


@pytest.fixture
def context(browser, base, trouble, request) -> Iterator[BrowserContext]:
    """A fresh profile. Options of the context come from the marker-free parameter `request.param`."""
    options = getattr(request, "param", {})
    one = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    trouble.follow(one, base)
    yield one
    one.close()


@pytest.fixture
def page(context) -> Page:
    """A page of that profile."""
    return context.new_page()
