"""A suggested Admiralty digit for a claim, with its reason; letters are the user's alone and are never averaged in."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.claim import Interest, Root, Status
from dragoman.domain.predicate import Factuality
from dragoman.domain.statement import Kind
from dragoman.situation.facts import Fact
from dragoman.situation.roots import UNKNOWN_OUTLET

_WEAK = frozenset({Factuality.POSSIBLE, Factuality.UNCOMMITTED})


def digit_of(
    status: Status, roots: Sequence[Root], facts: Sequence[Fact], interested: Sequence[Interest]
) -> tuple[int, str]:
    """1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 6 cannot be judged, each with a clause why.

    5 (improbable) is left to the user: a rule that only counts roots cannot know it.
    """
    head = facts[0]
    if (head.kind is Kind.JUDGEMENT and not head.asserted) or head.mood in ("ahead", "open"):
        return 6, "a judgement or something that has not happened cannot be confirmed"
    if status is Status.SUPERSEDED:
        return 6, "overtaken: it may have been true in its time"
    if status is Status.DISPUTED:
        return 6, "roots contradict each other and counting them does not settle it"
    if status is Status.POSSIBLE_CONFLICT:
        return 4, "another claim may contradict it"
    if all(f.statement.factuality in _WEAK for f in facts):
        return 4, "its sources only call it possible"
    names = {i.root for i in interested}
    free = [r for r in roots if r.named and r.name not in names and not r.name.startswith(UNKNOWN_OUTLET)]
    if status is Status.CORROBORATED:
        if len(free) >= 2:
            return 1, "two independent roots without a stake in it say so"
        return 2, "independent roots say so, but not two of known outlets and without a stake in it"
    if status is Status.INDEPENDENCE_UNKNOWN:
        return 3, "several roots say so, of which some may be the same"
    if not roots[0].named:
        return 4, "one unnamed root"
    if roots[0].name in names:
        return 4, "one root, with a stake in it"
    return 3, "one named root" if free else "one root, of no known outlet"
