"""The worst that opponents can bring about, as a fixed point: no list of edges, D N memory for D rows and N states."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
Step = Callable[[Values], Values]
_VALUES_AT_ONCE = 1 << 20


def worst_reachable(values: Values, focal: Sequence[int], steps: Sequence[Step]) -> Values:
    """The least value over each state and every state that a sequence of the opponents' moves leads to.

    values   one row a question, one column a state
    focal    whose opponents move, for each row
    steps    one decision maker's move each: the least value over a state and where that one can go
    `values` is written over. Moves are transitive, so forbidding anybody to move twice in a row takes nothing away.
    """
    owner = np.asarray(focal)
    pending = np.ones((len(steps), len(owner)), dtype=np.bool_)
    pending[owner, np.arange(len(owner))] = False
    while pending.any():
        for mover, step in enumerate(steps):
            rows = np.flatnonzero(pending[mover])
            if len(rows) == 0:
                continue
            at_once = max(1, _VALUES_AT_ONCE // max(values.shape[1], 1))
            for first in range(0, len(rows), at_once):
                part = rows[first : first + at_once]
                before = values[part]
                after = step(before)
                pending[mover, part] = False
                changed = part[(after != before).any(axis=1)]
                values[part] = after
                pending[:, changed] = True
                pending[mover, changed] = False
                pending[owner[changed], changed] = False
    return values
