"""From preferences as written to ranks of states: whole numbers from 0 (worst), equal where tied, without gaps.

Option prioritisation is compared lexicographically (Fang, Hipel, Kilgour & Peng 2003, "A decision support system for
interactive decision making, part 1"): a state is better if it makes the first statement true on which two differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import Form, Preferences
from dragoman.negotiation.expressions import parse
from dragoman.negotiation.states import States, Truths, expand

Ranks = NDArray[np.int32]


def dense(values: NDArray[np.int64]) -> Ranks:
    """The values as ranks from 0 without gaps, in the same order."""
    if len(values) == 0:
        return values.astype(np.int32)
    low, high = int(values.min()), int(values.max())
    if high - low < 4 * len(values):
        seen = np.zeros(high - low + 1, dtype=np.int32)
        seen[values - low] = 1
        return (np.cumsum(seen, dtype=np.int32) - 1)[values - low]
    return np.unique(values, return_inverse=True)[1].astype(np.int32)


def lexicographic(truths: Sequence[Truths], count: int) -> Ranks:
    """Ranks of `count` states from statements, the most important first."""
    values = np.zeros(count, dtype=np.int64)
    width = max(count - 1, 1).bit_length()
    used = 0
    for truth in truths:
        if used == 62:
            values, used = dense(values).astype(np.int64), width
        values = values * 2 + truth
        used += 1
    return dense(values)


def weighted(truths: Sequence[Truths], weights: Sequence[int | float], count: int) -> Ranks:
    """Ranks of `count` states by the exact sum of the weights of the statements that hold."""
    fractions = [Fraction(str(weight)) for weight in weights]
    scale = lcm(*(fraction.denominator for fraction in fractions)) if fractions else 1
    whole = [int(fraction * scale) for fraction in fractions]
    if sum(map(abs, whole)) < 1 << 62:
        total = np.zeros(count, dtype=np.int64)
        for truth, weight in zip(truths, whole, strict=True):
            total += truth * np.int64(weight)
        return dense(total)
    exact = [sum(w for w, t in zip(whole, row, strict=True) if t) for row in zip(*truths, strict=True)]
    order = {value: rank for rank, value in enumerate(sorted(set(exact)))}
    return np.array([order[value] for value in exact], dtype=np.int32)


def ranks_of(preferences: Preferences, states: States) -> Ranks:
    """The rank of every feasible state; the preferences must be without fault (`faults.faults_in`)."""
    count = len(states)
    if preferences.form in (Form.PRIORITISED, Form.WEIGHTED):
        truths = [states.where(parse(statement.when)) for statement in preferences.statements]
        if preferences.form is Form.PRIORITISED:
            return lexicographic(truths, count)
        return weighted(truths, [statement.weight or 0 for statement in preferences.statements], count)
    values = np.zeros(count, dtype=np.int64)
    if preferences.form is Form.RANKING:
        pairs = [(pattern, -place) for place, group in enumerate(preferences.ranking) for pattern in group]
    else:
        pairs = list(preferences.payoffs)
    order = {value: rank for rank, value in enumerate(sorted({value for _, value in pairs}))}
    for pattern, value in pairs:
        for code in expand(pattern):
            index = states.index(code)
            if index is not None:
                values[index] = order[value]
    return dense(values)
