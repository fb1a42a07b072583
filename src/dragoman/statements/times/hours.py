"""Rules for times of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.time import Grain, TimeExpression, interval
from dragoman.statements.times.absolute import Matched, month_day, numeric
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import Found, dated
from dragoman.statements.times.relative import day_of_week, from_focus, near_day, unresolved


def clock_time(parts: Matched, clock: Clock) -> Found | None:
    """ "9 a.m. Tuesday", "10:30 p.m.", "at 14:00 GMT"."""
    figure = next(x for x in parts if x.kind == "C")
    meridian = next((x.value for x in parts if x.kind == "K"), None)
    numbers = [int(x) for x in figure.value.split(":")]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if meridian == "p" and hour < 12:
        hour += 12
    if meridian == "a" and hour == 12:
        hour = 0
    zoned = clock.after(parts[-1].token) in ("gmt", "utc", "est", "edt", "pst", "pdt", "local")
    if hour > 24 or minute > 59 or (meridian is None and len(parts) == 1 and not zoned):
        return None
    if parts[0].kind == "I":
        stamp = numeric(parts[:1], clock)
        if stamp is None or stamp.grain is not Grain.DAY:
            return None
        return dated(f"{stamp.value}T{hour:02d}:{minute:02d}", Grain.DAY, stamp.anchor)
    if any(x.kind == "M" for x in parts):
        dated_part = [x for x in parts if x.kind in "MNY"]
        found = month_day(dated_part, clock)
        if found is None or found.grain is not Grain.DAY or interval(found.value) is None:
            return None
        return Found(
            f"{found.value[:10]}T{hour:02d}:{minute:02d}", Grain.DAY, found.anchor, found.earliest, found.latest
        )
    day_words = [x for x in parts if x.kind in "DT"]
    if day_words and day_words[0].kind == "D":
        found = day_of_week([parts[0], *day_words], clock)
    elif day_words:
        found = near_day(day_words, clock)
    else:
        found = _same_day(clock)
    if found is None or interval(found.value) is None:
        return None
    return Found(f"{found.value[:10]}T{hour:02d}:{minute:02d}", Grain.DAY, found.anchor, found.earliest, found.latest)


def noon(parts: Matched, clock: Clock) -> Found | None:
    """ "at midday", "by midnight"."""
    code = str(parts[0].value)
    if ":" not in code or clock.before(parts[0].token) not in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "before",
        "after",
    ):
        return None
    found = _same_day(clock)
    if interval(found.value) is None:
        return None
    return Found(f"{found.value[:10]}T{code}", Grain.DAY, found.anchor, found.earliest, found.latest)


def _same_day(clock: Clock) -> Found:
    """The day that the text named last, else the day of reading."""
    if clock.focus is not None and clock.focus_grain is Grain.DAY:
        return from_focus("D", 0, clock)
    return unresolved(0) if clock.day is None else dated(clock.day.isoformat(), Grain.DAY, clock.anchor)


_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d)")
_BARE = re.compile(r"[\d:.]+\s?(?:[ap]\.?m\.?)?(?:\s\w+(?: time)?)?", re.I)
_BETWEEN = re.compile(r"[\s,(]*(?:(?:GMT|UTC|[A-Z]{1,2}[SD]?T|[lL]ocal(?: time)?|time|on|of)[\s,)(]*)*")


def on_their_day(times: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """`times` with the bare hours before a day put on that day: "10:35 a.m. (0735 GMT) on Friday"."""
    settled = list(times)
    for i in range(len(settled) - 2, -1, -1):
        time, after = settled[i], settled[i + 1]
        hour = _HOUR.fullmatch(time.value)
        near = hour is not None and after.span.start - time.span.end < 30 and _BARE.fullmatch(time.text)
        if not (hour and near and after.grain is Grain.DAY and after.earliest and after.earliest == after.latest):
            continue
        if _BETWEEN.fullmatch(text[time.span.end : after.span.start]) and not _HOUR.fullmatch(time.text):
            value = f"{after.earliest.isoformat()}{hour[2]}"
            settled[i] = replace(
                time, value=value, anchor=after.anchor, earliest=after.earliest, latest=after.latest, flags=after.flags
            )
    return settled


RULES: tuple[tuple[str, object], ...] = (
    ("CK?.?,?.?(?:D|T|M;?N)", clock_time),
    ("(?:D|T),?.?CK?", clock_time),
    ("CK?", clock_time),
    ("IC", clock_time),
    ("P", noon),
)
