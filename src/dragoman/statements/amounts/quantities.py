"""Numbers with their magnitude: "250 million", "a dozen", "billions", "5 to 10 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dragoman.statements.amounts import units
from dragoman.statements.amounts.grouping import grouped, runs_on
from dragoman.statements.times import numerals
from dragoman.statements.times.lexeme import Lexeme

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Quantity(NamedTuple):
    """Lexemes `first` to `last` (half-open): a value, or bounds where it is None."""

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    flags: tuple[str, ...]
    vague: bool = False


def quantity(lexemes: Sequence[Lexeme], at: int) -> Quantity | None:
    """The number that begins at lexeme `at`, a range taken whole; None where none does."""
    first = _single(lexemes, at)
    if first is None or first.vague:
        return first
    return _range(lexemes, first) if first.last < len(lexemes) else first


def _range(lexemes: Sequence[Lexeme], first: Quantity) -> Quantity:
    """ "5-10", "5 to 10 million", "between $5 million and $10 million"."""
    join = first.last
    kind = lexemes[join].kind
    between = kind == "d" and _opened(lexemes, first.first)
    if not (kind == "-" or lexemes[join].low in ("to", "%") or between):
        return first
    skip = 2 if kind == "%" else 1
    if kind == "%" and not (
        join + 1 < len(lexemes) and (lexemes[join + 1].kind == "-" or lexemes[join + 1].low == "to")
    ):
        return first
    after = join + skip
    if after < len(lexemes) and lexemes[after].kind == "$":
        after += 1
    second = _single(lexemes, after)
    if second is None or second.value is None or first.value is None:
        return first
    low, scale = first.value, _scale(lexemes, second)
    if first.last - first.first == 1 and scale > 1 and low < second.value / scale * 1.0001:
        low *= scale
    if low == second.value:
        return first
    low, high = sorted((low, second.value))
    return Quantity(first.first, second.last, None, low, high, (*first.flags, *second.flags))


def _opened(lexemes: Sequence[Lexeme], at: int) -> bool:
    """True after "between" (a currency sign may stand there too)."""
    return any(lexemes[i].low == "between" for i in range(max(at - 2, 0), at))


def _scale(lexemes: Sequence[Lexeme], found: Quantity) -> float:
    scale = 1.0
    for lexeme in lexemes[found.first : found.last]:
        if lexeme.kind == "B":
            scale *= lexeme.value
    return scale


def _single(lexemes: Sequence[Lexeme], at: int) -> Quantity | None:
    if at >= len(lexemes):
        return None
    lexeme = lexemes[at]
    if lexeme.kind in "NY":
        found = _power(lexemes, at) or _figure(lexemes, at)
        return None if runs_on(lexemes, found.last) else found
    vague = numerals.words()["vague_magnitudes"]
    if lexeme.low in vague:
        return _vague(lexemes, at)
    collective = units.words()["collective"]
    if lexeme.low in ("half", "quarter") and _lows(lexemes, at + 1, 2) in (["a", "million"], ["a", "billion"]):
        part = numerals.words()["fractions"][lexeme.low]
        return Quantity(at, at + 3, part * lexemes[at + 2].value, None, None, ())
    if lexeme.kind == "a" and at + 1 < len(lexemes):
        after = lexemes[at + 1]
        if after.low in collective and after.low != "score":
            return Quantity(at, at + 2, float(collective[after.low]), None, None, ())
        if after.kind == "B" and len(after.low) > 2:
            return Quantity(at, at + 2, float(after.value), None, None, ())
    return None


def _lows(lexemes: Sequence[Lexeme], at: int, count: int) -> list[str]:
    return [x.low for x in lexemes[at : at + count]]


def _figure(lexemes: Sequence[Lexeme], at: int) -> Quantity:
    lexeme = lexemes[at]
    value: float | None = lexeme.value
    flags: tuple[str, ...] = ()
    if lexeme.kind == "N" and lexeme.low[:1].isdigit():
        value, flag = numerals.figure(lexeme.low)
        flags = (flag,) if flag else ()
    last = at + 1
    groups = grouped(lexemes, at)
    if groups:
        (value, last), flags = groups, ("separators",)
    elif _THOUSANDS.fullmatch(lexeme.low) and not _scaled(lexemes, last):
        value, flags = (None if lexeme.low.endswith("000") else value), ("separators",)
    while last < len(lexemes):
        joined = lexemes[last].kind == "-" and not lexemes[last].spaced and lexemes[last + 1 : last + 2]
        step = 2 if joined and lexemes[last + 1].kind == "B" else 1
        after = lexemes[last + step - 1]
        collective = units.words()["collective"].get(after.low)
        if after.kind == "B":
            value = product(value, after.value)
        elif collective and after.low == "dozen":
            value = product(value, collective)
        else:
            break
        last += step
    if value is not None and value > numerals.LARGEST:
        value, flags = None, (*flags, "too large")
    return Quantity(at, last, value, None, None, flags)


def _scaled(lexemes: Sequence[Lexeme], last: int) -> bool:
    """True where a magnitude or a share follows, before which a figure of three decimals is not rare."""
    return last < len(lexemes) and (lexemes[last].kind in "B%" or lexemes[last].low in ("percent", "per"))


def product(value: float | None, magnitude: float) -> float | None:
    """The product in decimals: 65.4 billion is 65400000000, not a hair more."""
    return None if value is None else float(Decimal(str(value)) * Decimal(str(magnitude)))


def _power(lexemes: Sequence[Lexeme], at: int) -> Quantity | None:
    """ "10^6": a value up to the largest that is believed."""
    if at + 2 >= len(lexemes) or lexemes[at + 1].low != "^" or lexemes[at + 2].kind not in "NY":
        return None
    base, power = lexemes[at].value, lexemes[at + 2].value
    small = isinstance(base, float) and isinstance(power, float) and 0 < base <= 1000 and power <= 60
    value = base**power if small else None
    if value is None or value > numerals.LARGEST:
        return Quantity(at, at + 3, None, None, None, ("too large",))
    return Quantity(at, at + 3, value, None, None, ())


def _vague(lexemes: Sequence[Lexeme], at: int) -> Quantity:
    """ "billions", "hundreds of thousands": no value, the lower bound of its magnitude."""
    table = numerals.words()["vague_magnitudes"]
    low, last = float(table[lexemes[at].low]), at + 1
    while last + 1 < len(lexemes) and lexemes[last].kind == "o" and lexemes[last + 1].low in table:
        low *= table[lexemes[last + 1].low]
        last += 2
    return Quantity(at, last, None, low, None, (), vague=True)
