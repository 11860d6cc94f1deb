"""Single choice: one stem, three to five options, exactly one of them right."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.questions.item import BaseItem, Option


class SingleItem(BaseItem):
    """A single-choice item."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]
