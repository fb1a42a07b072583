"""Shortest sequences of moves, by breadth first; no shortest one lets anybody move twice in a row, as moves join up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.solution import Move
from dragoman.negotiation.conflict import Conflict

Tree = dict[int, tuple[int, int] | None]


def search(
    conflict: Conflict,
    start: int,
    makers: Iterable[int],
    *,
    improving: bool,
    until: Callable[[int], bool] | None = None,
) -> tuple[Tree, int | None]:
    """How each state that these decision makers can reach was first reached: (from, by); and the first that `until` takes."""
    makers = tuple(makers)
    tree: Tree = {start: None}
    ahead = [start]
    for at in ahead:
        for by in makers:
            for target in targets(conflict, by, at, improving=improving).tolist():
                if target not in tree:
                    tree[target] = (at, by)
                    if until is not None and until(target):
                        return tree, target
                    ahead.append(target)
    return tree, None


def targets(conflict: Conflict, by: int, at: int, *, improving: bool) -> NDArray[np.intp]:
    found = conflict.movers[by].moves(at)
    return found[conflict.ranks[by][found] > conflict.ranks[by][at]] if improving else found


def way(conflict: Conflict, tree: Tree, end: int) -> tuple[Move, ...] | None:
    """The moves from the root of the tree to a state, or None if the tree does not hold it."""
    if end not in tree:
        return None
    moves = []
    step = tree[end]
    while step is not None:
        origin, by = step
        moves.append(Move(conflict.ids[by], conflict.states.pattern(origin), conflict.states.pattern(end)))
        end, step = origin, tree[origin]
    return tuple(reversed(moves))
