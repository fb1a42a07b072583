"""Rules for durations, sets of times, and bare references ("now")."""

from __future__ import annotations

from datetime import date

from dragoman.domain.parse import Parse
from dragoman.domain.time import Anchor, Grain
from dragoman.statements.times.absolute import Matched
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.lexeme import Lexeme
from dragoman.statements.times.reckoning import Found, duration
from dragoman.statements.times.relative import around, counted

_RATE = frozenset({"%", "once", "twice", "thrice"})
_REFERS = frozenset({"of", "after", "from", "before", "following", "since", "-", "'"})
_LONG = frozenset({"for", "in", "over", "within", "during", "after", "take", "took", "through", "last", "lasted"})


def length(parts: Matched, clock: Clock) -> Found | None:
    """ "five years", "a month", "40-minute", "decade-long", "several years", "two and a half years"."""
    code, count = counted(parts)
    before = clock.parse.tokens[parts[0].token - 1] if parts[0].token else None
    rate = before is not None and (before.pos in ("NOUN", "NUM", "PROPN") or before.lower in _RATE)
    glued = before is not None and before.text.endswith("-") and not parts[0].spaced
    if parts[0].low in ("a", "an") and ((rate and len(parts) == 2) or glued):
        return None
    if parts[0].low == "many" and before is not None and before.lower == "as":
        return None
    if _a_day(parts, clock):
        return None
    if parts[0].low == "some" and len(parts) == 2 and not parts[1].low.endswith("s"):
        return None
    if clock.after(parts[-1].token) == "-" and clock.after(parts[-1].token + 1) == "round":
        return None
    if code == "Q" and clock.after(parts[-1].token) == "of":
        return None
    if parts[-1].kind == "R" or (code == "S" and parts[0].kind == "a"):
        return None
    if count is not None and _lies_ahead(parts, clock):
        return around(code, count, 1, clock)
    return Found(duration(code, count), Grain.DURATION, Anchor.ABSOLUTE, flags=() if count is not None else ("vague",))


def _a_day(parts: Matched, clock: Clock) -> bool:
    """True for "24 hours a day", "five days a week"."""
    at = parts[-1].token
    return (
        clock.after(at) == "a"
        and parts[-1].low.endswith("s")
        and clock.after(at + 1) in ("day", "week", "month", "year")
    )


def _lies_ahead(parts: Matched, clock: Clock) -> bool:
    """True for "will sign within two weeks", "in ten days": the stretch begins on the day of reading."""
    word, unit = clock.before(parts[0].token), clock.parse.tokens[parts[-1].token]
    if word not in ("within", "in") or clock.after(unit.index) in _REFERS or unit.head == unit.index:
        return False
    preposition = clock.parse.tokens[parts[0].token - 1]
    governor = clock.parse.head(preposition.index)
    fits = governor.pos in ("VERB", "AUX") or (word == "within" and governor.pos == "NOUN")
    return (
        fits and parts[-1].kind == "U" and parts[-1].value not in ("H", "MIN", "S") and clock.direction(unit.index) > 0
    )


def and_a_half(parts: Matched, clock: Clock) -> Found | None:
    """ "a year and a half", "two years and a half"."""
    code, count = counted(parts[: next(i for i, x in enumerate(parts) if x.kind == "d")])
    return None if count is None else Found(duration(code, count + 0.5), Grain.DURATION, Anchor.ABSOLUTE)


def quarter_century(parts: Matched, clock: Clock) -> Found | None:
    """ "a quarter century", "a quarter of a century"."""
    first, last = [x for x in parts if x.kind == "U"]
    if (first.low, last.low) != ("quarter", "century"):
        return None
    return Found("P25Y", Grain.DURATION, Anchor.ABSOLUTE)


def named_length(parts: Matched, clock: Clock) -> Found:
    """ "weeklong"."""
    return Found(str(parts[0].value), Grain.DURATION, Anchor.ABSOLUTE)


def near_event(parts: Matched, clock: Clock) -> Found | None:
    """ "the weeks before" something that has no day here: a length, and no interval."""
    unit = parts[-1]
    if not unit.low.endswith("s") and (len(parts) == 1 or unit.value in ("D", "H", "MIN", "S")):
        return None
    return Found(duration(str(unit.value), None if unit.low.endswith("s") else 1), Grain.DURATION, Anchor.EVENT)


def bare_length(parts: Matched, clock: Clock) -> Found | None:
    """ "for weeks", "over months", "years of talks"."""
    unit = parts[0]
    if not unit.low.endswith("s") or not (clock.before(unit.token) in _LONG or _fills(unit, clock)):
        return None
    return Found(duration(str(unit.value), None), Grain.DURATION, Anchor.ABSOLUTE, flags=("vague",))


def _is_named(parse: Parse, index: int) -> bool:
    """True inside a name: "the Daily Planet"."""
    near = [parse.tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(parse.tokens)]
    return any(t.pos == "PROPN" and t.text[:1].isupper() for t in near)


def _fills(unit: Lexeme, clock: Clock) -> bool:
    """True for "weeks of rain", not for "the early days of the war"."""
    bare = not clock.parse.children(unit.token, "det", "amod", "poss", "nummod", "compound")
    return bare and clock.after(unit.token) == "of" and not clock.before(unit.token).endswith(("ly", "first", "last"))


def whole(parts: Matched, clock: Clock) -> Found | None:
    """ "the entire year", "all week"."""
    unit = parts[-1]
    if unit.low.endswith("s") or (parts[0].kind == "h" and parts[1].low not in ("full", "entire", "whole")):
        return None
    return Found(duration(str(unit.value), 1), Grain.DURATION, Anchor.ABSOLUTE)


