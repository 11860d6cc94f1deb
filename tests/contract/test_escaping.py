"""The engine's templates do not escape by themselves: whatever they print from the content must pass a filter that does."""

import re

from generator.pipeline import ROOT

SAFE = re.compile(r"\|\s*(?:e|url|tojson)\s*-?\}\}$")
# Numbers, words of the template itself, and HTML that was escaped before.
KNOWN = {
    "tone",
    "id",
    "loop.index",
    "shape(group.tone)",
    "page.content",
    "meta.ld | safe",
    "config.extra.preview.panel | safe",
    "config.extra.preview.errors",
    "root",
    "'page' if item.path == path else 'true'",
    "'article' if path else 'website'",
}


def test_everything_the_frame_prints_is_escaped():
    files = [path for path in (ROOT / "docs" / "overrides").rglob("*") if path.is_file()]
    printed = [(path.name, one) for path in files for one in re.findall(r"\{\{.*?\}\}", path.read_text(encoding="utf-8"))]
    assert printed
    assert [one for one in printed if not SAFE.search(one[1]) and one[1].strip("{}- ") not in KNOWN] == []
