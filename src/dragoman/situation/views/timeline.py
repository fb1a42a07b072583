"""What happened, in order, each event between two days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dragoman.domain.claim import Claim
from dragoman.domain.situation import Happening
from dragoman.domain.statement import Kind, Realis
from dragoman.situation.facts import Fact


def timeline(claims: Iterable[Claim], facts: Mapping[str, Fact]) -> tuple[Happening, ...]:
    """Claims that something happened, by day; those without any day last.

    Without a time in the text an event lies on or before the day of its report. `exact` means one day, and told.
    """
    rows = []
    for claim in claims:
        if claim.kind != Kind.EVENT or claim.realis != Realis.ACTUAL or claim.polarity != "positive":
            continue
        told = any(facts[s.statement].days.told for s in claim.statements if s.side == "for")
        earliest, latest = claim.earliest, claim.latest
        exact = told and earliest is not None and earliest == latest
        rows.append(Happening(claim.id, earliest, latest, exact))
    return tuple(sorted(rows, key=lambda h: (h.earliest or h.latest or date.max, h.latest or date.max, h.claim)))
