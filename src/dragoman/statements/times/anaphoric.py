"""Rules for times that lean on one named before: "that day", "the quarter", "the year-ago period", "the day before"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.domain.time import Grain
from dragoman.statements.times.absolute import Matched, pick
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import DAY, Found, dated, grain_of, shift, value_at
from dragoman.statements.times.relative import counted, from_focus, part_of, unresolved

_OPEN = frozenset({"of", "ended", "ending", "to", "that", "when", "which", "before", "after", "since"})


def the_unit(parts: Matched, clock: Clock) -> Found | None:
    """ "that day", "that year", "the weekend", "the quarter", "for the year"; nothing where more words say which."""
    word, unit = parts[0], parts[-1]
    code = str(unit.value)
    token = clock.parse.tokens[unit.token]
    if unit.low.endswith("s") or code in ("H", "MIN", "S") or token.dep == "compound":
        return None
    if word.low == "that":
        that = clock.parse.tokens[word.token]
        named = clock.focus is not None or code == "WE"
        return from_focus(code, 0, clock) if named and that.tag not in ("IN", "WDT", "WP") else None
    if word.low != "the" or clock.after(unit.token) in _OPEN:
        return None
    if code == "WE":
        return _weekend(clock, unit.token)
    if code == "Q" and clock.quarter is not None:
        return dated(value_at(clock.quarter, "Q"), Grain.QUARTER, clock.anchor)
    if code == "Y" and clock.before(word.token) == "for" and clock.quarter is not None:
        return dated(value_at(clock.quarter, "Y"), Grain.YEAR, clock.anchor)
    return None


def _weekend(clock: Clock, index: int) -> Found | None:
    """The weekend that is on, else the one behind, or the one ahead where the clause looks ahead."""
    day = clock.day
    if day is None:
        return None
    if day.isoweekday() < 6:
        day += timedelta(7 if clock.until(index, clock.direction(index)) > 0 else 0) - timedelta(7)
    return dated(value_at(day, "WE"), Grain.WEEK, clock.anchor)


def part_of_day(parts: Matched, clock: Clock) -> Found | None:
    """ "that night", "in the morning": on the day that the text named last."""
    word, part = parts[0], parts[-1]
    that = word.low == "that" and clock.parse.tokens[word.token].tag not in ("IN", "WDT", "WP")
    follower = clock.parse.tokens[min(part.token + 1, len(clock.parse.tokens) - 1)]
    inside = word.low == "the" and clock.before(word.token) == "in" and follower.pos not in ("NOUN", "PROPN")
    if not (that or inside) or ":" in str(part.value) or part.low.endswith("s") or follower.lower == "of":
        return None
    if clock.focus is None or clock.focus_grain is not Grain.DAY:
        return None
    found = from_focus("D", 0, clock)
    return dated(found.value + part_of(parts), Grain.DAY, found.anchor)


def year_ago(parts: Matched, clock: Clock) -> Found | None:
    """ "the year-ago quarter", "a year-earlier loss", "the year-earlier third quarter"."""
    unit = next(x for x in parts if x.kind == "U")
    code = str(unit.value)
    if code not in ("D", "W", "M", "Q", "Y"):
        return None
    if clock.day is None:
        return unresolved(-1)
    number, last = pick(parts, "O"), parts[-1]
    quarterly = last.kind == "U" and last is not unit
    if quarterly and str(last.value) != "Q":
        return None
    base = clock.quarter or shift(clock.day, "Q", -1) or clock.day
    if number is not None:
        base = date(base.year, min(3 * int(number.value), 12), 1)
    period = clock.quarter is not None and clock.after(last.token) == "period"
    day = shift(base if quarterly or clock.quarter else clock.day, code, -1)
    grain = "Q" if quarterly or (period and code == "Y") else code
    return None if day is None else dated(value_at(day, grain), grain_of(grain), clock.anchor)


def day_before(parts: Matched, clock: Clock) -> Found | None:
    """ "the day before", "the year after" at the end of a phrase."""
    unit = parts[1]
    code = str(unit.value)
    if parts[0].low != "the" or code not in ("D", "W", "M", "Y") or unit.low.endswith("s") or clock.focus is None:
        return None
    return from_focus(code, 1 if parts[2].kind == "f" else -1, clock)


def next_but_one(parts: Matched, clock: Clock) -> Found | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = 2 if parts[2].kind == "f" else -2
    if str(parts[1].value) != "D" or parts[3].value * 2 != step:
        return None
    return unresolved(step // 2) if clock.day is None else dated(str(clock.day + step * DAY), Grain.DAY, clock.anchor)


def from_now(parts: Matched, clock: Clock) -> Found | None:
    """ "two weeks from now", "a year from today"."""
    if parts[-2].low != "from" or parts[-1].low not in ("now", "today"):
        return None
    code, count = counted(parts[:-2])
    if clock.day is None or count is None or count != int(count) or count > 3000 or code in ("H", "MIN", "S"):
        return Found("FUTURE_REF", Grain.VAGUE, clock.anchor, clock.day, None, ("vague",))
    day = shift(clock.day, code, int(count))
    return None if day is None else dated(value_at(day, code), grain_of(code), clock.anchor)


RULES: tuple[tuple[str, object], ...] = (
    ("hU", the_unit),
    ("hP", part_of_day),
    ("[ah]?U-[eg](?:O?-?U)?", year_ago),
    ("hU[bf](?=[,;]|$)", day_before),
    ("h?U[bf]T", next_but_one),
    ("j?a?(?:N|vo?)?Uw[ZT]", from_now),
)
