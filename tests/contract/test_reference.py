"""The generated pages for authors are those of the code, in every language alike."""

import re

import pytest

from generator import codes, pipeline, reference

AUTHORS = pipeline.ROOT / "docs" / "authors"
PAGES = reference.pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_that_of_the_code(name):
    assert (AUTHORS / name).read_text(encoding="utf-8") == PAGES[name], "write it anew: python -m generator reference --out docs/authors"


def headings(text):
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("language", reference.LANGUAGES)
def test_every_code_has_a_section_in_every_language(language):
    assert headings(PAGES[f"{language}/errors.md"]) == list(codes.every())


def test_words_around_are_there_in_every_language():
    words = reference.words()
    assert words.keys() == set(reference.LANGUAGES)
    assert words["ko"].keys() == words["en"].keys()
