"""Rules for pieces of a longer time ("the last week of October", "the first Monday in March") and for stretches ahead."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.domain.time import Anchor, Grain, interval
from dragoman.statements.times.absolute import Matched, bare_month, feast, month_day, month_year, pick
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.lexeme import words
from dragoman.statements.times.reckoning import DAY, Found, dated, grain_of, holiday, shift, value_at, weekday
from dragoman.statements.times.relative import around, counted, unresolved, vague_near
from dragoman.statements.times.years import bare_year

_STEP = {"l": -1, "p": -1, "n": 1, "c": 1, "t": 0, "h": 0}


def week_of(parts: Matched, clock: Clock) -> Found | None:
    """ "the week of May 8", "the weekend of Oct. 23"."""
    unit = next(x for x in parts if x.kind == "U")
    code = str(unit.value)
    found = month_day([x for x in parts if x.kind in "DMNOY"], clock)
    if code not in ("W", "WE") or unit.low.endswith("s") or found is None or found.earliest is None:
        return None
    return dated(value_at(found.earliest, code), Grain.WEEK, found.anchor) if found.grain is Grain.DAY else None


def piece_of(parts: Matched, clock: Clock) -> Found | None:
    """A day of the month or year where the words tell it, else that month or year itself.

    "The last day of 1998" is a day; "the last week of October" is October, for nobody says which days it has.
    """
    place = next(x for x in parts if x.kind in "Ol")
    at = parts.index(place) + 1
    piece, whole = parts[at], parts[at + 2 :]
    if place.kind == "l" and place.low != "last":
        return None
    period = _period(whole, clock)
    if period is None or period.earliest is None or period.latest is None:
        return None
    count = None if place.kind == "l" else int(place.value)
    if piece.kind == "U" and piece.low not in ("day", "days", "week", "weeks", "weekend"):
        return None
    if piece.kind == "D":
        day = _nth(piece.value, count, period)
    elif piece.low == "day":
        day = period.latest if count is None else period.earliest + timedelta(count - 1)
    else:
        return period
    return None if day is None or day > period.latest else dated(day.isoformat(), Grain.DAY, period.anchor)


def _nth(number: int, count: int | None, period: Found) -> date | None:
    if period.earliest is None or period.latest is None or period.grain is not Grain.MONTH:
        return None
    if count is None:
        return weekday(period.latest, number, -1)
    return weekday(period.earliest, number, 1) + timedelta(7 * (count - 1)) if count <= 5 else None


def _period(whole: Matched, clock: Clock) -> Found | None:
    """The month or year that `whole` names."""
    last = whole[-1]
    if last.kind == "Y":
        return month_year(whole, clock) if pick(whole, "M") else bare_year(whole, clock)
    if last.kind == "M":
        return bare_month(whole, clock)
    code = str(last.value)
    base = shift(clock.day, code, _STEP[whole[0].kind]) if clock.day is not None and code in ("M", "Y") else None
    return None if base is None else dated(value_at(base, code), grain_of(code), clock.anchor)


def last_date(parts: Matched, clock: Clock) -> Found | None:
    """ "last Nov. 25": the latest such day before the report's."""
    month, number = pick(parts, "M"), pick(parts, "NO")
    if month is None or number is None or clock.day is None or parts[0].low not in ("last", "past"):
        return None
    ahead = (month.value, number.value) >= (clock.day.month, clock.day.day)
    value = f"{clock.day.year - ahead:04d}-{month.value:02d}-{int(number.value or 0):02d}"
    return dated(value, Grain.DAY, clock.anchor) if interval(value) else None


def last_but_one(parts: Matched, clock: Clock) -> Found | None:
    """ "the year before last", "the week after next"."""
    unit = next(x for x in parts if x.kind == "U")
    code, ahead = str(unit.value), parts[-1].kind == "n"
    if code not in ("W", "WE", "M", "Y") or unit.low.endswith("s") or (parts[-2].kind == "f") != ahead:
        return None
    if parts[-1].low not in ("last", "next"):
        return None
    day = shift(clock.day, code, 2 if ahead else -2) if clock.day is not None else None
    return unresolved(1 if ahead else -1) if day is None else dated(value_at(day, code), grain_of(code), clock.anchor)


