"""Who can move where: for each decision maker, the states it can reach alone, as groups and never as a list of edges.

A decision maker changes any of its own options at once, in the directions they allow, to a feasible state; so its
moves stay within a group of states that agree on everybody else's options. With two-way options each state of a group
reaches every other. Moves are transitive, hence a sequence in which nobody moves twice in a row (Fang, Hipel &
Kilgour 1993, the reachable list of a coalition) reaches exactly what any sequence reaches.

Three shapes of a decision maker's moves, one interface; `values` have shape (rows, states):
    reach(values)      at each state the least value over the state itself and all it can move to
    improving(ranks)   the moves that raise `ranks`; its least(values) is the same over those moves only
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.edges import EdgeMoves
from dragoman.negotiation.grid import MOST_PADDING, GridMoves
from dragoman.negotiation.groups import GroupMoves

Values = NDArray[np.int32]
Ranks = NDArray[np.int32]


class Improvements(Protocol):
    """One decision maker's moves to a better state."""

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        """The least value over the improvements of each state, and over the state itself if inclusive."""


class Mover(Protocol):
    """One decision maker's moves."""

    def reach(self, values: Values) -> Values:
        """The least value over each state and the moves from it."""

    def improving(self, ranks: Ranks, *, weak: bool = False) -> Improvements:
        """The moves to a state of higher rank; `weak`: of the same rank too."""

    def moves(self, state: int) -> NDArray[np.intp]:
        """The states that can be reached from this one in one move, ascending."""


@dataclass(frozen=True, eq=False)
class Control:
    """Which options a decision maker holds, as bit masks; `forward` and `backward` are the one-way ones among them."""

    mask: int
    forward: int = 0
    backward: int = 0

    @cached_property
    def one_way(self) -> bool:
        return bool(self.forward | self.backward)

    @cached_property
    def bits(self) -> tuple[int, ...]:
        return tuple(k for k in range(self.mask.bit_length()) if self.mask >> k & 1)


def mover(codes: NDArray[np.int64], control: Control) -> Mover:
    """The moves of one decision maker among these states (ascending codes)."""
    keys = codes & ~np.int64(control.mask)
    group, count = _group_ids(keys)
    if not control.one_way:
        return GroupMoves(group, count)
    if (count << len(control.bits)) <= MOST_PADDING * max(len(codes), 1):
        return GridMoves(codes, group, count, control.bits, control.forward, control.backward)
    return EdgeMoves(codes, group, control.forward, control.backward)


def _group_ids(keys: NDArray[np.int64]) -> tuple[NDArray[np.int32], int]:
    span = int(keys.max()) + 1 if len(keys) else 0
    if span <= 4 * len(keys) + 64:
        seen = np.zeros(span, dtype=np.int32)
        seen[keys] = 1
        place = np.cumsum(seen, dtype=np.int32) - 1
        return place[keys].astype(np.int32, copy=False), int(seen.sum())
    found, group = np.unique(keys, return_inverse=True)
    return group.astype(np.int32), len(found)


def copies(codes: NDArray[np.int64], width: int, count: int) -> NDArray[np.int64]:
    """`count` separate copies of the states, copy number above the option bits: many preference profiles at once."""
    return (np.arange(count, dtype=np.int64)[:, None] << width | codes).ravel()


def movers(codes: NDArray[np.int64], controls: Sequence[Control]) -> tuple[Mover, ...]:
    return tuple(mover(codes, control) for control in controls)
