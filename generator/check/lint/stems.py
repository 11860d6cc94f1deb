"""Stems that trap a reader, or give the key away."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bank import WORDINGS, measure
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity
from generator.questions import BaseItem


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K081, K084, K085."""
    for item in site.items:
        for language in site.finished:
            yield from _negative(item, language, origins)
            yield from _echo(item, language, origins)
            yield from _blank(item, language, origins)


def _negative(item: BaseItem, language: str, origins: Origins) -> Iterator[Problem]:
    """K081: a stem that asks for what is not so, without saying it loudly."""
    word = measure.negative(item, language)
    if word and not measure.emphasised(item, word, language):
        message = f"the stem asks for what is not so, and '{word}' is easily overlooked ({language})"
        yield Problem(origins.at(item.id, "stem", language), "K081", message, f"ask for what is so, or write '**{word}**'")


def _echo(item: BaseItem, language: str, origins: Origins) -> Iterator[Problem]:
    """K084: the key alone repeats words of the stem. Names in code do not count: they are what the item is about."""
    if language not in WORDINGS:
        return
    stem = measure.tokens(measure.words(item.stem, language), language)
    listed = [(index, option, measure.tokens(measure.words(option.text, language), language)) for index, option in enumerate(measure.options(item))]
    keys = [(index, stem & words) for index, option, words in listed if option.correct]
    if len(keys) != 1 or not keys[0][1] or any(stem & words for _, option, words in listed if not option.correct):
        return
    shared = ", ".join(f"'{word}'" for word in sorted(keys[0][1]))
    message = f"the right option alone repeats words of the stem: {shared} ({language})"
    advice = "use the word in a wrong option too, or say it in other words"
    yield Problem(origins.at(item.id, "options", keys[0][0], "text", language), "K084", message, advice, Severity.WARNING)


def _blank(item: BaseItem, language: str, origins: Origins) -> Iterator[Problem]:
    """K085: the words around the blank fit some options and not others."""
    wording, stem = WORDINGS.get(language), measure.words(item.stem, language)
    listed = measure.options(item)
    if not wording or not listed:
        return
    wrong = [option.id for option in listed if not wording.fits(stem, measure.words(option.text, language))]
    if wrong and len(wrong) < len(listed):
        message = f"the words beside the blank do not fit: {', '.join(wrong)} ({language})"
        yield Problem(origins.at(item.id, "stem", language), "K085", message, "write both forms, such as a(n) or 을(를), or ask in a whole sentence")
