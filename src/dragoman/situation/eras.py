"""Of which time a past event without a day may be: whose government it is put to hangs on that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.domain.statement import Kind, Realis, Statement
from dragoman.situation.days import Days

_NOW = re.compile(r"\b(?:is|are|am|has|have|now|today|currently|will)\b[^.;:]{0,40}$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:during|in|throughout) (?:the|its|their) (?:[\w-]+ ){0,2}(?:war|uprising|revolution|dictatorship)\b"
    r"|\bat (?:the|that) time\b|\bin those (?:days|years)\b|\b(?:formerly|in the past|used to)\b"
    r"|\bfor (?:years|decades)\b|\bunder (?:the )?(?:former|old|previous)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:when|while|once|ever since)\s+$", re.IGNORECASE)
_WHEN_FAR = 20
_THEN = re.compile(r"\b(?:had|then|at (?:the|that|the same) time|in those (?:days|years)|meanwhile)\b", re.IGNORECASE)
_FAR = 12
"""How many statements away in its paragraph a told day is looked for."""


def undated_past(statement: Statement, days: Days) -> bool:
    """True of an event that has happened, of no told day, and that its clause does not put in the present."""
    if days.told or statement.kind not in (Kind.EVENT, Kind.AGREEMENT) or statement.realis is not Realis.ACTUAL:
        return False
    trigger = statement.trigger
    if trigger is None or trigger.text.endswith("ing"):
        return False
    return not _NOW.search(statement.quote[: max(0, trigger.span.start - statement.span.start)])


def another_time(statement: Statement, text: str) -> bool:
    """True where the clause is of another time than the report's: "during the war", or what "when" begins."""
    before = text[max(0, statement.span.start - _WHEN_FAR) : statement.span.start]
    return bool(_WHEN.search(before) or _LONG_AGO.search(statement.quote))


def said_then(statement: Statement) -> bool:
    """True where the clause says that it was at, or before, the time told about it."""
    return bool(_THEN.search(statement.quote))


def told_about(place: int, days: Sequence[Days], blocks: Sequence[int], published: date | None) -> date | None:
    """The day told last before a statement in its paragraph, else the first told after it; None where there is none.

    The report's own day tells nothing of when something past was.
    """

    def tells(i: int) -> bool:
        return blocks[i] == blocks[place] and days[i].told and days[i].mark != published

    first, last = max(-1, place - 1 - _FAR), min(len(days), place + 1 + _FAR)
    before = (i for i in range(place - 1, first, -1) if tells(i))
    after = (i for i in range(place + 1, last) if tells(i))
    found = next(before, None)
    found = found if found is not None else next(after, None)
    return days[found].mark if found is not None else None
