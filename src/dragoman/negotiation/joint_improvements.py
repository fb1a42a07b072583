"""Joint improvements from where the conflict stands: who would have to sign, whether it holds, and who moves first.

A deal is a coalition improvement (Kilgour, Hipel, Fang & Peng 2001): a state that a coalition can reach by its own
moves and that every member prefers to the start. The signatories are those whose options it changes, two or more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Deal, Deals, Guarantee, Move
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.guarantees import guarantee, place
from dragoman.negotiation.solving import stability
from dragoman.negotiation.stability.concepts import FIVE, Concept, Stable

MOST_STATES_DEALT = 1 << 16
_MOST_SIGNATORIES = 7


def deals(model: GraphModel | Conflict, *, start: str | None = None) -> Deals:
    """Every deal from the start (left out: the status quo), those that no other deal improves on for all signing first."""
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_DEALT, "a search for deals", "rule out more states")
    origin = conflict.start(start)
    guarantees = tuple(guarantee(conflict, i, origin) for i in range(len(conflict.ids)))
    stable = stability(conflict, FIVE)
    found = []
    for s in np.flatnonzero(_better_for_all_who_sign(conflict, origin)).tolist():
        signing = _signing(conflict, origin, s)
        if len(signing) > 1 and _permitted(conflict, origin, s):
            found.append((s, signing))
    listed = [_deal(conflict, origin, s, signing, stable, guarantees, found) for s, signing in found]
    listed.sort(key=lambda deal: (not deal.efficient, -len(deal.equilibrium), len(deal.exposed), deal.state))
    return Deals(conflict.states.pattern(origin), guarantees, tuple(listed))


@dataclass(frozen=True)
class _Order:
    moves: tuple[Move, ...] = ()
    tempted: tuple[str, ...] = ()
    exposed: tuple[str, ...] = ()

    @property
    def cost(self) -> tuple[int, int]:
        return len(self.tempted), len(self.exposed)


def _changed(conflict: Conflict, origin: int, i: int) -> NDArray[np.bool_]:
    codes = conflict.states.codes
    found: NDArray[np.bool_] = ((codes ^ codes[origin]) & conflict.controls[i].mask) != 0
    return found


def _better_for_all_who_sign(conflict: Conflict, origin: int) -> NDArray[np.bool_]:
    good = np.ones(len(conflict.states), dtype=np.bool_)
    for i, ranks in enumerate(conflict.ranks):
        good &= ~_changed(conflict, origin, i) | (ranks > ranks[origin])
    return good


def _signing(conflict: Conflict, origin: int, s: int) -> tuple[int, ...]:
    change = int(conflict.states.codes[origin] ^ conflict.states.codes[s])
    return tuple(i for i, control in enumerate(conflict.controls) if change & control.mask)


def _permitted(conflict: Conflict, origin: int, s: int) -> bool:
    before, after = int(conflict.states.codes[origin]), int(conflict.states.codes[s])
    taken, dropped = after & ~before, before & ~after
    return not any(dropped & control.forward or taken & control.backward for control in conflict.controls)


def _deal(
    conflict: Conflict,
    origin: int,
    s: int,
    signing: tuple[int, ...],
    stable: dict[Concept, Stable],
    guarantees: tuple[Guarantee, ...],
    found: list[tuple[int, tuple[int, ...]]],
) -> Deal:
    ids, ranks = conflict.ids, conflict.ranks
    makers = range(len(ids))
    now = {i: int(ranks[i][origin]) for i in makers}
    then = {i: int(ranks[i][s]) for i in makers}
    first, order = _schedule(conflict, origin, s, signing)
    outdone = any(
        all(ranks[i][t] >= then[i] for i in signing) and any(ranks[i][t] > then[i] for i in signing)
        for t, others in found
        if others == signing
    )
    return Deal(
        state=conflict.states.pattern(s),
        signatories=tuple(ids[i] for i in signing),
        gains=tuple(ids[i] for i in makers if then[i] > now[i]),
        losses=tuple(ids[i] for i in makers if then[i] < now[i]),
        ranks={ids[i]: (place(ranks[i], now[i]), place(ranks[i], then[i])) for i in makers},
        safe=all(place(ranks[i], then[i]) < guarantees[i].rank for i in signing),
        stable={c.value: {ids[i]: bool(found_[i][s]) for i in makers} for c, found_ in stable.items()},
        equilibrium=tuple(c.value for c, found_ in stable.items() if found_[:, s].all()),
        first_movers=first,
        schedule=order.moves,
        tempted=order.tempted,
        exposed=order.exposed,
        efficient=not outdone,
    )


def _schedule(conflict: Conflict, origin: int, s: int, signing: tuple[int, ...]) -> tuple[tuple[str, ...], _Order]:
    """Who can begin if each signatory moves once, and the order with the fewest tempted, then exposed."""
    first: set[int] = set()
    best = _Order()
    for order in permutations(signing) if len(signing) <= _MOST_SIGNATORIES else [signing]:
        found = _followed(conflict, origin, s, order)
        if found is not None:
            first.add(order[0])
            if not best.moves or found.cost < best.cost:
                best = found
    return tuple(conflict.ids[i] for i in sorted(first)), best


def _followed(conflict: Conflict, origin: int, s: int, order: Sequence[int]) -> _Order | None:
    """The deal carried out in this order; None where a state on the way is not feasible."""
    codes, pattern = conflict.states.codes, conflict.states.pattern
    change = int(codes[origin] ^ codes[s])
    at = origin
    moves, tempted, exposed = [], [], []
    for i in order:
        after = conflict.states.index(int(codes[at]) ^ (change & conflict.controls[i].mask))
        if after is None:
            return None
        moves.append(Move(conflict.ids[i], pattern(at), pattern(after)))
        if conflict.ranks[i][after] < conflict.ranks[i][at]:
            tempted.append(conflict.ids[i])
        if conflict.ranks[i][after] < conflict.ranks[i][origin]:
            exposed.append(conflict.ids[i])
        at = after
    return _Order(tuple(moves), tuple(tempted), tuple(exposed))
