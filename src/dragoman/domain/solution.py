"""What the graph model answers: frozen results that keep their method. States are patterns, ids are ids of the model.

Ranks are counted from 1 = most preferred in classes of tied states; payoffs from 1 = least preferred.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.domain.problem import Problem

Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateStability:
    """One feasible state: each decision maker's ordinal payoff, and by concept for whom it is stable."""

    pattern: str
    payoffs: Mapping[str, int]
    stable: Mapping[str, Mapping[str, bool]]


@dataclass(frozen=True, slots=True)
class UnknownTies:
    """What holds under every order of the ties of unknown order, and what under at least one.

    necessarily   by concept, equilibria under every completion (exact)
    possibly      by concept, equilibria under some completion, found (exact)
    undecided     by concept, states that no bound rules out but for which the completions drawn gave no witness
    makers        by concept and decision maker, the (necessarily, possibly) stable states (exact); empty above 65,536
                  states
    draws         the most completions drawn for a concept; `drawn` has how many for each that needed any
    """

    necessarily: Mapping[str, Patterns]
    possibly: Mapping[str, Patterns]
    undecided: Mapping[str, Patterns]
    makers: Mapping[str, Mapping[str, tuple[Patterns, Patterns]]]
    draws: int
    drawn: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question about preferences, and how many equilibria are left after either answer."""

    decision_maker: str
    text: str
    after_yes: int
    after_no: int


@dataclass(frozen=True, slots=True)
class Solution:
    """Stability and equilibria.

    states             empty if only equilibria were asked for
    equilibria         by concept; with ties of unknown order, under every completion
    under_determined   the concepts by which more than a quarter of the feasible states are (possibly) equilibria
    sources            by concept, whose definition is followed
    asked              the concept that the questions would narrow, or None; questions come best first
    """

    name: str
    feasible: int
    states: tuple[StateStability, ...]
    equilibria: Mapping[str, Patterns]
    unknown: UnknownTies | None
    under_determined: tuple[str, ...]
    asked: str | None
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Move:
    """One decision maker's move."""

    by: str
    origin: str
    target: str


@dataclass(frozen=True, slots=True)
class Temptation:
    """An improvement that tempts, the moves that punish it (none: unpunished) and, if symmetric, that nothing escapes."""

    improvement: Move
    sanction: tuple[Move, ...]
    simultaneous: bool = False

    @property
    def punished(self) -> bool:
        return bool(self.sanction)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a state is or is not stable for a decision maker by a concept."""

    state: str
    decision_maker: str
    concept: str
    stable: bool
    temptations: tuple[Temptation, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Route:
    """How an equilibrium is reached from the start: the fewest moves; None where it cannot be reached that way."""

    equilibrium: str
    concepts: tuple[str, ...]
    by_moves: tuple[Move, ...] | None
    by_improvements: tuple[Move, ...] | None


@dataclass(frozen=True, slots=True)
class Routes:
    start: str
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What a decision maker can be sure of with no deal: its best own choice against the worst of all the others.

    `choice` is the state it moves to (or the start itself), `worst` the state the others can then bring about.
    """

    decision_maker: str
    choice: str
    worst: str
    rank: int
    rank_now: int
    of: int


@dataclass(frozen=True, slots=True)
class Deal:
    """A joint improvement: every signatory prefers it to the start, and none could bring it about alone.

    stable        by concept, for whom the signed state is stable
    first_movers  who can move first so that the rest can follow through feasible states; empty: only all at once
    schedule      of the orders in which each signatory moves once, one with the fewest tempted, then exposed
    tempted       who, in that order, is better off before its own move than after it: it may stop there
    exposed       who is worse off after its own move than at the start, until the others follow
    gains, losses decision makers, signatories or not, who prefer it or the start
    safe          whether every signatory gets more than it can guarantee itself without a deal
    """

    state: str
    signatories: tuple[str, ...]
    gains: tuple[str, ...]
    losses: tuple[str, ...]
    ranks: Mapping[str, tuple[int, int]]
    safe: bool
    stable: Mapping[str, Mapping[str, bool]]
    equilibrium: tuple[str, ...]
    first_movers: tuple[str, ...]
    schedule: tuple[Move, ...]
    tempted: tuple[str, ...]
    exposed: tuple[str, ...]
    efficient: bool


