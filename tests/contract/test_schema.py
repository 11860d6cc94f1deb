"""The schemas for editors are those of the model, and an editor that uses them finds no fault in good content."""

import json
from pathlib import Path

import pytest

from generator import parse, pipeline, schema
from tests.contract.shapes import faults, read

CONTENT = pipeline.DEFAULT_CONTENT
MAIL = pipeline.ROOT / "tests" / "fixtures" / "mail"
FILES = [(tree, path) for tree in (CONTENT, MAIL) for path in sorted(tree.rglob("*.yaml"))]
SCHEMAS = {name: json.loads(text) for name, text in schema.schemas().items()}


def kind_of(tree: Path, path: Path) -> str:
    return path.relative_to(tree).parts[0].removesuffix(".yaml")


def found(kind, text):
    return list(faults(SCHEMAS[kind], read(text)))


def mail(name):
    return (MAIL / name).read_text(encoding="utf-8")


def test_the_committed_schemas_are_those_of_the_model():
    committed = {path.stem: path.read_text(encoding="utf-8") for path in (pipeline.ROOT / "schema").iterdir()}
    assert committed == schema.schemas(), "write them anew: python -m generator schema --out schema"


def test_every_kind_of_file_has_a_schema():
    assert SCHEMAS.keys() == {name for name, _, _ in parse.kinds()} | {"ui"}


@pytest.mark.parametrize(("tree", "path"), FILES, ids=lambda part: part.stem)
def test_good_content_has_no_fault(tree, path):
    assert found(kind_of(tree, path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_of_the_content_names_its_schema_first(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    head, _, target = first.partition("$schema=")
    assert head == "# yaml-language-server: "
    assert (path.parent / target).resolve() == pipeline.ROOT / "schema" / f"{kind_of(CONTENT, path)}.json"


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("components/client.yaml", "zone:", "zome:", "/zome"),
        ("components/client.yaml", "id: client", "id: Client", "/id"),
        ("site.yaml", "style: thin", "style: thick", "/line_kinds/0/style"),
        ("site.yaml", "tone: 1", "tone: 9", "/zones/0/tone"),
        ("flows/flow-send.yaml", "from:", "source_actor:", "/steps/0/source_actor"),
    ],
)
def test_a_fault_is_found_at_its_place(name, old, new, place):
    text = mail(name)
    assert old in text
    assert place in found(Path(name).parts[0].removesuffix(".yaml"), text.replace(old, new, 1))


def test_a_wrong_key_in_an_item_is_found():
    text = mail("items.yaml")
    assert "\n  level:" in text
    assert found("items", text.replace("\n  level:", "\n  levle:", 1)) == ["/0"]


def test_a_plain_number_is_words_where_words_are_wanted():
    entry = "- {{id: 9, title: {}, url: 'https://example.org/', publisher: true, version: 1.30, date: 2026-01-01, checked: 2026-01-01}}"
    assert found("sources", entry.format("2026")) == []
    assert found("sources", entry.format("[2026]")) == ["/0/title"]


@pytest.mark.parametrize(("order", "faulty"), [("10", []), ('"10"', []), ("ten", ["/order"]), ("1.5", ["/order"])])
def test_a_number_may_be_quoted(order, faulty):
    assert found("components", f"{mail('components/client.yaml')}\norder: {order}\n") == faulty


def test_words_where_a_flag_is_wanted_are_a_fault():
    text = mail("components/client.yaml")
    assert found("components", f"{text}\noptional: perhaps\n") == ["/optional"]


def test_words_of_the_site_itself_are_flat():
    assert found("ui", "nav.home: Start\n") == []
    assert found("ui", "nav: {home: Start}\n") == ["/nav"]
