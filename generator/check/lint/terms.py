"""Spellings that terms.yaml marks as old: outside quotations, every text uses the term itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Site, Term
from generator.parse import Origins
from generator.problems import Position, Problem
from generator.walk import texts

# An apostrophe after a letter opens no quotation: the note's, nodes'.
_QUOTED = re.compile(r"`[^`]*`|“[^”]*”|‘[^’]*’|\"[^\"]*\"|「[^」]*」|(?<![A-Za-z])'[^'\n]{1,80}'")


def unquoted(words: str) -> str:
    """The text with everything between quotation marks or in code blanked out, so that places stay where they are."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), words)


def pattern(spelling: str) -> re.Pattern[str]:
    """Finds the spelling as a word of its own. A Hangul spelling may carry a particle."""
    after = r"(?![A-Za-z0-9-])" if spelling[-1].isascii() else ""
    return re.compile(rf"(?<![A-Za-z0-9가-힣-]){re.escape(spelling)}{after}")


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K095: an old spelling outside quotations, in a text or a UI string. Names of terms are what they are."""
    avoided = [(pattern(spelling), term) for term in site.terms for spelling in term.avoid]
    if not avoided:
        return
    named = {term.id for term in site.terms}
    for record, path, value in texts(site):
        if record in named and path == ("name",):
            continue
        for language, words in value.written().items():
            inner = (*path, language) if language else path
            yield from _found(words, language or site.settings.default_language, avoided, origins.at(record, *inner))
    for language, strings in site.strings.items():
        for key, words in strings.items():
            yield from _found(words, language, avoided, origins.strings.get(f"{language}:{key}", Position("site")))


def _found(words: str, language: str, avoided: list[tuple[re.Pattern[str], Term]], place: Position) -> Iterator[Problem]:
    plain = unquoted(words)
    for expression, term in avoided:
        match = expression.search(plain)
        if match:
            message = f"'{match[0]}' is an old spelling ({language})"
            yield Problem(place, "K095", message, f"write '{term.name[language]}', or put it in quotation marks when you quote it")
