"""How to ask an address, and what it answers. Asks nothing itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """How to ask: seconds for one address as a whole, seconds between two requests to one host, bytes to read of a page, hosts at once."""

    timeout: float = 20.0
    pause: float = 0.5
    limit: int = 256 * 1024
    deep: int = 4 * 1024 * 1024
    """Bytes to read when anchors are looked for: they may stand anywhere in the page."""
    jobs: int = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered, or in `failed` why it did not. `final` is where redirects led. `has` and `lacks` are anchors."""

    status: int | None = None
    title: str | None = None
    final: str | None = None
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    failed: str | None = None
