"""Tells which statements are forecasts, with the word, its band and the day that it runs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.parse import Token
from dragoman.domain.statement import Forecast, Kind, Realis, Statement
from dragoman.domain.time import TimeExpression
from dragoman.statements.context import Context
from dragoman.statements.forecasts.words import probability

_INTENDING = frozenset({"plan", "want", "offer", "demand", "threaten", "fear", "refuse", "oppose", "accept"})


def mark_forecasts(
    context: Context, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """`statements` with `forecast` filled where one says what will be.

    Intentions, bounds ("no guarantees", "uncertain") and indicators ("could reveal") are none.
    """
    return tuple(replace(s, forecast=_forecast(context, s)) if _may(s) else s for s in statements)


def _may(statement: Statement) -> bool:
    if statement.trigger_index is None or statement.forecast is not None:
        return False
    return not (statement.kind is Kind.STANCE and statement.type in _INTENDING) or statement.realis is Realis.PREDICTED


def _forecast(context: Context, statement: Statement) -> Forecast | None:
    index = statement.trigger_index
    assert index is not None
    words = _words(context, index)
    if not words:
        return None
    found = probability(" ".join(t.text for t in words))
    if found is None:
        return None
    deadline = statement.deadline or statement.time
    by = deadline.latest if deadline is not None else None
    published = context.report.published
    return replace(found, by=by if by and (published is None or by > published) else None)


def _words(context: Context, index: int) -> list[Token]:
    """The modals, adverbs and predicates of probability that grade the event at `index`, in text order."""
    parse = context.parse
    found: list[Token] = []
    token = parse.tokens[index]
    for _ in range(3):
        for child in parse.children(token.index):
            if child.tag == "MD" or child.dep == "neg" or child.dep == "advmod":
                found.append(child)
                found.extend(parse.children(child.index, "advmod"))
        head = parse.head(token.index)
        if token.dep in ("acomp", "xcomp") and head.index != token.index:
            if head.pos == "ADJ":
                found.append(head)
                found.extend(parse.children(head.index, "advmod"))
            token = head
        else:
            break
    if any(t.lower in ("could", "can", "would") for t in found) and any(
        t.lower == "have" for t in parse.children(index, "aux")
    ):
        return []
    return sorted(set(found), key=lambda t: t.index)
