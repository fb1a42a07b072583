"""Ties of unknown order: what is stable under every completion, and what under at least one.

Li, Hipel, Kilgour & Fang (2004) give a third relation, order unknown, and four readings of it; the two that answer an
analyst are kept, as necessity and possibility. A completion orders each tie of unknown order in any way, indifference
included. Only comparisons with s decide for the focal decision maker, so

  necessarily stable   s stands below all it is tied with, and opponents do not move to a state of unknown order: the
                       worst completion, and one and the same for all moves; exact
  possibly stable      s stands above all it is tied with, and opponents move to states of unknown order at will. For
                       SEQ and SSEQ one completion allows the moves that are needed: order each opponent's tied states
                       by their distance from the punishing states. Exact

A state is necessarily an equilibrium if it is necessarily stable for all (exact). It is possibly one if possibly
stable for all: exact for Nash, GMR and SMR, where everybody's stability hangs on their own order alone, and for SEQ
and SSEQ with two decision makers. With more, and for SIM, completions may clash, and a witness is sought by draws.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.solution import Patterns, UnknownTies
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.profiles import completed, stable_in_profiles
from dragoman.negotiation.stability.concepts import FIVE, Concept, Stable, for_all, stable_states
from dragoman.negotiation.stability.simultaneous import MOST_STATES_SIM, simultaneously_stable

_OWN_ORDER_ONLY = (Concept.NASH, Concept.GMR, Concept.SMR)


def necessary_and_possible(conflict: Conflict) -> tuple[dict[Concept, Stable], dict[Concept, Stable]]:
    """By concept, arrays (decision makers, states): necessarily stable, and possibly stable for each by itself."""
    movers, ranks, unknown = conflict.movers, list(conflict.ranks), conflict.unknown
    none = [False] * len(unknown)
    necessary = dict(stable_states(movers, ranks, tempted=unknown, willing=none))
    possible = dict(stable_states(movers, ranks, tempted=none, willing=unknown))
    if len(conflict.states) <= MOST_STATES_SIM:
        codes = conflict.states.codes
        necessary[Concept.SIM] = simultaneously_stable(codes, movers, ranks, tempted=unknown, willing=none)
        possible[Concept.SIM] = simultaneously_stable(codes, movers, ranks, tempted=none, willing=unknown)
    return necessary, possible


def unknown_ties(conflict: Conflict, generator: np.random.Generator, *, draws: int = 200) -> UnknownTies:
    """Necessary and possible equilibria; `draws` completions for each state that no argument decides."""
    necessary, possible = necessary_and_possible(conflict)
    certain, open_ = {}, {}
    for concept, stable in possible.items():
        certain[concept] = for_all(stable)
        open_[concept] = np.zeros_like(certain[concept])
        if not _exact(concept, conflict):
            found = _witnessed(conflict, concept, certain[concept], for_all(necessary[concept]), generator, draws)
            open_[concept] = certain[concept] & ~found
            certain[concept] = found
    patterns = conflict.states.patterns()

    def named(truth: NDArray[np.bool_]) -> Patterns:
        return tuple(patterns[s] for s in np.flatnonzero(truth))

    return UnknownTies(
        necessarily={concept.value: named(for_all(stable)) for concept, stable in necessary.items()},
        possibly={concept.value: named(truth) for concept, truth in certain.items()},
        undecided={concept.value: named(truth) for concept, truth in open_.items()},
        makers={
            concept.value: {
                ident: (named(necessary[concept][i]), named(possible[concept][i]))
                for i, ident in enumerate(conflict.ids)
            }
            for concept in possible
        },
        draws=draws,
    )


def _exact(concept: Concept, conflict: Conflict) -> bool:
    return concept in _OWN_ORDER_ONLY or (concept is not Concept.SIM and len(conflict.ids) == 2)


def _witnessed(
    conflict: Conflict,
    concept: Concept,
    candidates: NDArray[np.bool_],
    certain: NDArray[np.bool_],
    generator: np.random.Generator,
    draws: int,
) -> NDArray[np.bool_]:
    """Which candidates are equilibria in some completion drawn; in half of the draws the candidate heads its ties."""
    found = candidates & certain
    for s in np.flatnonzero(candidates & ~certain):
        profiles = []
        for draw in range(draws):
            raised = conflict.ranks.copy()
            if draw % 2 == 0:
                raised = raised * 2
                raised[:, s] += [int(unknown) for unknown in conflict.unknown]
            profiles.append(completed(raised, conflict.unknown, generator))
        if concept in FIVE:
            stable = stable_in_profiles(conflict, np.stack(profiles), concepts=[concept])[concept]
            found[s] = stable[:, :, s].all(axis=1).any()
        else:
            codes = conflict.states.codes
            found[s] = any(
                simultaneously_stable(codes, conflict.movers, list(profile))[:, s].all() for profile in profiles
            )
    return found
