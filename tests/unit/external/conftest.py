"""A small web on this machine, with every way in which a host may answer or not."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


def page(title, body=""):
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>".encode()


HTML = "text/html; charset=utf-8"
ANCHORS = '<h2 id="part">x</h2><a name="old">y</a><h3 id="user-content-theirs">z</h3><p id="가나">k</p>'
# Path → status, kind of content, body.
PAGES = {
    "/": (200, HTML, page("Home")),
    "/fine": (200, HTML, page("A fine\n  page &amp; more", ANCHORS)),
    "/gone": (404, HTML, page("Not found")),
    "/broken": (500, HTML, page("Oops")),
    "/shy": (403, HTML, page("No robots")),
    "/untitled": (200, HTML, b"<html><body><p>no title</p></body></html>"),
    "/icon": (200, HTML, b"<html><title></title><body><svg><title>an icon</title></svg></body></html>"),
    "/korean": (200, "text/html", '<html><head><meta charset="euc-kr"><title>쿠키 똠방각하</title></head></html>'.encode("cp949")),
    "/korean-header": (200, "text/html; charset=EUC-KR", "<title>한글 제목</title>".encode("euc-kr")),
    "/strange-charset": (200, "text/html; charset=klingon", page("한글")),
    "/pdf": (200, "application/pdf", b"%PDF-1.7 <title>not a title</title>"),
    "/escape": (200, HTML, page("red\x1b[31m\u202e and \x07bell")),
    "/odd-markup": (200, HTML, b"<title>Odd</title><![what is this]><p id=part>x"),
    "/long": (200, HTML, page("Long", "x" * 300_000 + '<h2 id="end">x</h2>')),
}  # fmt: skip
MOVED = {
    "/moved": "/fine",
    "/twice": "/moved",
    "/circle": "/circle",
    "/elsewhere": "ftp://example.org/x",
    "/moved-away": "/gone",
    "/slash": "/slash/",
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        web = self.server.web
        path = self.path.partition("?")[0]
        with web.lock:
            web.asked.append((self.path, dict(self.headers)))
            web.now += 1
            web.most = max(web.most, web.now)
        try:
            with suppress(BrokenPipeError, ConnectionResetError):
                self.answer(path)
        finally:
            with web.lock:
                web.now -= 1

    def answer(self, path):
        if path in MOVED:
            self.send(301, HTML, b"", {"Location": MOVED[path]})
        elif path == "/cookie":
            fed = "fed=1" in self.headers.get("Cookie", "")
            self.send(200 if fed else 302, HTML, page("Fed") if fed else b"", {} if fed else {"Location": "/cookie", "Set-Cookie": "fed=1"})
        elif path == "/shaky":
            self.send(*(PAGES["/fine"] if [one for one, _ in self.server.web.asked].count("/shaky") > 1 else PAGES["/broken"]))
        elif path == "/packed":
            self.send(200, HTML, gzip.compress(page("Packed")), {"Content-Encoding": "gzip"})
        elif path == "/hangs-up":
            self.close_connection = True
        elif path in {"/slow", "/drip", "/endless"}:
            self.trickle(path)
        else:
            self.send(*PAGES["/fine" if path == "/slash/" else path if path in PAGES else "/gone"])

    def send(self, status, kind, body, more=None):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def trickle(self, path):
        """Nothing for long, a byte of the head now and then, or a body without an end; for a few seconds at most."""
        self.close_connection = True
        until = time.monotonic() + 5
        if path == "/endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Endless</title>")
        while time.monotonic() < until and not self.server.web.closing.wait(0 if path == "/endless" else 0.05):
            if path == "/drip":
                self.wfile.write(b"H")
            elif path == "/endless":
                self.wfile.write(b"<p>more" * 10_000)
                self.server.web.sent += 70_000

    def log_message(self, *_):
        pass


class Web:
    """The server, and what it saw: every request, the most at one time, bytes of the endless page."""

    def __init__(self):
        self.asked, self.now, self.most, self.sent = [], 0, 0, 0
        self.lock, self.closing = threading.Lock(), threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.server.web = self
        self.server.handle_error = lambda *_: None
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def __call__(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.server.server_port}{path}"

    @property
    def paths(self):
        return [path for path, _ in self.asked]

    def close(self):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def web(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    found = Web()
    yield found
    found.close()


@pytest.fixture
def closed():
    """The address of a port at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{one.getsockname()[1]}/"
