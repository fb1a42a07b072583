"""Moves of a decision maker with one-way options: own choices down, groups across, with holes where infeasible."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
TOP = np.iinfo(np.int32).max
MOST_PADDING = 4


class GridMoves:
    """A grid of 2^m own choices by the number of groups; a choice passes over infeasible ones, as a move does."""

    def __init__(
        self,
        codes: NDArray[np.int64],
        group: NDArray[np.int32],
        count: int,
        bits: Sequence[int],
        forward: int,
        backward: int,
    ) -> None:
        own = np.zeros(len(codes), dtype=np.int64)
        for place, bit in enumerate(bits):
            own |= (codes >> bit & 1) << place
        self.shape = (1 << len(bits), count)
        self.place = own * count + group
        self.up = sum(1 << place for place, bit in enumerate(bits) if forward >> bit & 1)
        self.down = sum(1 << place for place, bit in enumerate(bits) if backward >> bit & 1)

    def spread(self, values: NDArray[np.int32], fill: int = TOP) -> NDArray[np.int32]:
        """One row of values laid out on the grid."""
        grid = np.full(self.shape[0] * self.shape[1], fill, dtype=np.int32)
        grid[self.place] = values
        return grid.reshape(self.shape)

    def reach(self, values: Values) -> Values:
        found = np.empty_like(values)
        for row in range(len(values)):
            grid = self.spread(values[row])
            for place in range(self.shape[0].bit_length() - 1):
                halves = grid.reshape(-1, 2, (1 << place) * self.shape[1])
                off, on = halves[:, 0], halves[:, 1]
                if self.up >> place & 1:
                    np.minimum(off, on, out=off)
                elif self.down >> place & 1:
                    np.minimum(off, on, out=on)
                else:
                    np.minimum(off, on, out=off)
                    on[...] = off
            found[row] = grid.reshape(-1)[self.place]
        return found

    def improving(self, ranks: NDArray[np.int32], *, weak: bool = False) -> GridImprovements:
        return GridImprovements(self, ranks, weak)

    def steps(self) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """For each change of own options, the choices it can start from and where each ends."""
        choices = np.arange(self.shape[0])
        found = []
        for change in range(1, self.shape[0]):
            start = choices[((choices & self.up & change) == 0) & ((~choices & self.down & change) == 0)]
            found.append((start, start ^ change))
        return found

    def moves(self, state: int) -> NDArray[np.intp]:
        choice, group = divmod(int(self.place[state]), self.shape[1])
        choices = np.arange(self.shape[0])
        change = choices ^ choice
        legal = (choices != choice) & ((change & self.up & choice) == 0) & ((change & self.down & ~choice) == 0)
        targets = choices[legal] * self.shape[1] + group
        return np.flatnonzero(np.isin(self.place, targets))


class GridImprovements:
    """The moves of a grid that raise `ranks`, change by change."""

    def __init__(self, grid: GridMoves, ranks: NDArray[np.int32], weak: bool) -> None:
        self._grid = grid
        self._ranks = grid.spread(ranks)
        self._weak = weak
        self._steps = grid.steps()

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        compare = np.greater_equal if self._weak else np.greater
        rows = [self._grid.spread(row) for row in values]
        best = [row.copy() if inclusive else np.full_like(row, TOP) for row in rows]
        for start, end in self._steps:
            if len(start) == 0:
                continue
            rises = compare(self._ranks[end], self._ranks[start])
            for row, low in zip(rows, best, strict=True):
                low[start] = np.minimum(low[start], np.where(rises, row[end], TOP))
        found = np.empty_like(values)
        for k, low in enumerate(best):
            found[k] = low.reshape(-1)[self._grid.place]
        return found
