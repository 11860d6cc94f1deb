"""The question types and their registry. A new type is one folder here and one line below."""

from __future__ import annotations

from generator.questions import single
from generator.questions.item import BaseItem, Finding, Option, QuestionType
from generator.questions.single import SingleItem

TYPES: dict[str, QuestionType] = {"single": single.TYPE}
Item = SingleItem

__all__ = ["TYPES", "BaseItem", "Finding", "Item", "Option", "QuestionType", "SingleItem"]
