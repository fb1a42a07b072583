"""The words of a clause that is told: whole, and no more than it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.clauses import clause_span
from dragoman.statements.coding.parties import Parties
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.turns import cleft

DATELINE = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?\([A-Z][^()\n]{1,40}\) ?[-\u2013\u2014]{1,2} ")
LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: ")
LINK = re.compile(r"\]\([^()\n]{0,300}\)?")
STOPS = frozenset({",", ";", ":", ".", "(", "\u2013", "\u2014", '"', "\u201d"})
LONG = 20
"""Tokens of a relative clause that still belong to a quote."""
LONG_TAIL = 40
"""Code points behind a colon that are no longer part of the clause."""


def told_span(parties: Parties, clause: Clause, subject: int, trigger: Span) -> Span:
    """The clause with what it shares with the verb joined to it, without markup, dateline, "that" and what follows a colon."""
    parse, text = parties.context.parse, parties.context.text
    contents = clause.attribution.content if clause.attribution is not None else ()
    span = clause_span(parse, clause.head, [parties.span(subject)], contents, None, trigger)
    last = sharing(parse, clause.head)
    if last is not None:
        span = span.join(clause_span(parse, last, (), contents))
    end = cleft(parse, clause.head)
    if end is not None and clause.attribution is not None:
        span = span.join(clause_span(parse, end.index, (), contents))
    span = _short(text, trigger, _undated(text, _unmarked(parse, clause, span)))
    label = LABEL.match(text, span.start, span.end)
    if label is not None and label.end() <= min(parse.tokens[clause.subject].start, trigger.start):
        span = Span(label.end(), span.end)
    return _marked_up(text, span)


def sharing(parse: Parse, head: int) -> int | None:
    """The verb that stands for what `head` says too (`came and went at Tartus`): `head` has nothing behind it of its own."""
    below = [t for t in parse.children(head) if t.index > head]
    joined = [t for t in below if t.dep == "conj" and is_verb(t)]
    if len(joined) != 1 or any(t.dep not in ("cc", "conj", "punct") for t in below):
        return None
    other = joined[0]
    plain = not any(t.text in (",", ";", "but") for t in parse.tokens[head + 1 : other.index])
    near = plain and other.index - head <= 3
    own = parse.children(other.index, "nsubj", "nsubjpass", "aux", "auxpass")
    return other.index if near and not own else None


def widened(parse: Parse, text: str, span: Span, contents: Iterable[Span]) -> Span:
    """The quote of a clause with what belongs to its last noun."""
    wide = _restricted(parse, span, contents)
    return span if wide == span else _marked_up(text, wide)


def _restricted(parse: Parse, span: Span, contents: Iterable[Span]) -> Span:
    """The clause with the relative clause that follows it without a comma (`only oil that it no longer sends`)."""
    inside = parse.tokens_in(span)
    after = inside[-1].index + 1
    first, last = inside[0].index, parse.sentence(after - 1).last
    if after >= last or parse.tokens[after].pos == "PUNCT":
        return span
    for clause in (parse.tokens[after], *parse.ancestors(after)):
        if clause.dep == "relcl" and first <= clause.head < after <= clause.index:
            break
    else:
        return span
    end = after
    while end < last and (parse.tokens[end].text not in STOPS) and _under(parse, end, clause.index):
        end += 1
    whole = span.join(parse.span(after, end)) if end > clause.index and end - after <= LONG else span
    held = next((c for c in contents if c.holds(span)), whole)
    return whole if held.holds(whole) or held is whole else span


def _under(parse: Parse, index: int, clause: int) -> bool:
    return index == clause or any(t.index == clause for t in parse.ancestors(index))


def _unmarked(parse: Parse, clause: Clause, span: Span) -> Span:
    """The clause without "that" and what stands before it."""
    head = clause.head
    mark = next((t for t in parse.children(head) if t.lower == "that" and span.start <= t.start), None)
    if mark is not None and mark.index < head and mark.dep not in ("nsubj", "nsubjpass"):
        return Span(parse.tokens[mark.index + 1].start, span.end)
    inside = parse.tokens_in(span)
    over = clause.attribution
    joined = over is not None and any(parse.tokens_in(c)[0].lower == "that" for c in over.content if c.meets(span))
    if joined and inside[0].lower == "that" and len(inside) > 2:
        return Span(inside[1].start, span.end)
    return span


def _undated(text: str, span: Span) -> Span:
    """The clause without the day and the agency of a dateline that names no city (`Nov 14 (Agency) - ...`)."""
    found = DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found is not None else span


def _short(text: str, trigger: Span, span: Span) -> Span:
    """The clause without a long remark behind a colon."""
    colon = text.find(": ", trigger.end, span.end)
    return Span(span.start, colon) if colon >= 0 and span.end - colon > LONG_TAIL else span


def _marked_up(text: str, span: Span) -> Span:
    """The span with the other half of a mark that it cuts in two: `**`, `[`, and the address behind `]`."""
    start, end = span.start, span.end
    if text.count("**", start, end) % 2:
        if text.endswith("**", 0, start):
            start -= 2
        elif text.startswith("**", end):
            end += 2
    if text.count("[", start, end) > text.count("]", start, end) and text.startswith("]", end):
        found = LINK.match(text, end)
        end = found.end() if found is not None else end + 1
    for opening, closing in (('"', '"'), ("\u201c", "\u201d")):
        inner = text.count(opening, start, end)
        odd = inner % 2 if opening == closing else inner > text.count(closing, start, end)
        if odd and text.startswith(closing, end):
            end += 1
    return Span(start, end)
