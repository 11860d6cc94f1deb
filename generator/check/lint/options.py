"""Options that give the key away, and explanations that cannot teach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.bank import RATIO, WORDINGS, measure, over_ratio
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity
from generator.questions import BaseItem, Option

_COPY = 0.9
_JOINED = {"en": (" and ", " or ", ", "), "ko": ("와 ", "과 ", " 및 ", ", ", " 또는 ")}


@dataclass(frozen=True, slots=True)
class _Case:
    """An item in one language, and where it stands."""

    item: BaseItem
    language: str
    origins: Origins

    @property
    def options(self) -> tuple[Option, ...]:
        return measure.options(self.item)

    def words(self, option: Option) -> str:
        return measure.words(option.text, self.language)

    def problem(self, index: int, field: str, code: str, said: tuple[str, str], severity: Severity = Severity.ERROR) -> Problem:
        position = self.origins.at(self.item.id, "options", index, field, self.language)
        return Problem(position, code, f"{said[0]} ({self.language})", said[1], severity)


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K080, K082, K083, K086, K087, K088."""
    for item in site.items:
        for language in site.finished:
            case = _Case(item, language, origins)
            for rule in (_length, _every, _absolute, _form, _overlap, _explained):
                yield from rule(case)


def _key(case: _Case) -> tuple[int, Option] | None:
    keys = [(index, option) for index, option in enumerate(case.options) if option.correct]
    return keys[0] if len(keys) == 1 and len(case.options) > 1 else None


def _length(case: _Case) -> Iterator[Problem]:
    """K080: the key is much longer than the distractors."""
    key = _key(case)
    if key and over_ratio(case.item, case.language):
        found = measure.lengths(case.item, case.language)
        ratio = found.ratio if found else 0.0
        message = f"the right option is {ratio:.1f} times as long as the wrong ones, more than {RATIO}"
        yield case.problem(key[0], "text", "K080", (message, "shorten it, or say as much in the wrong options"))


def _every(case: _Case) -> Iterator[Problem]:
    """K082: an option about the other options."""
    wording = WORDINGS.get(case.language)
    for index, option in enumerate(case.options):
        found = wording.every.search(case.words(option)) if wording else None
        if found:
            message = f"the option speaks of the other options: '{found[0]}'"
            yield case.problem(index, "text", "K082", (message, "write a real option, or make it an item with several right options"))


def _absolute(case: _Case) -> Iterator[Problem]:
    """K083: words such as 'always' in wrong options alone. One wrong option is no pattern when another word of the key is as strong."""
    wording = WORDINGS.get(case.language)
    if not wording or _key(case) is None:
        return
    found = {index: match[0] for index, option in enumerate(case.options) if (match := wording.absolute.search(case.words(option)))}
    if any(case.options[index].correct for index in found):
        return
    for index, word in found.items():
        said = (f"'{word}' stands in wrong options alone, and careful readers strike those out", "say it without this word")
        yield case.problem(index, "text", "K083", said, Severity.WARNING)


def _form(case: _Case) -> Iterator[Problem]:
    """K086: the key alone has another grammatical form."""
    wording, key = WORDINGS.get(case.language), _key(case)
    if not wording or not key:
        return
    own = wording.form(case.words(key[1]))
    others = {wording.form(case.words(option)) for option in case.options if not option.correct}
    if len(others) == 1 and own not in others:
        message = f"the right option alone is {own}; the others are {others.pop()}"
        yield case.problem(key[0], "text", "K086", (message, "give all options one form"), Severity.WARNING)


def _overlap(case: _Case) -> Iterator[Problem]:
    """K087: one option is another with something added, so that both may seem right."""
    listed = [case.words(option) for option in case.options]
    for index, words in enumerate(listed):
        for other in listed:
            if any(words.startswith(other + join) for join in _JOINED.get(case.language, ())):
                said = (f"this option holds the whole option '{other}'", "write options that exclude each other")
                yield case.problem(index, "text", "K087", said, Severity.WARNING)


def _explained(case: _Case) -> Iterator[Problem]:
    """K088: an explanation that repeats its option, or that of another one."""
    seen: dict[str, str] = {}
    for index, option in enumerate(case.options):
        explanation = measure.words(option.explanation, case.language)
        plain = explanation.casefold().strip(" .")
        if _alike(plain, case.words(option).casefold().strip(" .")):
            said = ("the explanation only repeats the option", "say why it is right or wrong")
            yield case.problem(index, "explanation", "K088", said)
        elif plain in seen:
            said = (f"the explanation is that of the option '{seen[plain]}'", "say what is right or wrong about this one")
            yield case.problem(index, "explanation", "K088", said)
        seen.setdefault(plain, option.id)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other)
    # The quick ratios are upper bounds, and nearly always enough to say no.
    return matcher.real_quick_ratio() >= _COPY and matcher.quick_ratio() >= _COPY and matcher.ratio() >= _COPY
