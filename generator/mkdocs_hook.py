"""The door for MkDocs: a bare `mkdocs serve` or `mkdocs build` renders the content first. The only module that knows MkDocs.

MkDocs keeps this module for the whole run, rebuilds included, so what must last is kept here.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import click  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402

from generator import links, pipeline, publish, report  # noqa: E402
from generator.mkdocs_preview import Preview  # noqa: E402
from generator.problems import ContentError  # noqa: E402


class _Run:
    """What one run of the engine remembers between its events."""

    serving = False
    live = False
    """Served, and shown anew after every edit: then pages are drawn when they are asked for."""
    built = False
    config: Any = None
    site: Path | None = None
    staged: Path | None = None
    result: pipeline.Result | None = None
    held = ExitStack()


def _folders() -> tuple[Path, Path]:
    content = Path(os.environ.get("ANSWERED_NOTES_CONTENT") or ROOT / "content").resolve()
    build = Path(os.environ.get("ANSWERED_NOTES_BUILD") or ROOT / "build").resolve()
    return (content.relative_to(Path.cwd()) if content.is_relative_to(Path.cwd()) else content), build


def on_startup(command: str, **_: Any) -> None:
    """Remembers whether the site is served. `serve --clean` calls itself `build` here, so the command line is asked too."""
    line = click.get_current_context(silent=True)
    _Run.serving = command == "serve" or (line is not None and line.info_name == "serve")
    _Run.live = _Run.serving and line is not None and bool(line.params.get("livereload", True))


def on_config(config: Any, **_: Any) -> Any:
    """Renders the content and points the engine at the result."""
    if _Run.live:
        return _empty(config)
    if not _Run.serving:
        _lock(config)
    _Run.result = _render()
    config.docs_dir = str(_folders()[1] / "docs")
    config.nav = _Run.result.nav
    config.extra.update(_Run.result.extra)
    config.extra["serving"] = _Run.serving
    settings = _Run.result.checked.site.settings
    config.site_name = settings.title[settings.default_language]
    config.site_url = config.site_url or settings.url or ""
    config.repo_url = config.repo_url or settings.repository
    # The engine stamps its site map; the date of the content keeps two builds of the same content alike.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(settings.published).replace(tzinfo=UTC).timestamp())))
    if _Run.site:
        _Run.staged = publish.stage(_Run.site)
        config.site_dir = str(_Run.staged)
    return config


def _empty(config: Any) -> Any:
    """Nothing is built beforehand for a preview."""
    folder = _folders()[1] / "preview"
    folder.mkdir(parents=True, exist_ok=True)
    config.docs_dir = str(folder)
    config.theme.static_templates = set()
    return config


def _lock(config: Any) -> None:
    _Run.config, site = config, Path(config.site_dir).resolve()
    try:
        _Run.held.enter_context(publish.lock(site))
    except publish.BusyError as error:
        raise Abort(str(error)) from None
    _Run.site = site


def _render() -> pipeline.Result:
    """The rendered content. A served site stays at its last good state when the content has errors; a build stops."""
    content, build = _folders()
    try:
        return pipeline.build_docs(content, ROOT / "docs", build / "docs", small=not _Run.serving)
    except ContentError as error:
        sys.stderr.write(report.as_text(error.problems) + "\n")
        if _Run.result and _Run.serving:
            return _Run.result
        raise Abort("The content has errors; the old site stays as it is.") from None


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """Leaves out the theme's own style sheets and scripts, which no page uses, and names Markdown twins."""
    if _Run.live:
        return Files([])
    ours = Path(config.docs_dir)
    for file in list(files):
        if not file.is_documentation_page() and not Path(file.abs_src_path).is_relative_to(ours):
            files.remove(file)
        elif file.src_uri.endswith("/index.md.txt"):
            # The Markdown twin of a page: under its own name the engine would take it for a page.
            file.dest_uri = file.src_uri.removesuffix(".txt")
    return files


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watches what people edit instead of what is rendered from it, and shows pages from the preview."""
    server.unwatch(config.docs_dir)
    content = _folders()[0]
    server.watch(str(content.resolve()))
    if _Run.live:
        preview = Preview(config, content, ROOT / "docs")
        server.builder = preview.rebuild
        server.error_handler = preview.lost
        server.set_app(preview.serve(server.serve_request, server.mount_path))
    return server


def on_post_build(config: Any, **_: Any) -> None:
    """The stage is whole, unless a link in it leads nowhere."""
    if _Run.staged:
        problems = links.check(_Run.staged, config.site_url or "")
        if problems:
            sys.stderr.write(report.as_text(problems) + "\n")
            raise Abort("The finished site has dead links; the old site stays as it is.")
    _Run.built = True


def on_build_error(**_: Any) -> None:
    """The stage is not to be published."""
    _Run.built = False


def on_shutdown(**_: Any) -> None:
    """Publishes a whole stage. Comes after a strict build has had its chance to fail."""
    try:
        if _Run.site and _Run.staged:
            if _Run.built and sys.exc_info()[0] is None:
                publish.swap(_Run.staged, _Run.site)
            else:
                publish.discard(_Run.staged)
            # Whatever follows the build, a deployment for example, looks for the site where it was asked for.
            _Run.config.site_dir = str(_Run.site)
    finally:
        _Run.held.close()
