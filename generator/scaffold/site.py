"""A whole new project on another subject: a short note, and the content that its import gives, which builds at once."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from generator import importer
from generator.importer.skeletons import Skeletons
from generator.scaffold.plan import TEMPLATES, WishError


def start(folder: Path) -> None:
    """Writes the project into `folder`, which must be empty or not there. Raises WishError when it holds anything, and OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WishError(f"'{folder}' is not empty: name a folder that does not exist yet")
    target = folder.resolve()
    root = TEMPLATES / "site"
    make = Skeletons(importer.LANGUAGES, importer.LANGUAGES[0], date.today().isoformat(), [root])
    target.parent.mkdir(parents=True, exist_ok=True)
    # Made apart and moved as a whole; the import takes the site's id from the folder's name.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as apart:
        stage = Path(apart) / target.name
        stage.mkdir()
        for template in sorted(root.glob("*.j2")):
            name = template.name.removesuffix(".j2")
            (stage / name).write_text(make.file(name, folder=target.name), encoding="utf-8")
        importer.plan(stage / "note.md", stage / "content").write()
        if target.exists():
            target.rmdir()
        stage.replace(target)
