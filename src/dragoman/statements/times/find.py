"""Finds the times of a report: the longest of the earliest matches of all rules, left to right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import cast

from dragoman.domain.parse import Token
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, Grain, TimeExpression
from dragoman.statements.context import Context
from dragoman.statements.times import absolute, anaphoric, dayparts, durations, hours, relative, stretches, years
from dragoman.statements.times.absolute import Matched
from dragoman.statements.times.clock import Clock
from dragoman.statements.times.dateline import dateline
from dragoman.statements.times.events import with_events
from dragoman.statements.times.lexeme import Lexeme, Line, words
from dragoman.statements.times.lexemes import paragraphs
from dragoman.statements.times.quoted import anchored
from dragoman.statements.times.reckoning import Found

Rule = Callable[[Matched, Clock], Found | None]


@cache
def _rules() -> dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]:
    """The rules that may begin with a class letter, in their order."""
    by_letter: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for pattern, rule in (
        *hours.RULES,
        *dayparts.RULES,
        *stretches.RULES,
        *relative.RULES,
        *anaphoric.RULES,
        *absolute.RULES,
        *years.RULES,
        *durations.RULES,
    ):
        compiled = re.compile(pattern)
        for letter in set(_first(pattern)):
            by_letter.setdefault(letter, []).append((compiled, cast(Rule, rule)))
    return {letter: tuple(rules) for letter, rules in by_letter.items()}


_ELEMENT = re.compile(r"(\[[^\]]+\]|\((?:[^()]|\([^()]*\))*\)|.)([?*]?)")


def _first(pattern: str) -> Iterator[str]:
    """The letters up to the first element that `pattern` requires: all that a match may begin with, and some more."""
    for element, optional in _ELEMENT.findall(pattern):
        yield from re.findall(r"[A-Za-z]", element)
        if not optional:
            return


def find_times(context: Context) -> tuple[TimeExpression, ...]:
    """The times that the report names, in text order; none meets another.

    Relative times in a report without a day keep their value and have no interval.
    """
    lines = [line for line in paragraphs(context.parse) if line.lexemes]
    published = context.report.published
    day = dateline(lines[:6], published)
    times = sorted(_read(context, lines, day, Anchor.PUBLISHED), key=lambda t: t.span)
    times = hours.on_their_day(times, context.text)
    again = _Again(context, lines)
    times = list(anchored(context, times, again))
    return with_events(context.parse, context.text, published, context.calendar, times)


def _read(context: Context, lines: Sequence[Line], day: date | None, anchor: Anchor) -> Iterator[TimeExpression]:
    clock = Clock(context.parse, context.report.published, day, anchor)
    for line in lines:
        clock.heading = _heading(line, clock.heading)
        yield from _in_line(line, clock, context.text)


_YEAR_FIRST = re.compile(r"[.-]{0,3}(Y)(?:[;-]+(?![YN])|$)")
_MONTH_FIRST = re.compile(r"[.-]{0,3}M;?[NO]?")


def _heading(line: Line, above: int | None) -> int | None:
    """The year that heads a paragraph of a chronicle ("1994: ..."), or, before a month, the paragraphs `above` it."""
    found = _YEAR_FIRST.match(line.kinds)
    if found is None:
        return above if _MONTH_FIRST.match(line.kinds) else None
    year = int(line.lexemes[found.start(1)].value)
    return year if year > 0 else None


class _Again:
    """Reads an expression once more, reckoned from another day; each line and day only once."""

    def __init__(self, context: Context, lines: Sequence[Line]) -> None:
        self._context = context
        self._lines = lines
        self._starts = [line.lexemes[0].start for line in lines]
        self._read: dict[tuple[int, date], dict[Span, TimeExpression]] = {}

    def __call__(self, time: TimeExpression, said: date) -> TimeExpression | None:
        """The expression at the same place; None where there is none."""
        number = max(bisect_right(self._starts, time.span.start) - 1, 0)
        key = (number, said)
        if key not in self._read:
            found = _read(self._context, [self._lines[number]], said, Anchor.QUOTED)
            self._read[key] = {t.span: t for t in found}
        return self._read[key].get(time.span)


def _in_line(line: Line, clock: Clock, text: str) -> Iterator[TimeExpression]:
    rules = _rules()
    sentence_of = clock.parse.sentence
    kinds = line.kinds
    at = 0
    while at < len(kinds):
        if kinds[at] == ".":
            at += 1
            continue
        best: tuple[int, Found] | None = None
        name_ends = at
        if clock.year is not None and sentence_of(line.lexemes[at].token).number != clock.sentence:
            clock.year = None
        for pattern, rule in rules.get(kinds[at], ()):
            match = pattern.match(kinds, at)
            if match is None or match.end() <= at or (best is not None and match.end() <= best[0]):
                continue
            if kinds[at] in "MD" and _named(clock, line.lexemes[at], line.lexemes[match.end() - 1]):
                name_ends = max(name_ends, match.end())
                continue
            reading = rule(line.lexemes[at : match.end()], clock)
            if reading is not None:
                best = match.end(), reading
        if best is None or best[0] <= name_ends:
            at = max(at + 1, name_ends)
            continue
        end, reading = best
        reading = _open(clock, line.lexemes[at].token, reading)
        span = Span(line.lexemes[at].start, line.lexemes[end - 1].end)
        yield expression(span, text, reading)
        _move(clock, reading, line.lexemes[at].token)
        at = end


def _named(clock: Clock, first: Lexeme, last: Lexeme) -> bool:
    """True inside a name: "April Glaspie", "the Sunday Times", "the October War"; not "the Sept. 11 attacks"."""
    tokens = clock.parse.tokens
    after = tokens[last.token + 1] if last.token + 1 < len(tokens) else None
    if last.kind == "Y" or after is None or after.pos != "PROPN" or not after.text[:1].isupper():
        return False
    name = clock.names.get(first.token)
    if (name is not None and after.index < name.last) or after.lower in words()["named_after"]["words"]:
        return True
    return first is last and first.kind == "M" and _forename(clock, first.token, after)


def _forename(clock: Clock, month: int, after: Token) -> bool:
    """True for "August Hanning" with no article and no preposition before it."""
    token = clock.parse.tokens[month]
    if token.dep != "compound" or token.head != after.index or clock.parse.children(after.index, "det", "poss"):
        return False
    before = clock.parse.tokens[month - 1] if month else token
    return before.pos not in ("ADP", "ADJ", "ADV", "SCONJ", "DET") or before.index == month


def _open(clock: Clock, token: int, reading: Found) -> Found:
    """After "since" the interval runs on to the day of reading, after "until" it has no beginning."""
    if reading.earliest is None or reading.grain in (Grain.DURATION, Grain.SET, Grain.VAGUE):
        return reading
    word = clock.before(token)
    if word == "since":
        open_to = clock.day if clock.day is not None and clock.day >= reading.earliest else None
        return replace(
            reading, latest=open_to if open_to is None or reading.latest is None else max(open_to, reading.latest)
        )
    return replace(reading, earliest=None) if word in ("until", "till") else reading


def expression(span: Span, text: str, reading: Found) -> TimeExpression:
    """A reading at its place."""
    said = span.of(text)
    return TimeExpression(
        span, said, reading.value, reading.grain, reading.anchor, reading.earliest, reading.latest, reading.flags
    )


_A_YEAR = timedelta(300)
"""A quarter that lies further back is what the one in question is compared with."""


def _move(clock: Clock, reading: Found, token: int) -> None:
    """Sets the day that "earlier in the day" is reckoned from, and the year of a later month in the same sentence."""
    day: date | None = reading.earliest or reading.latest
    if day is None or reading.grain in (Grain.DURATION, Grain.SET, Grain.VAGUE, Grain.DECADE):
        return
    if reading.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF") or reading.value.endswith("-WE"):
        return
    clock.focus, clock.focus_grain = day, reading.grain
    if reading.grain is Grain.QUARTER and (clock.quarter is None or clock.quarter - day < _A_YEAR):
        clock.quarter = day
    if reading.anchor is Anchor.ABSOLUTE and "/" not in reading.value:
        clock.year, clock.sentence = day.year, clock.parse.sentence(token).number
