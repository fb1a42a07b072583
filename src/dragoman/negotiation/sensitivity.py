"""Which single preference statement, if dropped or turned round, changes the answer: all of them tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Flip
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.edits import single_edits
from dragoman.negotiation.preferences import ranks_of
from dragoman.negotiation.profiles import stable_in_profiles
from dragoman.negotiation.stability.concepts import FIVE, Concept

MOST_STATES_FLIPPED = 1 << 20
_AT_ONCE = 256
_STATES_AT_ONCE = 1 << 22
"""So many states, counted over all changes tried in one step, bound its memory."""


def flips(
    model: GraphModel | Conflict,
    *,
    concepts: Sequence[Concept] = FIVE,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Flip, ...]:
    """Every statement of every main reading dropped and turned round, those that change most first.

    `progress` is told how many changes of how many have been tried.

    A ranking is read as statements that one class stands above the next. With ties of unknown order, an equilibrium
    is one under every completion.
    """
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_FLIPPED, "flips", "rule out more states")
    tempted = conflict.unknown
    edits = [(i, e) for i, m in enumerate(conflict.model.decision_makers) for e in single_edits(m.preferences)]
    plain = stable_in_profiles(conflict, conflict.ranks[None], concepts=concepts, tempted=tempted)
    base = {concept: found[0].all(axis=0) for concept, found in plain.items()}
    found = []
    step = max(1, min(_AT_ONCE, _STATES_AT_ONCE // len(conflict.states)))
    for first in range(0, len(edits), step):
        if progress is not None:
            progress(first, len(edits))
        part = edits[first : first + step]
        profiles = np.repeat(conflict.ranks[None], len(part), axis=0)
        for k, (i, edit) in enumerate(part):
            profiles[k, i] = ranks_of(edit.result, conflict.states)
        stable = stable_in_profiles(conflict, profiles, concepts=concepts, tempted=tempted)
        for k, (i, edit) in enumerate(part):
            now = {concept: stable[concept][k].all(axis=0) for concept in concepts}
            gained = {c.value: conflict.states.patterns(np.flatnonzero(now[c] & ~base[c])) for c in concepts}
            lost = {c.value: conflict.states.patterns(np.flatnonzero(base[c] & ~now[c])) for c in concepts}
            kind = "dropped" if edit.kind == "drop" else "turned round"
            found.append(Flip(conflict.ids[i], edit.place, edit.statement, kind, gained, lost, edit.evidence))
    return tuple(sorted(found, key=lambda flip: -_size(flip)))


def _size(flip: Flip) -> int:
    return sum(map(len, flip.gained.values())) + sum(map(len, flip.lost.values()))
