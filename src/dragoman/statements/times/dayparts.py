"""Rules for parts of a named day: "the night of Oct. 23", "noon Tuesday", "one Friday evening", "that Friday"."""

from __future__ import annotations

from datetime import timedelta

from dragoman.domain.time import Anchor, Grain, interval
from dragoman.statements.times.absolute import Matched, month_day, pick
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import Found, dated, weekday
from dragoman.statements.times.relative import day_of_week, near_day, part_of

_POINTS = frozenset({"noon", "midday", "midnight", "dawn"})
_JOINS = frozenset({"on", "at", ","})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def part_of_date(parts: Matched, clock: Clock) -> Found | None:
    """ "the night of Oct. 23", "the morning of Friday", "noon on Tuesday", "Friday at dawn", "Monday night, March 3"."""
    part = next(x for x in parts if x.kind == "P")
    joins = {x.low for x in parts if x.kind in ".,"}
    if part.low.endswith("s") or not joins <= _JOINS:
        return None
    month = pick(parts, "M")
    if month is None and not any(x.kind == "o" for x in parts) and part.low not in _POINTS:
        return None
    if month is not None:
        found = month_day([x for x in parts if x.kind in "DMNOY"], clock)
    else:
        day = next(x for x in parts if x.kind in "DT")
        found = day_of_week([day], clock) if day.kind == "D" else near_day([day], clock)
    if found is None or found.grain is not Grain.DAY or interval(found.value) is None:
        return None
    return dated(found.value[:10] + part_of(parts), Grain.DAY, found.anchor, *found.flags)


def some_weekday(parts: Matched, clock: Clock) -> Found | None:
    """ "one Friday evening", "a Sunday": a day that the text does not place."""
    name, last = next(x for x in parts if x.kind == "D"), clock.parse.tokens[parts[-1].token]
    if parts[0].low not in ("a", "one") or parts[-1].low.endswith("s"):
        return None
    follower = clock.parse.tokens[min(last.index + 1, len(clock.parse.tokens) - 1)]
    if last.dep in ("compound", "nmod", "amod") or (follower.pos in _NOMINAL and follower.index > last.index):
        return None
    return Found(f"XXXX-WXX-{name.value}{part_of(parts)}", Grain.DAY, clock.anchor)


def that_weekday(parts: Matched, clock: Clock) -> Found | None:
    """ "that Friday evening": the one nearest to the day that the text named last."""
    name = next(x for x in parts if x.kind == "D")
    if parts[0].low != "that" or clock.parse.tokens[parts[0].token].tag in ("IN", "WDT", "WP"):
        return None
    if clock.focus is None or clock.focus_grain is not Grain.DAY or name.low.endswith("days"):
        return None
    day = weekday(clock.focus + timedelta(3), name.value, -1)
    return dated(day.isoformat() + part_of(parts), Grain.DAY, Anchor.SENTENCE)


def second_day(parts: Matched, clock: Clock) -> Found | None:
    """The 13 of "March 12 and 13"."""
    number, focus = parts[0], clock.focus
    follower = clock.parse.tokens[min(number.token + 1, len(clock.parse.tokens) - 1)]
    if focus is None or clock.focus_grain is not Grain.DAY or number.value is None:
        return None
    if (follower.pos in (*_NOMINAL, "NUM") and follower.index > number.token) or not focus.day < number.value <= 31:
        return None
    value = f"{focus.year:04d}-{focus.month:02d}-{int(number.value):02d}"
    return None if interval(value) is None else dated(value, Grain.DAY, clock.anchor)


RULES: tuple[tuple[str, object], ...] = (
    ("h?Po(?:D,?)?M;?[NO](?:,?Y)?(?![UB%])", part_of_date),
    ("h?Po(?:D|T)", part_of_date),
    ("P.?D(?!P)", part_of_date),
    ("D.P", part_of_date),
    ("m?DP,?M;?[NO](?:,?Y)?(?![UB%])", part_of_date),
    ("[aN]DP?", some_weekday),
    ("hDP?", that_weekday),
    ("(?<=M[NO]d)[NO](?![UB%])", second_day),
    ("(?<=M;[NO]d)[NO](?![UB%])", second_day),
)
