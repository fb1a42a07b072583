"""Amounts: money, shares, counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    `per` is the time or thing it is counted by ("year"), None where none. `flags` say what is doubtful.
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