def some_day(parts: Matched, clock: Clock) -> Found | None:
    """ "one day" in a tale or a hope, which is no length."""
    unit = parts[-1]
    if parts[0].low != "one" or unit.low != "day" or clock.parse.tokens[unit.token].dep != "npadvmod":
        return None
    if clock.parse.tokens[unit.token].pos != "NOUN" or clock.parse.head(unit.token).pos not in ("VERB", "AUX"):
        return None
    if clock.before(parts[0].token) in _LONG | {"least", "than", "only", "just", "about", "another"}:
        return None
    value = "FUTURE_REF" if clock.direction(unit.token) > 0 else "PAST_REF"
    first, last = (clock.day, None) if value == "FUTURE_REF" else (None, clock.day)
    return Found(value, Grain.VAGUE, clock.anchor, first, last, flags=("vague",))


def those_days(parts: Matched, clock: Clock) -> Found | None:
    """ "in those days"."""
    fits = parts[0].low == "those" and parts[1].low == "days" and clock.before(parts[0].token) == "in"
    return reference_to("PAST_REF", clock) if fits else None


def frequency(parts: Matched, clock: Clock) -> Found | None:
    """ "twice a week", "three times a year"."""
    unit = parts[-1]
    often = next(x for x in parts if x.kind == "X")
    if unit.low.endswith("s") or (often.low == "times" and len(parts) < 4):
        return None
    return Found(duration(str(unit.value), 1), Grain.SET, Anchor.ABSOLUTE)


def moment(parts: Matched, clock: Clock) -> Found | None:
    """ "at the moment", "at present", "for the moment"."""
    preposition, last = clock.before(parts[0].token), parts[-1]
    if preposition not in ("at", "for") or (last.low == "present" and (len(parts) > 1 or preposition == "for")):
        return None
    return reference_to("PRESENT_REF", clock)


def long_ago(parts: Matched, clock: Clock) -> Found:
    """ "long ago"."""
    return Found("PAST_REF", Grain.VAGUE, clock.anchor, None, clock.day, ("vague",))


def repeated(parts: Matched, clock: Clock) -> Found | None:
    """ "every year", "each Tuesday", "every two weeks", "daily"."""
    last = parts[-1]
    if last.kind == "A":
        if last.capital and _is_named(clock.parse, last.token):
            return None
        return Found(str(last.value), Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "D":
        return Found(f"XXXX-WXX-{last.value}", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "P":
        return Found("P1D", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "S":
        return Found(f"XXXX-{last.value}", Grain.SET, Anchor.ABSOLUTE)
    if last.kind == "M":
        return Found(f"XXXX-{last.value:02d}", Grain.SET, Anchor.ABSOLUTE)
    number = next((x.value for x in parts if x.kind == "N"), 2 if any(x.kind == "J" for x in parts) else 1)
    return Found(duration(str(last.value), number), Grain.SET, Anchor.ABSOLUTE)


def reference(parts: Matched, clock: Clock) -> Found | None:
    """ "now", "recently"; the interval ends, or is, the report's day."""
    value = str(parts[0].value)
    after = clock.after(parts[0].token)
    if (after == "as" and clock.before(parts[0].token) == "as") or (after == "last" and value == "PAST_REF"):
        return None
    return reference_to(value, clock)


def reference_to(value: str, clock: Clock) -> Found:
    """A bare reference; its interval ends, or is, the report's day."""
    first: date | None = clock.day if value == "PRESENT_REF" else None
    return Found(value, Grain.VAGUE, clock.anchor, first, clock.day, flags=("vague",))


def ahead_or_behind(parts: Matched, clock: Clock) -> Found | None:
    """ "in the near future", "in the past"."""
    future = parts[-1].kind == "F"
    own = future and clock.parse.tokens[parts[-1].token]
    if own and any(t.dep == "poss" or t.lower == "of" for t in clock.parse.children(own.index)):
        return None
    if not future and not _is_the_past(parts, clock):
        return None
    value = "FUTURE_REF" if parts[-1].kind == "F" else "PAST_REF"
    first, last = (clock.day, None) if value == "FUTURE_REF" else (None, clock.day)
    return Found(value, Grain.VAGUE, clock.anchor, first, last, flags=("vague",))


def _is_the_past(parts: Matched, clock: Clock) -> bool:
    if len(parts) == 1 or clock.parse.tokens[parts[-1].token].pos in ("ADJ", "ADP", "ADV"):
        return False
    return clock.before(parts[0].token) in ("in", "of", "from", "about")


RULES: tuple[tuple[str, object], ...] = (
    ("y(?:N|O|J|j)?[UDPSM]", repeated),
    ("A", repeated),
    ("(?:N|v)?XaU", frequency),
    ("NU(?![bfgeroR-])", some_day),
    ("hU", those_days),
    ("L", named_length),
    ("hjU", whole),
    ("QU", whole),
    ("[ht]?W", moment),
    ("Gg", long_ago),
    ("h?U(?=[bf](?![,;]|$))", near_event),
    ("Z", reference),
    ("(?:h.?)?F", ahead_or_behind),
    ("h?z?p(?![NvUDMS])", ahead_or_behind),
    ("a?(?:N|vo?|N-?d?a?u|u-?a|a-?u)j?-?U(?:-[GR]|R)?", length),
    ("aj?-?U(?:-[GR])?(?!-x)", length),
    ("u-?U", length),
    ("(?:a|N)Ud?a?u(?!o)", and_a_half),
    ("a?U(?:-|oa)?U", quarter_century),
    ("U-G", length),
    ("U", bare_length),
)
