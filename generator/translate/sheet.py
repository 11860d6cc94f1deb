"""CSV: rows to the text of a file that spreadsheets open, and back."""

from __future__ import annotations

import csv
import io

from generator.problems import ContentError, Position, Problem
from generator.translate.rows import Bundle, Row

_FORMULA = "=+-@"
_GUARDS = tuple(f"'{sign}" for sign in (*_FORMULA, "'"))
_STATES = {True: "stale", False: ""}
_REST = ("state", "previous", "note", "place")
_LIMIT = 10_000_000


def write(bundle: Bundle) -> str:
    """The rows as CSV: `text`, the source, the translation, `state`, `previous`, `note`, `place`. Languages name their columns."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(["text", bundle.source, bundle.language, *_REST])
    for row in bundle.rows:
        state = "missing" if not row.words else _STATES[row.stale]
        cells = (row.context, row.source, row.words, state, row.previous, row.note, f"{row.place[0]}:{row.place[1]}")
        table.writerow([_guarded(cell) for cell in cells])
    return "\ufeff" + out.getvalue()  # else a spreadsheet takes UTF-8 for something older


def read(text: str, name: str) -> Bundle:
    """The rows of the CSV file `name`. Raises ContentError (K061) with the place when it is broken."""
    csv.field_size_limit(_LIMIT)
    plain = text.removeprefix("\ufeff")
    # Spreadsheets write what their country uses.
    comma = next((sign for sign in ";\t" if plain.startswith((f"text{sign}", f'"text"{sign}'))), ",")
    table = csv.reader(io.StringIO(plain, newline=""), delimiter=comma, strict=True)
    rows = []
    try:
        head = next(table, [])
        if len(head) < 4 or head[0] != "text":
            raise ContentError([_broken(name, 1, "the first line names no columns", "it begins: text, the two languages, state")])
        line = table.line_num + 1
        for cells in table:
            place, line = Position(name, line), table.line_num + 1
            if any(cells):
                if len(cells) < 3:
                    raise ContentError([_broken(name, place.line, "a row needs text, source and translation", "write commas between them")])
                context, source, words, state, *_ = [_plain(cell.replace("\r\n", "\n")) for cell in (*cells, "", "")]
                rows.append(Row(context, source, words, state == "stale", position=place))
    except csv.Error as error:
        raise ContentError([_broken(name, table.line_num, f"this is not CSV: {error}", "save it as CSV (UTF-8) with commas")]) from None
    return Bundle(head[1], head[2], tuple(rows))


def _broken(name: str, line: int, message: str, advice: str) -> Problem:
    return Problem(Position(name, max(line, 1)), "K061", message, advice)


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one has an apostrophe before it."""
    return f"'{cell}" if cell.startswith((*_FORMULA, *_GUARDS)) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARDS) else cell
