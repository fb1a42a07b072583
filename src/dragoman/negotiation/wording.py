"""States and moves in words, from the texts of the options."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.solution import Move
from dragoman.negotiation.conflict import Conflict


def describe(conflict: Conflict, pattern: str) -> str:
    """The options taken, as `modify + accept`; `nothing` where none is."""
    taken = [option.id for option, letter in zip(conflict.model.options, pattern, strict=True) if letter == "Y"]
    return " + ".join(taken) if taken else "nothing taken"


def change(conflict: Conflict, move: Move) -> str:
    """What a move changes: `Uniroyal drops delay and takes accept`."""
    taken: list[str] = []
    dropped: list[str] = []
    for option, before, after in zip(conflict.model.options, move.origin, move.target, strict=True):
        if before != after:
            (taken if after == "Y" else dropped).append(option.id)
    parts = [f"{verb} {_and(ids)}" for verb, ids in (("drops", dropped), ("takes", taken)) if ids]
    return f"{name_of(conflict, move.by)} {' and '.join(parts)}"


def sequence(conflict: Conflict, moves: Sequence[Move]) -> str:
    """Moves one after another, with the state they end in."""
    if not moves:
        return "no move"
    return f"{', then '.join(change(conflict, move) for move in moves)} ({moves[-1].target})"


def name_of(conflict: Conflict, ident: str) -> str:
    return conflict.names[conflict.ids.index(ident)]


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
