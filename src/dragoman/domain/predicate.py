"""How surely an event word is asserted, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.domain.text import Span


class Factuality(StrEnum):
    """After FactBank (Saurí & Pustejovsky 2009): CT, PR, PS, U."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Predicate:
    """An event word with its grades.

    `factuality` is the innermost voice's grade, `author_factuality` the report's own. `evidential` is the word that
    says how it is known ("reportedly"), `hedges` the spans of the words that weaken or negate it.
    """

    span: Span
    text: str
    index: int
    factuality: Factuality
    polarity: Polarity
    author_factuality: Factuality
    evidential: str | None = None
    hedges: tuple[Span, ...] = ()
