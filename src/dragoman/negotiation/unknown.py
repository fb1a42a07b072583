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
and SSEQ with two decision makers. With more, and for SIM, completions may clash, and a witness is sought by draws: until each
candidate has one, and no more of them than the states allow (MOST_WORK, MOST_WORK_SIM).
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
MOST_WORK_SIM = 1 << 14
"""The most states by draws in one pass: SIM looks at every state by itself, some 0.1 ms of processor time each."""
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
    """Necessary and possible equilibria; at most `draws` completions for each concept where no argument decides."""
    necessary, possible = necessary_and_possible(conflict)
    certain, open_ = {}, {}
    drawn: dict[str, int] = {}
    for concept, stable in possible.items():
        certain[concept] = for_all(stable)
        open_[concept] = np.zeros_like(certain[concept])
        if not _exact(concept, conflict):
            search = _Search(conflict, concept, generator, draws)
            found = search.witnessed(certain[concept], for_all(necessary[concept]))
            open_[concept] = certain[concept] & ~found
            certain[concept] = found
            drawn[concept.value] = search.drawn

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
        draws=max(drawn.values(), default=0),
        drawn=drawn,
    )


def _exact(concept: Concept, conflict: Conflict) -> bool:
    return concept in _OWN_ORDER_ONLY or (concept is not Concept.SIM and len(conflict.ids) == 2)


class _Search:
    """Draws of completions for one concept; `drawn` counts those that all candidates had part in."""

    def __init__(self, conflict: Conflict, concept: Concept, generator: np.random.Generator, draws: int) -> None:
        self.conflict, self.concept, self.generator, self.draws = conflict, concept, generator, draws
        self.drawn = 0

    def witnessed(self, candidates: NDArray[np.bool_], certain: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which candidates are equilibria in a completion drawn.

        Draws that try all candidates without a witness at once come first, in every second one all of them heading
        their ties; then each that is left is tried in draws in which it alone does, as far as the bounds allow.
        """
        found = candidates & certain
        at_once = 2
        while (left := np.flatnonzero(candidates & ~found)).size:
            count = min(at_once, self._affordable(len(left)) - self.drawn)
            if count < 1:
                break
            heads = [left if draw % 2 else left[:0] for draw in range(count)]
            found[left] |= self._holds(heads, left)
            self.drawn += count
            at_once = min(2 * at_once, _AT_ONCE)
        left = np.flatnonzero(candidates & ~found)
        work = MOST_WORK // len(self.conflict.states) if self.concept in FIVE else MOST_WORK_SIM
        each = min(self.draws, work // max(1, len(left)))
        for s in left if each else left[:0]:
            alone = np.array([s])
            found[s] = bool(self._holds([alone] * each, alone)[0])
        return found

    def _affordable(self, states: int) -> int:
        """How many draws there may be if each looks at so many states."""
        if self.concept in FIVE:
            return min(self.draws, MOST_WORK // len(self.conflict.states))
        return min(self.draws, max(2, MOST_WORK_SIM // max(1, states)))

    def _holds(self, heads: Sequence[NDArray[np.intp]], states: NDArray[np.intp]) -> NDArray[np.bool_]:
        """For each of the states, whether it is an equilibrium in a completion drawn, one for each of `heads`."""
        conflict = self.conflict
        profiles = []
        for raised in heads:
            ranks = conflict.ranks * 2
            ranks[:, raised] += np.array(conflict.unknown, dtype=np.int32)[:, None]
            profiles.append(completed(ranks, conflict.unknown, self.generator))
        if self.concept in FIVE:
            stable = stable_in_profiles(conflict, np.stack(profiles), concepts=[self.concept])[self.concept]
            stable = stable[:, :, states]
        else:
            codes = conflict.states.codes
            stable = np.stack(
                [simultaneously_stable(codes, conflict.movers, list(p), at=states)[:, states] for p in profiles]
            )
        held: NDArray[np.bool_] = np.logical_or.reduce(np.logical_and.reduce(stable, axis=1), axis=0)
        return held
