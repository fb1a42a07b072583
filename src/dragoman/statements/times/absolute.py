"""Rules for dates that name their year, and for months and days that take it from the report or the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.domain.time import Anchor, Grain, interval
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.lexeme import Lexeme, words
from dragoman.statements.times.reckoning import Found, dated, holiday

Matched = Sequence[Lexeme]


def year_of(lexeme: Lexeme, clock: Clock) -> tuple[int, tuple[str, ...]]:
    """Four digits as they stand; "'98" is taken as the latest such year not after the report's (flagged)."""
    if lexeme.value >= 0:
        return int(lexeme.value), ()
    base = clock.published.year if clock.published else 2025
    year = base - (base + int(lexeme.value)) % 100
    return year, ("two-digit year",)


def _day_number(lexeme: Lexeme) -> int | None:
    value = lexeme.value
    whole = value is not None and value == int(value) and 1 <= value <= 31
    return int(value) if (whole and re.match(r"\d", lexeme.low)) or (whole and lexeme.kind == "O") else None


def pick(parts: Matched, kind: str) -> Lexeme | None:
    return next((x for x in parts if x.kind in kind), None)


def _made(year: int, month: int, day: int, anchor: Anchor, *flags: str) -> Found:
    """The day, or, where there is no such day, its month with the flag "impossible"."""
    try:
        return dated(date(year, month, day).isoformat(), Grain.DAY, anchor, *flags)
    except ValueError:
        return dated(f"{year:04d}-{month:02d}", Grain.MONTH, anchor, *flags, "impossible")


def nearest_year(month: int, day: int | None, clock: Clock, index: int) -> int | None:
    """The year of a month or a day of a month without one; None where the report has no day.

    Past where the clause looks back, unless the day comes within 45 days and was ten months ago or more; ahead where it
    looks ahead; else ahead only within a hundred days.
    """
    reference = clock.day
    if reference is None:
        return clock.year or clock.heading
    if clock.year is None and clock.heading is not None:
        return clock.heading
    if clock.year is not None and clock.direction(index) <= 0:
        return clock.year
    here = date(reference.year, month, min(day or 1, 28))
    if (here.month == reference.month) and (day is None or abs(day - reference.day) < 2):
        return reference.year
    direction = clock.until(index, clock.direction(index, present=int(clock.is_adverbial(index))))
    ahead = reference.year + (here < reference)
    behind = reference.year - (here > reference)
    distance = (date(ahead, month, 1 if day is None else min(day, 28)) - reference).days
    if direction > 0:
        return ahead
    if direction < 0:
        near = day is not None and 1 < distance < 45 and clock.before(index) != "since"
        return ahead if near else behind
    return ahead if day is not None and distance < 100 else behind


def month_day(parts: Matched, clock: Clock) -> Found | None:
    """ "December 19, 2024", "Aug. 7", "Monday, Oct. 26", "8 December", "the 8th of May 1945"."""
    month, number, year = pick(parts, "M"), pick(parts, "NO"), pick(parts, "Y")
    assert month is not None and number is not None
    day = _day_number(number)
    if day is None:
        return None
    if year is not None:
        value, flags = year_of(year, clock)
        return _made(value, month.value, day, Anchor.ABSOLUTE, *flags)
    near = nearest_year(month.value, day, clock, month.token)
    if near is None:
        return Found(f"XXXX-{month.value:02d}-{day:02d}", Grain.DAY, Anchor.PUBLISHED)
    weekday = pick(parts, "D")
    if weekday is not None and clock.day is not None:
        near = _year_with(weekday.value, month.value, day, near, clock.day.year)
    return _made(near, month.value, day, clock.anchor)


def _year_with(weekday: int, month: int, day: int, near: int, here: int) -> int:
    """`near`, or a year next to the report's in which that day of the month has that weekday."""
    for year in (near, here, here - 1, here + 1):
        value = interval(f"{year:04d}-{month:02d}-{day:02d}")
        if value is not None and value[0].isoweekday() == weekday:
            return year
    return near


