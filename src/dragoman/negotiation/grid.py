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

    def spread(self, values: Values) -> NDArray[np.int32]:
        """Rows of values laid out on the grid: (rows, own choices, groups), TOP in the holes."""
        grid = np.full((len(values), self.shape[0] * self.shape[1]), TOP, dtype=np.int32)
        for row in range(len(values)):
            grid[row][self.place] = values[row]
        return grid.reshape(-1, *self.shape)

    def gather(self, grid: NDArray[np.int32]) -> Values:
        """The rows back from the grid."""
        return np.take(grid.reshape(len(grid), -1), self.place, axis=1)

    def reach(self, values: Values) -> Values:
        grid = self.spread(values)
        for place in range(self.shape[0].bit_length() - 1):
            halves = grid.reshape(len(values), -1, 2, (1 << place) * self.shape[1])
            off, on = halves[:, :, 0], halves[:, :, 1]
            if self.up >> place & 1:
                np.minimum(off, on, out=off)
            elif self.down >> place & 1:
                np.minimum(off, on, out=on)
            else:
                np.minimum(off, on, out=off)
                on[...] = off
        return self.gather(grid)

    def improving(self, ranks: NDArray[np.int32], *, weak: bool = False) -> GridImprovements:
        return GridImprovements(self, ranks, weak)

    def steps(self) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """For each change of own options, the choices it can start from and where each ends; no empty ones."""
        choices = np.arange(self.shape[0])
        found = []
        for change in range(1, self.shape[0]):
            start = choices[((choices & self.up & change) == 0) & ((~choices & self.down & change) == 0)]
            if len(start):
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
        laid_out = grid.spread(ranks[None])[0]
        compare = np.greater_equal if weak else np.greater
        self._steps = [(start, end, compare(laid_out[end], laid_out[start])) for start, end in grid.steps()]

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        rows = self._grid.spread(values)
        best = rows.copy() if inclusive else np.full_like(rows, TOP)
        for start, end, rises in self._steps:
            best[:, start] = np.minimum(best[:, start], np.where(rises, rows[:, end], TOP))
        return self._grid.gather(best)
