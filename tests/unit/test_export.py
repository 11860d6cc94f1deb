import json

from generator import pipeline
from generator.exporters import FORMATS


def exported(mail):
    return json.loads(FORMATS["json"](pipeline.load_site(mail).site))


def test_every_documented_list_is_there_and_every_entry_has_an_id(mail):
    model = exported(mail)
    assert (model["format"], model["version"]) == ("answered-notes", 1)
    for name in ("components", "flows", "addons", "terms", "open_questions", "claims", "note_lines", "items", "sources"):
        assert model[name], name
        assert all(entry["id"] for entry in model[name])


def test_texts_are_in_every_language_even_when_neutral(mail):
    model = exported(mail)
    assert model["components"][0]["name"] == {"ko": "메일 프로그램", "en": "Mail program"}
    assert model["site"]["as_of"]["name"] == {"ko": "RFC 5321", "en": "RFC 5321"}


def test_an_item_has_its_options_with_key_and_explanations(mail):
    item = exported(mail)["items"][0]
    assert {"type", "stem", "options", "source", "ref"} <= item.keys()
    assert [option["correct"] for option in item["options"]] == [True, False, False]
    assert all({"id", "text", "explanation"} <= option.keys() for option in item["options"])


def test_note_lines_are_verbatim_with_their_marks(mail):
    model = exported(mail)
    note = (mail / "note.md").read_text(encoding="utf-8").splitlines()
    assert [line["text"] for line in model["note_lines"]] == note
    assert model["note_lines"][7]["marks"][0]["kind"] == "mark"
    assert model["note_lines"][7]["open_questions"] == ["oq-mx"]


def test_flow_steps_keep_the_keys_of_the_content(mail):
    assert exported(mail)["flows"][0]["steps"][0]["from"] == "person"


def test_the_same_input_gives_the_same_bytes(mail):
    assert FORMATS["json"](pipeline.load_site(mail).site) == FORMATS["json"](pipeline.load_site(mail).site)
