"""Drawings of any site on a page of their own, with the real site's styles and scripts."""

from __future__ import annotations

from pathlib import Path

from generator.pages.styles import ORDER
from tests.unit.diagrams.test_golden import draw

PAGE = """<!doctype html><html lang="{language}" data-site="t"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>t</title><link rel="icon" href="data:,"><script src="{assets}js/boot.js"></script>{styles}{scripts}
<body><main class="an-page"><div class="md-content">{body}</div></main></body></html>"""


def hang(folder: Path, language: str, pieces: list[tuple[str, str, object]], modules: tuple[str, ...] = (), **options: object) -> str:
    """Puts drawings, each a (template, macro, view), on a page of the built site; gives its path from the site's root."""
    assets = next((folder / "assets").iterdir()).relative_to(folder).as_posix() + "/"
    body = "\n".join(draw(template, macro, view, language, **options) for template, macro, view in pieces)
    styles = "".join(f'<link rel="stylesheet" href="{assets}css/{name}.css">' for name in ("site", *ORDER))
    scripts = "".join(f'<script type="module" src="{assets}js/{name}.js"></script>' for name in modules)
    target = folder / "easel.html"
    target.write_text(PAGE.format(language=language, assets=assets, styles=styles, scripts=scripts, body=body), encoding="utf-8")
    return target.name
