"""Records as the browser keeps them, for tests that put some there or read what is there."""

from typing import Any

KEY = "k8s:2:item:"
"""What the keys of this site's records begin with; the id of the item follows."""
WHEN = "2026-01-01T00:00:00.000Z"


def record(answer: list[str], state: str = "right", known: str = "h", when: str = WHEN, **more: Any) -> dict[str, Any]:
    """A record of today's version, with one answer in its log. `known` is the hash of the item's key when it was answered."""
    return {"v": 2, "a": answer, "s": state, "h": known, "t": when, "c": None, "d": None, "l": [[when, state, None]], **more}
