"""Care of translations: what is missing or behind, and the way to translators and back.

Reads a content folder that is valid in shape, even when translations are missing. Knows no pages.
"""

from generator.translate import po, sheet
from generator.translate.accept import accept
from generator.translate.book import Book, Entry, open_book
from generator.translate.status import as_json, as_text, rows

FORMATS = {"csv": sheet, "po": po}
"""Each form of file for translators: its name, which is also the ending of its files, and what writes and reads it."""

__all__ = ["FORMATS", "Book", "Entry", "accept", "as_json", "as_text", "open_book", "rows"]
