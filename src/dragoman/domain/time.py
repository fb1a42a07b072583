"""Times: a TIMEX3 value with the interval of days that it denotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dragoman.domain.text import Span


class Grain(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"
    DURATION = "duration"
    SET = "set"


class Anchor(StrEnum):
    """What a time is reckoned from."""

    ABSOLUTE = "absolute"
    PUBLISHED = "published"
    SENTENCE = "sentence"
    EVENT = "event"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the text; `value` is TIMEX3 (Pustejovsky et al. 2003).

    `earliest` and `latest` are the first and last day it may denote, both included; None where open or unknown.
    `flags` say what is doubtful: "impossible" (31 February), "ambiguous" (03/04/2024), "two-digit year", "vague",
    "other calendar".
    """

    span: Span
    text: str
    value: str
    grain: Grain
    anchor: Anchor
    earliest: date | None = None
    latest: date | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.text!r}: {self.earliest} is after {self.latest}")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A dated event that texts reckon from: `names` are lower-case phrases ("fall of the berlin wall")."""

    id: str
    names: tuple[str, ...]
    first: date
    last: date
    source: str


_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])"
    r"|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?"
)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def interval(value: str) -> tuple[date, date] | None:
    """The first and last day that a TIMEX3 date `value` denotes; None for durations, sets, references, bad dates.

    Seasons are the northern meteorological ones; winter 2024 ends in February 2025. "A/B" runs from A to B.
    """
    if "/" in value:
        left, _, right = value.partition("/")
        first, second = interval(left), interval(right)
        return (first[0], second[1]) if first and second and first[0] <= second[1] else None
    if re.fullmatch(r"\d{3}X|\d{2}XX", value):
        low = int(value.replace("X", "0"))
        return (date(low, 1, 1), date(low + 10 ** value.count("X") - 1, 12, 31)) if low else None
    found = _DATE.fullmatch(value)
    try:
        return _dated(found.groupdict()) if found else None
    except ValueError:
        return None


def _dated(part: dict[str, str | None]) -> tuple[date, date]:
    year = int(part["year"] or 0)
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        return monday + timedelta(5 if part["weekend"] else 0), monday + timedelta(6)
    if part["day"]:
        day = date(year, int(part["month"] or 0), int(part["day"]))
        return day, day
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["half"]:
        return _months(year, 6 * int(part["half"]) - 5, 6)
    if part["season"]:
        return _months(year, _SEASON_MONTH[part["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = month - 1 + count
    return date(year, month, 1), date(year + after // 12, after % 12 + 1, 1) - timedelta(1)
