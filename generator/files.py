"""Writes texts that authors own: each file as a whole, once all of them are on disk. For what a build makes, see `write`."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path


def replace_all(texts: Mapping[Path, str]) -> None:
    """Writes these texts. Raises OSError; until the last one is staged, no file has changed, and no stage is left behind."""
    stages: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            target = path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            stage = stages[target] = target.with_name(f".{target.name}.new")
            stage.write_bytes(text.encode())
            if target.exists():
                shutil.copymode(target, stage)
        for target, stage in stages.items():
            stage.replace(target)
    finally:
        for stage in stages.values():
            stage.unlink(missing_ok=True)
