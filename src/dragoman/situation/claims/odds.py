"""Over what two claims may be at odds."""

from __future__ import annotations

from enum import StrEnum


class Odds(StrEnum):
    """Over what two claims are at odds; the last three are no disputes: what lay ahead was done, or given up."""

    POLARITY = "polarity"
    BEARING = "bearing"
    AMOUNT = "amount"
    DOER = "doer"
    PLACE = "place"
    JUDGEMENT = "judgement"
    FULFILLED = "fulfilled"
    DONE = "done"
    DROPPED = "dropped"


AHEAD_OF = frozenset({Odds.FULFILLED, Odds.DONE, Odds.DROPPED})
"""What can only make a claim overtaken."""
