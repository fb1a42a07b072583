"""Signs beside a number: of a currency before it, of minus, and the letter of a magnitude that stands apart."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.statements.amounts.quantities import Quantity, product
from dragoman.statements.times.lexeme import Lexeme, magnitudes


def signs(lexemes: Sequence[Lexeme], first: int) -> bool:
    """True where a currency sign stands before the number, and does not end the number before it ("5$ 6")."""
    sign = lexemes[first - 1]
    ends = lexemes[first].spaced and first > 1 and not sign.spaced and lexemes[first - 2].kind in "NYB"
    return sign.kind == "$" and not ends


def abbreviated(lexemes: Sequence[Lexeme], found: Quantity) -> tuple[Quantity, int]:
    """With the magnitude of "$5 m", which stands apart."""
    if found.value is not None and found.last < len(lexemes) and lexemes[found.last].low in ("k", "m", "b"):
        value = product(found.value, magnitudes()[lexemes[found.last].low])
        found = found._replace(value=value, last=found.last + 1)
    return found, found.last


def is_minus(lexemes: Sequence[Lexeme], first: int) -> bool:
    """True after "minus", and after a sign of minus with a space before it and none behind."""
    if not first:
        return False
    before = lexemes[first - 1]
    sign = before.low in ("-", "\u2212") and before.spaced and not lexemes[first].spaced
    return before.low == "minus" or sign
