"""Rules for times reckoned from the report's day or from a day that the text has just named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.domain.time import Anchor, Grain
from dragoman.statements.times.absolute import Matched
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import (
    Found,
    dated,
    duration,
    grain_of,
    shift,
    value_at,
    weekday,
)

_STEP = {"l": -1, "p": -1, "n": 1, "c": 1, "t": 0}
_BESIDE = frozenset({"following", "previous", "preceding"})
_REFERENCE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def unresolved(step: int) -> Found:
    """A relative time in a report without a day: it keeps its sense and has no interval."""
    return Found(_REFERENCE[step], Grain.VAGUE, Anchor.PUBLISHED)


def part_of(parts: Matched) -> str:
    """The TIMEX3 suffix of a part of the day among `parts`; "" where there is none."""
    code = next((x.value for x in parts if x.kind == "P"), "")
    return f"T{code}" if code else ""


def near_day(parts: Matched, clock: Clock) -> Found | None:
    """ "yesterday", "today", "tomorrow night", "tonight"."""
    word = next(x for x in parts if x.kind == "T")
    before = clock.parse.tokens[max(word.token - 1, 0)]
    if word.capital and before.pos == "PROPN" and before.index < word.token and word.low == "today":
        return None
    if clock.day is None:
        return unresolved(word.value)
    article = clock.before(before.index) in ("a", "the", "our", "their")
    if word.low == "tomorrow" and article and (before.pos in ("ADJ", "ADV") or before.lower.endswith("er")):
        return Found("FUTURE_REF", Grain.VAGUE, clock.anchor, clock.day, None, ("vague",))
    suffix = part_of(parts) or ("TNI" if word.low == "tonight" else "")
    value = (clock.day + timedelta(word.value)).isoformat() + suffix
    return dated(value, Grain.DAY, clock.anchor)


def day_of_week(parts: Matched, clock: Clock) -> Found | None:
    """ "Tuesday", "last Friday", "Wednesday night", "next Monday"; the past one unless the clause looks ahead."""
    name = next(x for x in parts if x.kind == "D")
    if name.low.endswith("days") or parts[-1].low in ("mornings", "afternoons", "evenings", "nights"):
        return Found(f"XXXX-WXX-{name.value}{part_of(parts)}", Grain.SET, Anchor.ABSOLUTE)
    if parts[0].low == "following" and clock.before(parts[0].token) not in ("the", "that"):
        return None
    if parts[0].low in _BESIDE and clock.focus is not None and clock.focus_grain is Grain.DAY:
        step = _STEP[parts[0].kind]
        day = weekday(clock.focus + timedelta(step), name.value, step)
        return dated(day.isoformat() + part_of(parts), Grain.DAY, Anchor.SENTENCE)
    if clock.day is None:
        return Found(f"XXXX-WXX-{name.value}", Grain.DAY, Anchor.PUBLISHED)
    kinds = {x.kind for x in parts}
    if kinds & set("nc"):
        day = weekday(clock.day + timedelta(1), name.value, 1)
    elif kinds & set("lp"):
        day = weekday(clock.day - timedelta(1), name.value, -1)
    else:
        looks = clock.until(parts[0].token, clock.direction(name.token, present=1))
        if clock.parse.tokens[name.token].dep == "poss":
            looks = int(clock.promised(name.token) or clock.is_announced(parts[0].token))
        was_yesterday = (clock.day - timedelta(1)).isoweekday() == name.value
        ahead = looks > 0 and not (was_yesterday and clock.tells_of_past(name.token))
        day = weekday(clock.day, name.value, 1 if ahead else -1)
    return dated(day.isoformat() + part_of(parts), Grain.DAY, clock.anchor)


def part_alone(parts: Matched, clock: Clock) -> Found | None:
    """ "this morning", "last night"."""
    if clock.day is None:
        return None
    step = -1 if parts[0].kind == "l" else 0
    if parts[0].kind == "n" or parts[-1].low.endswith("s"):
        return None
    return dated((clock.day + timedelta(step)).isoformat() + part_of(parts), Grain.DAY, clock.anchor)


def unit_near(parts: Matched, clock: Clock) -> Found | None:
    """ "last month", "this week", "next year", "the past week", "earlier this year", "the coming days"."""
    unit = parts[-1]
    code = str(unit.value)
    word = next(x for x in parts if x.kind in "lpntc")
    step = _STEP[word.kind]
    if code in ("H", "MIN", "S"):
        return None
    many = unit.low.endswith("s")
    if code == "D" and word.kind == "t" and many:
        return Found("PRESENT_REF", Grain.VAGUE, clock.anchor, None, clock.day, ("vague",))
    if clock.day is None:
        return Found(duration(code, None), Grain.VAGUE, Anchor.PUBLISHED) if many else unresolved(step)
    if many:
        return vague_near(code, step, clock)
    if word.low in ("past", "coming") and code not in ("WE",):
        return around(code, 1, step, clock)
    if word.low in ("following", "previous", "preceding", "subsequent", "ensuing", "prior", "same"):
        return from_focus(code, step, clock)
    if code == "D" and word.kind == "t":
        return dated(clock.day.isoformat(), Grain.DAY, clock.anchor)
    if code == "D":
        return from_focus(code, step, clock) if word.low == "next" else around(code, 1, step, clock)
    if code in ("DE", "CE") and step < 0:
        return around(code, 1, step, clock)
    day = shift(clock.day, code, step)
    return None if day is None else dated(value_at(day, code), grain_of(code), clock.anchor)


def around(code: str, count: float, step: int, clock: Clock) -> Found:
    """ "the past five years": a duration that ends, or begins, on the day of reading."""
    value = duration(code, count)
    if clock.day is None:
        return Found(value, Grain.DURATION, Anchor.PUBLISHED)
    other = shift(clock.day, code, int(count) * step) if count == int(count) and count < 3000 else None
    low, high = (other, clock.day) if step < 0 else (clock.day, other)
    return Found(value, Grain.DURATION, clock.anchor, low, high)


def vague_near(code: str, step: int, clock: Clock) -> Found:
    """ "recent weeks", "the coming days": between one and ten units, flagged."""
    value = duration(code, None)
    if clock.day is None:
        return Found(value, Grain.VAGUE, Anchor.PUBLISHED, flags=("vague",))
    other = shift(clock.day, code, 10 * step)
    low, high = (other, clock.day) if step < 0 else (clock.day, other)
    return Found(value, Grain.VAGUE, clock.anchor, low, high, flags=("vague",))


def recent(parts: Matched, clock: Clock) -> Found:
    """ "in recent weeks"."""
    return vague_near(str(parts[-1].value), -1, clock)


_UNIT = {Grain.DAY: "D", Grain.WEEK: "W", Grain.MONTH: "M", Grain.SEASON: "Q", Grain.QUARTER: "Q", Grain.YEAR: "Y"}
_ORDER = ("D", "W", "2W", "WE", "M", "Q", "Y", "DE", "CE", "ML")


def coarser(grain: Grain, code: str) -> bool:
    """True where a time of `grain` leaves open which unit `code` is meant."""
    return code in _ORDER and _ORDER.index(_UNIT.get(grain, "Y")) > _ORDER.index(code)


def from_focus(code: str, step: int, clock: Clock) -> Found:
    """ "the following day", "that year": reckoned from the day that the text named last."""
    base, anchor = (clock.focus, Anchor.SENTENCE) if clock.focus else (clock.day, clock.anchor)
    if base and anchor is Anchor.SENTENCE and coarser(clock.focus_grain, code):
        if step:
            return Found(duration(code, 1), Grain.VAGUE, anchor)
        return _somewhere_in(base, code, clock)
    day = shift(base, code, step) if base else None
    if day is None:
        return unresolved(step)
    return dated(value_at(day, code), grain_of(code), anchor)


def _somewhere_in(base: date, code: str, clock: Clock) -> Found:
    """ "That day" where only its month or year was named: "2024-10-XX", with the whole month as interval."""
    found = dated(value_at(base, _UNIT[clock.focus_grain]), clock.focus_grain, Anchor.SENTENCE)
    open_to = {("M", "D"): "-XX", ("Y", "D"): "-XX-XX", ("Y", "M"): "-XX"}
    return replace(found, value=found.value + open_to.get((_UNIT[clock.focus_grain], code), ""))


def that_unit(parts: Matched, clock: Clock) -> Found | None:
    """ "that day", "the same month", "earlier in the day", "later that year"."""
    unit = parts[-1]
    word = parts[-2].low
    if unit.value in ("H", "MIN", "S") or unit.low.endswith("s"):
        return None
    if unit.value == "WE":
        return None if clock.day is None else dated(value_at(clock.day - timedelta(2), "WE"), Grain.WEEK, clock.anchor)
    known = clock.focus is not None or parts[0].kind in "er"
    return from_focus(str(unit.value), 0, clock) if word in ("that", "same") or known else None


def counted(parts: Matched) -> tuple[str, float | None]:
    """The unit and the number of "five years", "a week", "several days" (None), "days" (None)."""
    unit = next(x for x in parts if x.kind == "U")
    before = parts[: parts.index(unit)]
    number = next((x for x in before if x.kind == "N"), None)
    if number is not None:
        count = number.value
        if any(x.kind == "u" for x in before):
            count = None if count is None else count + 0.5
        return str(unit.value), count
    if any(x.kind == "u" for x in before):
        return str(unit.value), 0.5
    if any(x.low in ("few", "several", "couple", "many", "some") for x in before) or unit.low.endswith("s"):
        return str(unit.value), None
    return str(unit.value), 1


def ago(parts: Matched, clock: Clock) -> Found | None:
    """ "three days ago", "a year ago", "weeks ago", "months earlier", "two days later", "a week before"."""
    code, count = counted(parts)
    word = parts[-1]
    if "Ud" in "".join(x.kind for x in parts) and count is not None:
        count += 0.5
    if word.kind in "bf" and clock.focus is None:
        return None
    step = 1 if word.low in ("later", "after") else -1
    if word.kind == "g" or clock.focus is None:
        base, anchor = clock.day, clock.anchor
    else:
        base, anchor = clock.focus, Anchor.SENTENCE
    if code in ("H", "MIN", "S"):
        if base is None:
            return unresolved(step)
        if count is None:
            first, last = (base - timedelta(1), base) if step < 0 else (base, base + timedelta(1))
            return Found(duration(code, None), Grain.VAGUE, anchor, first, last, ("vague",))
        hours = count / {"H": 1, "MIN": 60, "S": 3600}[code]
        near = base - timedelta(1) if hours < 24 else base - timedelta(hours // 24 + 1)
        span = (near, base) if step < 0 else (base, base + (base - near))
        return Found(duration(code, count), Grain.VAGUE, anchor, *span)
    if base is None:
        return unresolved(step)
    if count is None or count != int(count) or count > 3000:
        return _vaguely(code, count, step, base, anchor)
    if anchor is Anchor.SENTENCE and coarser(clock.focus_grain, code):
        return Found(duration(code, count), Grain.VAGUE, anchor, flags=("vague",))
    day = shift(base, code, int(count) * step)
    if day is None:
        return None
    if code == "DE":
        code = "Y"
    return dated(value_at(day, code), grain_of(code), anchor)


def prior(parts: Matched, clock: Clock) -> Found | None:
    """ "a year prior"."""
    return ago(parts, clock) if parts[-1].low == "prior" else None


def _vaguely(code: str, count: float | None, step: int, base: date, anchor: Anchor) -> Found:
    """ "days later" is two to nine units off; "1.5 years ago" half a unit to either side of it."""
    near, far = (2, 9) if count is None else (max(int(count) - 1, 0), int(count) + 2)
    first, last = shift(base, code, near * step), shift(base, code, far * step)
    low, high = (last, first) if step < 0 else (first, last)
    return Found(duration(code, count), Grain.VAGUE, anchor, low, high, flags=("vague",))


def counted_near(parts: Matched, clock: Clock) -> Found | None:
    """ "the past five years", "the next two months", "the last few weeks"."""
    code, count = counted(parts)
    step = _STEP[next(x.kind for x in parts if x.kind in "lpntc")]
    if count is None:
        return vague_near(code, step or -1, clock)
    return around(code, count, step, clock)


def edge_of_year(parts: Matched, clock: Clock) -> Found | None:
    """ "the end of the year", "by year-end", "the beginning of next month"."""
    unit = parts[-1] if parts[-1].kind == "U" else parts[0]
    if unit is parts[0] and (parts[-1].low != "end" or (unit.value != "Y" and parts[1].kind != "'")):
        return None
    if unit.value not in ("Y", "M", "W", "DE") or unit.low.endswith("s"):
        return None
    if clock.day is None:
        return None
    step = {"l": -1, "n": 1}.get(parts[-2].kind, 0)
    day = shift(clock.day, str(unit.value), step)
    return None if day is None else dated(value_at(day, str(unit.value)), grain_of(str(unit.value)), clock.anchor)


RULES: tuple[tuple[str, object], ...] = (
    ("m?TP?", near_day),
    ("t?[lpntc]?m?DP?", day_of_week),
    ("DtU", day_of_week),
    ("[tl]P", part_alone),
    ("[er]?h?m?[lpntc]V?U", unit_near),
    ("[er](?:i?h|o)U", that_unit),
    ("h?qU", that_unit),
    ("h?zU", recent),
    ("h?[lpnct](?:Nd?|vo?|a)*(?:Nd)?j?U", counted_near),
    ("h?[lpnc]Nda?uj?U", counted_near),
    ("j?(?:h|about)?a?(?:N|vo?|N-?ud?a?|au|ua)?-?U[ger]", ago),
    ("[aN]Uda?u[ger]", ago),
    ("j?a?(?:N|vo?)?U[bf](?=[,;])", ago),
    ("j?a?(?:N|vo?)?Ul", prior),
    ("h?mo[htln]U", edge_of_year),
    ("U['-]?m", edge_of_year),
)
