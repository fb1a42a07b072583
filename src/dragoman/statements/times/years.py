"""Rules for years and their parts: ranges, decades, centuries, quarters, seasons."""

from __future__ import annotations

import re

from dragoman.domain.time import Anchor, Grain, interval
from dragoman.statements.times.absolute import Matched, date_range, pick, year_of
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.reckoning import Found, dated


def bare_year(parts: Matched, clock: Clock) -> Found | None:
    """ "2019", "early 2019", "mid-2019", "the end of 2012"."""
    value, flags = year_of(parts[-1], clock)
    if flags and not (parts[-1].spaced and value >= 1930):
        return None
    return dated(f"{value:04d}", Grain.YEAR, Anchor.ABSOLUTE, *flags)


def year_range(parts: Matched, clock: Clock) -> Found | None:
    """ "between 2018 and 2019", "2019-2020", "2019-20", "from 1990 to 1995"."""
    first = year_of(pick(parts, "Y") or parts[0], clock)[0]
    end = parts[-1]
    last = year_of(end, clock)[0] if end.kind == "Y" else first // 100 * 100 + int(end.value or 0)
    short = end.kind == "N"
    if last <= first or (short and (parts[-2].kind != "-" or end.spaced or not re.fullmatch(r"\d\d", end.low))):
        return None
    return date_range(f"{first:04d}", f"{last:04d}", Anchor.ABSOLUTE)


def decade(parts: Matched, clock: Clock) -> Found:
    """ "1990s", "the late '80s", "mid-1970s"."""
    number = parts[-1].value
    flags: tuple[str, ...] = ()
    if number < 100:
        year = clock.published.year if clock.published else 2025
        number = year // 100 * 100 + number - (100 if year // 100 * 100 + number > year else 0)
        flags = ("two-digit year",)
    return dated(f"{number // 10}X", Grain.DECADE, Anchor.ABSOLUTE, *flags)


def century(parts: Matched, clock: Clock) -> Found | None:
    """ "the 19th century"."""
    number = pick(parts, "O")
    unit = parts[-1]
    if number is None or unit.value != "CE" or unit.low != "century":
        return None
    return dated(f"{int(number.value) - 1:02d}XX", Grain.VAGUE, Anchor.ABSOLUTE)


