"""What A has over B, for each ordered pair, in ranks and shares of contexts; ordinal payoffs are never averaged.

Control in the sense of Thibaut & Kelley (1959) and Kelley & Thibaut (1978), read ordinally: where they split numbers
into main effects and an interaction, here only the direction counts in which taking an option moves B.
    fate        the direction is the same whatever B chooses
    behaviour   the direction depends on what B chooses, so that A can make one of B's choices worth more than another
    reflexive   B's own option moves B the same way whatever A chooses
A context of an option is a choice of all the other options with which both taking and not taking it is feasible; where
its owner's options exclude one another, the nearest of its feasible choices with and without the option are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Leverage, LeverageMatrix, OptionLeverage
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.guarantees import guarantee, place, worst_of
from dragoman.negotiation.moves import Control, mover

MOST_STATES_WEIGHED = 1 << 16
Comparisons = tuple[NDArray[np.intp], NDArray[np.intp]]


def leverage(model: GraphModel | Conflict, *, start: str | None = None) -> LeverageMatrix:
    """Every ordered pair. Guarantees start from the given state or the status quo, and are None where there is neither;
    the other decision makers then hold still."""
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_WEIGHED, "leverage", "rule out more states")
    origin = conflict.state(start) if start is not None else conflict.status_quo
    makers = range(len(conflict.ids))
    compared = [
        _comparisons(conflict, k, next(c.mask for c in conflict.controls if c.mask >> k & 1))
        for k in range(len(conflict.model.options))
    ]
    pairs = tuple(_pair(conflict, compared, a, b, origin) for a in makers for b in makers if a != b)
    return LeverageMatrix(None if origin is None else conflict.states.pattern(origin), pairs)


@dataclass(frozen=True)
class _Effect:
    """Signs of an option's effect over its contexts, and counts of contexts of third parties by kind of control."""

    signs: NDArray[np.int8]
    groups: int
    same: int
    mixed: int


def _pair(conflict: Conflict, compared: Sequence[Comparisons], a: int, b: int, origin: int | None) -> Leverage:
    options = []
    effects = []
    for k, option in enumerate(conflict.model.options):
        if conflict.controls[a].mask >> k & 1:
            effect = _effect(conflict, compared[k], b, conflict.controls[b].mask)
            effects.append(effect)
            options.append(_option(option.id, effect))
    own = [
        _effect(conflict, compared[k], b, conflict.controls[a].mask)
        for k in range(len(conflict.model.options))
        if conflict.controls[b].mask >> k & 1
    ]
    signs = np.concatenate([np.zeros(0, dtype=np.int8), *(effect.signs for effect in effects)])
    groups, own_groups = sum(e.groups for e in effects), sum(e.groups for e in own)
    now = against = apart = exposed = bounded = None
    if origin is not None:
        ranks = conflict.ranks[b]
        now = place(ranks, int(ranks[origin]))
        against = guarantee(conflict, b, origin, [a]).rank
        apart = guarantee(conflict, b, origin, []).rank
        exposed = place(ranks, int(worst_of(conflict, b, [a])[origin]))
        bounded = exposed - against
    return Leverage(
        holder=conflict.ids[a],
        target=conflict.ids[b],
        of=int(conflict.ranks[b].max()) + 1,
        now=now,
        against=against,
        apart=apart,
        exposed=exposed,
        bounded_by=bounded,
        helps=_share((signs > 0).sum(), len(signs)),
        harms=_share((signs < 0).sum(), len(signs)),
        nothing=_share((signs == 0).sum(), len(signs)),
        fate=_share(sum(e.same for e in effects), groups),
        behaviour=_share(sum(e.mixed for e in effects), groups),
        reflexive=_share(sum(e.same for e in own), own_groups),
        options=tuple(sorted(options, key=lambda o: o.nothing)),
    )


def _comparisons(conflict: Conflict, k: int, own: int) -> Comparisons:
    """States without option k, and with it, that differ as little as can be in the owner's options and in nothing else.

    Where taking the option asks for another to be dropped, the nearest feasible choices are compared.
    """
    codes = conflict.states.codes
    bit = np.int64(1) << k
    off = np.flatnonzero((codes & bit) == 0)
    at = np.minimum(np.searchsorted(codes, codes[off] | bit), len(codes) - 1)
    both = codes[at] == (codes[off] | bit)
    pairs = list(zip(off[both].tolist(), at[both].tolist(), strict=True))
    group = mover(codes, Control(own))
    for s in off[~both].tolist():
        moves = group.moves(s)
        moves = moves[(codes[moves] & bit) != 0]
        if len(moves):
            apart = np.array([int(code).bit_count() for code in codes[moves] ^ codes[s]])
            pairs += [(s, t) for t in moves[apart == apart.min()].tolist()]
    found = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _effect(conflict: Conflict, comparisons: Comparisons, b: int, moderator: int) -> _Effect:
    """How the holder's option moves b, context by context; contexts of third parties leave out holder and moderator."""
    codes, ranks = conflict.states.codes, conflict.ranks[b]
    off, on = comparisons
    signs = np.sign(ranks[on] - ranks[off]).astype(np.int8)
    if len(signs) == 0:
        return _Effect(signs, 0, 0, 0)
    rest = np.int64(moderator) | (codes[off] ^ codes[on])
    _, group = np.unique(np.stack([codes[off] & ~rest, codes[off] ^ codes[on]]), axis=1, return_inverse=True)
    groups = int(group.max()) + 1
    low, high = np.full(groups, 2, dtype=np.int8), np.full(groups, -2, dtype=np.int8)
    np.minimum.at(low, group, signs)
    np.maximum.at(high, group, signs)
    return _Effect(signs, groups, int(((low == high) & (low != 0)).sum()), int((low != high).sum()))


def _option(ident: str, effect: _Effect) -> OptionLeverage:
    signs, count = effect.signs, len(effect.signs)
    return OptionLeverage(
        option=ident,
        contexts=count,
        helps=_share((signs > 0).sum(), count),
        harms=_share((signs < 0).sum(), count),
        nothing=_share((signs == 0).sum(), count),
        fate=_share(effect.same, effect.groups),
        behaviour=_share(effect.mixed, effect.groups),
    )


def _share(part: int | np.intp, whole: int) -> float:
    return float(part) / whole if whole else 0.0
