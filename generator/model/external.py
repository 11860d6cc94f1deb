"""What external addresses answered when they were last asked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.fields import Date, Record, Url

_REFUSED = frozenset({401, 402, 403, 405, 406, 407, 429, 451})


class External(Record):
    """One external address as it answered last. A failure later on leaves that answer as it is, and is noted beside it."""

    url: Url = Field(description="the address without what follows a '#'")
    status: Annotated[int, Field(ge=100, le=999)] | None = Field(default=None, description="the HTTP status of the last answer")
    title: str | None = Field(default=None, description="the title of the page, from the last time it was there")
    moved: Url | None = Field(default=None, description="where redirects led, when that is another address")
    has: tuple[str, ...] = Field(default=(), description="anchors that pages of this site link to, and that are there")
    lacks: tuple[str, ...] = Field(default=(), description="anchors that pages of this site link to, and that are not there")
    checked: Date | None = Field(default=None, description="the day of the last answer")
    failed: str | None = Field(default=None, description="why a later try brought no answer")
    tried: Date | None = Field(default=None, description="the day of that try")

    @property
    def refused(self) -> bool:
        """The address answers, but not to programs: a person has to look."""
        return not self.failed and self.status in _REFUSED

    @property
    def dead(self) -> bool:
        """The last try brought an error, or no answer at all."""
        return bool(self.failed) or (self.status is not None and self.status >= 400 and not self.refused)

    @property
    def day(self) -> str:
        """The day of the last try, empty when there was none."""
        return self.tried or self.checked or ""


class Snapshot(Record):
    """`links.yaml`: what external addresses answered. Written by `python -m generator links refresh`, read by builds instead of the network."""

    links: tuple[External, ...] = Field(default=(), description="the addresses, sorted")
