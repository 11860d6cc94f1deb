"""Scores of Lighthouse on a phone for the main kinds of page, in every language. Needs Node and Chromium; takes minutes.

    .venv/bin/python scripts/lighthouse.py

12.8.2 is the newest Lighthouse that runs on Node 20. Nothing is installed: npx keeps its own copy.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import FLAGS, Quiet, chromium_path, served  # noqa: E402

PAGES = ("", "components/etcd/", "flows/flow-deploy/", "quiz/")
KINDS = ("performance", "accessibility", "best-practices", "seo")


class Packed(Quiet):
    """Packs what it serves, as every host does."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def run(url: str) -> dict:
    """One report."""
    command = os.environ.get("LIGHTHOUSE", "npx --yes lighthouse@12.8.2").split()
    command += [url, "--quiet", "--output=json", f"--only-categories={','.join(KINDS)}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium_path() or ""}
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Builds the site for the address it is served at. Prints one line for each page, and what cost it points."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), Packed) as root:
        base = f"{root}notes/"
        command = [sys.executable, "-m", "generator", "build", "--out", f"{folder}/notes"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": base, "NO_MKDOCS_2_WARNING": "1"}, check=True, stdout=subprocess.DEVNULL)
        for language in ("ko", "en"):
            for page in PAGES:
                report = run(f"{base}{language}/{page}")
                scores = [round(100 * report["categories"][kind]["score"]) for kind in KINDS]
                print(f"{language}/{page:24}", *scores, flush=True)
                for kind in KINDS:
                    for ref in report["categories"][kind]["auditRefs"]:
                        audit = report["audits"][ref["id"]]
                        if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                            found = [item.get("text", "") for item in audit.get("details", {}).get("items", [])][:3]
                            print("   ", kind, audit["id"], audit["score"], audit.get("displayValue", ""), *found)


if __name__ == "__main__":
    main()
