"""Times: a TIMEX3 value with the interval of days that it denotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    """

    span: Span
    text: str
    value: str
    grain: Grain
    anchor: Anchor
    earliest: date | None = None
    latest: date | None = None

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
