"""Asks one address on the network, and reads as much of its page as the title and the anchors need.

The only module that asks the network. It uses requests, which follows redirects with their cookies, reads packed bodies, knows
proxies and international names, and is installed with the theme anyway.
"""

from __future__ import annotations

import codecs
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from socket import gaierror
from ssl import SSLError
from urllib.parse import urldefrag

import requests
from urllib3.exceptions import HTTPError, NameResolutionError

from generator import __version__
from generator.external.answer import Answer, Manner

AGENT = f"AnsweredNotes/{__version__} (link check)"
_AGAIN = {429, 500, 502, 503, 504}
_CHUNK = 16 * 1024
_NAMED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# What these names mean to a browser.
_AS_BROWSERS = {"euc_kr": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252"}


def ask(address: str, anchors: frozenset[str], manner: Manner) -> Answer:
    """Asks for a page, a second time when it fails for now. Comes back in `manner.timeout` seconds at the latest, whatever the host does."""
    until = time.monotonic() + manner.timeout
    found: list[Answer] = []

    def work() -> None:
        answer = _once(address, anchors, manner, until)
        if (answer.failed or answer.status in _AGAIN) and time.monotonic() + manner.pause < until:
            time.sleep(manner.pause)
            answer = _once(address, anchors, manner, until)
        found.append(answer)

    # A host may keep a connection alive by a byte now and then, which no time limit of a socket sees: the thread is left behind then.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(manner.timeout)
    return found[0] if found else Answer(failed=_late(manner))


def _late(manner: Manner) -> str:
    return f"no answer within {manner.timeout:g} s"


def _once(address: str, anchors: frozenset[str], manner: Manner, until: float) -> Answer:
    wait = max(until - time.monotonic(), 0.1)
    try:
        with _session(address) as session, session.get(address, stream=True, timeout=wait) as response:
            final = urldefrag(response.url).url if response.history else None
            page = _read(response, manner.deep if anchors else manner.limit, until) if _readable(response) else None
            return _answer(response, final if final != address else None, anchors, page)
    except requests.Timeout:
        return Answer(failed=_late(manner))
    except requests.TooManyRedirects:
        return Answer(failed="its redirects lead in circles")
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        return Answer(failed=_reason(error))


def _session(address: str) -> requests.Session:
    """A session that knows the machine's proxies and certificates, but sends nobody's saved passwords along."""
    session = requests.Session()
    session.trust_env = False
    session.proxies = dict(requests.utils.get_environ_proxies(address))
    session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
    session.headers.update({"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.8"})
    return session


@dataclass(frozen=True, slots=True)
class _Body:
    data: bytes
    whole: bool


def _readable(response: requests.Response) -> bool:
    kind = response.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
    return response.ok and kind in {"text/html", "application/xhtml+xml"}


def _read(response: requests.Response, limit: int, until: float) -> _Body:
    data = bytearray()
    for chunk in response.iter_content(_CHUNK):
        data += chunk
        if len(data) >= limit or time.monotonic() > until:
            return _Body(bytes(data[:limit]), whole=False)
    return _Body(bytes(data), whole=True)


def _answer(response: requests.Response, final: str | None, anchors: frozenset[str], body: _Body | None) -> Answer:
    if body is None:
        return Answer(response.status_code, final=final)
    page = _Page(anchors)
    with suppress(AssertionError):  # the parser's word for markup that no browser would mind
        page.feed(_decoded(body.data, response.headers.get("Content-Type", "")))
    has = anchors & page.ids
    # Of a page that was not read to its end nobody knows what it lacks.
    lacks = anchors - has if body.whole else frozenset[str]()
    return Answer(response.status_code, _clean(page.title), final, tuple(sorted(has)), tuple(sorted(lacks)))


class _Page(HTMLParser):
    """The first title of a page, and every id in it that is an anchor."""

    def __init__(self, anchors: frozenset[str]) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.reading: bool | None = None
        self.ids: set[str] = set()
        self.anchors = anchors

    @property
    def title(self) -> str:
        return "".join(self.parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and self.reading is None:
            self.reading = True
        for name, value in attrs if self.anchors else ():
            if value and (name == "id" or (name == "name" and tag == "a")):
                # Some hosts put a word of their own before the ids that authors write; their scripts find them all the same.
                self.ids |= {value, value.removeprefix("user-content-")}

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.reading = False

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.parts.append(data)


def _decoded(data: bytes, kind: str) -> str:
    """The text of a page as a browser reads it: by its byte order mark, the header, the page's own word, or else as UTF-8."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    header = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.IGNORECASE)
    inside = _NAMED.search(data[:4096])
    for name in (header[1] if header else "", inside[1].decode("ascii", "replace") if inside else ""):
        try:
            found = codecs.lookup(name).name if name else ""
            if found:
                return data.decode(_AS_BROWSERS.get(found, found), "replace")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _clean(title: str) -> str | None:
    """The title on one line, with nothing in it that a terminal would obey; None when no words are left."""
    words = "".join(character if character.isprintable() else " " for character in title)
    return " ".join(words.split())[:200].strip() or None


def _reason(error: BaseException) -> str:
    """Why there was no answer, in words that stay the same from day to day."""
    chain = list(_chain(error))
    if any(isinstance(one, gaierror | NameResolutionError) for one in chain):
        return "no host of that name"
    if any(isinstance(one, SSLError | requests.exceptions.SSLError) for one in chain):
        return "its certificate is not valid"
    if any(isinstance(one, ConnectionRefusedError) for one in chain):
        return "connection refused"
    if any(isinstance(one, requests.exceptions.InvalidSchema | requests.exceptions.InvalidURL | UnicodeError) for one in chain):
        return "no address that can be asked"
    return "the connection broke"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error with those it was made from: causes, contexts, and what libraries put among the arguments."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "reason", None)]
        waiting += [inner for inner in one.args if isinstance(inner, BaseException)]
