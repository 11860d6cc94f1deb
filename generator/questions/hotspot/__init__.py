"""Hotspot: the reader points at a box of the architecture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.fields import Id, TextField
from generator.questions.item import BaseItem, Finding, QuestionType, fingerprint


class HotspotItem(BaseItem):
    """A box to be found on the drawing of the architecture. `boxes` are those that count as right; one of them is enough."""

    type: Literal["hotspot"]
    boxes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=4)] = Field(
        description="components or add-on categories that count as right; one of them is enough"
    )
    explanation: TextField = Field(description="why")


def check(item: HotspotItem) -> list[Finding]:
    """K041 for a box that stands twice."""
    return [
        Finding(("boxes", index), "K041", f"the box '{box}' stands twice", "name it once")
        for index, box in enumerate(item.boxes)
        if box in item.boxes[:index]
    ]


def _fingerprint(item: HotspotItem) -> str:
    return fingerprint(item.type, *sorted(item.boxes))


def _names(item: HotspotItem) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for index, box in enumerate(item.boxes):
        yield ("boxes", index), "box", box


TYPE = QuestionType(HotspotItem, check, _fingerprint, _names, ("drawing", "hotspot"))
