"""Languages in preparation: what they lack is lent by the default language, and counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator import walk
from generator.fields import Text
from generator.model import Site


def lent(site: Site) -> Site:
    """The site whose drafts have words for every text and UI string; each text knows in which languages they are borrowed."""
    default = site.settings.default_language
    drafts = [language for language in site.languages if language not in site.finished and language != default]
    if not drafts:
        return site

    def fill(_record: str, _path: walk.Path, text: Text) -> Text:
        missing = [language for language in drafts if language not in text.values]
        if text.neutral or not missing or default not in text.values:
            return text
        return replace(text, values={**text.values, **dict.fromkeys(missing, text.values[default])}, borrowed=frozenset(missing))

    return replace(walk.revised(site, fill), strings=_filled(site.strings, default, drafts))


def _filled(strings: Mapping[str, Mapping[str, str]], default: str, drafts: Collection[str]) -> dict[str, Mapping[str, str]]:
    return {language: {**strings.get(default, {}), **words} if language in drafts else words for language, words in strings.items()}
