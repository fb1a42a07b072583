"""The status of each claim, in a fixed order: superseded, disputed, possible conflict, then by its roots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.domain.claim import Root, Status
from dragoman.situation.claims.conflict import Conflict
from dragoman.situation.claims.group import Group
from dragoman.situation.claims.odds import AHEAD_OF, Odds
from dragoman.situation.claims.overtaken import Overtaking, RootOf


@dataclass
class Standing:
    """Where a group stands: by whom overtaken, with whom at odds (`sure` ones in `disputes`)."""

    overtaken: list[Overtaking] = field(default_factory=list)
    disputes: list[tuple[int, Odds]] = field(default_factory=list)
    doubts: list[tuple[int, Odds]] = field(default_factory=list)


def standings(
    groups: Sequence[Group], pairs: Sequence[Conflict], over: Sequence[Overtaking], root_of: RootOf
) -> dict[int, Standing]:
    """The standing of every group that is at odds with another, by number."""
    found: dict[int, Standing] = defaultdict(Standing)
    settled = set()
    for step in over:
        found[step.earlier].overtaken.append(step)
        settled.add(frozenset({step.earlier, step.later}))
    gone = {step.earlier for step in over}
    for pair in pairs:
        both = frozenset({pair.first, pair.second})
        if pair.odds in AHEAD_OF or both in settled or not pair.same_time:
            continue
        if pair.odds is not Odds.JUDGEMENT and both & gone:
            continue
        ours, theirs = (_keys(groups[n], root_of) for n in (pair.first, pair.second))
        sure = pair.sure and ours != theirs
        if pair.odds is Odds.JUDGEMENT and ours == theirs:
            continue
        for one, two in ((pair.first, pair.second), (pair.second, pair.first)):
            (found[one].disputes if sure else found[one].doubts).append((two, pair.odds))
    return found


def _keys(one: Group, root_of: RootOf) -> set[str]:
    return {root_of[f.id][0] for f in one.facts}


def status_of(standing: Standing | None, roots: Sequence[Root]) -> Status:
    """The status by precedence; corroborated takes two roots known to be independent, both of them named."""
    if standing is not None and standing.overtaken:
        return Status.SUPERSEDED
    if standing is not None and standing.disputes:
        return Status.DISPUTED
    if standing is not None and standing.doubts:
        return Status.POSSIBLE_CONFLICT
    if sum(r.named for r in roots) >= 2:
        return Status.CORROBORATED
    return Status.INDEPENDENCE_UNKNOWN if len(roots) >= 2 else Status.SINGLE_ROOT
