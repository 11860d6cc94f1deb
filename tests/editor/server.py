"""The language server that editors run on YAML files, spoken to as an editor speaks to it (Language Server Protocol 3.17, over pipes)."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60
"""Seconds until an answer that does not come is a failure."""


def missing() -> str:
    """Why the server cannot run here; empty when it can."""
    if not shutil.which("node"):
        return "needs Node.js"
    return "" if SERVER.exists() else "needs npm: npm ci --prefix tests/editor"


class Editor:
    """One session with the server."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self.process, self.numbers = process, count(1)
        self.heard: Queue[dict] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {"workspace": {"configuration": True}}})
        self._send({"method": "initialized", "params": {}})

    def _listen(self) -> None:
        out = self.process.stdout
        while head := out.readline():
            length = int(head.split(b":")[1]) if head.lower().startswith(b"content-length") else 0
            if length:
                out.readline()
                self.heard.put(json.loads(out.read(length)))

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _until(self, wanted):
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if "id" in message and "method" in message:  # the server asks for settings: it gets its defaults
                asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                self._send(
                    {"id": message["id"], "result": [{"validate": True, "completion": True} if one["section"] == "yaml" else {} for one in asked]}
                )
            elif wanted(message):
                return message

    def ask(self, method: str, params: dict):
        """Sends a request and gives its result."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda message: message.get("id") == number)["result"]

    def open(self, path: Path, text: str) -> list[dict]:
        """Shows the server `text` as the file at `path`; gives the faults it finds."""
        where = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": where}})
        told = lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri()  # noqa: E731
        return self._until(told)["params"]["diagnostics"]

    def complete(self, path: Path, line: int, column: int) -> list[str]:
        """What the server offers at a place, both counted from 0."""
        where = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        found = self.ask("textDocument/completion", where)
        return [one["label"] for one in (found["items"] if isinstance(found, dict) else found or [])]


@contextmanager
def editor(root: Path):
    """A running server for the folder `root`."""
    process = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield Editor(process, root)
    finally:
        process.kill()
        process.communicate()
