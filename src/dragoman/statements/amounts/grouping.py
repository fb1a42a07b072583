"""Figures whose thousands are set apart by spaces or apostrophes: "1 000 000", "1'000", "12 500,50"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.statements.times.lexeme import Lexeme

_FIRST = re.compile(r"[1-9]\d{0,2}")
_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?")
_GLUED = re.compile(r"[a-z]+\d\w*")


def grouped(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """The value of the figure that begins at lexeme `at`, and the lexeme after it; None where it has no such groups."""
    if not _FIRST.fullmatch(lexemes[at].low):
        return None
    digits, last, mark = lexemes[at].low, at + 1, ""
    while "," not in digits and "." not in digits and (found := _group(lexemes, last)):
        number, between = found
        if mark and between != mark:
            break
        digits, last, mark = digits + lexemes[number].low, number + 1, between
    return (float(digits.replace(",", ".")), last) if mark else None


def _group(lexemes: Sequence[Lexeme], at: int) -> tuple[int, str] | None:
    """The lexeme of the group that stands at `at`, and what sets it apart."""
    apostrophe = at + 1 < len(lexemes) and lexemes[at].low == "'" and not lexemes[at].spaced
    number = at + 1 if apostrophe else at
    if number >= len(lexemes) or lexemes[number].spaced == apostrophe:
        return None
    return (number, "'" if apostrophe else " ") if _GROUP.fullmatch(lexemes[number].low) else None


def runs_on(lexemes: Sequence[Lexeme], last: int) -> bool:
    """True where letters with figures stand right against the end of a number ("1.5e6"): it is not read."""
    return last < len(lexemes) and not lexemes[last].spaced and _GLUED.fullmatch(lexemes[last].low) is not None
