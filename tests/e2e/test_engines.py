"""The same pages under another engine: the way out of Material and MkDocs stays open."""

import os
import re
import subprocess
import sys

import pytest

from generator import pipeline

pytest.importorskip("zensical")
BREAKS = re.compile(r"\s+")


def articles(folder):
    """The article of every page, without differences of white space and of how a character or an address is written."""
    found = {}
    for path in sorted(folder.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        article = re.search(r"<article.*?</article>", text, re.DOTALL)
        if article:
            words = article[0].replace("&#x2f;", "/").replace("&#x27;", "&#39;").replace("&quot;", "&#34;").replace('"./', '"')
            found[path.relative_to(folder).as_posix()] = BREAKS.sub(" ", words)
    return found


def test_zensical_builds_the_same_article_for_every_page(folder, tmp_path):
    out = tmp_path / "zensical"
    command = [sys.executable, str(pipeline.ROOT / "scripts" / "zensical.py"), str(out), "--fast"]
    done = subprocess.run(command, env={**os.environ, "SITE_URL": "http://notes.test/notes/"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    theirs, ours = articles(out), articles(folder)
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert (out / "ko" / "index.md").is_file()
    assert 'application/ld+json">{"@context"' in (out / "ko" / "index.html").read_text(encoding="utf-8")