def day_of_near_year(parts: Matched, clock: Clock) -> Found | None:
    """ "June 16th of last year"."""
    month, number = pick(parts, "M"), pick(parts, "NO")
    day = _day_number(number) if number is not None else None
    if month is None or day is None or clock.day is None or parts[-1].value != "Y" or parts[-1].low.endswith("s"):
        return None
    step = {"l": -1, "n": 1, "t": 0}[parts[-2].kind]
    return _made(clock.day.year + step, month.value, day, clock.anchor)


def day_range(parts: Matched, clock: Clock) -> Found | None:
    """ "December 3-5", "3 to 5 December 2024", "Dec. 30 - Jan. 2"."""
    months = [x for x in parts if x.kind == "M"]
    numbers = [_day_number(x) for x in parts if x.kind in "NO"]
    if len(numbers) != 2 or None in numbers:
        return None
    kinds = {x.kind for x in parts}
    if "d" in kinds and "w" not in kinds and numbers[1] != (numbers[0] or 0) + 1:
        return None
    year = pick(parts, "Y")
    if year is not None:
        near, flags, anchor = *year_of(year, clock), Anchor.ABSOLUTE
    else:
        found = nearest_year(months[0].value, numbers[0], clock, months[0].token)
        if found is None:
            return None
        near, flags, anchor = found, (), clock.anchor
    first = _made(near, months[0].value, numbers[0] or 1, anchor)
    last = _made(near + (months[-1].value < months[0].value), months[-1].value, numbers[1] or 1, anchor)
    return date_range(first.value, last.value, anchor, *flags, *first.flags, *last.flags)


def date_range(first: str, last: str, anchor: Anchor, *flags: str) -> Found | None:
    days = interval(f"{first}/{last}")
    if days is None:
        return None
    grain = Grain.DAY if len(first) == 10 else Grain.MONTH if len(first) == 7 else Grain.YEAR
    return Found(f"{first}/{last}", grain, anchor, *days, flags=flags)


def month_year(parts: Matched, clock: Clock) -> Found:
    """ "December 2012", "early December of 2012", "December last year"."""
    month, year = pick(parts, "M"), pick(parts, "Y")
    assert month is not None
    if year is not None:
        value, flags = year_of(year, clock)
        return dated(f"{value:04d}-{month.value:02d}", Grain.MONTH, Anchor.ABSOLUTE, *flags)
    if clock.day is None:
        return Found(f"XXXX-{month.value:02d}", Grain.MONTH, Anchor.PUBLISHED)
    step = {"l": -1, "p": -1, "n": 1, "c": 1}.get(next(x.kind for x in parts if x.kind in "lpntc"), 0)
    return dated(f"{clock.day.year + step:04d}-{month.value:02d}", Grain.MONTH, clock.anchor)


def bare_month(parts: Matched, clock: Clock) -> Found:
    """ "January", "this December", "last October", "next May"."""
    month = pick(parts, "M")
    assert month is not None
    number = int(month.value)
    day = clock.day
    if day is None:
        return Found(f"XXXX-{number:02d}", Grain.MONTH, Anchor.PUBLISHED)
    kinds = {x.kind for x in parts}
    if "l" in kinds or "p" in kinds:
        year = day.year - (number >= day.month)
    elif kinds & set("nc"):
        year = day.year + (number <= day.month)
    elif "t" in kinds and abs(number - day.month) <= 6:
        year = day.year
    else:
        saved, clock.year = clock.year, None if "t" in kinds else clock.year
        near = nearest_year(number, None, clock, month.token)
        clock.year = saved
        year = day.year if near is None else near
    return dated(f"{year:04d}-{number:02d}", Grain.MONTH, clock.anchor)


def month_of_that(parts: Matched, clock: Clock) -> Found | None:
    """ "December of that year", "March of the same year"."""
    month, words = pick(parts, "M"), {x.low for x in parts}
    if month is None or clock.focus is None or parts[-1].value != "Y" or not words & {"that", "same"}:
        return None
    return dated(f"{clock.focus.year:04d}-{month.value:02d}", Grain.MONTH, Anchor.SENTENCE)


