"""What things are called, and how a typed answer may call them."""

import pytest

from generator import pipeline
from generator.model import Term, spellings
from generator.pages import Book, Desk
from generator.problems import ContentError

SHORT = """
- id: found-by
  type: short
  level: recall
  ref: oq-mx
  source: rfc5321
  stem: {ko: 무엇을 보고 찾는가?, en: What is it found by?}
  accept: [{ko: 레코드, en: record}]
  names: [t-mx-record, relay]
  misses:
    - {text: %s, explanation: {ko: 다른 것이다., en: It is another thing.}}
  explanation: {ko: 거기에 있다., en: It stands there.}
"""


@pytest.fixture
def asked(mail):
    """Adds a short item with one miss; gives the content folder."""

    def add(miss):
        with (mail / "items.yaml").open("a", encoding="utf-8") as items:
            items.write(SHORT % miss)
        return mail

    return add


def term(**more):
    given = {"id": "t-a", "name": {"ko": "가", "en": "A"}, "definition": {"text": "x", "sources": ["s"]}, "status": "usage"}
    return Term.model_validate({**given, **more})


def test_a_term_is_called_by_its_names_its_aliases_and_the_words_of_the_note():
    assert spellings(term(aliases=["Ay", "A"], note_says="에이, 어피니티(affinity)")) == (
        "가", "A", "Ay", "에이", "어피니티(affinity)", "어피니티", "affinity",
    )  # fmt: skip


def test_every_name_of_the_things_an_item_names_counts_in_every_language(asked):
    site = pipeline.load_site(asked("hops")).site
    item = next(item for item in site.items if item.id == "found-by")
    counts = {language: set(Desk(Book.of(site), language).accept(item.accept, item.names).split()) for language in site.languages}
    assert counts["ko"] == counts["en"]
    assert {"레코드", "record", "mx레코드", "mxrecord", "중계서버", "relay"} <= counts["en"]


def test_a_miss_that_is_a_name_of_what_is_asked_for_is_found(asked):
    with pytest.raises(ContentError) as caught:
        pipeline.load_site(asked("{ko: 중계, en: MX-Record}"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.position.file) == ("K043", "content/items.yaml")
    assert "'t-mx-record'" in problem.message
