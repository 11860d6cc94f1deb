"""The question types and their registry. A new type is one folder here and one line below."""

from __future__ import annotations

from generator.questions.item import BaseItem, Option
from generator.questions.single import SingleItem

Item = SingleItem
TYPES = {"single": SingleItem}

__all__ = ["TYPES", "BaseItem", "Item", "Option", "SingleItem"]
