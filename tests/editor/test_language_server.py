"""The committed schemas, as the language server of editors uses them: good files are quiet, slips are underlined, values are offered."""

import pytest

from generator import pipeline
from tests.editor.server import editor, missing

FILE = pipeline.DEFAULT_CONTENT / "components" / "etcd.yaml"
FLOW = pipeline.DEFAULT_CONTENT / "flows" / "flow-deploy.yaml"

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "-")


@pytest.fixture(scope="module")
def session():
    with editor(pipeline.ROOT) as one:
        yield one


def line_of(text, part):
    return next(number for number, line in enumerate(text.splitlines()) if part in line)


@pytest.mark.parametrize(
    "path", [FILE, FLOW, pipeline.DEFAULT_CONTENT / "site.yaml", pipeline.DEFAULT_CONTENT / "sources.yaml"], ids=lambda path: path.stem
)
def test_a_good_file_is_quiet(session, path):
    assert session.open(path, path.read_text(encoding="utf-8")) == []


def test_a_slip_in_a_key_is_underlined_where_it_stands(session):
    text = FILE.read_text(encoding="utf-8").replace("\naliases:", "\nalaises:")
    found = session.open(FILE.with_name("slip.yaml"), text)
    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in found] == [(line_of(text, "alaises:"), 0)]
    assert "alaises" in found[0]["message"]


def test_a_value_that_is_none_is_underlined_and_the_right_ones_are_offered(session):
    path = min((pipeline.DEFAULT_CONTENT / "items").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    row = line_of(text, "level: ")
    level = text.splitlines()[row].split("level: ")[1]
    found = session.open(path.with_name("slip.yaml"), text.replace(f"level: {level}", "level: recal", 1))
    assert [one["range"]["start"]["line"] for one in found] == [row]
    path = path.with_name("level.yaml")
    text = "# yaml-language-server: $schema=../../schema/items.json\n- id: level\n  type: single\n  level: \n"
    session.open(path, text)
    assert {"recall", "understand", "apply", "analyze"} <= set(session.complete(path, 3, 9))
