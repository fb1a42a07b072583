"""Uncertain preferences: draws from the weighted readings of each decision maker, and how often each state holds."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import DecisionMaker, GraphModel
from dragoman.domain.solution import Sample, Share
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.preferences import Ranks, ranks_of
from dragoman.negotiation.profiles import completed, stable_in_profiles
from dragoman.negotiation.stability.concepts import FIVE, Concept

MOST_STATES_SAMPLED = 1 << 20
_AT_ONCE = 512
_Z = 1.959963984540054


def weights_of(maker: DecisionMaker) -> tuple[float, ...]:
    """The chance of the main reading, then of each variant: variants as weighted, the main one what they leave of 1.

    Weights of variants that sum to 1 or more are shares of their sum, and leave the main reading nothing.
    """
    given = [variant.weight for variant in maker.variants]
    total = sum(given)
    if total >= 1:
        return (0.0, *(weight / total for weight in given))
    return (1.0 - total, *given)


def sample(
    model: GraphModel | Conflict,
    *,
    generator: np.random.Generator,
    draws: int = 1000,
    concepts: Sequence[Concept] = FIVE,
    seed: int | None = None,
) -> Sample:
    """How often each state is an equilibrium over independent draws of everybody's preferences.

    A state that never is one is left out. Unknown ties are put in a uniformly drawn order in each draw. `seed` is kept
    in the result only to say where the generator came from.
    """
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_SAMPLED, "draws", "rule out more states")
    makers = conflict.model.decision_makers
    readings = [_readings(maker, conflict) for maker in makers]
    drawn = np.stack(
        [generator.choice(len(rows), size=draws, p=weights_of(m)) for m, rows in zip(makers, readings, strict=True)],
        axis=1,
    )
    combinations, times = np.unique(drawn, axis=0, return_counts=True)
    counts = {concept: np.zeros(len(conflict.states), dtype=np.int64) for concept in concepts}
    if any(conflict.unknown):
        choices, repeats = drawn, np.ones(draws, dtype=np.int64)
    else:
        choices, repeats = combinations, times
    for first in range(0, len(choices), _AT_ONCE):
        part = choices[first : first + _AT_ONCE]
        profiles = np.stack([_profile(readings, row) for row in part])
        if any(conflict.unknown):
            profiles = np.stack([completed(profile, conflict.unknown, generator) for profile in profiles])
        for concept, stable in stable_in_profiles(conflict, profiles, concepts=concepts).items():
            counts[concept] += repeats[first : first + _AT_ONCE] @ stable.all(axis=1).astype(np.int64)
    return Sample(
        draws=draws,
        seed=seed,
        profiles=len(combinations),
        by={
            maker.id: tuple(np.bincount(drawn[:, i], minlength=len(readings[i])).tolist())
            for i, maker in enumerate(makers)
        },
        equilibria={concept.value: _shares(conflict, found, draws) for concept, found in counts.items()},
    )


def wilson(count: int, draws: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    share, square = count / draws, _Z * _Z / draws
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / draws + square / (4 * draws)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def _readings(maker: DecisionMaker, conflict: Conflict) -> list[Ranks]:
    preferences = [maker.preferences, *(variant.preferences for variant in maker.variants)]
    return [ranks_of(reading, conflict.states) for reading in preferences]


def _profile(readings: Sequence[Sequence[Ranks]], chosen: NDArray[np.intp]) -> NDArray[np.int32]:
    return np.stack([rows[which] for rows, which in zip(readings, chosen, strict=True)])


def _shares(conflict: Conflict, counts: NDArray[np.int64], draws: int) -> tuple[Share, ...]:
    order = np.argsort(-counts, kind="stable")
    found = []
    for s in order[counts[order] > 0].tolist():
        count = int(counts[s])
        found.append(Share(conflict.states.pattern(s), count, count / draws, *wilson(count, draws)))
    return tuple(found)
