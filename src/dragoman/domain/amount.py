"""Amounts: money, shares, counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from dragoman.domain.text import Span


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUIVALENT = "equivalent"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Amount:
    """`unit`: ISO 4217, "%" (5 % has value 5), or a singular noun. `low` and `high` bound a vague amount or a range.

    `value` is None where only bounds are known; `of` is what the amount is a share or a count of.
    `per` is the time or thing it is counted by ("year"), None where none. `flags` say what is doubtful: "shared sign"
    ("$" taken for USD), "currency not said" (unit XXX), "separators" (1.234.567,89), "too large" (no value).
    """

    span: Span
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    of: str | None = None
    per: str | None = None
    flags: tuple[str, ...] = ()


Comparison = Literal["same", "compatible", "different"]
NEAR = 0.1
"""How far "about" reaches to either side, as a part of the value."""


def bounds(amount: Amount) -> tuple[float, float]:
    """The least and the greatest number that `amount` may stand for, both included."""
    low, high = float("-inf"), float("inf")
    if amount.value is None:
        return (low if amount.low is None else amount.low), (high if amount.high is None else amount.high)
    match amount.qualifier:
        case Qualifier.ABOUT | Qualifier.EQUIVALENT | Qualifier.VAGUE:
            slack = NEAR * abs(amount.value)
            return amount.value - slack, amount.value + slack
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return amount.value, high
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return low, amount.value
    return amount.value, amount.value


def compare(a: Amount, b: Amount) -> Comparison:
    """Whether two amounts of one thing are the same, may both be true, or cannot.

    Money of an unsaid currency (XXX) is compatible with any money; amounts of different units, or of different times
    (`per`), are different.
    """
    units = {a.unit, b.unit}
    unsaid = "XXX" in units and all(len(u) == 3 and u.isupper() for u in units)
    if (len(units) > 1 and not unsaid) or a.per != b.per:
        return "different"
    alike = (a.value, a.qualifier, a.unit) == (b.value, b.qualifier, b.unit)
    if alike and (a.value is not None or (a.low, a.high) == (b.low, b.high) != (None, None)):
        return "same"
    (low, high), (least, most) = bounds(a), bounds(b)
    strict = Qualifier.OVER in (a.qualifier, b.qualifier) or Qualifier.UNDER in (a.qualifier, b.qualifier)
    if low > most or least > high or (strict and (low == most or least == high)):
        return "different"
    return "compatible"
