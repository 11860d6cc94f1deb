"""Mermaid text: what it says, and what it must not misread."""

from generator import diagrams
from tests.unit.diagrams.sites import component, post_office, site, text


def test_boxes_stand_in_their_zones_and_relations_follow():
    rows = diagrams.architecture(post_office(), "en", str).mermaid.splitlines()
    assert rows[0] == "flowchart LR"
    assert rows[1:5] == ['  subgraph zone_z0["Outside"]', '    sender["Sender<br>its job"]', '    receiver["Receiver<br>its job"]', "  end"]
    assert '  office ==>|"record"| archive' in rows
    assert '  customs -.->|"inspect"| office' in rows
    assert "  style archive stroke-dasharray: 4 3" in rows


def test_words_that_mermaid_would_misread_are_written_as_entities():
    label = text("끝", 'to "end"; #1 <b>')
    model = site([component("end", "z1", [("a-b", "call", label)]), component("a-b", "z1")])
    rows = diagrams.architecture(model, "en", str).mermaid.splitlines()
    assert '  end_ -->|"to #34;#101;nd#34;#59; #35;1 #60;b#62;"| a_b' in rows


def test_steps_follow_their_lanes_and_lines_keep_their_kind():
    rows = diagrams.flow(post_office(), "en", "flow-letter", str).mermaid.splitlines()
    assert rows[:3] == ["sequenceDiagram", "  autonumber", "  participant writer as Writer"]
    assert rows[-3:] == ["  office-->>office: deed 3", "  carrier-->>office: deed 4", "  carrier->>receiver: deed 5"]
