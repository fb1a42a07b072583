"""A graph model made ready for reckoning: its feasible states, everybody's moves, and the ranks of the states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import GraphModel, Moves, Ties
from dragoman.domain.problem import Problem
from dragoman.errors import ModelError
from dragoman.negotiation.faults import inspect, pattern_fault, status_quo_index
from dragoman.negotiation.moves import Control, Mover, copies, movers
from dragoman.negotiation.preferences import Ranks, ranks_of
from dragoman.negotiation.states import States, code_of


@dataclass(frozen=True, eq=False)
class Conflict:
    """Decision makers are numbered in the order of the model, states in the order of `states`.

    ranks        a row a decision maker, a column a state; 0 is worst, equal is tied
    status_quo   the state that holds now, or None where the model does not say
    """

    model: GraphModel
    states: States
    controls: tuple[Control, ...]
    ranks: NDArray[np.int32]
    status_quo: int | None

    @cached_property
    def movers(self) -> tuple[Mover, ...]:
        return movers(self.states.codes, self.controls)

    def movers_of_copies(self, count: int) -> tuple[Mover, ...]:
        """The moves among `count` separate copies of the states."""
        return movers(copies(self.states.codes, len(self.model.options), count), self.controls)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(maker.id for maker in self.model.decision_makers)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(maker.name for maker in self.model.decision_makers)

    @property
    def unknown(self) -> tuple[bool, ...]:
        """Whose ties are of unknown order."""
        return tuple(maker.ties is Ties.UNKNOWN for maker in self.model.decision_makers)

    def state(self, pattern: str, where: str = "state") -> int:
        """The number of a state; raises ModelError if the pattern is faulty or not feasible."""
        fault = pattern_fault(pattern, len(self.model.options), where)
        index = None if fault is not None or "-" in pattern else self.states.index(code_of(pattern))
        if index is None:
            fault = fault or Problem(where, f"{pattern} is not feasible", "write a feasible pattern without dashes")
            raise ModelError(str(fault), [fault])
        return index

    def decision_maker(self, ident: str, where: str = "decision maker") -> int:
        """The number of a decision maker; raises ModelError if there is none of that id."""
        if ident not in self.ids:
            fault = Problem(where, f"no decision maker has the id {ident!r}", f"write one of {', '.join(self.ids)}")
            raise ModelError(str(fault), [fault])
        return self.ids.index(ident)

    def start(self, pattern: str | None = None) -> int:
        """The state given, or else the status quo; raises ModelError where there is neither."""
        if pattern is not None:
            return self.state(pattern)
        if self.status_quo is None:
            fault = Problem(
                "status_quo", "the model does not say where the conflict stands", "add a pattern, or give one"
            )
            raise ModelError(str(fault), [fault])
        return self.status_quo

    def at_most(self, count: int, doing: str, todo: str) -> None:
        """Raises ModelError if there are more feasible states than `count`."""
        if len(self.states) > count:
            what = f"{len(self.states):,} feasible states are too many for {doing} (at most {count:,})"
            raise ModelError(f"model: {what}; {todo}", [Problem("model", what, todo)])


def conflict_of(model: GraphModel) -> Conflict:
    """The model ready for reckoning; raises ModelError with every fault in it."""
    problems, states = inspect(model)
    if problems or states is None:
        raise ModelError("; ".join(map(str, problems)), problems)
    ranks = np.stack([ranks_of(maker.preferences, states) for maker in model.decision_makers])
    return Conflict(model, states, controls_of(model), ranks, status_quo_index(model, states))


def controls_of(model: GraphModel) -> tuple[Control, ...]:
    return tuple(_control(model, maker.id) for maker in model.decision_makers)


def _control(model: GraphModel, owner: str) -> Control:
    def mask(directions: Sequence[Moves]) -> int:
        return sum(1 << k for k, o in enumerate(model.options) if o.owner == owner and o.moves in directions)

    return Control(mask(tuple(Moves)), mask([Moves.FORWARD]), mask([Moves.BACKWARD]))


__all__ = ["Conflict", "Ranks", "conflict_of", "controls_of"]
