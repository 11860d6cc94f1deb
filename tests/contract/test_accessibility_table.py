"""The table of docs/accessibility.md names tests that exist."""

import re

from generator.pipeline import ROOT


def test_every_test_that_the_table_names_exists():
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")))
    files = (ROOT / "tests").rglob("test_*.py")
    written = {name for path in files for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert len(named) > 15
    assert named - written == set()
