"""How to get there: the fewest moves, or improvements, from a start to each equilibrium (status quo analysis).

Li, Kilgour & Hipel (2005), Status quo analysis in the graph model for conflict resolution: evolution by legal
sequences of moves, and by legal sequences of improvements.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Route, Routes
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.solving import stability
from dragoman.negotiation.stability.concepts import FIVE, Concept, for_all
from dragoman.negotiation.ways import Ways

MOST_STATES_WALKED = 1 << 16


def paths(model: GraphModel | Conflict, *, start: str | None = None, concepts: Sequence[Concept] = FIVE) -> Routes:
    """The routes from the start (left out: the status quo) to every equilibrium by one of the concepts."""
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_WALKED, "a search for paths", "rule out more states")
    origin = conflict.start(start)
    stable = stability(conflict, concepts)
    by = {concept: for_all(stable[concept]) for concept in concepts}
    makers = range(len(conflict.ids))
    ways = Ways(conflict)
    moves, _ = ways.search(origin, makers, improving=False)
    improvements, _ = ways.search(origin, makers, improving=True)
    routes = []
    for s in np.flatnonzero(np.any(list(by.values()), axis=0)).tolist():
        holds = tuple(concept.value for concept in concepts if by[concept][s])
        routes.append(Route(conflict.states.pattern(s), holds, ways.way(moves, s), ways.way(improvements, s)))
    return Routes(conflict.states.pattern(origin), tuple(routes))
