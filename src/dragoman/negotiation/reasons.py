"""Why a state is stable or not: the improvements that tempt a decision maker, and the moves that punish each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Move, Reason, Temptation
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.moves import Values
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.stability.sanctions import Step, worst_reachable
from dragoman.negotiation.ways import Ways
from dragoman.negotiation.wording import change, sequence

MOST_STATES_NARRATED = 1 << 12
MOST_STATES_EXPLAINED = 1 << 16
_CREDIBLE = (Concept.SEQ, Concept.SSEQ)
_SYMMETRIC = (Concept.SMR, Concept.SSEQ)


def why(
    model: GraphModel | Conflict,
    *,
    state: str | None = None,
    decision_maker: str | None = None,
    concepts: Sequence[Concept] = tuple(Concept),
) -> tuple[Reason, ...]:
    """One reason for each state, decision maker and concept asked for (left out: all).

    A tie of unknown order is read as in `solve`: a move to it tempts, and it punishes nobody. Raises ModelError if the
    model is faulty, the state or decision maker is not there, or too many states are to be narrated.
    """
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    if state is None:
        conflict.at_most(
            MOST_STATES_NARRATED, "a narration of all of them", "ask about one state (--state), or rule out more"
        )
    conflict.at_most(MOST_STATES_EXPLAINED, "a narration", "rule out more states")
    chosen = range(len(conflict.states)) if state is None else [conflict.state(state)]
    makers = range(len(conflict.ids)) if decision_maker is None else [conflict.decision_maker(decision_maker)]
    ways, worst = Ways(conflict), {concept: _worst(conflict, concept) for concept in concepts}
    return tuple(_reason(ways, s, i, concept, worst[concept]) for s in chosen for i in makers for concept in concepts)


def _worst(conflict: Conflict, concept: Concept) -> Values | None:
    """At each state, the least rank each decision maker can be held to from there: it tells what no search would find."""
    if concept in (Concept.NASH, Concept.SIM):
        return None
    makers = range(len(conflict.ids))
    rows = conflict.ranks.copy()
    if concept in _SYMMETRIC:
        rows = np.stack([-conflict.movers[i].reach(-conflict.ranks[i][None])[0] for i in makers])
    steps: list[Step]
    if concept in _CREDIBLE:
        steps = [conflict.movers[i].improving(conflict.ranks[i]).least for i in makers]
    else:
        steps = [mover.reach for mover in conflict.movers]
    return worst_reachable(rows, list(makers), steps)


def _reason(ways: Ways, s: int, i: int, concept: Concept, worst: Values | None) -> Reason:
    conflict = ways.conflict
    movers, ranks = conflict.movers, conflict.ranks[i]
    floor = int(ranks[s]) - conflict.unknown[i]
    found = []
    pattern = conflict.states.pattern
    moves = movers[i].moves(s)
    for s1 in moves[ranks[moves] > floor].tolist():
        improvement = Move(conflict.ids[i], pattern(s), pattern(s1))
        if concept is Concept.SIM:
            found.append(Temptation(improvement, _at_once(ways, s, i, s1, floor), simultaneous=True))
            continue
        sanction: tuple[Move, ...] | None = ()
        if worst is not None and worst[i][s1] <= floor:

            def punishes(s2: int) -> bool:
                if ranks[s2] > floor:
                    return False
                return concept not in _SYMMETRIC or not (ranks[movers[i].moves(s2)] > floor).any()

            others = [j for j in range(len(movers)) if j != i]
            tree, end = ways.search(s1, others, improving=concept in _CREDIBLE, until=punishes)
            sanction = () if end is None else ways.way(tree, end)
        found.append(Temptation(improvement, sanction or ()))
    stable = all(temptation.punished for temptation in found)
    sentence = _sentence(conflict, pattern(s), i, concept, found, stable=stable)
    return Reason(pattern(s), conflict.ids[i], concept.value, stable, tuple(found), sentence)


def _at_once(ways: Ways, s: int, i: int, s1: int, floor: int) -> tuple[Move, ...]:
    """Improvements of others from s that, made together with the one to s1, leave i no better off; the fewest."""
    conflict = ways.conflict
    codes = conflict.states.codes
    others = [j for j in range(len(conflict.ids)) if j != i]
    choices = [[s, *ways.targets(j, s, improving=True)] for j in others]
    for ends in sorted(product(*choices), key=lambda ends: sum(end != s for end in ends))[1:]:
        code = int(codes[s1])
        for end in ends:
            code ^= int(codes[end] ^ codes[s])
        together = conflict.states.index(code)
        if together is not None and conflict.ranks[i][together] <= floor:
            pattern = conflict.states.pattern
            return tuple(
                Move(conflict.ids[j], pattern(s), pattern(end)) for j, end in zip(others, ends, strict=True) if end != s
            )
    return ()


def _sentence(
    conflict: Conflict, pattern: str, i: int, concept: Concept, found: Sequence[Temptation], *, stable: bool
) -> str:
    name, label = conflict.names[i], concept.value.upper() if concept is not Concept.NASH else "Nash"
    if not found:
        return f"{pattern} is {label} stable for {name}: it has no improvement from there."
    if not stable:
        free = next(temptation for temptation in found if not temptation.punished)
        tail = "" if concept is Concept.NASH else ", and nothing that the others can do punishes it"
        return (
            f"{pattern} is not {label} stable for {name}: {change(conflict, free.improvement)} "
            f"({free.improvement.target}) is better for it{tail}."
        )
    parts = []
    for temptation in found:
        if temptation.simultaneous:
            answer = " and ".join(change(conflict, move) for move in temptation.sanction) + " at the same time"
        else:
            answer = sequence(conflict, temptation.sanction)
        escape = ", from which it cannot escape" if concept in _SYMMETRIC else ""
        parts.append(
            f"if {change(conflict, temptation.improvement)} ({temptation.improvement.target}), {answer}{escape}"
        )
    return f"{pattern} is {label} stable for {name}: {'; '.join(parts)}; that leaves it no better off."
