"""Every text in every language, and the same UI strings in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.model import Site
from generator.parse import Origins
from generator.problems import Position, Problem, Severity, nearest
from generator.text import places
from generator.walk import texts


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K022 missing and K028 stale translation, K030 drafts, K023 foreign language, K025 wrong default, K050 missing UI string, K051 its places."""
    languages = site.languages
    if site.settings.default_language not in languages:
        message = f"the default language '{site.settings.default_language}' is not among the languages"
        yield Problem(origins.at("site", "default_language"), "K025", message, f"write one of: {', '.join(languages)}")
    elif site.settings.default_language not in site.finished:
        place = origins.at("site", "languages", languages.index(site.settings.default_language), "draft")
        yield Problem(place, "K025", "the default language is a draft", "take 'draft' away here, or choose another default language")
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
    yield from _drafts(site, origins)


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


def _drafts(site: Site, origins: Origins) -> Iterator[Problem]:
    """One warning for each file and draft: how many of its texts are still to be translated, at the first of them."""
    found: dict[tuple[str, str], list[Position]] = {}
    total: Counter[str] = Counter()
    for record, path, text in texts(site):
        if not text.neutral:
            place = origins.at(record, *path)
            total[place.file] += 1
            for language in text.borrowed:
                found.setdefault((language, place.file), []).append(place)
    for (language, file), places_ in sorted(found.items()):
        yield _draft(language, places_[0], f"{len(places_)} of {total[file]} texts of this file are", "texts")
    for language in set(site.languages) - set(site.finished) - {site.settings.default_language}:
        keys = site.strings[language].keys()
        lost = sum(f"{language}:{key}" not in origins.strings for key in keys)
        if lost:
            here = origins.at("site", "languages", site.languages.index(language))
            own = [place.file for name, place in origins.strings.items() if name.startswith(f"{language}:") and Path(place.file).parent.name == "ui"]
            yield _draft(language, Position(own[0]) if own else here, f"{lost} of {len(keys)} UI strings are", "words of buttons and headings")


def _draft(language: str, place: Position, count: str, what: str) -> Problem:
    advice = f"readers see these {what} in the default language; list them: python -m generator translations status --language {language}"
    return Problem(place, "K030", f"{count} not translated into '{language}'", advice, Severity.WARNING)
