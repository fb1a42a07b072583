"""The graph model of a conflict: who decides, over which options, and what each prefers.

Source of the terms: Fang, Hipel & Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution.
A pattern is a string with one letter an option, in the order of the options: Y taken, N not, - either (input only).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Extra = Mapping[str, object]


class Moves(StrEnum):
    """In which direction an option may be changed: forward is not taken to taken, backward the reverse."""

    BOTH = "both"
    FORWARD = "forward"
    BACKWARD = "backward"


class Form(StrEnum):
    """How preferences are written down."""

    PRIORITISED = "prioritised"
    WEIGHTED = "weighted"
    RANKING = "ranking"
    PAYOFFS = "payoffs"


class Ties(StrEnum):
    """What a tie means: the states are worth the same, or their order is not known."""

    INDIFFERENT = "indifferent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Option:
    """Something its owner can do or leave undone; `id` is unique in the model."""

    id: str
    owner: str
    text: str = ""
    moves: Moves = Moves.BOTH
    evidence: tuple[object, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """An expression over option ids, true or false in a state; `weight` only in the weighted form."""

    when: str
    weight: int | float | None = None
    evidence: tuple[object, ...] = ()
    note: str | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preferences:
    """One decision maker's preferences in one form; the fields of the other forms are empty.

    statements   prioritised (most important first) and weighted
    ranking      classes of tied patterns, best first
    payoffs      (pattern, payoff) pairs, higher is better
    """

    form: Form
    statements: tuple[Statement, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = ()
    payoffs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """Another reading of a decision maker's preferences, and how much weight it has against the main one."""

    weight: float
    preferences: Preferences
    evidence: tuple[object, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """Who controls options and compares states; `preferences` is the main reading."""

    id: str
    name: str
    preferences: Preferences
    ties: Ties = Ties.INDIFFERENT
    variants: tuple[Variant, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphModel:
    """A conflict as written down. `dragoman.negotiation.faults_in` says what is wrong with it, if anything.

    infeasible   states in which one of these holds cannot happen
    status_quo   the pattern of the state the conflict stands in now, or None where that is not said
    extra        keys of the file that this noun does not name, kept as they were
    """

    name: str
    options: tuple[Option, ...]
    decision_makers: tuple[DecisionMaker, ...]
    infeasible: tuple[Statement, ...] = ()
    status_quo: str | None = None
    extra: Extra = field(default_factory=dict)
