"""Tells which statements are forecasts, with the word, its band and the day that it runs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.domain.parse import Token
from dragoman.domain.statement import Forecast, Kind, Realis, Statement
from dragoman.domain.time import TimeExpression
from dragoman.statements.context import Context
from dragoman.statements.forecasts.words import probability
from dragoman.statements.times import time_of

_CLIMBED = ("acomp", "xcomp", "pcomp", "prep", "ccomp", "acl", "attr", "oprd")
_GRADING = ("ADJ", "ADP", "SCONJ")
_CHANCES = frozenset({"chance", "likelihood", "probability", "possibility", "odds", "prospect"})
_SHOWING = frozenset({"reveal", "show", "tell", "indicate", "suggest", "determine", "clarify", "demonstrate", "signal"})


def mark_forecasts(
    context: Context, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """`statements` with `forecast` filled where one says what will be; what had one keeps it.

    Intentions, wishes, bounds ("no guarantees", "uncertain"), indicators ("could reveal whether") and guesses at what
    has been ("may have fired") are none.
    """
    return tuple(replace(s, forecast=_forecast(context, s, times)) if _may(s) else s for s in statements)


def _may(statement: Statement) -> bool:
    if statement.trigger_index is None or statement.forecast is not None:
        return False
    if statement.kind is Kind.STANCE and statement.realis is not Realis.PREDICTED:
        return False
    return statement.realis not in (Realis.PLANNED, Realis.OFFERED, Realis.DESIRED)


def _forecast(context: Context, statement: Statement, times: Sequence[TimeExpression]) -> Forecast | None:
    index = statement.trigger_index
    assert index is not None
    if _looks_back(context, index) or _only_shows(context, index):
        return None
    words = _words(context, index)
    found = probability(" ".join(t.text for t in words)) if words else None
    if found is None:
        return None
    return replace(found, by=_by(context, statement, times))


def _by(context: Context, statement: Statement, times: Sequence[TimeExpression]) -> date | None:
    """The last day of the event's time, where that is ahead of the report."""
    assert statement.trigger_index is not None
    time = statement.deadline or statement.time or time_of(context, times, statement.trigger_index)
    published = context.report.published
    if time is None or time.latest is None or (published is not None and time.latest <= published):
        return None
    return time.latest


def _looks_back(context: Context, index: int) -> bool:
    """True for a finite past and for a perfect ("may have fired"), which tell of what has been."""
    token = context.parse.tokens[index]
    helpers = context.parse.children(index, "aux", "auxpass")
    if any(t.lower in ("have", "has", "had", "'ve") for t in helpers):
        return True
    return token.tag == "VBD" and not any(t.tag == "MD" for t in helpers)


def _only_shows(context: Context, index: int) -> bool:
    token = context.parse.tokens[index]
    if token.lemma not in _SHOWING:
        return False
    clause = context.parse.child(index, "ccomp")
    return clause is not None and any(
        t.lower in ("whether", "if") for t in context.parse.children(clause.index, "mark")
    )


def _words(context: Context, index: int) -> list[Token]:
    """The modals, adverbs and predicates of probability that grade the event at `index`, in text order.

    Adverbs alone tell no future: they need a modal, an infinitive or a predicate beside them.
    """
    parse = context.parse
    found: set[Token] = set(_right_before(context, index))
    future = any(t.tag == "MD" for t in found)
    token = parse.tokens[index]
    for step in range(5):
        for child in parse.children(token.index):
            if child.tag == "MD" or child.dep == "neg" or child.dep == "advmod":
                found.add(child)
                found.update(parse.children(child.index, "advmod"))
                future = future or child.tag == "MD"
        head = parse.head(token.index)
        if head.index == token.index or token.dep not in _CLIMBED:
            break
        if head.pos in _GRADING or (head.lemma in ("expect", "set", "poise", "bind") and head.tag == "VBN"):
            found.update((head, *parse.children(head.index, "advmod")))
            if token.dep == "xcomp":
                found.update(t for t in parse.children(token.index, "aux") if t.lower == "to")
            future = True
        elif head.lemma == "be" and token.dep == "ccomp":
            said = parse.children(head.index, "acomp", "attr", "neg")
            found.update((*said, *(t for s in said for t in parse.children(s.index, "advmod", "amod"))))
        elif head.lemma == "guarantee":
            return []
        elif head.lemma in _CHANCES:
            found.update((head, *parse.children(head.index, "amod", "det", "advmod")))
            future = True
        elif head.pos == "VERB" or (step and head.pos == "NOUN"):
            break
        token = head
    return sorted(found, key=lambda t: t.index) if future else []


def _right_before(context: Context, index: int) -> list[Token]:
    """The unbroken run of modals, adverbs and "by no means" before token `index`, whatever the parser made of them."""
    tokens, first = context.parse.tokens, context.parse.sentence(index).first
    at = index
    while at > first and (tokens[at - 1].tag in ("MD", "RB") or tokens[at - 1].lower in ("by", "no", "means", "be")):
        at -= 1
    return [t for t in tokens[at:index] if t.lower != "be"]
