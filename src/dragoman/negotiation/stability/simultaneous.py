"""SIM: an improvement is punished by improvements that opponents make at the same time (Fraser & Hipel 1984).

State s is stable for i if for each s1 in R_i+(s) there is a set of one or more opponents j, each with an improvement
in R_j+(s), such that all the changes together give a feasible state no better for i than s. GMCR+ takes one opponent
at a time; here any set of them may move at once, as in the original.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.moves import Mover, Ranks
from dragoman.negotiation.states import Codes

MOST_STATES_SIM = 1 << 14


def simultaneously_stable(
    codes: Codes,
    movers: Sequence[Mover],
    ranks: Sequence[Ranks],
    *,
    tempted: Sequence[bool] | None = None,
    willing: Sequence[bool] | None = None,
    at: NDArray[np.intp] | None = None,
) -> NDArray[np.bool_]:
    """An array (decision makers, states) of whether the state is SIM stable for the decision maker.

    `tempted` and `willing` as in `concepts.stable_states`; `at` says which states to look at (the others come out as
    stable). Cost grows with the product of all improvements of a state.
    """
    makers = range(len(movers))
    stable = np.ones((len(movers), len(codes)), dtype=np.bool_)
    improvable = np.stack([_improvable(movers[i], ranks[i]) for i in makers])
    if tempted or willing:
        improvable[:] = True
    for s in np.flatnonzero(improvable.any(axis=0)) if at is None else at:
        moves = [movers[i].moves(int(s)) for i in makers]
        changes = [_changes(codes, s, moves[i], ranks[i], bool(willing and willing[i])) for i in makers]
        for i in makers:
            tempting = _changes(codes, s, moves[i], ranks[i], bool(tempted and tempted[i]))
            if len(tempting):
                combined = np.zeros(1, dtype=np.int64)
                for j in makers:
                    if j != i and len(changes[j]):
                        combined = (combined[:, None] ^ np.append(0, changes[j])[None, :]).ravel()
                ends = codes[s] ^ tempting[:, None] ^ combined[None, 1:]
                at = np.minimum(np.searchsorted(codes, ends), len(codes) - 1)
                limit = ranks[i][s] - bool(tempted and tempted[i])
                stable[i, s] = ((codes[at] == ends) & (ranks[i][at] <= limit)).any(axis=1).all()
    return stable


def _improvable(mover: Mover, ranks: Ranks) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = -mover.reach(-ranks[None])[0] > ranks
    return found


def _changes(codes: Codes, s: np.intp, moves: NDArray[np.intp], ranks: Ranks, weak: bool) -> Codes:
    """The option changes of the moves that improve."""
    rises = ranks[moves] >= ranks[s] if weak else ranks[moves] > ranks[s]
    found: Codes = codes[moves[rises]] ^ codes[s]
    return found
