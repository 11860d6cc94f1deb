"""Multiple choice: the reader marks every option that is right; part of the key earns part of the credit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.questions.item import BaseItem, Finding, Option, QuestionType, alike, fingerprint, repeated


class MultipleItem(BaseItem):
    """An item with several right options. It is partly right when more right than wrong options are marked."""

    type: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=7)] = Field(
        description="the options, at least two of them right and one wrong"
    )


def check(item: MultipleItem) -> list[Finding]:
    """K040 unless at least two options are right and one is wrong, K041 and K042 for options that repeat."""
    findings = []
    keys = sum(option.correct for option in item.options)
    if keys < 2 or keys == len(item.options):
        message = f"{keys} of {len(item.options)} options are marked as right"
        findings.append(Finding(("options",), "K040", message, "mark at least two with 'correct: true' and leave one wrong, or write 'type: single'"))
    return [*findings, *repeated("options", item.options), *alike("options", item.options)]


def _fingerprint(item: MultipleItem) -> str:
    return fingerprint(item.type, *sorted(f"{option.id}={option.correct}" for option in item.options))


TYPE = QuestionType(MultipleItem, check, _fingerprint)
