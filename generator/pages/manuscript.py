"""The note, cut into pieces: what on each line is an open mark, what is a claim, and what is said in the margin.

Knows Markdown only as far as a line of a table has cells. The words of the note are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator import note_marks
from generator.model import Claim, Question, Site, Verdict
from generator.pages.records import Records

_SEVERITY: dict[str, int] = {"correct": 0, "gap": 1, "imprecise": 2, "outdated": 3, "wrong": 4}
_TAG = re.compile(r"</?[a-zA-Z]+\s*/?>")
_BREAK = re.compile(r"\s*(?:\||</?br\s*/?>)\s*", re.IGNORECASE)
_HIGHLIGHTED = {"mark", "todo"}
"""Marks whose own words are lit. The others get a word of the site behind them: there is nothing to light, or too much."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive characters of a line that share everything. `lit`: the words are a mark; `badge`: a mark ends here."""

    text: str
    verdict: Verdict | None = None
    question: Question | None = None
    lit: bool = False
    badge: bool = False
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What the margin says: an answered question, or a claim. `first` is the line that explained the claim, when it is another."""

    question: Question | None = None
    claim: Claim | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of the note, with the remarks beside it in the order of the words they are about."""

    number: int
    pieces: tuple[Piece, ...]
    heading: bool
    verdict: Verdict | None
    remarks: tuple[Remark, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words a claim quotes, with the rest of their sentence or cell."""

    line: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    verdict: Verdict | None = None
    question: Question | None = None


class Manuscript:
    """The note of a site, read once."""

    def __init__(self, site: Site, records: Records) -> None:
        self.lines = site.note_lines
        self.records = records
        self.questions: dict[int, list[Question]] = {}
        for question in site.questions:
            self.questions.setdefault(question.line, []).append(question)
        self.marks: dict[int, list[_Span]] = {}
        for mark in note_marks.find(site.note_lines):
            asked = self._asked(mark)
            if asked is not None:
                self.marks.setdefault(mark.line, []).append(_Span(mark.start, mark.end, question=asked))
        for question in site.questions:
            if question.kind == "garbled":
                start = self.line(question.line).find(question.quote)
                self.marks.setdefault(question.line, []).append(_Span(start, start + len(question.quote), question=question))

    def line(self, number: int) -> str:
        """The words of a line; numbers count from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _asked(self, mark: note_marks.Mark) -> Question | None:
        same = [question for question in self.questions.get(mark.line, ()) if question.kind == mark.kind]
        for question in same:
            start = self.line(mark.line).find(question.quote)
            if start <= mark.start and mark.end <= start + len(question.quote):
                return question
        return same[0] if same else None

    def annotated(self) -> tuple[NoteLine, ...]:
        """Every line with its pieces and what the margin says about it."""
        first = {claim.id: min(quote.line for quote in claim.quotes) for claim in self.records.site.claims}
        return tuple(self._annotated(number, first) for number in range(1, len(self.lines) + 1))

    def _annotated(self, number: int, first: dict[str, int]) -> NoteLine:
        line = self.line(number)
        spans = list(self.marks.get(number, ()))
        remarks = {question.id: (line.find(question.quote), Remark(question)) for question in self.questions.get(number, ())}
        remarks.update({span.question.id: (span.start, Remark(span.question)) for span in spans if span.question})
        verdicts = []
        for claim, quote in self.records.claims_on(number):
            start = line.find(quote.text)
            verdicts.append(claim.verdict)
            spans.append(_Span(start, start + len(quote.text), claim.verdict))
            earlier = first[claim.id] if first[claim.id] != number else None
            remarks.setdefault(claim.id, (start, Remark(claim=claim, first=earlier)))
        ordered = sorted(remarks.values(), key=lambda placed: placed[0])
        return NoteLine(
            number,
            tuple(_cut(line, spans)),
            line.startswith("#"),
            worst(verdicts),
            tuple(remark for _, remark in ordered),
            number in self.questions,
        )

    def quoted(self, question: Question) -> tuple[Piece, ...]:
        """The words a question quotes, with its own mark highlighted."""
        offset = self.line(question.line).find(question.quote)
        spans = [
            replace(span, start=span.start - offset, end=span.end - offset)
            for span in self.marks.get(question.line, ())
            if span.question == question and span.start >= offset
        ]
        return tuple(_cut(question.quote, spans))

    def excerpts(self, claim: Claim) -> tuple[Excerpt, ...]:
        """Each quote of a claim within its sentence or cell."""
        return tuple(_excerpt(quote.line, self.line(quote.line), quote.text) for quote in claim.quotes)


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The gravest of these verdicts, None when there is none."""
    return max(verdicts, key=lambda verdict: _SEVERITY[verdict], default=None)


def _cut(line: str, spans: Sequence[_Span]) -> Iterator[Piece]:
    tags = [_Span(match.start(), match.end()) for match in _TAG.finditer(line)]
    edges = sorted({0, len(line), *(edge for span in (*spans, *tags) for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        over = [span for span in spans if span.start <= start and end <= span.end]
        question = next((span.question for span in over if span.question), None)
        ends = any(span.question == question and span.end == end for span in over if span.question)
        yield Piece(
            line[start:end],
            worst(span.verdict for span in over if span.verdict),
            question,
            lit=question is not None and question.kind in _HIGHLIGHTED,
            badge=question is not None and question.kind not in _HIGHLIGHTED and ends,
            tag=any(tag.start <= start and end <= tag.end for tag in tags),
        )


def _excerpt(number: int, line: str, words: str) -> Excerpt:
    start = line.find(words)
    end = start + len(words)
    breaks = [match.span() for match in _BREAK.finditer(line)]
    left = max((min(stop, start) for begin, stop in breaks if begin <= start), default=0)
    right = min((max(begin, end) for begin, stop in breaks if stop >= end), default=len(line))
    return Excerpt(number, line[left:start], words, line[end:right])