@dataclass(frozen=True, slots=True)
class Deals:
    start: str
    guarantees: tuple[Guarantee, ...]
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How often a state was an equilibrium; `low` and `high` bound the share at 95 % (Wilson 1927)."""

    pattern: str
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sample:
    """Draws of everybody's preferences from their weighted readings; unknown ties in uniformly drawn orders.

    profiles   how many different combinations of readings came up (draws of tie orders not counted)
    by         how often each reading was drawn: 0 is the main one, then the variants
    """

    draws: int
    seed: int | None
    profiles: int
    by: Mapping[str, tuple[int, ...]]
    equilibria: Mapping[str, tuple[Share, ...]]


@dataclass(frozen=True, slots=True)
class Flip:
    """One preference statement dropped or turned round, by concept the equilibria that come and go, and its evidence."""

    decision_maker: str
    place: str
    statement: str
    change: str
    gained: Mapping[str, Patterns]
    lost: Mapping[str, Patterns]
    evidence: tuple[object, ...] = ()

    @property
    def matters(self) -> bool:
        return any(self.gained.values()) or any(self.lost.values())


@dataclass(frozen=True, slots=True)
class Edit:
    """Edits of preference statements that make the wanted state stable, in words."""

    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """The fewest pairs of states to reorder, by Kendall distance with ties counted half (Fagin et al. 2006).

    reversed   pairs (was preferred, wanted state) to be reversed
    tied       pairs that become ties
    settled    pairs of unknown order that are settled in favour of the wanted state, at no cost
    """

    distance: float
    reversed: tuple[tuple[str, str], ...]
    tied: tuple[tuple[str, str], ...]
    settled: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MakerInversion:
    """For one decision maker: whether the state is stable already, and else the least changes.

    conditions   what must hold: for each improvement, a list of sets of states of which one set must become no
                 better than the wanted state (the first set is the improvement itself)
    """

    decision_maker: str
    already: bool
    edits: tuple[Edit, ...]
    reversal: Reversal | None
    conditions: tuple[tuple[Patterns, ...], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Inversion:
    """`together`: whether all the reversals made at once make the state an equilibrium."""

    wanted: str
    concept: str
    makers: tuple[MakerInversion, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class OptionLeverage:
    """What taking one of A's options, against not taking it, does to B: shares of the contexts where both are feasible.

    fate         share of the contexts of third parties in which the sign is the same whatever B chooses, and not nil
    behaviour    share in which the sign depends on what B chooses
    """

    option: str
    contexts: int
    helps: float
    harms: float
    nothing: float
    fate: float
    behaviour: float


@dataclass(frozen=True, slots=True)
class Leverage:
    """What `holder` (A) has over `target` (B); all in ranks of B, 1 = most preferred of `of`.

    against, apart     what B can guarantee itself with A against it, and with A taking no part
    exposed            the worst that A can do to B at the start if B does not answer
    bounded_by         how many of the ranks that A could push B down, B's own way out takes back
    None where no state is known to start from
    """

    holder: str
    target: str
    of: int
    now: int | None
    against: int | None
    apart: int | None
    exposed: int | None
    bounded_by: int | None
    helps: float
    harms: float
    nothing: float
    fate: float
    behaviour: float
    reflexive: float
    options: tuple[OptionLeverage, ...]


@dataclass(frozen=True, slots=True)
class LeverageMatrix:
    start: str | None
    pairs: tuple[Leverage, ...]


@dataclass(frozen=True, slots=True)
class CoalitionStability:
    """By concept, the states stable for one coalition."""

    members: tuple[str, ...]
    stable: Mapping[str, Patterns]
    improvements: tuple[tuple[str, Patterns], ...]


@dataclass(frozen=True, slots=True)
class CoalitionAnalysis:
    """`equilibria`: by concept, the states stable for every coalition, single decision makers included."""

    coalitions: tuple[CoalitionStability, ...]
    equilibria: Mapping[str, Patterns]
