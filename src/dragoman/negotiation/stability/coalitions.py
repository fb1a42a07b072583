"""Stability for coalitions: improvements that every member prefers, sanctions by all who stay outside.

For a coalition H, R_H(s) is what legal sequences of its members' moves lead to, and R_H++(s) those of these states
that every member prefers to s: coalition improvements (Kilgour, Hipel, Fang & Peng 2001). With N-H the rest and
"no better" meaning that some member of H does not prefer the state to s (Inohara & Hipel 2008), s is for H
    Nash stable   if R_H++(s) is empty
    GMR stable    if for each s1 in R_H++(s) some s2 in R_N-H(s1) is no better
    SMR stable    if moreover no s3 in R_H(s2) is better for every member
    SEQ stable    as GMR, with s2 reached by a sequence of coalition improvements of coalitions within N-H
A single decision maker is a coalition of one; for two decision makers SEQ then is SEQ. A state stable for every
coalition is a coalition equilibrium. Kilgour et al. (2001) ask for R_H++ only of the coalition's own move; Inohara &
Hipel (2008) let the sanctioning side form coalitions too, and that is taken here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import CoalitionAnalysis, CoalitionStability
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.stability.sanctions import worst_reachable

Relation = NDArray[np.bool_]
Team = tuple[int, ...]
MOST_STATES_IN_COALITION = 1 << 10
COALITION_CONCEPTS = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ)


def coalitions(model: GraphModel | Conflict) -> CoalitionAnalysis:
    """Every coalition's improvements and stable states. Pairs of states are listed, hence at most 1,024 states."""
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_IN_COALITION, "coalitions", "rule out more states")
    makers = range(len(conflict.ids))
    teams = [team for size in range(1, len(makers) + 1) for team in combinations(makers, size)]
    reached = {team: _reached(conflict, team) for team in [(), *teams]}
    better = {team: _better(conflict, team) for team in teams}
    improving = {team: reached[team] & better[team] for team in teams}
    everywhere = {concept: np.ones(len(conflict.states), dtype=np.bool_) for concept in COALITION_CONCEPTS}
    found = []
    for team in teams:
        rest = tuple(i for i in makers if i not in team)
        inside = [improving[other] for other in teams if set(other) <= set(rest)]
        stable = _stable(reached[team], reached[rest], better[team], improving[team], _closure(inside, reached[team]))
        for concept in COALITION_CONCEPTS:
            everywhere[concept] &= stable[concept]
        found.append(_told(conflict, team, stable, improving[team]))
    equilibria = {c.value: conflict.states.patterns(np.flatnonzero(truth)) for c, truth in everywhere.items()}
    return CoalitionAnalysis(tuple(found), equilibria)


def _stable(
    own: Relation, answers: Relation, better: Relation, improving: Relation, credible: Relation
) -> dict[Concept, NDArray[np.bool_]]:
    """By concept, a truth a state; relations have from-states down and to-states across."""
    no_better = ~better
    caught = no_better & ~_joined(better, own.T)

    def stable(sanction: Relation, by: Relation) -> NDArray[np.bool_]:
        free = improving & ~_joined(sanction, by.T)
        found: NDArray[np.bool_] = ~np.logical_or.reduce(free, axis=1)
        return found

    return {
        Concept.NASH: ~np.logical_or.reduce(improving, axis=1),
        Concept.GMR: stable(no_better, answers),
        Concept.SMR: stable(caught, answers),
        Concept.SEQ: stable(no_better, credible),
    }


def _joined(left: Relation, right: Relation) -> Relation:
    """The relation `left` followed by `right`."""
    return (left.astype(np.float32) @ right.astype(np.float32)) > 0


def _closure(relations: Sequence[Relation], like: Relation) -> Relation:
    """Where sequences through these relations lead."""
    found: Relation = np.zeros_like(like)
    for relation in relations:
        found = found | relation
    while True:
        longer = found | _joined(found, found)
        if (longer == found).all():
            return found
        found = longer


def _reached(conflict: Conflict, team: Team) -> Relation:
    size = len(conflict.states)
    marks = -np.eye(size, dtype=np.int32)
    makers = range(len(conflict.ids))
    steps = [conflict.movers[i].reach if i in team else _stay for i in makers]
    outsider = next((i for i in makers if i not in team), None)
    if outsider is None:
        steps.append(_stay)
        outsider = len(steps) - 1
    found = worst_reachable(marks, [outsider] * size, steps)
    return (found < 0).T & ~np.eye(size, dtype=np.bool_)


def _stay(values: NDArray[np.int32]) -> NDArray[np.int32]:
    return values


def _better(conflict: Conflict, team: Team) -> Relation:
    found = np.ones((len(conflict.states),) * 2, dtype=np.bool_)
    for i in team:
        found &= conflict.ranks[i][None, :] > conflict.ranks[i][:, None]
    return found


def _told(
    conflict: Conflict, team: Team, stable: dict[Concept, NDArray[np.bool_]], improving: Relation
) -> CoalitionStability:
    patterns = conflict.states.patterns()
    moves = tuple(
        (patterns[s], tuple(patterns[t] for t in np.flatnonzero(improving[s])))
        for s in np.flatnonzero(improving.any(axis=1))
    )
    named = {c.value: tuple(patterns[s] for s in np.flatnonzero(truth)) for c, truth in stable.items()}
    return CoalitionStability(tuple(conflict.ids[i] for i in team), named, moves)
