"""Many preference profiles at once: each is solved on its own copy of the states, all copies in one pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.stability.concepts import FIVE, Concept, Stable, stable_states

Profiles = NDArray[np.int32]
_STATES_AT_ONCE = 1 << 17


def stable_in_profiles(
    conflict: Conflict,
    profiles: Profiles,
    *,
    concepts: Sequence[Concept] = FIVE,
    tempted: Sequence[bool] | None = None,
    willing: Sequence[bool] | None = None,
) -> dict[Concept, Stable]:
    """Ranks of shape (profiles, decision makers, states) in; by concept, booleans of the same shape out."""
    count, makers, size = profiles.shape
    at_once = max(1, min(count, _STATES_AT_ONCE // max(size, 1)))
    found = {concept: np.empty(profiles.shape, dtype=np.bool_) for concept in concepts}
    moved = conflict.movers_of_copies(at_once)
    for first in range(0, count, at_once):
        part = profiles[first : first + at_once]
        if len(part) < at_once:
            moved = conflict.movers_of_copies(len(part))
        rows = np.ascontiguousarray(part.transpose(1, 0, 2)).reshape(makers, -1)
        stable = stable_states(moved, list(rows), concepts=concepts, tempted=tempted, willing=willing)
        for concept in concepts:
            shaped = stable[concept].reshape(makers, len(part), size).transpose(1, 0, 2)
            found[concept][first : first + len(part)] = shaped
    return found


def completed(ranks: NDArray[np.int32], unknown: Sequence[bool], generator: np.random.Generator) -> NDArray[np.int32]:
    """A copy of the ranks (decision makers, states) in which each unknown tie is put in a uniformly drawn order."""
    found = ranks.copy()
    for i, drawn in enumerate(unknown):
        if drawn:
            noise = generator.permutation(ranks.shape[1])
            order = np.lexsort((noise, ranks[i]))
            found[i, order] = np.arange(ranks.shape[1], dtype=np.int32)
    return found
