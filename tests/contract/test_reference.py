"""The generated pages for authors are those of the code, in every language alike."""

import re

import pytest

from generator import codes, parse, pipeline, reference
from generator.questions import TYPES

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


def shapes(language):
    found = reference.Shapes(language, reference.words()[language])
    return found, found.files()


def test_every_kind_of_file_has_a_section():
    for language in reference.LANGUAGES:
        page = headings(PAGES[f"{language}/reference.md"])
        assert page[1:] == [*(name for name, _, _ in parse.kinds()), "ui"]


def test_every_field_and_type_has_a_meaning_in_every_language_and_no_other_has():
    for language in reference.LANGUAGES:
        _, files = shapes(language)
        tables = [(file.name, table) for file in files for table in (file.main, *file.inner, *(one.table for one in file.variants))]
        empty = [f"{file}: {table.name}" for file, table in tables if not table.meaning]
        empty += [f"{file}: {table.name}.{row.name}" for file, table in tables for row in table.rows if not row.meaning]
        assert empty == []
    asked = shapes("ko")[0].asked
    assert reference.korean().keys() == asked
    assert [key for key, words in reference.korean().items() if not re.search("[가-힣]|^id$", words)] == []


def test_both_languages_have_the_same_fields_types_and_examples():
    def rows(language):
        return re.findall(r"^\| `([^`]+)` \|", PAGES[f"{language}/reference.md"], re.MULTILINE)

    def blocks(language):
        return re.findall(r"```yaml\n.*?```", PAGES[f"{language}/reference.md"], re.DOTALL)

    assert rows("ko") == rows("en")
    assert blocks("ko") == blocks("en")
    assert len(blocks("ko")) == len(TYPES)


def anchors(text):
    """The ids that headings get where the pages are read: small letters, spaces as hyphens, no other marks."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("path", sorted(AUTHORS.rglob("*.md")), ids=lambda path: path.relative_to(AUTHORS).as_posix())
def test_links_between_the_pages_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if link.startswith("http"):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            dead.append(link)
    assert dead == []


def test_no_type_has_two_sections():
    for language in reference.LANGUAGES:
        found = [heading.lower() for heading in re.findall(r"^##+ (.+)$", PAGES[f"{language}/reference.md"], re.MULTILINE)]
        assert sorted(found) == sorted(set(found))
