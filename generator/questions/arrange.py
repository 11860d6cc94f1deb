"""The order in which options are shown: shuffled by a seed, the same in every build and language."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def arrange(entries: Sequence[T], seed: str, *, moved: bool = False) -> tuple[T, ...]:
    """The entries in an order that depends on `seed` alone. An entry whose `fixed` is true keeps its place.

    With `moved` the result differs from the given order whenever two entries may change places: for lists whose own
    order is the key.
    """
    free = [index for index, entry in enumerate(entries) if not getattr(entry, "fixed", False)]
    drawn = sorted(free, key=lambda index: sha256(f"{seed}\0{index}".encode()).digest())
    if moved and drawn == free and len(free) > 1:
        drawn = [*drawn[1:], drawn[0]]
    result = list(entries)
    for place, index in zip(free, drawn, strict=True):
        result[place] = entries[index]
    return tuple(result)