def quarter(parts: Matched, clock: Clock) -> Found | None:
    """ "the first quarter of 2012", "second half of last year", "the fourth quarter"."""
    number, year = pick(parts, "O"), pick(parts, "Y")
    shape = next(x for x in parts if x.kind in "Uu")
    half = shape.kind == "u"
    count = 2 if half else 4
    if number is None or not 1 <= number.value <= count or not (half or shape.low == "quarter"):
        return None
    letter, grain = ("H", Grain.VAGUE) if half else ("Q", Grain.QUARTER)
    if year is not None:
        return dated(f"{year_of(year, clock)[0]:04d}-{letter}{int(number.value)}", grain, Anchor.ABSOLUTE)
    glued = any(x.kind == "-" for x in parts)
    if (half and not glued and len(parts) < 4) or clock.day is None:
        return None
    if parts[-1].kind == "U" and parts[-1] is not shape and parts[-2].kind == "h":
        whole = parts[-1].value == "Y" and parts[-2].low == "the"
        return dated(f"{clock.day.year:04d}-{letter}{int(number.value)}", grain, clock.anchor) if whole else None
    step = {"l": -1, "p": -1, "n": 1, "c": 1}.get(next((x.kind for x in parts if x.kind in "lpntc"), ""), 0)
    near = clock.day.year + step
    if not step and (int(number.value) - 1) * (12 // count) + 1 > clock.day.month and clock.direction(shape.token) <= 0:
        near -= 1
    return dated(f"{near:04d}-{letter}{int(number.value)}", grain, clock.anchor)


def quarter_of(parts: Matched, clock: Clock) -> Found | None:
    """ "last year's third quarter", "the 1989 first quarter"."""
    number, year, shape = pick(parts, "O"), pick(parts, "Y"), parts[-1]
    if number is None or not 1 <= number.value <= 4 or shape.low != "quarter":
        return None
    if year is not None:
        return dated(f"{year_of(year, clock)[0]:04d}-Q{int(number.value)}", Grain.QUARTER, Anchor.ABSOLUTE)
    near = next(x for x in parts if x.kind in "lpntc")
    if clock.day is None or str(next(x for x in parts if x.kind == "U").value) != "Y":
        return None
    step = {"l": -1, "p": -1, "n": 1, "c": 1}.get(near.kind, 0)
    return dated(f"{clock.day.year + step:04d}-Q{int(number.value)}", Grain.QUARTER, clock.anchor)


def season_of(parts: Matched, clock: Clock) -> Found | None:
    """ "the spring of next year"."""
    name = pick(parts, "S")
    if name is None or clock.day is None or parts[-1].value != "Y" or parts[-1].low.endswith("s"):
        return None
    near = clock.day.year + {"l": -1, "n": 1}.get(parts[-2].kind, 0)
    return dated(f"{near:04d}-{name.value}", Grain.SEASON, clock.anchor)


def last_quarter(parts: Matched, clock: Clock) -> Found | None:
    """ "the last quarter of 1998"."""
    if (
        next(x.low for x in parts if x.kind == "U") != "quarter"
        or next(x.low for x in parts if x.kind == "l") != "last"
    ):
        return None
    return dated(f"{year_of(parts[-1], clock)[0]:04d}-Q4", Grain.QUARTER, Anchor.ABSOLUTE)


def season(parts: Matched, clock: Clock) -> Found | None:
    """ "this summer", "last fall", "the winter of 2013", "in spring"."""
    name, year = pick(parts, "S"), pick(parts, "Y")
    assert name is not None
    if year is not None:
        return dated(f"{year_of(year, clock)[0]:04d}-{name.value}", Grain.SEASON, Anchor.ABSOLUTE)
    kinds = {x.kind for x in parts}
    day = clock.day
    if day is None:
        return Found(f"XXXX-{name.value}", Grain.SEASON, Anchor.PUBLISHED)
    if not kinds & set("lpntc") and len(parts) == 1 and clock.before(name.token) not in ("in", "by", "since", "until"):
        return None
    candidates = [f"{day.year + step:04d}-{name.value}" for step in (-2, -1, 0, 1, 2)]
    spans = [interval(c) or (day, day) for c in candidates]
    past = max(i for i, s in enumerate(spans) if s[1] < day)
    now = next((i for i, s in enumerate(spans) if s[0] <= day <= s[1]), None)
    ahead = min(i for i, s in enumerate(spans) if s[0] > day)
    if "l" in kinds or "p" in kinds:
        chosen = past
    elif kinds & set("nc"):
        chosen = ahead
    elif now is not None:
        chosen = now
    else:
        chosen = ahead if clock.direction(name.token) > 0 else past
    return dated(candidates[chosen], Grain.SEASON, clock.anchor)


RULES: tuple[tuple[str, object], ...] = (
    ("wY[dx-]Y", year_range),
    ("Y[x-][YN]", year_range),
    ("(?:h?mo?-?)?V?Y", bare_year),
    ("(?:h?mo?-?)?h?k", decade),
    ("h?(?:m(?:oh)?)?-?O-?U", century),
    ("h?lUo?,?Y", last_quarter),
    ("h?V?O-?V?[Uu](?:o?,?(?:V?Y|[lpntc]V?U|hU))?", quarter),
    ("h?(?:Y|[lpntc]U)'?V?O-?V?U", quarter_of),
    ("(?:h?mo?-?)?h?[lpntc]?S(?:o?,?Y)?", season),
    ("(?:h?mo?-?)?h?So[lnt]U", season_of),
)
