"""Relative times inside words quoted from others: reckoned from the day on which those words were said or printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Sentence, Token
from dragoman.domain.time import Anchor, Grain, TimeExpression
from dragoman.statements.context import Context

_OPEN, _CLOSE, _EITHER = "\u201c", "\u201d", '"'
_REPORTING = frozenset(
    {"say", "report", "write", "tell", "announce", "state", "note", "publish", "declare", "warn", "add"}
)
_MANY = 40
_LAG = timedelta(7)

Reread = Callable[[TimeExpression, date], TimeExpression | None]


def quoted_tokens(sentence_tokens: Sequence[Token], inside: bool) -> tuple[set[int], bool]:
    """Numbers of the tokens between double quotation marks, and whether the last pair is still open."""
    found: set[int] = set()
    for token in sentence_tokens:
        if token.text in (_OPEN, "``"):
            inside = True
        elif token.text in (_CLOSE, "''"):
            inside = False
        elif token.text == _EITHER:
            inside = not inside
        elif inside:
            found.add(token.index)
    return found, inside


def anchored(context: Context, times: Sequence[TimeExpression], reread: Reread) -> tuple[TimeExpression, ...]:
    """`times` with those inside quotations reckoned from the reporting clause's own day, where it gives one.

    Where the words are an outlet's or a document's and no day is given, a day or week may lie up to seven days earlier:
    the interval says so, with the flag "quoted".
    """
    inside_by_sentence = _quotations(context)
    if not inside_by_sentence:
        return tuple(times)
    made: list[TimeExpression] = []
    known: dict[int, tuple[date | None, bool]] = {}
    for time in times:
        token = context.parse.token_at(time.span.start)
        sentence = context.parse.sentence(token.index) if token is not None else None
        inside = inside_by_sentence.get(sentence.number, set()) if sentence is not None else set()
        if token is None or sentence is None or token.index not in inside or time.anchor is not Anchor.PUBLISHED:
            made.append(time)
            continue
        if sentence.number not in known:
            verb = _reporting(context, sentence, inside)
            known[sentence.number] = _said_on(context, sentence, verb, inside, times), _by_outlet(context, verb)
        day, by_outlet = known[sentence.number]
        if day is not None:
            made.append(reread(time, day) or time)
        else:
            made.append(_earlier(time) if by_outlet else time)
    return tuple(made)


def _quotations(context: Context) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    open_, block = False, -1
    for sentence in context.parse.sentences:
        open_ = open_ and sentence.block == block
        block = sentence.block
        inside, open_ = quoted_tokens(context.tokens(sentence), open_)
        if inside:
            found[sentence.number] = inside
    return found


def _reporting(context: Context, sentence: Sentence, inside: set[int]) -> Token | None:
    return next(
        (t for t in context.tokens(sentence) if t.pos == "VERB" and t.lemma in _REPORTING and t.index not in inside),
        None,
    )


def _said_on(
    context: Context, sentence: Sentence, verb: Token | None, inside: set[int], times: Sequence[TimeExpression]
) -> date | None:
    """The day outside the quotation that the reporting verb governs."""
    if verb is None:
        return None
    span = context.parse.span(sentence.first, sentence.last)
    first = bisect_left(times, span.start, key=lambda t: t.span.start)
    last = bisect_left(times, span.end, key=lambda t: t.span.start)
    for time in times[first:last][:_MANY]:
        if time.grain is not Grain.DAY or time.earliest is None:
            continue
        token = context.parse.token_at(time.span.start)
        if token is None or token.index in inside or time.earliest != time.latest:
            continue
        governor = next((a for a in context.parse.ancestors(token.index) if a.pos in ("VERB", "AUX")), None)
        if governor is not None and governor.index == verb.index:
            return time.earliest
    return None


def _by_outlet(context: Context, verb: Token | None) -> bool:
    subject = context.parse.child(verb.index, "nsubj") if verb is not None else None
    referent = context.referents.at(subject.index) if subject is not None else None
    return referent is not None and referent.kind in (VoiceKind.OUTLET, VoiceKind.DOCUMENT)


def _earlier(time: TimeExpression) -> TimeExpression:
    if time.earliest is None or time.grain not in (Grain.DAY, Grain.WEEK):
        return replace(time, anchor=Anchor.QUOTED, flags=(*time.flags, "quoted"))
    return replace(time, anchor=Anchor.QUOTED, earliest=time.earliest - _LAG, flags=(*time.flags, "quoted"))
