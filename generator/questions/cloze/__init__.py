"""Cloze: a sentence with gaps. A gap is chosen from its options, or typed when it has none."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, Record, Text, TextField
from generator.questions.fold import accepted
from generator.questions.item import BaseItem, Finding, Option, QuestionType, alike, fingerprint, repeated

HOLE = "\ufffc"
"""Stands for a gap while its text is read as markup: the sign for an object that text cannot hold."""

_GAP = re.compile(r"\{([a-z0-9-]+)\}")


class Gap(Record):
    """A gap: either `options` to choose from, one of them right, or `accept` for what may be typed. The first accepted answer is the key."""

    id: Id = Field(description="the id that stands in the text, in {}")
    options: Annotated[tuple[Option, ...], Field(max_length=5)] = Field(default=(), description="what to choose from, exactly one of them right")
    accept: tuple[TextField, ...] = Field(default=(), description="what may be typed instead of choosing; the first is shown as the key")
    explanation: TextField | None = Field(default=None, description="why, for a gap that is typed")

    @property
    def key(self) -> Text:
        """What belongs into the gap."""
        return next((option.text for option in self.options if option.correct), None) or self.accept[0]


class ClozeItem(BaseItem):
    """A text in which `{id}` stands for a gap. The order of the gaps may differ between languages."""

    type: Literal["cloze"]
    text: TextField = Field(description="the text; {id} stands for a gap")
    gaps: Annotated[tuple[Gap, ...], Field(min_length=1, max_length=6)] = Field(
        description="the gaps, each of which stands in the text of every language once"
    )

    def holed(self, language: str) -> str:
        """The text in one language with `HOLE` wherever a gap is, ready to be read as markup."""
        return _GAP.sub(HOLE, self.text[language].replace(HOLE, ""))

    def order(self, language: str) -> tuple[Gap, ...]:
        """The gaps as they come in the text of one language."""
        known = {gap.id: gap for gap in self.gaps}
        return tuple(known[name] for name in _GAP.findall(self.text[language]))


def check(item: ClozeItem) -> list[Finding]:
    """K046 for gaps that text and list do not share, K047 for a gap that is neither chosen nor typed, and what single choice checks."""
    findings = [*repeated("gaps", item.gaps)]
    known = {gap.id for gap in item.gaps}
    for language, words in item.text.written().items():
        used = _GAP.findall(words)
        path: tuple[str | int, ...] = ("text", language) if language else ("text",)
        if sorted(used) != sorted(known):
            wanted = ", ".join(f"{{{name}}}" for name in sorted(known))
            findings.append(Finding(path, "K046", "the gaps of the text are not those of 'gaps'", f"each of these stands in the text once: {wanted}"))
    for index, gap in enumerate(item.gaps):
        findings += _gap(index, gap)
    return findings


def _gap(index: int, gap: Gap) -> list[Finding]:
    place = ("gaps", index)
    if bool(gap.options) == bool(gap.accept):
        return [Finding(place, "K047", f"the gap '{gap.id}' needs either options or accepted answers", "write 'options:' or 'accept:', not both")]
    if gap.accept:
        if gap.explanation is None:
            return [Finding(place, "K047", f"the gap '{gap.id}' has no explanation", "add 'explanation: …'")]
        return [] if all(accepted(*gap.accept)) else [Finding((*place, "accept"), "K044", "nothing is left of this answer", "write a word")]
    keys = sum(option.correct for option in gap.options)
    findings = [*repeated("options", gap.options), *alike("options", gap.options)]
    if keys != 1 or len(gap.options) < 2:
        findings.append(
            Finding(("options",), "K040", f"{keys} of {len(gap.options)} options are marked as right", "give exactly one 'correct: true'")
        )
    return [Finding((*place, *one.path), one.code, one.message, one.help) for one in findings]


def _fingerprint(item: ClozeItem) -> str:
    """Gaps, options and keys. A further spelling does not make an answer out of date, it is judged anew."""
    gaps = (f"{gap.id}:{sorted(accepted(*gap.accept[:1]))}:{sorted((option.id, option.correct) for option in gap.options)}" for gap in item.gaps)
    return fingerprint(item.type, *sorted(gaps))


TYPE = QuestionType(ClozeItem, check, _fingerprint)
