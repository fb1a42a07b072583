"""A statement's words as a reader sees them: marked, with a sentence on either side and the chain of voices."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from dragoman.brief.content import Piece, Quote
from dragoman.brief.sentences import sentences
from dragoman.domain.report import Report
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Statement
from dragoman.domain.text import Span

AROUND = 700
"""The most code points shown before a quote, and after it."""
LONGEST = 1500
"""The most code points shown of a quote; its ends are kept."""
SELECTOR = 32
"""Code points of prefix and suffix."""


def quotes(situation: Situation) -> Mapping[str, Quote]:
    """A quote for every statement, by global id."""
    bounds = {name: sentences(report) for name, report in situation.reports.items()}
    made = {}
    for name, statement in situation.statements.items():
        report = situation.reports[situation.report_of[name]]
        made[name] = _quote(name, statement, report, bounds[report.id], situation.copies.get(report.id))
    return MappingProxyType(made)


def outlet(report: Report) -> str:
    """The report's outlet, or a way to say that it is not known."""
    return report.outlet or "Outlet not known"


def chain(report: Report, statement: Statement) -> str:
    """ "Example Courier, citing Bloomberg, citing people familiar with the talks"; the outlet alone for its own words."""
    return ", citing ".join([outlet(report), *(" ".join(v.name.split()) for v in statement.voices)])


def _quote(name: str, statement: Statement, report: Report, bounds: tuple[Span, ...], copy_of: str | None) -> Quote:
    span, text = statement.span, report.text
    return Quote(
        id=name,
        report=report.id,
        title=report.title or "",
        outlet=outlet(report),
        day=report.published,
        chain=chain(report, statement),
        pieces=_pieces(statement, text, _shown(span, bounds)),
        exact=statement.quote,
        prefix=text[max(0, span.start - SELECTOR) : span.start],
        suffix=text[span.end : span.end + SELECTOR],
        start=span.start,
        end=span.end,
        hedges=tuple(" ".join(h.of(text).split()) for h in statement.hedges),
        evidential=statement.evidential,
        condition=" ".join(statement.condition.text.split()) if statement.condition else None,
        grade=str(statement.factuality),
        author_grade=str(statement.author_factuality),
        copy_of=copy_of,
    )


def _shown(span: Span, bounds: tuple[Span, ...]) -> list[Span]:
    """The sentences that `span` meets and one on either side; the span alone where it lies in none."""
    first = bisect_left(bounds, span.start + 1, key=lambda s: s.end)
    last = first
    while last < len(bounds) and bounds[last].start < span.end:
        last += 1
    if first == last:
        return [span]
    return list(bounds[max(0, first - 1) : last + 1])


def _pieces(statement: Statement, text: str, shown: list[Span]) -> tuple[Piece, ...]:
    quote = statement.span
    hedges = list(statement.hedges)
    if statement.evidential:
        hedges += _found(statement.evidential, text, shown, quote)
    conditions = [statement.condition.span] if statement.condition else []
    low, high = _nearest(text, quote.start - AROUND), quote.end + AROUND
    window = [Span(max(s.start, low), min(s.end, high)) for s in shown if s.end > low and s.start < high]
    pieces: list[Piece] = []
    if window and window[0].start > shown[0].start:
        pieces.append(Piece("\u2026 "))
    for number, sentence in enumerate(window):
        if number:
            gap = text[window[number - 1].end : sentence.start]
            pieces.append(Piece(" \u00b6 " if "\n" in gap else " "))
        cuts = {sentence.start, sentence.end}
        for mark in (quote, *hedges, *conditions):
            cuts |= {p for p in (mark.start, mark.end) if sentence.start < p < sentence.end}
        for start, end in pairwise(sorted(cuts)):
            part = Span(start, end)
            words = re.sub(r"\s+", " ", part.of(text))
            quoted = part.meets(quote)
            pieces.append(
                Piece(
                    _middle(words) if quoted else words,
                    quoted=quoted,
                    hedge=any(h.meets(part) for h in hedges),
                    condition=any(c.meets(part) for c in conditions),
                )
            )
    if window and window[-1].end < shown[-1].end:
        pieces.append(Piece(" \u2026"))
    return tuple(p for p in pieces if p.text)


def _found(word: str, text: str, shown: list[Span], quote: Span) -> list[Span]:
    """Where an evidential stands in the sentences of the quote."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    inside = [s for s in shown if s.meets(quote)]
    return [Span(*m.span()) for s in inside for m in pattern.finditer(text, s.start, s.end)]


def _nearest(text: str, start: int) -> int:
    """`start`, moved to the beginning of a word."""
    if start <= 0:
        return 0
    space = re.compile(r"\s").search(text, start)
    return space.end() if space else start


def _middle(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST - 300]} \u2026 {words[-300:]}"
