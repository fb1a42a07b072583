"""Contents as spans: a run of tokens less its holes, and quotes taken whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.attributions.grammar import tidy
from dragoman.statements.attributions.quotes import Quotes

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.\- ]{2,30}[A-Z](?![a-z])[^\n–—]{0,40}?|[A-Z][\w.'’ ,]{0,40}\([^()\n]{2,40}\))\s+(?:--?|[–—])\s+"
)


def without(parse: Parse, first: int, last: int, holes: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Tokens `first` to `last` less `holes` (all both included), as tidy spans in text order."""
    found: list[Span] = []
    at = first
    for left, right in sorted(holes):
        if right < at or left > last:
            continue
        found.extend(_tidy(parse, at, left - 1))
        at = right + 1
    return (*found, *_tidy(parse, at, last))


def _tidy(parse: Parse, first: int, last: int) -> tuple[Span, ...]:
    span = tidy(parse, first, last) if first <= last else None
    return (span,) if span is not None and any(c.isalnum() for c in _words(parse, first, last)) else ()


def _words(parse: Parse, first: int, last: int) -> str:
    return "".join(t.text for t in parse.tokens[first : last + 1])


def whole_quotes(quotes: Quotes, content: Sequence[Span], cue: Span | None) -> tuple[Span, ...]:
    """`content` grown to the ends of the quotes that it cuts; within one quote with its cue it stays in the quote."""
    found: list[Span] = []
    around = quotes.at(cue.start) if cue is not None else None
    for span in content:
        grown = span
        for quote in quotes.meeting(span):
            if quote == around:
                inner = Span(quote.span.start + 1, max(quote.span.start + 1, quote.span.end - quote.closed))
                grown = Span(
                    max(grown.start, inner.start), max(min(grown.end, inner.end), max(grown.start, inner.start))
                )
            elif cue is None or not quote.span.meets(cue):
                grown = grown.join(quote.span)
        if len(grown):
            found.append(grown)
    return merged(found)


def after_dateline(text: str, content: tuple[Span, ...], blocks: Sequence[int]) -> tuple[Span, ...]:
    """`content` without the dateline that opens its paragraph: "KLOW, March 4 (Example Wire) - "."""
    first = content[0]
    at = bisect_left(blocks, first.start)
    if at >= len(blocks) or blocks[at] != first.start:
        return content
    found = _DATELINE.match(text, first.start, first.end)
    return (Span(found.end(), first.end), *content[1:]) if found is not None and found.end() < first.end else content


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that touch or overlap joined."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = found[-1].join(span)
        else:
            found.append(span)
    return tuple(found)
