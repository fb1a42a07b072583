"""Which time an event has: the one that its own clause gives it, not the nearest in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from dragoman.domain.parse import Token
from dragoman.domain.text import Span
from dragoman.domain.time import Grain, TimeExpression
from dragoman.statements.context import Context

_INSIDE = frozenset({"nummod", "compound", "amod", "poss", "nmod"})
_TEMPORAL = frozenset(
    {"in", "on", "at", "since", "during", "until", "till", "by", "before", "after", "from", "between", "over", "within",
     "of", "for", "through", "as", "to"}
)  # fmt: skip


MANY = 40
"""Of the times of one sentence, so many nearest ones are looked at."""
NO_DATE = 50


def time_of(context: Context, times: Sequence[TimeExpression], index: int) -> TimeExpression | None:
    """The time of the event whose trigger is token `index`; None where the text gives it none.

    Its own adverbials come first, then those of the verb it completes ("began negotiating in January", "held talks on
    Monday"), then a date that heads its block. Lengths and sets are no time of an event.
    """
    here = context.parse.sentence(index)
    span = context.parse.span(here.first, here.last)
    local = [t for t in _within(times, span) if _dates(t) and not is_dateline(context, t)]
    best: tuple[int, TimeExpression] | None = None
    if len(local) > MANY:
        here_at = context.parse.tokens[index].start
        local = sorted(local, key=lambda t: abs(t.span.start - here_at))[:MANY]
    for time in local:
        cost = None if _contradicts(context, time, index) else _cost(context, _root(context, time), index)
        if cost is not None:
            cost += NO_DATE if time.value.endswith("_REF") else 0
            if best is None or cost < best[0]:
                best = cost, time
    if best is not None:
        return best[1]
    return None if local else _heading(context, times, index)


_BEFORE_DATELINE = re.compile(r"\W*[^\W\d_]*[A-Z]{3}[^\n]{0,60},\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,50}\)\s*)?[-\u2013\u2014]")


def is_dateline(context: Context, time: TimeExpression) -> bool:
    """True for the day in "GENEVA, March 12 (Agency) - ", which is the report's and no event's."""
    published, text = context.report.published, context.text
    if time.grain is not Grain.DAY or published is None or time.earliest is None or time.earliest > published:
        return False
    if (published - time.earliest).days > 4 or not _AFTER_DATELINE.match(text, time.span.end):
        return False
    token = context.parse.token_at(time.span.start)
    first = context.parse.tokens[context.parse.sentence(token.index).first].start if token is not None else 0
    return _BEFORE_DATELINE.fullmatch(text, first, time.span.start) is not None


_LONG_PAST = timedelta(31)


def _contradicts(context: Context, time: TimeExpression, index: int) -> bool:
    """True where the tense of the verb at `index` denies the time: "he heads" in 1998, "they set" next May."""
    verb, published = context.parse.tokens[index], context.report.published
    if published is None or verb.pos not in ("VERB", "AUX"):
        return False
    tense = _tense(context, verb)
    if tense == "present":
        return time.latest is not None and time.latest < published - _LONG_PAST
    return tense == "past" and verb.tag == "VBD" and time.earliest is not None and time.earliest > published


def _dates(time: TimeExpression) -> bool:
    return time.grain not in (Grain.DURATION, Grain.SET) or time.earliest is not None or time.latest is not None


def _within(times: Sequence[TimeExpression], span: Span) -> Sequence[TimeExpression]:
    first = bisect_left(times, span.start, key=lambda t: t.span.start)
    last = bisect_left(times, span.end, key=lambda t: t.span.start)
    return times[first:last]


def _root(context: Context, time: TimeExpression) -> Token:
    """The token of the expression whose head lies outside it."""
    tokens = context.parse.tokens_in(time.span)
    inside = {t.index for t in tokens}
    return next(
        (t for t in reversed(tokens) if t.head not in inside or t.head == t.index),
        tokens[-1],
    )


def _cost(context: Context, root: Token, index: int) -> int | None:
    """How far the expression at `root` stands from the event at `index`; None where it is no time of that event."""
    parse = context.parse
    cost, token = 0, root
    while token.index != index:
        head = parse.head(token.index)
        if head.index == token.index:
            return None
        if head.lower in ("of", "from", "for") and _belongs(context, head, index):
            return None
        if token.dep in _INSIDE and head.index != index and head.pos in ("NOUN", "PROPN"):
            return None
        if head.pos in ("VERB", "AUX") or head.index == index:
            if token.lower == "for" and root.head == token.index and head.lemma in _CALLS:
                return None
            reached = _completes(context, head, index)
            return None if reached is None else cost + reached
        if head.pos == "ADP" and head.lower not in _TEMPORAL:
            cost += 2
        cost += 1
        token = head
    return cost


_CALLS = frozenset({"invite", "summon", "ask", "call", "order", "propose", "demand"})
"""What these ask for has the day after "for", not the asking."""
_STRETCHES = frozenset(
    {"night", "morning", "evening", "afternoon", "dawn", "end", "beginning", "start", "middle", "week", "month", "day",
     "hour", "course", "eve", "close", "weekend", "quarter", "half", "part", "spring", "summer", "autumn", "fall",
     "winter", "year", "period", "rest"}
)  # fmt: skip


def _belongs(context: Context, preposition: Token, index: int) -> bool:
    """True for the year of "the treaty of 1902", which dates the treaty and not what is said of it."""
    noun = context.parse.head(preposition.index)
    if noun.index == index or noun.pos not in ("NOUN", "PROPN"):
        return False
    return noun.lemma.lower() not in _STRETCHES


def _tense(context: Context, verb: Token) -> str:
    """Past, perfect, present or future of a finite verb; "" where it has no helper and no finite form of its own."""
    helpers = [t for t in context.parse.children(verb.index, "aux", "auxpass") if t.tag != "VBN"]
    for helper in helpers:
        if helper.tag == "MD":
            return "future"
        if helper.lower in ("has", "have", "'ve"):
            return "perfect"
    tag = helpers[0].tag if helpers else verb.tag
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(tag, "")


def _together(context: Context, token: Token, head: Token) -> bool:
    """True for coordinate verbs that share their tense: not for "signed in May and means to ratify"."""
    if token.pos != head.pos or _subject(context, token):
        return False
    mine = _tense(context, token)
    return not mine or mine == _tense(context, head) or token.pos not in ("VERB", "AUX")


def _completes(context: Context, verb: Token, index: int) -> int | None:
    """0 for the verb itself; more for what completes it: an object, an infinitive, a coordinate clause."""
    if verb.index == index:
        return 0
    if verb.head == index and _at_once(context, verb):
        return 15
    parse, steps, token = context.parse, 0, context.parse.tokens[index]
    while token.index != verb.index:
        head = parse.head(token.index)
        plain = token.dep in ("xcomp", "dobj", "attr", "acomp", "nsubjpass", "pcomp")
        plain = plain or (token.dep == "nsubj" and token.pos == "NOUN" and head.lemma in _LIGHT)
        if token.dep == "xcomp" and head.lemma in _VOWS:
            return None
        if token.dep == "pcomp" and context.parse.head(head.index).lemma in _BLAMES:
            return None
        plain = plain or (token.dep == "pobj" and head.lower in ("in", "of", "into", "with"))
        plain = plain or (token.dep == "prep" and token.lower in ("in", "of", "into", "with"))
        plain = plain or (token.dep == "conj" and _together(context, token, head))
        plain = plain or _at_once(context, token)
        if not plain or head.index == token.index or steps > 5:
            return None
        steps += 2 if token.dep == "conj" else 1
        token = head
    return 10 * steps


def _at_once(context: Context, token: Token) -> bool:
    """True for a clause that tells when: "when they met", "as they met"."""
    marks = context.parse.children(token.index, "advmod", "mark")
    return token.dep == "advcl" and token.lemma != "do" and any(t.lower in ("when", "as", "while") for t in marks)


_VOWS = frozenset({"vow", "pledge", "promise", "plan", "intend", "agree", "decide", "offer", "threaten", "want", "hope",
                   "expect", "refuse", "decline", "order", "urge", "ask", "undertake", "prepare", "propose"})  # fmt: skip
"""What these are followed by as an infinitive comes later, if ever."""
_BLAMES = frozenset({"accuse", "charge", "blame", "convict", "suspect", "criticise", "criticize", "condemn", "praise",
                     "thank", "sentence", "jail", "indict", "fault"})  # fmt: skip
"""What follows these was done before."""
_LIGHT = frozenset(
    {
        "be",
        "begin",
        "start",
        "take",
        "occur",
        "happen",
        "end",
        "continue",
        "follow",
        "come",
        "break",
    }
)


def _subject(context: Context, token: Token) -> bool:
    return context.parse.child(token.index, "nsubj", "nsubjpass") is not None


def _heading(context: Context, times: Sequence[TimeExpression], index: int) -> TimeExpression | None:
    """The date that alone makes up the block before the event's, as in a chronicle."""
    here = context.parse.sentence(index)
    before = here.number - 1
    while before >= 0 and context.parse.sentences[before].block == here.block:
        before -= 1
    if before < 0:
        return None
    sentence = context.parse.sentences[before]
    span = context.parse.span(sentence.first, sentence.last)
    found = _within(times, span)
    if len(found) == 1 and len(found[0].span) >= len(span) - 2 and _dates(found[0]):
        return None if found[0].value == str(context.report.published) else found[0]
    return None
