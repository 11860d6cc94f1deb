"""True or false: the stem is a statement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.fields import TextField
from generator.questions.item import BaseItem, Finding, QuestionType, fingerprint


class TrueFalseItem(BaseItem):
    """A statement that is true or false."""

    type: Literal["true_false"]
    correct: bool = Field(description="true when the statement is true")
    explanation: TextField = Field(description="why; for a false statement also what is true instead")


def check(_item: TrueFalseItem) -> list[Finding]:
    """Its schema says all there is to say."""
    return []


def _fingerprint(item: TrueFalseItem) -> str:
    return fingerprint(item.type, str(item.correct))


TYPE = QuestionType(TrueFalseItem, check, _fingerprint)
