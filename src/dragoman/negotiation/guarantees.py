"""What a decision maker can be sure of: its best own choice against the worst that others can bring about (maximin)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.domain.solution import Guarantee
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.preferences import Ranks
from dragoman.negotiation.stability.sanctions import worst_reachable


def guarantee(conflict: Conflict, i: int, start: int, opponents: Sequence[int] | None = None) -> Guarantee:
    """i moves once or stays, then the opponents (left out: all others) bring about the worst for i by any moves."""
    ranks = conflict.ranks[i]
    worst = worst_of(conflict, i, opponents)
    choices = np.append(start, conflict.movers[i].moves(start))
    choice = int(choices[np.argmax(worst[choices])])
    opponents = [j for j in range(len(conflict.ids)) if j != i] if opponents is None else opponents
    end = _reached(conflict, choice, opponents, int(worst[choice]), ranks)
    return Guarantee(
        decision_maker=conflict.ids[i],
        choice=conflict.states.pattern(choice),
        worst=conflict.states.pattern(end),
        rank=place(ranks, int(worst[choice])),
        rank_now=place(ranks, int(ranks[start])),
        of=int(ranks.max()) + 1,
    )


def worst_of(conflict: Conflict, i: int, opponents: Sequence[int] | None = None) -> Ranks:
    """At each state, the least rank of i over what these opponents can bring about from there."""
    steps = [mover.reach if opponents is None or j in opponents else _stay for j, mover in enumerate(conflict.movers)]
    found: Ranks = worst_reachable(conflict.ranks[i][None].copy(), [i], steps)[0]
    return found


def place(ranks: Ranks, rank: int) -> int:
    """A rank counted from 1 = most preferred."""
    return int(ranks.max()) - rank + 1


def _stay(values: Ranks) -> Ranks:
    return values


def _reached(conflict: Conflict, start: int, opponents: Sequence[int], rank: int, ranks: Ranks) -> int:
    """The nearest state of this rank that the opponents can bring about."""
    seen, ahead = {start}, [start]
    for at in ahead:
        if ranks[at] == rank:
            return at
        for j in opponents:
            for target in conflict.movers[j].moves(at).tolist():
                if target not in seen:
                    seen.add(target)
                    ahead.append(target)
    return start
