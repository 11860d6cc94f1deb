"""Rows of `make bench` about the live preview: from the edit to the page, beside plain `mkdocs serve` of the same pages."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator import parse
from generator.render import Press
from tests import trees
from tests.serving import body, serving, until

Row = tuple[str, str, str]
PAGE = "ko/components/server-3/"
OLD, NEW = "메일 3번 줄을 맡는다.", "메일 3번 줄을 잘 맡는다."


def rows() -> Iterator[Row]:
    for count, wanted in ((13, "≤ 0.5x"), (1000, "≤ 0.1x")):
        with tempfile.TemporaryDirectory() as folder:
            content = trees.grow(count, Path(folder) / "content")
            ours = _ours(content, Path(folder), 6)
            theirs = _theirs(content, Path(folder) / "plain", 6 if count < 100 else 1)
        yield (f"edit → visible, {count} components", f"{ours / theirs:.3f}x plain mkdocs serve ({ours:.2f} s and {theirs:.1f} s here)", wanted)


def _ours(content: Path, folder: Path, times: int) -> float:
    with serving(["generator", "serve", "--content", str(content), "--addr", "{addr}"], folder, PAGE) as base:
        return _median(content / "components" / "server-3.yaml", base, times)


def _theirs(content: Path, folder: Path, times: int) -> float:
    """The same pages under Material as it comes."""
    site = parse.read(content).site
    assert site is not None
    press = Press(site, "assets/x/")
    for name in press.names:
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(press.page(name))
    settings = {"site_name": "plain", "docs_dir": "docs", "theme": {"name": "material", "font": False}, "markdown_extensions": ["attr_list", "toc"]}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = ["mkdocs", "serve", "--livereload", "--quiet", "-f", str(folder / "mkdocs.yml"), "--dev-addr", "{addr}"]
    with serving(command, folder, PAGE, 900) as base:
        return _median(folder / "docs" / PAGE / "index.md", base, times)


def _median(path: Path, base: str, times: int) -> float:
    """Seconds of an edit, there and back in turn; with an even number of `times` the file is as it was."""
    found = []
    for turn in range(times):
        old, new = (OLD, NEW) if turn % 2 == 0 else (NEW, OLD)
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        found.append(until(lambda new=new: new in body(base + PAGE), 900))  # type: ignore[misc]
        # What goes on behind the page is done, or is broken off.
        until(lambda: bool(body(base)))
    return sorted(found)[len(found) // 2]
