"""The main content of each page of the mail tree, as it was last looked at. `UPDATE_GOLDEN=1` writes it anew."""

import os
from pathlib import Path

import pytest

from generator import pipeline

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
MAIL = Path(__file__).parents[1] / "fixtures" / "mail"


def pages() -> dict[str, str]:
    """Rendered pages without the name of the asset folder, which changes with every style rule."""
    result = pipeline.render_pages(pipeline.load_site(MAIL), pipeline.ROOT / "docs")
    folder = result.extra["assets"]
    found = {name: data.decode().replace(folder, "assets/_/") for name, data in result.files.items() if name.endswith(".md")}
    root = MAIL.as_posix()
    return {name: text.replace(root, "mail") for name, text in found.items()}


def test_goldens():
    now = pages()
    stored = {path.relative_to(GOLDEN).as_posix(): path for path in GOLDEN.rglob("*.md")}
    if os.environ.get("UPDATE_GOLDEN"):
        for name, text in now.items():
            path = GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for name in stored.keys() - now.keys():
            stored[name].unlink()
        pytest.skip("goldens written anew: look at the difference before committing it")
    assert sorted(stored.keys() - now.keys()) == [], "goldens of pages that no longer exist"
    assert sorted(now.keys() - stored.keys()) == [], "pages without golden: UPDATE_GOLDEN=1"
    for name, text in sorted(now.items()):
        assert text == stored[name].read_text(encoding="utf-8"), f"{name} changed: look at it, then UPDATE_GOLDEN=1"
