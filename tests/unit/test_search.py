"""When the index of the search comes in small files, and what is in them."""

import json

import pytest

from generator import pipeline, search
from generator.pages import Book


def set_chunks(mail, mode):
    path = mail / "site.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"search: {{chunks: {mode}}}\n", encoding="utf-8")


def found(mail):
    files = pipeline.render_pages(pipeline.load_site(mail), pipeline.ROOT / "docs").files
    return {name: data for name, data in files.items() if name.startswith(("ko/search", "en/search"))}


@pytest.mark.parametrize(("mode", "large", "cut"), [("auto", 500, False), ("auto", 20, True), ("never", 20, False), ("always", 500, True)])
def test_the_setting_and_the_number_of_pages_decide(mail, monkeypatch, mode, large, cut):
    monkeypatch.setattr(search, "LARGE", large)
    set_chunks(mail, mode)
    files = found(mail)
    for language in ("ko", "en"):
        assert isinstance(json.loads(files[f"{language}/search.json"]), dict if cut else list)
        assert any(name.startswith(f"{language}/search/") for name in files) == cut


def test_a_site_that_says_nothing_is_cut_by_its_size(mail):
    assert pipeline.load_site(mail).site.settings.search.chunks == "auto"


def test_a_wrong_word_is_told(mail):
    set_chunks(mail, "sometimes")
    with pytest.raises(pipeline.ContentError, match=r"K013.*sometimes"):
        pipeline.load_site(mail)


def test_small_files_hold_every_document_and_are_the_same_each_time(mail):
    site = pipeline.load_site(mail).site
    index = {identifier: place.path for identifier, place in Book.of(site).places.items()}
    documents = search.documents(site, "ko", index)
    files = search.chunks(documents)
    firsts = json.loads(files["search.json"])["firsts"]
    blocks = [json.loads(files[f"search/d{number}.json"]) for number in range(len(firsts))]
    assert [document for block in blocks for document in block] == documents
    assert [sum(map(len, blocks[:number])) for number in range(len(blocks))] == firsts
    assert search.chunks(search.documents(site, "ko", index)) == files


def test_a_posting_is_read_as_its_words_say():
    documents = [
        {"u": "", "k": "term", "t": "메일", "o": "", "x": "우편 메일과 메일"},
        {"u": "", "k": "term", "t": "우편", "o": "Mail", "x": "메일 없음"},
    ]
    files = search.chunks(documents)
    shards = [json.loads(data) for name, data in files.items() if name.startswith("search/t")]
    (mail,) = [shard["메일"] for shard in shards if "메일" in shard]
    # In the first: once in the title, twice in the text; as compared it reads 메일⏎⏎우편메일과메일.
    assert mail == "0TX2P0,6,3;1XP8;"
