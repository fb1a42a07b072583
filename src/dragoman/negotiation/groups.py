"""Moves of a decision maker whose options all go both ways: within a group, every state reaches every other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.layers import LayeredImprovements, fit_layers

Values = NDArray[np.int32]
TOP = np.iinfo(np.int32).max


@dataclass(frozen=True, eq=False)
class GroupMoves:
    """`group` numbers each state's group from 0."""

    group: NDArray[np.int32]
    count: int

    @cached_property
    def _order(self) -> NDArray[np.intp]:
        return np.argsort(self.group, kind="stable")

    @cached_property
    def _starts(self) -> NDArray[np.intp]:
        return np.concatenate([[0], np.cumsum(np.bincount(self.group, minlength=self.count))]).astype(np.intp)

    def reach(self, values: Values) -> Values:
        if self.group.size == 0:
            return values
        found = np.empty_like(values)
        for row in range(len(values)):
            least = np.minimum.reduceat(values[row][self._order], self._starts[:-1])
            found[row] = least[self.group]
        return found

    def improving(self, ranks: NDArray[np.int32], *, weak: bool = False) -> GroupImprovements | LayeredImprovements:
        sizes = np.diff(self._starts).astype(np.int64)
        if not weak and fit_layers(sizes, len(self.group)):
            return LayeredImprovements(self.group, sizes, ranks)
        return GroupImprovements(self.group, ranks, weak)

    def moves(self, state: int) -> NDArray[np.intp]:
        group = self.group[state]
        inside = self._order[self._starts[group] : self._starts[group + 1]]
        return np.sort(inside[inside != state])


class GroupImprovements:
    """Groups sorted best state first, so that what a state can improve to is what stands before it in its group.

    Running minima within groups come from one running minimum over all: each group is lowered below the one before.
    """

    def __init__(self, group: NDArray[np.int32], ranks: NDArray[np.int32], weak: bool) -> None:
        size = len(group)
        self._weak = weak
        high = int(ranks.max()) + 1 if size else 1
        keys = group.astype(np.int64) * high + (high - 1 - ranks)
        self._order = np.argsort(keys).astype(np.int32)
        keys = keys[self._order]
        fresh = np.ones(size, dtype=np.bool_)
        fresh[1:] = keys[1:] != keys[:-1]
        positions = np.arange(size, dtype=np.int32)
        self._start = np.maximum.accumulate(np.where(fresh, positions, 0)).astype(np.int32)
        sorted_group = group[self._order]
        self._opens = np.ones(size, dtype=np.bool_)
        self._opens[1:] = sorted_group[1:] != sorted_group[:-1]
        self._drop = sorted_group.astype(np.int64) << 32
        self._best = self._opens[self._start] if size else fresh
        last = np.flatnonzero(np.append(fresh[1:], True)) if size else positions
        self._end = last[np.cumsum(fresh) - 1].astype(np.int32) if size else positions

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        found = np.empty_like(values)
        for row in range(len(values)):
            sorted_values = values[row][self._order]
            running = np.minimum.accumulate(sorted_values - self._drop)
            if self._weak and inclusive:
                better = (running[self._end] + self._drop).astype(np.int32)
            else:
                before = running[np.maximum(self._start - 1, 0)] + self._drop
                better = np.where(self._best, TOP, before).astype(np.int32)
                if self._weak:
                    better = np.minimum(better, self._least_of_the_other_tied(sorted_values))
                elif inclusive:
                    better = np.minimum(better, sorted_values)
            found[row][self._order] = better
        return found

    def _least_of_the_other_tied(self, sorted_values: Values) -> Values:
        """Among the states of the same group and rank, the least value but a state's own (TOP where it is alone)."""
        size = len(sorted_values)
        positions = np.arange(size)
        drop = np.cumsum(positions == self._start).astype(np.int64) << 32
        forth = np.minimum.accumulate(sorted_values - drop) + drop
        back = (np.minimum.accumulate((sorted_values + drop)[::-1]) - drop[::-1])[::-1]
        other = np.full(size, TOP, dtype=np.int64)
        inner = positions > self._start
        other[inner] = forth[positions[inner] - 1]
        inner = positions < self._end
        other[inner] = np.minimum(other[inner], back[positions[inner] + 1])
        return other.astype(np.int32)
