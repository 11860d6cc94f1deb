"""Writes rendered files: only those that changed, each in one move, and removes those that are gone.

The list of what was written before lies beside the folder, so that nothing written by somebody else is ever removed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, left as they were, and removed."""

    changed: int
    kept: int
    removed: int


def write(files: dict[str, bytes], out: Path) -> Written:
    """Makes the folder `out` hold exactly `files` (keyed by relative path), next to whatever others put there. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    manifest = out.parent / f".{out.name}.manifest.json"
    before = _names(manifest)
    changed = 0
    for name, data in files.items():
        target = out / name
        if not (target.is_file() and target.read_bytes() == data):
            _replace(target, data)
            changed += 1
    gone = before - files.keys()
    removed = sum(_remove(out, name) for name in sorted(gone))
    if before != files.keys():
        _replace(manifest, json.dumps(sorted(files), indent=0).encode())
    return Written(changed, len(files) - changed, removed)


def _names(manifest: Path) -> set[str]:
    try:
        names = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def _replace(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = target.with_name(f".{target.name}.{os.getpid()}.new")
    stage.write_bytes(data)
    stage.replace(target)


def _remove(out: Path, name: str) -> int:
    target = out / name
    if not target.resolve().is_relative_to(out.resolve()) or not target.is_file():
        return 0
    target.unlink()
    for folder in target.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return 1
