"""Single choice: one stem, three to five options, exactly one of them right."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.questions.item import BaseItem, Finding, Option, QuestionType, alike, fingerprint, repeated


class SingleItem(BaseItem):
    """A single-choice item."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)] = Field(description="the options, exactly one of them right")


def check(item: SingleItem) -> list[Finding]:
    """K040 unless exactly one option is right, K041 for an option id that is used twice, K042 for two options with the same words."""
    findings = []
    keys = [index for index, option in enumerate(item.options) if option.correct]
    if len(keys) != 1:
        many = "no option is" if not keys else f"{len(keys)} options are"
        findings.append(Finding(("options",), "K040", f"{many} marked as right", "give exactly one option 'correct: true'"))
    return [*findings, *repeated("options", item.options), *alike("options", item.options)]


def _fingerprint(item: SingleItem) -> str:
    """Options and key. Words may be mended without making an answer out of date."""
    return fingerprint(item.type, *sorted(f"{option.id}={option.correct}" for option in item.options))


TYPE = QuestionType(SingleItem, check, _fingerprint)
