"""Calendar arithmetic on days and TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.domain.time import Anchor, Grain, interval

DAY = timedelta(1)
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "2W": Grain.WEEK, "WE": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER}
_GRAINS |= {"Y": Grain.YEAR, "DE": Grain.DECADE, "CE": Grain.VAGUE}
_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524}


@dataclass(frozen=True, slots=True)
class Found:
    """What an expression denotes, before it is tied to its place; `focus` is the day that a next one may start from."""

    value: str
    grain: Grain
    anchor: Anchor
    earliest: date | None = None
    latest: date | None = None
    flags: tuple[str, ...] = ()
    skip_first: int = field(default=0)
    """How many lexemes at its beginning do not belong to it."""
    skip_last: int = field(default=0)


def dated(value: str, grain: Grain, anchor: Anchor, *flags: str) -> Found:
    """A value with the interval it denotes."""
    first, last = interval(value) or (None, None)
    return Found(value, grain, anchor, first, last, flags)


def grain_of(unit: str) -> Grain:
    """The grain of a unit's code; `Grain.DAY` for hours and less."""
    return _GRAINS.get(unit, Grain.DAY)


def value_at(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month ... that holds `day`."""
    match unit:
        case "W" | "2W":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}"
        case "WE":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}-WE"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "Y":
            return f"{day.year:04d}"
        case "DE":
            return f"{day.year // 10:03d}X"
        case "CE":
            return f"{day.year // 100:02d}XX"
    return day.isoformat()


def shift(day: date, unit: str, count: int) -> date | None:
    """`day` moved by `count` units, kept within its month; None outside the calendar."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    try:
        if months is None:
            return day + timedelta(count * _DAYS.get(unit, 0))
        total = day.year * 12 + day.month - 1 + count * months
        year, month = divmod(total, 12)
        for last in (day.day, 30, 29, 28):
            if last <= day.day:
                try:
                    return date(year, month + 1, last)
                except ValueError:
                    continue
    except OverflowError:
        return None
    return None


def days_in(unit: str, count: float) -> int:
    """About how many days `count` units last."""
    return round(_DAYS.get(unit, 0) * count)


def duration(unit: str, count: float | None) -> str:
    """The TIMEX3 value of `count` units, X where None."""
    if count is None:
        number = "X"
    elif unit == "2W":
        unit, number = "W", f"{count * 2:g}"
    elif unit == "Q":
        unit, number = "M", f"{count * 3:g}"
    elif unit == "WE":
        return "P1WE" if count == 1 else f"P{count:g}WE"
    elif unit in ("DE", "CE", "ML"):
        unit, number = "Y", f"{count * {'DE': 10, 'CE': 100, 'ML': 1000}[unit]:g}"
    else:
        number = f"{count:g}"
    if "e+" in number:
        number = "X"
    if unit in ("H", "MIN", "S"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


def weekday(day: date, number: int, direction: int) -> date:
    """The nearest `number` (1 Monday .. 7 Sunday) on or before `day`; on or after it where `direction` is above 0."""
    if direction > 0:
        return day + timedelta((number - day.isoweekday()) % 7)
    return day - timedelta((day.isoweekday() - number) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """The day that a rule of `[holidays]` in `data/words.toml` names in `year`."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.partition(":")[2]))
    if rule.startswith("nth"):
        month, number, count, *more = map(int, rule.split(":")[1:])
        if count < 0:
            after = date(year + month // 12, month % 12 + 1, 1)
            return weekday(after - DAY, number, -1)
        first = weekday(date(year, month, 1), number, 1)
        return first + timedelta(7 * (count - 1) + sum(more))
    month, number = map(int, rule.split("-"))
    return date(year, month, number)
