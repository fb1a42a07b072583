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

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.solution import Patterns, UnknownTies
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.profiles import completed, stable_in_profiles
from dragoman.negotiation.stability.concepts import FIVE, Concept, Stable, for_all, stable_states
from dragoman.negotiation.stability.simultaneous import MOST_STATES_SIM, simultaneously_stable

MOST_WORK = 1 << 22
MOST_STATES_BY_MAKER = 1 << 16
_AT_ONCE = 64
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
    """Necessary and possible equilibria; `draws` completions where no argument decides."""
    necessary, possible = necessary_and_possible(conflict)
    certain, open_ = {}, {}
    for concept, stable in possible.items():
        certain[concept] = for_all(stable)
        open_[concept] = np.zeros_like(certain[concept])
        if not _exact(concept, conflict):
            found = _witnessed(conflict, concept, certain[concept], for_all(necessary[concept]), generator, draws)
            open_[concept] = certain[concept] & ~found
            certain[concept] = found

    def named(truth: NDArray[np.bool_]) -> Patterns:
        return conflict.states.patterns(np.flatnonzero(truth))

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
            if len(conflict.states) <= MOST_STATES_BY_MAKER
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
    """Which candidates are equilibria in a completion drawn.

    The first `draws` completions try all candidates at once, in every second one all of them heading their ties. Each
    that is left is then tried by as many again in which it alone does, as far as MOST_WORK (states by draws) allows.
    """
    found = candidates & certain
    everyone = np.flatnonzero(candidates & ~found)
    for first in range(0, draws if len(everyone) else 0, _AT_ONCE):
        heads = [everyone if draw % 2 else everyone[:0] for draw in range(min(_AT_ONCE, draws - first))]
        found[everyone] |= _holds(conflict, concept, heads, everyone, generator)
    left = np.flatnonzero(candidates & ~found)
    affordable = MOST_WORK // max(1, len(left) * len(conflict.states))
    for s in left:
        heads = [np.array([s])] * min(draws, affordable)
        found[s] = bool(heads) and bool(_holds(conflict, concept, heads, np.array([s]), generator)[0])
    return found


def _holds(
    conflict: Conflict,
    concept: Concept,
    heads: Sequence[NDArray[np.intp]],
    states: NDArray[np.intp],
    generator: np.random.Generator,
) -> NDArray[np.bool_]:
    """For each of the states, whether it is an equilibrium in one of the completions drawn, one for each of `heads`."""
    profiles = []
    for raised in heads:
        ranks = conflict.ranks * 2
        ranks[:, raised] += np.array(conflict.unknown, dtype=np.int32)[:, None]
        profiles.append(completed(ranks, conflict.unknown, generator))
    if concept in FIVE:
        stable = stable_in_profiles(conflict, np.stack(profiles), concepts=[concept])[concept][:, :, states]
    else:
        codes = conflict.states.codes
        stable = np.stack(
            [simultaneously_stable(codes, conflict.movers, list(p), at=states)[:, states] for p in profiles]
        )
    held: NDArray[np.bool_] = np.logical_or.reduce(np.logical_and.reduce(stable, axis=1), axis=0)
    return held
