"""Moves of a decision maker with one-way options among few of the possible states: the pairs themselves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
TOP = np.iinfo(np.int32).max


class EdgeMoves:
    """Every pair (from, to) of states within a group that the directions allow."""

    def __init__(self, codes: NDArray[np.int64], group: NDArray[np.int32], forward: int, backward: int) -> None:
        order = np.argsort(group, kind="stable")
        sorted_group = group[order]
        starts, ends = [], []
        for apart in range(1, len(codes)):
            near = np.flatnonzero(sorted_group[apart:] == sorted_group[:-apart])
            if len(near) == 0:
                break
            starts += [order[near], order[near + apart]]
            ends += [order[near + apart], order[near]]
        empty = np.zeros(0, dtype=np.intp)
        start, end = np.concatenate([empty, *starts]), np.concatenate([empty, *ends])
        change = codes[start] ^ codes[end]
        legal = ((change & forward & codes[start]) == 0) & ((change & backward & ~codes[start]) == 0)
        self.start, self.end = start[legal], end[legal]

    def reach(self, values: Values) -> Values:
        return _least(values, self.start, self.end, values.copy())

    def improving(self, ranks: NDArray[np.int32], *, weak: bool = False) -> EdgeImprovements:
        rises = ranks[self.end] >= ranks[self.start] if weak else ranks[self.end] > ranks[self.start]
        return EdgeImprovements(self.start[rises], self.end[rises])

    def moves(self, state: int) -> NDArray[np.intp]:
        return np.sort(self.end[self.start == state])


class EdgeImprovements:
    def __init__(self, start: NDArray[np.intp], end: NDArray[np.intp]) -> None:
        self._start, self._end = start, end

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        first = values.copy() if inclusive else np.full_like(values, TOP)
        return _least(values, self._start, self._end, first)


def _least(values: Values, start: NDArray[np.intp], end: NDArray[np.intp], found: Values) -> Values:
    for row in range(len(values)):
        np.minimum.at(found[row], start, values[row][end])
    return found
