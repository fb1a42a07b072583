"""Why a state is stable or not: the improvements that tempt a decision maker, and the moves that punish each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Move, Reason, Temptation
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.ways import search, targets, way
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
    return tuple(_reason(conflict, s, i, concept) for s in chosen for i in makers for concept in concepts)


def _reason(conflict: Conflict, s: int, i: int, concept: Concept) -> Reason:
    movers, ranks = conflict.movers, conflict.ranks[i]
    floor = int(ranks[s]) - conflict.unknown[i]
    found = []
    pattern = conflict.states.pattern
    moves = movers[i].moves(s)
    for s1 in moves[ranks[moves] > floor].tolist():
        improvement = Move(conflict.ids[i], pattern(s), pattern(s1))
        if concept is Concept.SIM:
            found.append(Temptation(improvement, _at_once(conflict, s, i, s1, floor), simultaneous=True))
            continue
        sanction: tuple[Move, ...] | None = ()
        if concept is not Concept.NASH:

            def punishes(s2: int) -> bool:
                if ranks[s2] > floor:
                    return False
                return concept not in _SYMMETRIC or not (ranks[movers[i].moves(s2)] > floor).any()

            others = [j for j in range(len(movers)) if j != i]
            tree, end = search(conflict, s1, others, improving=concept in _CREDIBLE, until=punishes)
            sanction = () if end is None else way(conflict, tree, end)
        found.append(Temptation(improvement, sanction or ()))
    stable = all(temptation.punished for temptation in found)
    sentence = _sentence(conflict, pattern(s), i, concept, found, stable=stable)
    return Reason(pattern(s), conflict.ids[i], concept.value, stable, tuple(found), sentence)


def _at_once(conflict: Conflict, s: int, i: int, s1: int, floor: int) -> tuple[Move, ...]:
    """Improvements of others from s that, made together with the one to s1, leave i no better off; the fewest."""
    codes = conflict.states.codes
    others = [j for j in range(len(conflict.ids)) if j != i]
    choices = [[s, *targets(conflict, j, s, improving=True).tolist()] for j in others]
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
