"""When a statement is said to hold: the days that its time denotes, else the day of its report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.domain.report import Report
from dragoman.domain.statement import Kind, Realis, Statement

_THEN = re.compile(
    r"^\W*(?:subsequently|afterwards?|then|later|thereafter|after (?:that|this)|following (?:this|that))\b",
    re.IGNORECASE,
)


_DATELINE = re.compile(r"^\W*\([^()\n]{2,50}\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included, None where open; `told` where the text gives a time, else it is the report's."""

    earliest: date | None
    latest: date | None
    told: bool

    @property
    def mark(self) -> date | None:
        """The day that stands for the interval when claims are put in order: the last, else the first."""
        return self.latest or self.earliest

    @property
    def start(self) -> date | None:
        """The day from which it is said to hold: the first, else the last."""
        return self.earliest or self.latest

    def meets(self, other: Days) -> bool:
        """True where the two may share a day; open ends reach any day."""
        late = other.earliest is not None and self.latest is not None and self.latest < other.earliest
        early = self.earliest is not None and other.latest is not None and other.latest < self.earliest
        return not late and not early

    def shared(self, other: Days) -> Days:
        """What two meeting intervals have in common."""
        firsts = [d for d in (self.earliest, other.earliest) if d is not None]
        lasts = [d for d in (self.latest, other.latest) if d is not None]
        return Days(max(firsts, default=None), min(lasts, default=None), self.told or other.told)


def days_of(statement: Statement, report: Report, before: Days | None) -> Days:
    """The days on which a statement is said to hold or happen.

    What someone wants, plans or expects is held on the report's day, whatever day it is wanted for. What happened cannot
    lie after its report. The day in a dateline is the report's, not the event's. "Subsequently" begins where the time told last before it in the report (`before`) begins.
    """
    published, time = report.published, statement.time
    if time is not None and (time.earliest or time.latest) and not _of_report(statement, report):
        ahead = published is not None and time.earliest is not None and time.earliest > published
        if not ahead:
            latest = time.latest
            if latest is not None and published is not None and latest > published and _over(statement):
                latest = published
            return Days(time.earliest, latest, True)
        if _over(statement) or statement.realis is Realis.PREDICTED or statement.kind is Kind.AGREEMENT:
            return Days(time.earliest, time.latest, True)
        return Days(None, published, False)
    began = before.earliest if before is not None and _THEN.match(statement.quote) else None
    if began is not None and (published is None or began <= published):
        return Days(began, published, True)
    return Days(None, published, False)


def _of_report(statement: Statement, report: Report) -> bool:
    """True where the time is that of a dateline, or that on which what lies ahead was foretold."""
    time, published = statement.time, report.published
    if time is None:
        return False
    if _DATELINE.match(report.text[time.span.end : time.span.end + 60]):
        return True
    last = time.latest or time.earliest
    return statement.realis is Realis.PREDICTED and published is not None and last is not None and last <= published


def _over(statement: Statement) -> bool:
    return statement.realis is Realis.ACTUAL
