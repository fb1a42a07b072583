"""How things stand: the last dated state of each option, and what cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from dragoman.domain.graph_model import Moves
from dragoman.negotiation.drafting.candidates import Candidate
from dragoman.negotiation.drafting.finding import Finding, Says
from dragoman.negotiation.drafting.lexicon import lexicon


def state_of(candidate: Candidate) -> tuple[bool, tuple[Finding, ...], str]:
    """Whether the option is taken now, the findings that say so, and why in words."""
    told = [f for f in candidate.findings if f.says in (Says.DONE, Says.HOLDS)]
    meant = _means_to_stay(candidate)
    if meant and all((f.day or date.min) <= (g.day or date.min) for f in told for g in meant):
        return True, meant, "who means to keep it has it"
    if told:
        last = max(told, key=lambda f: (f.day or date.min, f.statement))
        same = tuple(f for f in told if f.done == last.done and f.day == last.day)
        return last.done, same, f"last told of {last.day}" if last.day else "told without a day"
    waited = tuple(
        f for f in candidate.findings if f.says in (Says.WANTS, Says.REFUSES) and f.by != candidate.key.owner
    )
    if waited and not any(f.done or f.deed.done for f in waited):
        return True, waited, "who wants it ended says that it is so"
    return False, (), "nobody says that it is so: taken as not"


def _means_to_stay(candidate: Candidate) -> tuple[Finding, ...]:
    """The last findings of a guest's own wish to keep or to leave the whole of what it has: either way it is there."""
    if candidate.key.act != "keep" or candidate.key.level:
        return ()
    own = [f for f in candidate.findings if f.by == candidate.key.owner]
    last = max((f.day or date.min for f in own), default=None)
    return tuple(f for f in own if (f.day or date.min) == last)


def moves_of(candidate: Candidate, now: bool) -> Moves:
    """One-way where the table says so and the state that cannot be left again has not been passed."""
    act = lexicon().acts.get(candidate.key.act)
    moves = act.moves if act is not None else Moves.BOTH
    if candidate.key.level or (moves is Moves.BACKWARD and not now):
        return Moves.BOTH
    return moves


def exclusive(chosen: Sequence[Candidate], ids: Sequence[str]) -> tuple[str, ...]:
    """Expressions of what cannot be: two levels of one thing at once."""
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for candidate, ident in zip(chosen, ids, strict=True):
        key = candidate.key
        groups[key.owner, key.act, key.thing, key.place].append(ident)
    return tuple(f"{a} and {b}" for group in groups.values() for a, b in combinations(group, 2))