def from_feast(parts: Matched, clock: Clock) -> Found | None:
    """ "the day after Thanksgiving", "two days before Christmas 1999"."""
    unit = next(x for x in parts if x.kind == "U")
    name, year = pick(parts, "E"), pick(parts, "Y")
    code, count = counted(parts[: parts.index(unit) + 1])
    if code not in ("D", "W") or count is None or count != int(count) or count > 60 or name is None:
        return None
    if code == "W":
        return _week_beside(parts, clock) if count == 1 and parts[0].low == "the" else None
    step = int(count) * (1 if any(x.kind == "f" for x in parts) else -1) * DAY
    rule = words()["holidays"][name.low]
    if year is not None and year.value > 0:
        return dated((holiday(rule, int(year.value)) + step).isoformat(), Grain.DAY, Anchor.ABSOLUTE)
    if clock.day is None:
        return None
    near = [holiday(rule, clock.day.year + n) + step for n in (-1, 0, 1)]
    ahead = clock.direction(unit.token) > 0
    day = min(d for d in near if d >= clock.day) if ahead else max(d for d in near if d <= clock.day)
    return dated(day.isoformat(), Grain.DAY, clock.anchor)


def and_a_half_near(parts: Matched, clock: Clock) -> Found | None:
    """ "the past year and a half"."""
    unit = next(x for x in parts if x.kind == "U")
    word = next(x for x in parts if x.kind in "lpnc")
    return None if unit.low.endswith("s") else around(str(unit.value), 1.5, _STEP[word.kind], clock)


def ahead(parts: Matched, clock: Clock) -> Found | None:
    """ "the months ahead", "the two years to come"; not "two days ahead of the vote"."""
    unit, last = next(x for x in parts if x.kind == "U"), parts[-1]
    if not unit.low.endswith("s") or clock.after(last.token) == "of" or (last.kind != "H" and last.low != "come"):
        return None
    code, count = counted(parts[: parts.index(unit) + 1])
    return vague_near(code, 1, clock) if count is None else around(code, count, 1, clock)


def _week_beside(parts: Matched, clock: Clock) -> Found | None:
    """ "the week before Christmas": the seven days up to it."""
    found = feast([x for x in parts if x.kind in "EY"], clock)
    if found is None or found.earliest is None:
        return None
    after = any(x.kind == "f" for x in parts)
    first = found.earliest + (DAY if after else -7 * DAY)
    last = first + 6 * DAY
    return Found(f"{first}/{last}", Grain.WEEK, found.anchor, first, last)


def year_end(parts: Matched, clock: Clock) -> Found | None:
    """ "year-end 1999", "fiscal year 1999"."""
    unit = next(x for x in parts if x.kind == "U")
    fits = str(unit.value) == "Y" and not unit.low.endswith("s")
    fits = fits and all(x.low == "end" for x in parts if x.kind == "m")
    return bare_year(parts[-1:], clock) if fits else None


RULES: tuple[tuple[str, object], ...] = (
    ("h?[lpnc]Uda?u(?!o)", and_a_half_near),
    ("h?(?:Nd?|vo?)?U(?:H|x.)", ahead),
    ("h?Uo(?:D,?)?M;?[NO](?:,?Y)?(?![UB%])", week_of),
    ("h?[Ol][UD][oi](?:M;?,?o?Y|M(?!;?[NO])|Y|[lnth]U)", piece_of),
    ("[lp]M;?[NO](?![UB%Y])(?!,Y)", last_date),
    ("hU[bf][ln]", last_but_one),
    ("(?:h|a|N)U[bf]E(?:,?Y)?", from_feast),
    ("U['-]?mY", year_end),
    ("h?VUo?,?Y", year_end),
)
