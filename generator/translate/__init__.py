"""Care of translations: what is missing or behind, and the way to translators and back.

Reads a content folder that is valid in shape, even when translations are missing. Knows no pages.
"""

from generator.translate.accept import accept
from generator.translate.book import Book, Entry, open_book
from generator.translate.status import as_json, as_text, rows

__all__ = ["Book", "Entry", "accept", "as_json", "as_text", "open_book", "rows"]