def month_range(parts: Matched, clock: Clock) -> Found | None:
    """ "from March to May 2015", "between June and September"."""
    months = [x for x in parts if x.kind == "M"]
    years = [year_of(x, clock)[0] for x in parts if x.kind == "Y"]
    if years:
        last = years[-1]
        first = years[0] if len(years) > 1 else last - (months[0].value > months[1].value)
        anchor = Anchor.ABSOLUTE
    else:
        near = nearest_year(months[1].value, None, clock, months[1].token)
        if near is None:
            return None
        last, first, anchor = near, near - (months[0].value > months[1].value), clock.anchor
    return date_range(f"{first:04d}-{months[0].value:02d}", f"{last:04d}-{months[1].value:02d}", anchor)


def numeric(parts: Matched, clock: Clock) -> Found | None:
    """ "2024-12-08", "8.12.2024", "12/25/2024"; only the year of "03/04/2024", which two readings share (flagged)."""
    numbers = [int(x) for x in re.split(r"[-/.]", parts[0].low)]
    text = parts[0].low
    if re.match(r"\d{4}\D", text):
        year, month, day = numbers
        return _checked(year, month, day)
    first, second, year = numbers
    if len(re.split(r"[-/.]", text)[2]) == 2 or first > 31 or second > 31:
        return None
    if first > 12 or "." in text:
        return _checked(year, second, first)
    if second > 12:
        return _checked(year, first, second)
    if first == second:
        return _checked(year, first, second)
    return dated(f"{year:04d}", Grain.YEAR, Anchor.ABSOLUTE, "ambiguous")


def _checked(year: int, month: int, day: int) -> Found | None:
    if not (1500 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _made(year, month, day, Anchor.ABSOLUTE)


def feast(parts: Matched, clock: Clock) -> Found | None:
    """ "Christmas Day", "Thanksgiving 1999", "last Easter"."""
    rule = words()["holidays"][parts[0].low if parts[0].kind == "E" else (pick(parts, "E") or parts[0]).low]
    year = pick(parts, "Y")
    if clock.after(parts[-1].token) in ("island", "islands", "rising"):
        return None
    if year is not None:
        return dated(holiday(rule, year_of(year, clock)[0]).isoformat(), Grain.DAY, Anchor.ABSOLUTE)
    if clock.day is None:
        return None
    near = [holiday(rule, clock.day.year + step) for step in (-1, 0, 1)]
    behind = max(d for d in near if d <= clock.day)
    ahead = min(d for d in near if d >= clock.day)
    kinds = {x.kind for x in parts}
    direction = -1 if kinds & set("lp") else 1 if kinds & set("nc") else clock.direction(parts[-1].token)
    if direction == 0:
        direction = 1 if (ahead - clock.day) < (clock.day - behind) else -1
    return dated((ahead if direction > 0 else behind).isoformat(), Grain.DAY, clock.anchor)


RULES: tuple[tuple[str, object], ...] = (
    ("I", numeric),
    ("(?:D,?)?M;?[NO][x-][NO](?:,?Y)?(?!U)", day_range),
    ("[wi]?h?[NO][x-]h?[NO]o?M;?(?:,?Y)?", day_range),
    ("w?M;?[NO],?[x-]M;?[NO](?:,?Y)?(?!U)", day_range),
    ("wM;?[NO],?dM;?[NO](?:,?Y)?(?!U)", day_range),
    ("wM;?[NO]d[NO](?:,?Y)?(?![UB%])", day_range),
    ("w?h?[NO]dh?[NO]o?M(?:;?,?Y)?", day_range),
    ("(?:m?D,?h?)?M;?h?[NO](?:,?Y)?(?![UB%])", month_day),
    ("(?:D,?h?)?M;?h?[NO],?o?[lnt]U", day_of_near_year),
    ("(?:D,?)?h?[NO]-?o?M(?:;?,?Y)?", month_day),
    ("w?M;?Y?[xd-]M;?,?o?Y", month_range),
    ("wM;?d?x?M", month_range),
    ("(?:h?mo?-?)?M;?,?o?Y", month_year),
    ("(?:h?mo?-?)?M;?,?o?[lpntc]U", month_year),
    ("(?:h?mo?-?)?M;?,?o?[hq]+U", month_of_that),
    ("(?:h?mo?-?)[lpntc]?M(?!;?[NO])", bare_month),
    ("[lpntc]?M", bare_month),
    ("[lpntc]?E(?:,?Y)?", feast),
)
