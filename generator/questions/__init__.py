"""The question types and their registry. A new type is one folder here and one line below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from generator.questions import categorize, cloze, hotspot, matching, multiple, numeric, ordering, short, single, trace, true_false
from generator.questions.arrange import arrange
from generator.questions.categorize import CategorizeItem
from generator.questions.cloze import ClozeItem
from generator.questions.hotspot import HotspotItem
from generator.questions.item import BaseItem, Entry, Finding, Option, QuestionType
from generator.questions.matching import MatchingItem
from generator.questions.multiple import MultipleItem
from generator.questions.numeric import NumericItem
from generator.questions.ordering import OrderingItem
from generator.questions.short import ShortItem
from generator.questions.single import SingleItem
from generator.questions.trace import TraceItem
from generator.questions.true_false import TrueFalseItem

TYPES: dict[str, QuestionType] = {
    "single": single.TYPE,
    "multiple": multiple.TYPE,
    "true_false": true_false.TYPE,
    "short": short.TYPE,
    "numeric": numeric.TYPE,
    "cloze": cloze.TYPE,
    "ordering": ordering.TYPE,
    "matching": matching.TYPE,
    "categorize": categorize.TYPE,
    "hotspot": hotspot.TYPE,
    "trace": trace.TYPE,
}

Item = Annotated[
    SingleItem
    | MultipleItem
    | TrueFalseItem
    | ShortItem
    | NumericItem
    | ClozeItem
    | OrderingItem
    | MatchingItem
    | CategorizeItem
    | HotspotItem
    | TraceItem,
    Field(discriminator="type"),
]


def schema_for(values: Any) -> type[BaseItem] | None:
    """The schema of the type that an item's YAML values name, None when they name none that exists."""
    name = values.get("type") if isinstance(values, Mapping) else None
    return TYPES[name].schema if isinstance(name, str) and name in TYPES else None


__all__ = [
    "TYPES",
    "BaseItem",
    "CategorizeItem",
    "ClozeItem",
    "Entry",
    "Finding",
    "HotspotItem",
    "Item",
    "MatchingItem",
    "MultipleItem",
    "NumericItem",
    "Option",
    "OrderingItem",
    "QuestionType",
    "ShortItem",
    "SingleItem",
    "TraceItem",
    "TrueFalseItem",
    "arrange",
    "schema_for",
]
