"""The search of a site as files: one with all documents, or a head and many small ones of which a query needs a few.

Matching lives in the browser (docs/js/search). For a large site the terms are made here, by the same rules as there.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.compact import compact
from generator.model import Site
from generator.search.chunks import chunks
from generator.search.documents import Document, documents

__all__ = ["LARGE", "Document", "chunks", "documents", "files"]

LARGE = 500
"""Pages of one language from which `chunks: auto` cuts the search into pieces."""


def files(site: Site, language: str, index: Mapping[str, str], pages: int) -> dict[str, bytes]:
    """The files of one language by path. `index` gives the address of every id, `pages` is how many pages the language has."""
    found = documents(site, language, index)
    mode = site.settings.search.chunks
    if mode == "always" or (mode == "auto" and pages > LARGE):
        return {f"{language}/{name}": data for name, data in chunks(found).items()}
    return {f"{language}/search.json": compact(found)}
