"""Replaces several files, each as a whole, once all new texts are on disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path


def replace_all(texts: Mapping[Path, str]) -> None:
    """Writes these texts. Raises OSError; until the last one is staged, no file has changed."""
    stages = {}
    try:
        for path, text in texts.items():
            target = path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            stage = target.with_name(f".{target.name}.new")
            stages[target] = stage
            stage.write_bytes(text.encode())
            if target.exists():
                shutil.copymode(target, stage)
    except OSError:
        for stage in stages.values():
            stage.unlink(missing_ok=True)
        raise
    for target, stage in stages.items():
        stage.replace(target)
