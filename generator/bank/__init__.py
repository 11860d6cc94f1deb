"""What can be measured of a bank of quiz items: of one item, of two, of all. Judges nothing; `check.lint` does."""

from __future__ import annotations

from generator.bank import measure
from generator.bank.figures import ALIKE, RATIO, Figures, figures, near_duplicates, over_ratio
from generator.bank.wording import WORDINGS, Wording

__all__ = ["ALIKE", "RATIO", "WORDINGS", "Figures", "Wording", "figures", "measure", "near_duplicates", "over_ratio"]
