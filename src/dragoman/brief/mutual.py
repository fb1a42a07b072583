"""Claims that say the same of both parties: A talked with B, B talked with A."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.brief.material import Material
from dragoman.domain.claim import Claim

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "allied", "rival"})


def once(material: Material, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims without those that turn an earlier one round on the same words."""
    seen: set[tuple[str, str, str | None, str | None, int | None]] = set()
    kept = []
    for claim in claims:
        statement = material.situation.statements[claim.headline]
        report = material.situation.report_of[claim.headline]
        place = statement.trigger.span.start if statement.trigger else statement.span.start
        if claim.type in MUTUAL and (claim.type, report, claim.other, claim.actor, place) in seen:
            continue
        seen.add((claim.type, report, claim.actor, claim.other, place))
        kept.append(claim)
    return tuple(kept)
