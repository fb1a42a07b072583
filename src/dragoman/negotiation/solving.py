"""The solution of a graph model: stability, equilibria, what unknown ties leave open and what to ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.problem import Problem
from dragoman.domain.solution import Question, Solution, StateStability, UnknownTies
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.questions import MOST_STATES_ASKED, questions
from dragoman.negotiation.stability.concepts import SOURCES, Concept, Stable, for_all, stable_states
from dragoman.negotiation.stability.simultaneous import MOST_STATES_SIM, simultaneously_stable
from dragoman.negotiation.unknown import unknown_ties

MOST_STATES_TOLD = 1 << 16
_STRICTEST_FIRST = (Concept.NASH, Concept.SSEQ, Concept.SEQ, Concept.SMR, Concept.GMR)


def solve(
    model: GraphModel | Conflict,
    *,
    concepts: Sequence[Concept] = tuple(Concept),
    states: bool = True,
    ask: bool = True,
    generator: np.random.Generator | None = None,
) -> Solution:
    """Which states are stable for whom, and which are equilibria.

    `states` asks for every state and not only the equilibria, `ask` for questions where too much is stable. `generator` is drawn from only for ties of unknown order
    (default: seed 0). With such ties, `stable` and `equilibria` mean under every completion. Raises ModelError with
    every fault of the model, or if every one of more than MOST_STATES_TOLD states is asked for.
    """
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    if states:
        conflict.at_most(MOST_STATES_TOLD, "an account of each", "ask for the equilibria alone (--equilibria)")
    problems = []
    if Concept.SIM in concepts and len(conflict.states) > MOST_STATES_SIM:
        concepts = [concept for concept in concepts if concept is not Concept.SIM]
        what = f"SIM is left out: it takes pairs of improvements, and there are more than {MOST_STATES_SIM:,} states"
        problems.append(Problem("sim", what, "rule out more states if SIM is wanted"))
    stable = stability(conflict, concepts)
    equilibria = _named(conflict, {c.value: for_all(stable[c]) for c in concepts})
    unknown = None
    if any(conflict.unknown):
        unknown = unknown_ties(conflict, generator or np.random.default_rng(0))
    loose = [c for c in concepts if 4 * _open(c, equilibria, unknown) > len(conflict.states)]
    asked, listed = _asked(conflict, loose, problems) if ask else (None, ())
    return Solution(
        name=conflict.model.name,
        feasible=len(conflict.states),
        states=_told(conflict, stable) if states else (),
        equilibria=equilibria,
        unknown=unknown,
        under_determined=tuple(concept.value for concept in loose),
        asked=asked,
        questions=listed,
        problems=tuple(problems),
        sources={concept.value: SOURCES[concept] for concept in concepts},
    )


def stability(conflict: Conflict, concepts: Sequence[Concept] = tuple(Concept)) -> dict[Concept, Stable]:
    """By concept, an array (decision makers, states); with ties of unknown order, stable under every completion."""
    tempted = conflict.unknown
    ranks = list(conflict.ranks)
    found = dict(stable_states(conflict.movers, ranks, concepts=concepts, tempted=tempted))
    if Concept.SIM in concepts:
        found[Concept.SIM] = simultaneously_stable(conflict.states.codes, conflict.movers, ranks, tempted=tempted)
    return found


def _named(conflict: Conflict, truths: dict[str, Stable]) -> dict[str, tuple[str, ...]]:
    """The patterns of the states of each set; a pattern in several sets is made once."""
    wanted = np.flatnonzero(np.logical_or.reduce(list(truths.values()), axis=0))
    patterns = conflict.states.patterns(wanted)
    return {key: tuple(compress(patterns, truth[wanted].tolist())) for key, truth in truths.items()}


def _open(concept: Concept, equilibria: dict[str, tuple[str, ...]], unknown: UnknownTies | None) -> int:
    if unknown is None:
        return len(equilibria[concept.value])
    return len(unknown.possibly[concept.value]) + len(unknown.undecided[concept.value])


def _asked(
    conflict: Conflict, loose: Sequence[Concept], problems: list[Problem]
) -> tuple[str | None, tuple[Question, ...]]:
    """The strictest concept by which too much is stable, and the questions that would narrow it."""
    concept = next((c for c in _STRICTEST_FIRST if c in loose), None)
    if concept is None:
        return None, ()
    if len(conflict.states) > MOST_STATES_ASKED:
        what = f"no questions are worked out above {MOST_STATES_ASKED:,} states"
        problems.append(Problem("questions", what, "rule out more states if they are wanted"))
        return concept.value, ()
    return concept.value, questions(conflict, concept)


def _told(conflict: Conflict, stable: dict[Concept, Stable]) -> tuple[StateStability, ...]:
    ids = conflict.ids
    columns = {concept.value: found.T.tolist() for concept, found in stable.items()}
    payoffs = (conflict.ranks + 1).T.tolist()
    return tuple(
        StateStability(
            pattern,
            dict(zip(ids, payoffs[s], strict=True)),
            {concept: dict(zip(ids, rows[s], strict=True)) for concept, rows in columns.items()},
        )
        for s, pattern in enumerate(conflict.states.patterns())
    )
