"""Gathers the site's own style sheets, scripts and pictures into one folder named after their content.

A new name for every change lets browsers keep the files for ever. Knows files, not pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Assets:
    """`folder` is the path from the site's root, with a slash at its end; `files` are keyed by path from the site's root."""

    folder: str
    files: dict[str, bytes]


def gather(docs: Path) -> Assets:
    """Reads `docs/css` (joined in order of name into one `site.css`), `docs/js` and `docs/img`. Raises OSError when one cannot be read."""
    files = {"site.css": b"\n".join(path.read_bytes().rstrip() for path in sorted((docs / "css").glob("*.css"))) + b"\n"}
    for folder in ("js", "img"):
        for path in sorted((docs / folder).rglob("*")):
            if path.is_file() and not path.name.startswith(".") and path.suffix != ".md":
                files[path.relative_to(docs).as_posix()] = path.read_bytes()
    digest = sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    folder = f"assets/{digest.hexdigest()[:10]}/"
    return Assets(folder, {folder + name: data for name, data in files.items()})
