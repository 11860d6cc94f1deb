"""Live preview inside the engine's own server: pages get the theme around them when they are asked for.

Together with `mkdocs_hook` the only module that knows MkDocs.
"""

from __future__ import annotations

import mimetypes
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator import report
from generator.preview import Desktop, Judge, Panel, watch
from generator.problems import Problem, Severity
from generator.share.parts import parts

OWN = "_preview/"
"""Below this address stand the preview's own files, and the question whether a page has changed."""
PATIENCE = 25
"""Seconds until a browser that waits for news is told that there are none: proxies cut what is silent for longer."""
STATIC = Path(__file__).parent / "preview" / "static"
_STATE = b"@state@"
_COUNT = re.compile(r"<title>\(\d+\) ")

Start = Callable[[str, list[tuple[str, str]]], Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Preview:
    """A WSGI application in front of the engine's. `app` is the engine's own, asked for what this one does not have."""

    def __init__(self, config: Any, content: Path, docs: Path) -> None:
        self._config = config
        self._desktop = Desktop(content, docs)
        self._desktop.read()
        watch((folder for folder in self._desktop.folders if folder.is_dir()), self.rebuild)
        self._judge = Judge(self._desktop, _report)
        self._judge.call()
        self._framing = threading.Lock()
        self._files = Files([])
        self._nav = get_navigation(self._files, config)
        self._theme = config.theme.get_env()

    def rebuild(self) -> None:
        """Something may have been edited."""
        if self._desktop.read():
            self._judge.call()

    def serve(self, app: App, mount: str) -> App:
        """The application. `mount` is the path of the site's root, with a slash at both ends."""

        def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            name = path.removeprefix(mount) if path.startswith(mount) else None
            if name is None:
                return app(environ, start)
            if name == f"{OWN}wait":
                return self._wait(environ, start, mount)
            found = self._static(name) or self._page(name) or self._file(name) or self._file(f"{name}index.html")
            if found is None and not name.endswith("/") and self._known(f"{name}/"):
                start("302 Found", [("Location", quote(f"{path}/"))])
                return []
            if found is None:
                return app(environ, start)
            kind, data = found
            start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data))), ("Cache-Control", "no-store")])
            return [data]

        return answer

    def lost(self, code: int) -> bytes | None:
        """The page for an address that there is not; None for other faults and before there is a site."""
        edition = self._desktop.edition()
        if code != 404:
            return None
        if edition is None:
            return self._bare("")
        panel = Panel(self._desktop.problems, edition.site.settings.default_language)
        return _stamped(self._framed("404.html", None, edition.extra, panel), panel.html())

    # --- answers ---------------------------------------------------------------------------------------------------

    def _known(self, name: str) -> bool:
        return (edition := self._desktop.edition()) is not None and f"{name}index.md" in edition.press.names

    def _static(self, name: str) -> tuple[str, bytes] | None:
        path = STATIC / name.removeprefix(OWN)
        return (_kind(name), path.read_bytes()) if name.startswith(OWN) and path.parent == STATIC and path.is_file() else None

    def _file(self, name: str) -> tuple[str, bytes] | None:
        data = self._desktop.file(name) if name and not name.endswith("/") else None
        return (_kind(name), data) if data is not None else None

    def _page(self, name: str) -> tuple[str, bytes] | None:
        if name and not name.endswith("/"):
            return None
        html = self._html(name)
        return ("text/html; charset=utf-8", html) if html is not None else None

    def _html(self, name: str) -> bytes | None:
        """The whole page at an address below the root, or None when there is none."""
        if self._desktop.edition() is None:
            return self._bare(name)
        file = f"{name}index.md"
        sight = self._desktop.look(file)
        if sight is None:
            broken = any(one.severity is Severity.ERROR for one in self._desktop.problems_of(file))
            return self._bare(name) if broken and self._known(name) else None
        front, _ = parts(sight.data.decode())
        panel = Panel(self._desktop.problems_of(file), front["lang"], front["source"], sight.fresh)
        html = self._framed("main.html", (file, sight.data), sight.edition.extra, panel)
        return _stamped(html, panel.html())

    def _bare(self, name: str) -> bytes:
        panel = Panel(self._desktop.problems, name.partition("/")[0] or "en")
        return _stamped(panel.bare("../" * name.count("/") + OWN), panel.html())

    def _framed(self, template: str, document: tuple[str, bytes] | None, extra: dict[str, Any], panel: Panel) -> str:
        """A document in the theme's frame, as the engine's own build would put it."""
        # One at a time: the frame reads what is said of this page from the settings, which all pages share.
        with self._framing:
            return self._frame(template, document, extra, panel)

    def _frame(self, template: str, document: tuple[str, bytes] | None, extra: dict[str, Any], panel: Panel) -> str:
        config = self._config
        config.extra.update(extra, serving=True, preview={"panel": panel.html(), "errors": panel.errors})
        page = None
        if document is not None:
            name, data = document
            page = Page(None, File.generated(config, name, content=data), config)
            page.read_source(config)
            page.render(config, self._files)
        context = get_context(self._nav, self._files, config, page, "" if page else "/")
        return str(self._theme.get_template(template).render(context))

    # --- news ------------------------------------------------------------------------------------------------------

    def _wait(self, environ: dict[str, Any], start: Start, mount: str) -> Iterable[bytes]:
        """Answers with the state of a page as soon as it is another than the one that the browser has."""
        asked = parse_qs(environ.get("QUERY_STRING", ""))
        name = asked.get("page", [""])[0].removeprefix(mount)
        had = asked.get("state", [""])[0]
        until = time.monotonic() + PATIENCE
        while True:
            number = self._desktop.number
            html = self._html(name) or self.lost(404)
            state = _state(html) if html is not None else ""
            left = until - time.monotonic()
            if state != had or left <= 0:
                break
            self._desktop.wait(number, left)
        start("200 OK", [("Content-Type", "text/plain"), ("Cache-Control", "no-store")])
        return [state.encode()]


def _stamped(html: str, panel: str) -> bytes:
    """The page with its state: a digest of the page and one of the panel, so that a browser can tell which of the two is new."""
    rest = _COUNT.sub("<title>", html.replace(panel, "") if panel else html, count=1)
    state = ".".join(sha256(part.encode()).hexdigest()[:12] for part in (rest, panel))
    return html.encode().replace(_STATE, state.encode(), 1)


def _state(html: bytes) -> str:
    return html.partition(b'name="an-preview" content="')[2].partition(b'"')[0].decode()


def _kind(name: str) -> str:
    if name.endswith((".md", ".txt")):
        return "text/plain; charset=utf-8"
    return "text/javascript" if name.endswith(".js") else mimetypes.guess_type(name)[0] or "application/octet-stream"


def _report(errors: tuple[Problem, ...]) -> None:
    """Errors, on the terminal too, and the good news that there are none any more."""
    sys.stderr.write((report.as_text(errors) if errors else "the content has no errors") + "\n")
