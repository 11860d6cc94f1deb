"""A tiny content tree that each test may break in its own way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the mail fixture at `content`, with its parent as working directory."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MAIL, tmp_path / "content")
    return Path("content")


@pytest.fixture
def edit(mail: Path) -> Callable[[str, str, str], None]:
    """Replaces words in one file of the copy; fails when they are not there."""

    def replace(name: str, old: str, new: str) -> None:
        path = mail / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
