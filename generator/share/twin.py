"""The Markdown twin of a page: the words of its HTML without the frame, for programs that read and for people who copy."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SKIPPED = {"svg", "script", "style", "button", "template", "input", "select", "form", "dialog"}
_VOID = {"br", "hr", "input", "img", "wbr", "meta", "link", "col"}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = {"p", "div", "section", "article", "figure", "figcaption", "details", "table", "dl", "header", "nav", "aside", "blockquote", "fieldset"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}


def twin(body: str) -> str:
    """The page's body as Markdown that ends in a line break."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    lines = [re.sub(r"[ \t]+", " ", line).strip() if not line.startswith("    ") else line.rstrip() for line in "".join(reader.out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.hidden = 0
        self.lists: list[int | None] = []
        self.links: list[str] = []
        self.verbatim = False
        self.cells = 0
        self.heads = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.hidden or tag in _SKIPPED or given.get("aria-hidden") == "true" or "hidden" in given:
            self.hidden += tag not in _VOID
            return
        if tag in _HEADINGS:
            self.out.append(f"\n\n{_HEADINGS[tag]} ")
        elif tag in _BLOCKS:
            self.out.append(" " if self.cells else "\n\n")
        elif tag in {"ul", "ol"}:
            self.lists.append(0 if tag == "ol" else None)
            self.out.append("\n\n" if len(self.lists) == 1 else "")
        elif tag == "a":
            self.links.append(given.get("href") or "")
            self.out.append("[")
        elif tag == "pre":
            self.verbatim = True
            self.out.append("\n\n    ")
        elif tag in _MARKS and not self.verbatim:
            self.out.append(_MARKS[tag])
        else:
            self._row(tag)

    def _row(self, tag: str) -> None:
        """Starts a line of a list, a table or a definition list."""
        if tag == "li":
            number = self.lists[-1] if self.lists else None
            if number is not None:
                self.lists[-1] = number + 1
            self.out.append("\n- " if number is None else f"\n{number + 1}. ")
        elif tag in {"summary", "legend", "dt", "br", "option", "label"}:
            self.out.append("\n")
        elif tag in {"td", "th"}:
            self.cells += 1
            self.heads += tag == "th"
            self.out.append("| ")
        elif tag in {"dd", "small"}:
            self.out.append(": " if tag == "dd" else " ")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= tag not in _VOID
            return
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag in _HEADINGS or tag in _BLOCKS or (tag in {"ul", "ol"} and not self.lists):
            self.out.append(" " if self.cells else "\n\n")
        elif tag == "a" and self.links:
            href = self.links.pop()
            self.out.append(f"]({href})" if href else "]")
        elif tag == "pre":
            self.verbatim = False
            self.out.append("\n\n")
        elif tag in _MARKS and not self.verbatim:
            self.out.append(_MARKS[tag])
        elif tag in {"td", "th", "tr"}:
            self._cell(tag)

    def _cell(self, tag: str) -> None:
        """Ends a cell or a row; a row of headings gets the line that makes a table of it."""
        if tag != "tr":
            self.cells -= 1
            self.out.append(" ")
            return
        self.out.append("|\n" + ("| --- " * self.heads + "|\n" if self.heads > 1 else ""))
        self.heads = 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.out.append(data.replace("\n", "\n    ") if self.verbatim else re.sub(r"\s+", " ", data))
