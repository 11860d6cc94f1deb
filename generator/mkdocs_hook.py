"""The door for MkDocs: a bare `mkdocs serve` or `mkdocs build` renders the content first. The only module that knows MkDocs."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from mkdocs.exceptions import Abort  # noqa: E402

from generator import pipeline, publish, report  # noqa: E402
from generator.problems import ContentError  # noqa: E402


class _Run:
    """What one run of the engine remembers between its events."""

    command = ""
    built = False
    site: Path | None = None
    staged: Path | None = None
    result: pipeline.Result | None = None
    held = ExitStack()


def _folders() -> tuple[Path, Path]:
    content = Path(os.environ.get("ANSWERED_NOTES_CONTENT") or ROOT / "content").resolve()
    build = Path(os.environ.get("ANSWERED_NOTES_BUILD") or ROOT / "build").resolve()
    return (content.relative_to(Path.cwd()) if content.is_relative_to(Path.cwd()) else content), build


def on_startup(command: str, **_: Any) -> None:
    """Remembers whether this is `build` or `serve`."""
    _Run.command = command


def on_config(config: Any, **_: Any) -> Any:
    """Renders the content and points the engine at the result."""
    content, build = _folders()
    try:
        _Run.result = pipeline.build_docs(content, ROOT / "docs", build / "docs")
    except ContentError as error:
        sys.stderr.write(report.as_text(error.problems) + "\n")
        if _Run.result is None or _Run.command != "serve":
            raise Abort("The content has errors; the old site stays as it is.") from None
    result = _Run.result
    config.docs_dir = str(build / "docs")
    config.nav = result.nav
    config.extra.update(result.extra)
    config.extra["serving"] = _Run.command == "serve"
    settings = result.checked.site.settings
    config.site_name = settings.title[settings.default_language]
    config.site_url = config.site_url or settings.url or ""
    if _Run.command == "build" and _Run.site is None:
        _stage(config)
    return config


def _stage(config: Any) -> None:
    _Run.site = Path(config.site_dir).resolve()
    try:
        _Run.held.enter_context(publish.lock(_Run.site))
    except publish.BusyError as error:
        raise Abort(str(error)) from None
    _Run.staged = publish.stage(_Run.site)
    config.site_dir = str(_Run.staged)


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """Leaves out the theme's own style sheets and scripts, which no page uses."""
    ours = str(Path(config.docs_dir))
    for file in list(files):
        if not file.is_documentation_page() and not str(file.abs_src_path).startswith(ours):
            files.remove(file)
    return files


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watches what people edit instead of what is rendered from it."""
    server.unwatch(config.docs_dir)
    server.watch(str(_folders()[0].resolve()))
    return server


def on_post_build(**_: Any) -> None:
    """The stage is whole."""
    _Run.built = True


def on_build_error(**_: Any) -> None:
    """The stage is not to be published."""
    _Run.built = False


def on_shutdown(**_: Any) -> None:
    """Publishes a whole stage. Comes after a strict build has had its chance to fail."""
    failed = sys.exc_info()[0] is not None
    if _Run.site and _Run.staged and _Run.built and not failed:
        publish.swap(_Run.staged, _Run.site)
    _Run.held.close()
