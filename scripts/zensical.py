"""Builds the finished site with Zensical instead of MkDocs, from the same pages and the same theme files.

    .venv/bin/python scripts/zensical.py OUT [--content FOLDER] [--fast]

Zensical reads `mkdocs.yml` but runs no hook, so the navigation and the data of the frame are written into a configuration of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import pipeline  # noqa: E402


def configuration(result: pipeline.Result) -> dict[str, Any]:
    """The settings of `mkdocs.yml` with what the hook would have added."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings: dict[str, Any] = yaml_load(file)
    site = result.checked.site.settings
    settings |= {"docs_dir": "docs", "site_dir": "site", "nav": result.nav, "site_name": site.title[site.default_language]}
    settings["site_url"] = os.environ.get("SITE_URL") or site.url or ""
    settings["repo_url"] = site.repository or ""
    settings["theme"]["custom_dir"] = str(ROOT / "docs" / "overrides")
    settings["extra"] |= {**result.extra, "serving": False}
    for key in ("hooks", "watch", "validation"):
        settings.pop(key, None)
    return settings


def main() -> None:
    """Renders the pages into OUT.work and builds them into OUT."""
    parser = argparse.ArgumentParser(description="Build the site with Zensical.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--content", type=Path, default=pipeline.DEFAULT_CONTENT)
    parser.add_argument("--fast", action="store_true", help="without social cards, style sheets and scripts as written")
    given = parser.parse_args()
    out = given.out.resolve()
    work = out.with_name(f"{out.name}.work")
    result = pipeline.build_docs(given.content, ROOT / "docs", work / "docs", small=not given.fast)
    config = work / "mkdocs.yml"
    config.write_text(yaml.safe_dump(configuration(result), allow_unicode=True, sort_keys=False), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", str(config)]
    done = subprocess.run(command, cwd=work, check=False)  # noqa: S603  # our own interpreter and configuration
    if done.returncode == 0:
        for twin in (work / "site").rglob("index.md.txt"):
            twin.rename(twin.with_suffix(""))
        shutil.rmtree(out, ignore_errors=True)
        (work / "site").rename(out)
    raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
