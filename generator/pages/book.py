"""A site read once: its lookups, its manuscript and its addresses, shared by every page in every language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Site
from generator.pages.manuscript import Manuscript
from generator.pages.places import Place, places
from generator.pages.records import Records


@dataclass(frozen=True, slots=True)
class Book:
    """What all pages of a site have in common."""

    site: Site
    records: Records
    script: Manuscript
    places: dict[str, Place]

    @classmethod
    def of(cls, site: Site) -> Book:
        """Reads a site."""
        records = Records(site)
        return cls(site, records, Manuscript(site, records), places(site))
