"""Days and intervals in words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """12 Feb 2025."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def interval(earliest: date | None, latest: date | None) -> str:
    """A day, a month, a year, or first and last; "" where both are unknown."""
    if earliest is None or latest is None:
        if earliest:
            return f"from {day(earliest)}"
        return f"by {day(latest)}" if latest else ""
    if earliest == latest:
        return day(earliest)
    whole = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole and earliest.month == 1 and latest.month == 12:
        return f"{earliest.year}" if earliest.year == latest.year else f"{earliest.year}\u2013{latest.year}"
    if whole:
        first, last = (f"{_MONTHS[d.month - 1]} {d.year}" for d in (earliest, latest))
        return first if first == last else f"{first} \u2013 {last}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}\u2013{day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {_MONTHS[earliest.month - 1]} \u2013 {day(latest)}"
    return f"{day(earliest)} \u2013 {day(latest)}"


def span_days(earliest: date, latest: date) -> int:
    """How many days an interval has, both ends counted."""
    return (latest - earliest) // timedelta(1) + 1
