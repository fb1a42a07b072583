"""Which outcomes of a model hold, and what they have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from dragoman.domain.graph_model import GraphModel, Ties
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.solving import stability
from dragoman.negotiation.stability.concepts import FIVE, Concept, for_all

CONCEPTS = {
    Concept.NASH: "nobody can do better alone (Nash)",
    Concept.SEQ: "every gain is answered by a credible move of others (SEQ)",
    Concept.SMR: "every gain is answered, with no escape (SMR)",
    Concept.GMR: "every gain can be answered (GMR)",
    Concept.SSEQ: "every gain is answered credibly, with no escape (SSEQ)",
}


@dataclass(frozen=True, eq=False)
class Outcomes:
    """What holds if silence is read as indifference.

    holding   by concept, the patterns that are equilibria
    chosen    the strictest concept by which something holds, and its patterns: the answer in short; where the model
              says how things stand, those that are reached from there by moves that pay, if there are any
    reached   whether `chosen` was so narrowed
    settled   of each option: "always", "never" or "sometimes" taken in the chosen patterns
    """

    conflict: Conflict
    holding: Mapping[Concept, tuple[str, ...]]
    concept: Concept
    chosen: tuple[str, ...]
    reached: bool
    settled: Mapping[str, str]

    @property
    def under_determined(self) -> bool:
        """Whether more than a quarter of the states hold."""
        return 4 * len(self.chosen) > len(self.conflict.states)


def outcomes(model: GraphModel) -> Outcomes:
    """The outcomes by five concepts; raises ModelError with every fault of the model."""
    indifferent = tuple(replace(m, ties=Ties.INDIFFERENT) for m in model.decision_makers)
    conflict = conflict_of(replace(model, decision_makers=indifferent))
    stable = stability(conflict, FIVE)
    holding = {concept: conflict.states.patterns(np.flatnonzero(for_all(found))) for concept, found in stable.items()}
    order = (Concept.NASH, Concept.SSEQ, Concept.SEQ, Concept.SMR, Concept.GMR)
    concept = next((c for c in order if holding[c]), Concept.GMR)
    chosen = holding[concept]
    near = _reachable(conflict) if conflict.status_quo is not None else frozenset()
    within = tuple(pattern for pattern in chosen if pattern in near)
    reached = bool(within) and len(within) < len(chosen)
    chosen = within or chosen
    settled = {
        option.id: _settled({pattern[k] for pattern in chosen}) for k, option in enumerate(conflict.model.options)
    }
    return Outcomes(conflict, holding, concept, chosen, reached, settled)


def _reachable(conflict: Conflict) -> frozenset[str]:
    """The patterns that moves lead to from the status quo, each better for who makes it; the status quo among them."""
    start = conflict.start()
    seen, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        for mover, ranks in zip(conflict.movers, conflict.ranks, strict=True):
            moves = mover.moves(at)
            for after in moves[ranks[moves] > ranks[at]].tolist():
                if after not in seen:
                    seen.add(after)
                    ahead.append(after)
    return frozenset(conflict.states.patterns(np.array(sorted(seen))))


def _settled(letters: set[str]) -> str:
    return "always" if letters == {"Y"} else "never" if letters == {"N"} else "sometimes" if letters else "none holds"


def differences(before: Outcomes, after: Outcomes) -> tuple[tuple[str, str, str], ...]:
    """Options whose part in the outcomes changes: (option, before, after); "no such option" where it went."""
    rows = []
    for ident, was in before.settled.items():
        now = after.settled.get(ident, "no such option")
        if now != was:
            rows.append((ident, was, now))
    return tuple(rows)
