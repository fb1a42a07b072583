"""Nash, GMR, SMR, SEQ and SSEQ stability for every state and decision maker at once.

With R_i(s) the states that i can move to from s, R_i+(s) those of them that i prefers to s, and R_-i(s), R_-i+(s)
what a sequence of the opponents' moves, of their improvements, leads to (Fang, Hipel & Kilgour 1993, ch. 3), state s
is stable for i
    Nash   if R_i+(s) is empty (Nash 1950, 1951)
    GMR    if for each s1 in R_i+(s) some s2 in R_-i(s1) is no better for i than s (Howard 1971)
    SMR    if moreover, no s3 in R_i(s2) is better for i than s (Howard 1971)
    SEQ    as GMR, with s2 in R_-i+(s1) (Fraser & Hipel 1979, 1984)
    SSEQ   as SMR, with s2 in R_-i+(s1) (Rêgo & Vieira 2017)

For the ranks u of i and the least value W over what opponents reach from s1, s is unstable exactly if some s1 in
R_i+(s) has W(s1) > u(s): of u itself for GMR and SEQ, of the most that i can get from s2 for SMR and SSEQ. W may
take s1 in, for u(s1) > u(s).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.moves import Mover, Ranks, Values
from dragoman.negotiation.stability.sanctions import worst_reachable

Stable = NDArray[np.bool_]


class Concept(StrEnum):
    NASH = "nash"
    GMR = "gmr"
    SMR = "smr"
    SEQ = "seq"
    SSEQ = "sseq"
    SIM = "sim"


SOURCES = {
    Concept.NASH: "Nash (1950); Kilgour, Hipel & Fang (1987)",
    Concept.GMR: "Howard (1971); Fang, Hipel & Kilgour (1993), any legal sequence of sanctions",
    Concept.SMR: "Howard (1971); Fang, Hipel & Kilgour (1993), any legal sequence of sanctions",
    Concept.SEQ: "Fraser & Hipel (1979); Fang, Hipel & Kilgour (1993), any legal sequence of sanctions",
    Concept.SSEQ: "Rêgo & Vieira (2017)",
    Concept.SIM: "Fraser & Hipel (1984), any set of opponents at once",
}
FIVE = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)
_SYMMETRIC = (Concept.SMR, Concept.SSEQ)
_CREDIBLE = (Concept.SEQ, Concept.SSEQ)


def stable_states(
    movers: Sequence[Mover],
    ranks: Sequence[Ranks],
    *,
    concepts: Sequence[Concept] = FIVE,
    tempted: Sequence[bool] | None = None,
    willing: Sequence[bool] | None = None,
) -> Mapping[Concept, Stable]:
    """For each concept, an array (decision makers, states) of whether the state is stable for the decision maker.

    tempted   whose ties are read against stability: a move to a tied state tempts, and a tied state punishes nobody
    willing   who, as an opponent, also moves to a tied state to punish
    Both are for ties of unknown order (`unknown`); left out, a tie is indifference.
    """
    makers = range(len(movers))
    tempted = tempted or [False] * len(movers)
    willing = willing or [False] * len(movers)
    wanted = [concept for concept in FIVE if concept in concepts]
    own = [movers[i].improving(ranks[i], weak=tempted[i]) for i in makers]
    punishing = [own[i] if willing[i] == tempted[i] else movers[i].improving(ranks[i], weak=willing[i]) for i in makers]
    best = [-movers[i].reach(-ranks[i][None])[0] for i in makers] if set(wanted) & set(_SYMMETRIC) else []
    worst: dict[Concept, Values] = {}
    concept: Concept
    for credible in (False, True):
        group = [c for c in wanted if c is not Concept.NASH and (c in _CREDIBLE) == credible]
        if group:
            rows = np.stack([best[i] if concept in _SYMMETRIC else ranks[i] for concept in group for i in makers])
            steps = [p.least for p in punishing] if credible else [m.reach for m in movers]
            found = worst_reachable(rows, [i for _ in group for i in makers], steps)
            for k, concept in enumerate(group):
                worst[concept] = found[k * len(movers) : (k + 1) * len(movers)]
    stable = {concept: np.empty((len(movers), len(ranks[0])), dtype=np.bool_) for concept in wanted}
    for i in makers:
        rows = np.stack([ranks[i] if concept is Concept.NASH else worst[concept][i] for concept in wanted])
        most = -own[i].least(-rows, inclusive=False)
        for concept, row in zip(wanted, most, strict=True):
            stable[concept][i] = row < ranks[i] if tempted[i] else row <= ranks[i]
    return stable


def for_all(stable: Stable) -> Stable:
    """Which states are stable for every decision maker: booleans (decision makers, states) to (states,)."""
    found: Stable = np.logical_and.reduce(stable, axis=0)
    return found
