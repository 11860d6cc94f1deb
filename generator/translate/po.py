"""gettext PO: rows to the text of a file and back."""

from __future__ import annotations

import re

import polib

from generator.problems import ContentError, Position, Problem
from generator.translate.rows import Bundle, Row

_HEAD = (
    "Fill in msgstr. Keep [[id]] and [[id|words]] (the words may change), `code`, {places} and links as they are.\n"
    "A fuzzy entry is older than its source: write it anew, then take the word 'fuzzy' away.\n"
    "Then: python -m generator translations import THIS-FILE"
)
_FIELDS = ("X-Source-Language", "Language")
_LINE = re.compile(r"\(line (\d+)\)")
_WHOLE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')


def write(bundle: Bundle) -> str:
    """The rows as a PO file, without any date, so that the same content gives the same file."""
    file = polib.POFile(wrapwidth=0)
    file.header = _HEAD
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **dict(zip(_FIELDS, (bundle.source, bundle.language), strict=True)),
    }
    for row in bundle.rows:
        file.append(
            polib.POEntry(
                msgctxt=row.context,
                msgid=row.source,
                msgstr=row.words,
                previous_msgid=row.previous or None,
                comment=row.note,
                occurrences=[(row.place[0], str(row.place[1]))],
                flags=["fuzzy"] if row.stale else [],
            )
        )
    return f"{file}\n"


def read(text: str, name: str) -> Bundle:
    """The rows of the PO file `name`. Raises ContentError (K061) with the place when it is broken or holds what no export writes."""
    for number, line in enumerate(text.splitlines(), start=1):
        # The parser would take the last letter for the quote that is missing.
        if line.strip() and not line.startswith("#") and not _WHOLE.fullmatch(line.strip()):
            advice = "each line is a comment, or a word such as msgstr and words in quotes"
            raise ContentError([Problem(Position(name, number), "K061", "this line is not gettext PO", advice)])
    try:
        # A string without a line break could be taken for the name of a file.
        file = polib.pofile(text + "\n", encoding="utf-8")
    except (OSError, ValueError, IndexError, AttributeError) as error:
        found = _LINE.search(str(error))
        place = Position(name, int(found[1]) if found else 1)
        raise ContentError([Problem(place, "K061", "this is not gettext PO", "take the file as the translator's program saved it")]) from None
    source, language = (file.metadata.get(field, "") for field in _FIELDS)
    plural = [entry for entry in file if entry.msgid_plural]
    if plural:
        place = Position(name, plural[0].linenum)
        raise ContentError([Problem(place, "K061", "texts of this site have no plural forms", "write one msgid and one msgstr")])
    rows = tuple(
        Row(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            entry.fuzzy,
            entry.previous_msgid or "",
            position=Position(name, entry.linenum),
        )
        for entry in file
        if not entry.obsolete
    )
    return Bundle(source, language, rows)
