"""Gathers the site's own style sheets, scripts and pictures into one folder named after their content.

A new name for every change lets browsers keep the files for ever. Knows files, not pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin


@dataclass(frozen=True, slots=True)
class Assets:
    """`folder` is the path from the site's root, with a slash at its end; `files` are keyed by path from the site's root."""

    folder: str
    files: dict[str, bytes]


def gather(docs: Path, *, small: bool = True) -> Assets:
    """Reads `docs/css`, `docs/js` and `docs/img`. Raises OSError when one cannot be read.

    Each file of `docs/css` is a style sheet; so is each folder there, its files joined in the order of their names.
    `small` takes comments and needless space out of style sheets and scripts; without it they stay as written, for people who look at them.
    """
    files = {f"css/{path.stem}.css": _sheet(path, small) for path in sorted((docs / "css").iterdir()) if not path.name.startswith(".")}
    for folder in ("js", "img"):
        for path in sorted((docs / folder).rglob("*")):
            if path.is_file() and not path.name.startswith(".") and path.suffix != ".md":
                # What comes from elsewhere is as small as its makers made it.
                ours = small and path.suffix == ".js" and "vendor" not in path.parts
                data = str(rjsmin.jsmin(path.read_text(encoding="utf-8"))).encode() if ours else path.read_bytes()
                files[path.relative_to(docs).as_posix()] = data
    digest = sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    folder = f"assets/{digest.hexdigest()[:10]}/"
    return Assets(folder, {folder + name: data for name, data in files.items()})


def _sheet(path: Path, small: bool) -> bytes:
    parts = sorted(path.glob("*.css")) if path.is_dir() else [path]
    style = "\n".join(part.read_text(encoding="utf-8").rstrip() for part in parts) + "\n"
    return (str(rcssmin.cssmin(style)) if small else style).encode()
