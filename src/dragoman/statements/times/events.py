"""Times reckoned from a dated event: "in the week before Assad's fall", "after the fall of Saigon"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, CalendarEvent, Grain, TimeExpression, interval
from dragoman.statements.times.calendar import Named, named_events
from dragoman.statements.times.reckoning import DAY, grain_of, shift, value_at

_BEFORE = frozenset({"before", "until", "till", "preceding"})
_AFTER = frozenset({"after", "since", "following"})
_DURING = frozenset({"during", "throughout"})
_LENGTH = re.compile(r"P(\d+|X)(D|W|M|Y)")


def with_events(
    parse: Parse, text: str, published: date | None, own: tuple[CalendarEvent, ...], times: Sequence[TimeExpression]
) -> tuple[TimeExpression, ...]:
    """`times` with those that an event of the calendar dates, in text order; none meets another."""
    named = named_events(parse, published, own)
    if not named:
        return tuple(times)
    made: list[TimeExpression] = []
    by_end = {t.span.end: t for t in times}
    for first, event in named.items():
        if first == 0:
            continue
        word = parse.tokens[first - 1]
        if word.lower in _BEFORE | _AFTER:
            length = by_end.get(parse.tokens[first - 2].end) if first > 1 else None
            made.append(_related(parse, text, published, event, length))
        elif word.lower in _DURING:
            made.append(_during(parse, text, event))
    apart = _apart(made)
    starts = [t.span.start for t in apart]
    kept = [t for t in times if not _met(t, apart, starts)]
    return tuple(sorted((*kept, *apart), key=lambda t: t.span))


def _apart(made: list[TimeExpression]) -> list[TimeExpression]:
    """Those of `made` that meet no earlier one."""
    kept: list[TimeExpression] = []
    for time in sorted(made, key=lambda t: (t.span.start, -len(t.span))):
        if not kept or time.span.start >= kept[-1].span.end:
            kept.append(time)
    return kept


def _met(time: TimeExpression, apart: list[TimeExpression], starts: list[int]) -> bool:
    i = bisect_right(starts, time.span.start)
    return any(time.span.meets(t.span) for t in apart[max(i - 1, 0) : i + 1])


def _related(
    parse: Parse, text: str, published: date | None, named: Named, length: TimeExpression | None
) -> TimeExpression:
    preposition = parse.tokens[named.first - 1]
    after = preposition.lower in _AFTER
    event = named.event
    shape = _LENGTH.fullmatch(length.value) if length is not None else None
    if length is not None and shape is not None:
        span = Span(length.span.start, parse.tokens[named.last - 1].end)
        made = _counted(span, text, event, length.text.lower(), shape, after)
        if made is not None:
            return made
    if named.first > 1 and parse.tokens[named.first - 2].lower == "day":
        return _next_day(parse, text, named, after)
    span = Span(preposition.start, parse.tokens[named.last - 1].end)
    words = span.of(text)
    if after:
        start = event.first if preposition.lower == "since" else event.last
        end = published if published and published >= start else None
        value = f"{start}/{end}" if end else f"{start}/.."
        return TimeExpression(span, words, value, Grain.VAGUE, Anchor.EVENT, start, end)
    last = event.first - DAY
    return TimeExpression(span, words, f"../{last}", Grain.VAGUE, Anchor.EVENT, None, last)


def _next_day(parse: Parse, text: str, named: Named, after: bool) -> TimeExpression:
    """ "the day before", "a day after"."""
    noun = parse.tokens[named.first - 2]
    span = Span(min(t.start for t in (noun, *parse.children(noun.index, "det"))), parse.tokens[named.last - 1].end)
    day = named.event.last + DAY if after else named.event.first - DAY
    return TimeExpression(span, span.of(text), day.isoformat(), Grain.DAY, Anchor.EVENT, day, day)


def _counted(
    span: Span, text: str, event: CalendarEvent, words: str, shape: re.Match[str], after: bool
) -> TimeExpression | None:
    """ "the week before": all of it; "two weeks before": the week at that distance; "the weeks before": an interval."""
    number, unit = shape.groups()
    step = 1 if after else -1
    base = event.last if after else event.first
    count = None if number == "X" else int(number)
    if count is None or words.startswith(("the ", "that ")):
        far = shift(base, unit, (count or 10) * step)
        if far is None:
            return None
        first, last = (base + DAY, far) if after else (far, base - DAY)
        if count == 1 and unit == "D":
            return TimeExpression(span, span.of(text), first.isoformat(), Grain.DAY, Anchor.EVENT, first, last)
        value = f"{first}/{last}" if count else shape.group()
        flags = () if count else ("vague",)
        grain = grain_of(unit) if count else Grain.VAGUE
        return TimeExpression(span, span.of(text), value, grain, Anchor.EVENT, first, last, flags)
    day = shift(base, unit, count * step)
    if day is None:
        return None
    value = value_at(day, unit)
    days = interval(value) or (None, None)
    return TimeExpression(span, span.of(text), value, grain_of(unit), Anchor.EVENT, *days)


def _during(parse: Parse, text: str, named: Named) -> TimeExpression:
    event = named.event
    span = Span(parse.tokens[named.first - 1].start, parse.tokens[named.last - 1].end)
    one = event.first == event.last
    value = event.first.isoformat() if one else f"{event.first}/{event.last}"
    return TimeExpression(span, span.of(text), value, Grain.DAY, Anchor.EVENT, event.first, event.last)
