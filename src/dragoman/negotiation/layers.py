"""Improvements within groups of like size: layer k holds the k-th best state of each group, so minima run layer by layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
TOP = np.iinfo(np.int32).max
MOST_LAYERS = 1 << 11
MOST_HOLES = 1.5


def fit_layers(sizes: NDArray[np.int64], states: int) -> bool:
    """Whether layers waste little: about as many places as states, and not too many layers."""
    high = int(sizes.max()) if len(sizes) else 0
    return 0 < high <= MOST_LAYERS and high * len(sizes) <= MOST_HOLES * states


class LayeredImprovements:
    """As `GroupImprovements` without `weak`; groups shorter than the longest end in holes."""

    def __init__(self, group: NDArray[np.int32], sizes: NDArray[np.int64], ranks: NDArray[np.int32]) -> None:
        high = int(ranks.max()) + 1
        keys = group.astype(np.int64) * high + (high - 1 - ranks)
        order = np.argsort(keys)
        starts = np.cumsum(sizes) - sizes
        layers = np.arange(int(sizes.max()))[:, None]
        places = np.minimum(starts + layers, len(group) - 1)
        holes = layers >= sizes
        sorted_ranks = ranks[order]
        tied = np.zeros(places.shape, dtype=np.bool_)
        tied[1:] = (sorted_ranks[places[1:]] == sorted_ranks[places[:-1]]) & ~holes[1:]
        self._states = np.where(holes, len(group), order[places])
        self._tied = tied
        self._any_tied = np.logical_or.reduce(tied, axis=1)
        self._size = len(group)

    def least(self, values: Values, *, inclusive: bool = True) -> Values:
        found = np.empty_like(values)
        for row in range(len(values)):
            layers = np.take(np.append(values[row], np.int32(TOP)), self._states)
            better = np.full(layers.shape[1], TOP, dtype=np.int32)
            so_far = better.copy()
            for k in range(len(layers)):
                better = np.where(self._tied[k], better, so_far) if self._any_tied[k] else so_far
                so_far = np.minimum(so_far, layers[k])
                if inclusive:
                    np.minimum(layers[k], better, out=layers[k])
                else:
                    layers[k] = better
            back = np.empty(self._size + 1, dtype=np.int32)
            back[self._states] = layers
            found[row] = back[:-1]
        return found
