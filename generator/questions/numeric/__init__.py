"""Numeric: the reader types a number in a given unit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Record, TextField
from generator.questions.item import BaseItem, Finding, QuestionType, fingerprint

Number = Annotated[float, Field(allow_inf_nan=False)]

_SLACK = 1e-9
"""What a difference may exceed the tolerance by, in parts of the larger of the two: 0.8 is at most 0.1 away from 0.7."""


def digits(value: float) -> str:
    """The number as people write it: no exponent, no `.0`."""
    return f"{value:.12f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


class NumericMiss(Record):
    """A number that readers are likely to type, and why it is wrong."""

    value: Number = Field(description="the number")
    explanation: TextField = Field(description="why it is wrong")

    @property
    def shown(self) -> str:
        """Its digits."""
        return digits(self.value)


class NumericItem(BaseItem):
    """An item answered with a number of `unit`s. Right when it is at most `tolerance` away from `answer`."""

    type: Literal["numeric"]
    answer: Number = Field(description="the key")
    tolerance: Annotated[Number, Field(ge=0)] = Field(default=0, description="how far from the key an answer may be")
    unit: TextField | None = Field(default=None, description="stands behind the field, for example seconds")
    misses: tuple[NumericMiss, ...] = Field(default=(), description="likely wrong numbers")
    explanation: TextField = Field(description="why the key is right")

    @property
    def shown(self) -> str:
        """The digits of the key."""
        return digits(self.answer)

    @property
    def span(self) -> str:
        """The digits of the tolerance; empty when there is none."""
        return digits(self.tolerance) if self.tolerance else ""

    @property
    def signed(self) -> bool:
        """Whether a minus sign may be needed, which keyboards for decimal numbers lack on some phones."""
        return self.answer - self.tolerance < 0 or any(miss.value < 0 for miss in self.misses)

    def accepts(self, value: float) -> bool:
        """Whether a number counts as right. The same rule as in `docs/js/quiz/numeric.js`."""
        return abs(value - self.answer) <= self.tolerance + _SLACK * max(abs(self.answer), self.tolerance)


def check(item: NumericItem) -> list[Finding]:
    """K042 for a miss that repeats another, K043 for one that the tolerance accepts."""
    findings = []
    values = [miss.value for miss in item.misses]
    for index, value in enumerate(values):
        path = ("misses", index, "value")
        if item.accepts(value):
            findings.append(Finding(path, "K043", "this number is accepted as right, too", "take it out, or make 'tolerance' smaller"))
        elif value in values[:index]:
            findings.append(Finding(path, "K042", "another entry says the same", "write a different one"))
    return findings


def _fingerprint(item: NumericItem) -> str:
    return fingerprint(item.type, digits(item.answer), digits(item.tolerance))


TYPE = QuestionType(NumericItem, check, _fingerprint)
