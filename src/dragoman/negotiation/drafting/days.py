"""On which day a statement holds, for the state of an option."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Statement
from dragoman.domain.text import Span

_PAST = timedelta(days=400)
_THEN = re.compile(r"\W*(?:subsequently|afterwards?|thereafter|then|later|after (?:that|this))\b", re.IGNORECASE)


def day_of(statement: Statement, situation: Situation, report: str, around: Span) -> tuple[date | None, bool]:
    """The last day on which it is said to hold, and whether that lies long before its report."""
    published = situation.reports[report].published
    time = statement.time
    reading = next(r for r in situation.readings if r.report.id == report)
    if time is None and published is not None and _THEN.match(statement.quote):
        before = [t.latest for t in reading.times if t.span.end <= statement.span.start and t.latest]
        if before and before[-1] < published:
            return before[-1], False
    if time is not None and (time.latest or time.earliest):
        day = time.latest or time.earliest
        if published is not None and day is not None and day > published:
            day = published
        return day, bool(published and day and statement.kind is Kind.EVENT and published - day > _PAST)
    if statement.kind is Kind.EVENT and published is not None:
        told = [t.latest for t in reading.times if around.start <= t.span.start < around.end and t.latest]
        if told and published - max(told) > _PAST:
            return max(told), True
    return published, False
