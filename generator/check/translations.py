"""Every text in every language, and the same UI strings in all of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Site
from generator.parse import Origins
from generator.problems import Position, Problem, Severity, nearest
from generator.text import places
from generator.walk import texts


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K022 missing and K028 stale translation, K023 foreign language, K025 wrong default, K050 missing UI string, K051 its places."""
    languages = site.languages
    if site.settings.default_language not in languages:
        message = f"the default language '{site.settings.default_language}' is not among the languages"
        yield Problem(origins.at("site", "default_language"), "K025", message, f"write one of: {', '.join(languages)}")
    for record, path, text in texts(site):
        if text.neutral:
            continue
        foreign = text.languages() - set(languages)
        for language in languages:
            # A misspelled language is one fault, not two.
            if language not in text.values and not foreign:
                message = f"the translation '{language}' of '{_spell(path)}' is missing"
                yield Problem(origins.at(record, *path), "K022", message, f"add '{language}: …' beside {', '.join(sorted(text.values))}")
        for language in sorted(foreign):
            near = nearest(language, languages, floor=0.5)
            advice = f"did you mean '{near}'?" if near else f"this site has: {', '.join(languages)}"
            yield Problem(origins.at(record, *path, language, key=True), "K023", f"'{language}' is not a language of this site", advice)
        for language in sorted(text.stale):
            message = f"the translation '{language}' of '{_spell(path)}' is older than its source"
            advice = f"write it anew, or, if it still says the same: python -m generator translations accept {record}"
            yield Problem(origins.at(record, *path, language), "K028", message, advice, Severity.WARNING)
    yield from _strings(site, origins)
    yield from _places(site, origins)


def _strings(site: Site, origins: Origins) -> Iterator[Problem]:
    every = sorted({key for words in site.strings.values() for key in words})
    for language in site.languages:
        for key in every:
            if key not in site.strings[language]:
                other = next(name for name in site.languages if key in site.strings[name])
                place = origins.strings.get(f"{other}:{key}", Position("site"))
                advice = f"add '{key}: …' to content/ui/{language}.yaml; in '{other}' it reads: {site.strings[other][key]}"
                yield Problem(place, "K050", f"the UI string '{key}' has no words in '{language}'", advice)


def _places(site: Site, origins: Origins) -> Iterator[Problem]:
    """A string must have the same places in every language, or one of them could not be filled."""
    default = site.strings.get(site.settings.default_language, {})
    for language in site.languages:
        for key, words in site.strings[language].items():
            wanted = places(default.get(key, words))
            if places(words) != wanted:
                names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
                message = f"the UI string '{key}' has other places than in '{site.settings.default_language}'"
                yield Problem(origins.strings[f"{language}:{key}"], "K051", message, f"it must hold: {names}")


def _spell(path: tuple[str | int, ...]) -> str:
    return ".".join(str(step) for step in path)
