"""Ids are for ever: what readers' saved answers hang on may be added to, never taken away.

`ids.txt` is the committed list. `UPDATE_IDS=1` adds new ids to it; it never removes one.
"""

import os
from pathlib import Path

from generator import pipeline

LIST = Path(__file__).with_name("ids.txt")
PARTS = ("entries", "pairs", "extra", "categories", "gaps", "turns")
"""What items of types without options are made of; saved answers name these ids too."""


def current() -> set[str]:
    site = pipeline.load_site(pipeline.DEFAULT_CONTENT).site
    ids = {f"thing {identifier}" for identifier, _, _ in site.things()}
    ids |= {f"step {flow.id} {step.id}" for flow in site.flows for step in flow.steps}
    ids |= {f"item {item.id}" for item in site.written}
    ids |= {f"option {item.id} {option.id}" for item in site.written for option in getattr(item, "options", ())}
    ids |= {f"{part} {item.id} {one.id}" for item in site.written for part in PARTS for one in getattr(item, part, ())}
    ids |= {f"claim {claim.id}" for claim in site.claims} | {f"source {source.id}" for source in site.sources}
    return ids


def test_no_id_is_ever_lost():
    known = set(LIST.read_text(encoding="utf-8").splitlines())
    now = current()
    if os.environ.get("UPDATE_IDS"):
        LIST.write_text("".join(f"{line}\n" for line in sorted(known | now)), encoding="utf-8")
        known |= now
    assert sorted(known - now) == [], "these ids were taken away: give them back, readers' answers hang on them"
    assert sorted(now - known) == [], "new ids: run UPDATE_IDS=1 python -m pytest tests/contract/test_ids.py and commit the list"
