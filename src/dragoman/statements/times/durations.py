"""Rules for durations, sets of times, and bare references ("now")."""

from __future__ import annotations

from datetime import date

from dragoman.domain.time import Anchor, Grain
from dragoman.statements.times.absolute import Matched
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import Found, duration
from dragoman.statements.times.relative import counted

_RATE = frozenset({"%", "once", "twice", "thrice"})
_LONG = frozenset({"for", "in", "over", "within", "during", "after", "take", "took", "through", "last", "lasted"})


def length(parts: Matched, clock: Clock) -> Found | None:
    """ "five years", "a month", "40-minute", "decade-long", "several years", "two and a half years"."""
    code, count = counted(parts)
    before = clock.parse.tokens[parts[0].token - 1] if parts[0].token else None
    rate = before is not None and (before.pos in ("NOUN", "NUM", "PROPN") or before.lower in _RATE)
    if rate and len(parts) == 2 and parts[0].low in ("a", "an"):
        return None
    if code == "Q" and clock.after(parts[-1].token) == "of":
        return None
    if parts[-1].kind == "R" or (code == "S" and parts[0].kind == "a"):
        return None
    return Found(duration(code, count), Grain.DURATION, Anchor.ABSOLUTE, flags=() if count is not None else ("vague",))


def named_length(parts: Matched, clock: Clock) -> Found:
    """ "weeklong"."""
    return Found(str(parts[0].value), Grain.DURATION, Anchor.ABSOLUTE)


def near_event(parts: Matched, clock: Clock) -> Found | None:
    """ "the weeks before" something that has no day here: a length, and no interval."""
    unit = parts[-1]
    if unit.value in ("D", "H", "MIN", "S") and not unit.low.endswith("s"):
        return None
    return Found(duration(str(unit.value), None if unit.low.endswith("s") else 1), Grain.DURATION, Anchor.EVENT)


def bare_length(parts: Matched, clock: Clock) -> Found | None:
    """ "for weeks", "over months"."""
    unit = parts[0]
    if not unit.low.endswith("s") or clock.before(unit.token) not in _LONG:
        return None
    return Found(duration(str(unit.value), None), Grain.DURATION, Anchor.ABSOLUTE, flags=("vague",))


def repeated(parts: Matched, clock: Clock) -> Found | None:
    """ "every year", "each Tuesday", "every two weeks", "daily"."""
    last = parts[-1]
    if last.kind == "A":
        return Found(str(last.value), Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "D":
        return Found(f"XXXX-WXX-{last.value}", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "P":
        return Found("P1D", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "S":
        return Found(f"XXXX-{last.value}", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "M":
        return Found(f"XXXX-{last.value:02d}", Grain.SET, Anchor.ABSOLUTE)
    number = next((x.value for x in parts if x.kind == "N"), 1)
    return Found(duration(str(last.value), number), Grain.SET, Anchor.ABSOLUTE)


def reference(parts: Matched, clock: Clock) -> Found | None:
    """ "now", "recently"; the interval ends, or is, the report's day."""
    value = str(parts[0].value)
    if clock.after(parts[0].token) == "as" and clock.before(parts[0].token) == "as":
        return None
    day = clock.day
    first: date | None = day if value == "PRESENT_REF" else None
    return Found(value, Grain.VAGUE, clock.anchor, first, day, flags=("vague",))


def ahead_or_behind(parts: Matched, clock: Clock) -> Found | None:
    """ "in the near future", "in the past"."""
    future = parts[-1].kind == "F"
    own = future and clock.parse.tokens[parts[-1].token]
    if own and any(t.dep == "poss" or t.lower == "of" for t in clock.parse.children(own.index)):
        return None
    if not future and clock.before(parts[0].token) != "in":
        return None
    value = "FUTURE_REF" if parts[-1].kind == "F" else "PAST_REF"
    first, last = (clock.day, None) if value == "FUTURE_REF" else (None, clock.day)
    return Found(value, Grain.VAGUE, clock.anchor, first, last, flags=("vague",))


RULES: tuple[tuple[str, object], ...] = (
    ("y(?:N|O)?[UDPSM]", repeated),
    ("A", repeated),
    ("L", named_length),
    ("hU(?=[bf])", near_event),
    ("Z", reference),
    ("(?:h.?)?F", ahead_or_behind),
    ("hp(?![NvUDMS])", ahead_or_behind),
    ("a?(?:N|vo?|N-?d?a?u|u-?a|a-?u)j?-?U(?:-[GR]|R)?", length),
    ("aj?-?U(?:-[GR])?", length),
    ("U-G", length),
    ("U", bare_length),
)
