"""What would have to change for a wanted state to be stable, the opponents' preferences fixed.

Whether s is stable for i hangs only on which states i prefers to s. For each s1 that i can move to, the definition of
the concept gives sets of states, {s1} itself or a sanction, one of which must be wholly no better than s: the
conditions. They only ever ask for states to be no better, so it is enough to know how high s must rise.

Least Kendall distance (ties counted half: Fagin, Kumar, Mahdian, Sivakumar & Vee 2006, p = 1/2). Let the highest
class from which some state must come level with s or fall below have c states, let n states lie between it and s, and
m be tied with s. Each state between costs 1 whichever way (it passes s, or is passed by the one that falls), each of
the m costs 1/2, and t of the c states cost t/2 + t(c - t)/2, which is at least c/2. So no change is smaller than
n + c/2 + m/2, and raising s to tie with the class costs exactly that; the class is the lowest that meets the
conditions.

With ties of unknown order s must stand above what it is to be no worse than. Settling an unknown order reverses nothing
and costs 0, so the states tied with s are free, each state between costs 1 as before, and of the highest class only the
fewest states that meet the conditions need fall below s, found by trying subsets in order of size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.graph_model import GraphModel, Preferences
from dragoman.domain.solution import Edit, Inversion, MakerInversion, Patterns, Reversal
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.edits import moves_of_statements, single_edits
from dragoman.negotiation.preferences import Ranks, ranks_of
from dragoman.negotiation.stability.concepts import Concept, stable_states
from dragoman.negotiation.stability.simultaneous import simultaneously_stable
from dragoman.negotiation.ways import Ways

MOST_STATES_INVERTED = 1 << 16
MOST_PAIRS_OF_EDITS = 20_000
MOST_SUBSETS = 20_000
_SHOWN_SETS = 6


@dataclass(frozen=True)
class Conditions:
    """For each move of the decision maker from the wanted state, where the opponents can answer it to."""

    conflict: Conflict
    maker: int
    state: int
    symmetric: bool
    answers: tuple[tuple[int, NDArray[np.intp]], ...]

    def floor(self, ranks: Ranks) -> int:
        """The highest rank that is certainly no better than the state's."""
        return int(ranks[self.state]) - self.conflict.unknown[self.maker]

    def met(self, ranks: Ranks) -> bool:
        """Whether the state is stable for the decision maker with these ranks, whatever is unknown."""
        floor = self.floor(ranks)
        most = -self.conflict.movers[self.maker].reach(-ranks[None])[0] if self.symmetric else ranks
        return all(ranks[s1] <= floor or bool((most[answers] <= floor).any()) for s1, answers in self.answers)

    def sets(self, ranks: Ranks) -> tuple[tuple[Patterns, ...], ...]:
        """For each improvement, the sets of which one must become no better: the improvement, then the nearest sanctions."""
        found = []
        floor = self.floor(ranks)
        for s1, answers in self.answers:
            if ranks[s1] <= floor:
                continue
            choices: list[list[int]] = [[s1]]
            for s2 in sorted(answers.tolist(), key=lambda s: int(ranks[s])):
                more = self.conflict.movers[self.maker].moves(s2).tolist() if self.symmetric else []
                above = [s for s in [s2, *more] if ranks[s] > floor]
                choices.append(above)
            choices = [choices[0], *sorted(choices[1:], key=len)[: _SHOWN_SETS - 1]]
            if all(choices):
                found.append(tuple(self.conflict.states.patterns(choice) for choice in choices))
        return tuple(found)


def invert(model: GraphModel | Conflict, state: str, *, concept: Concept = Concept.SEQ) -> Inversion:
    """For each decision maker, the least change that makes the state stable by the concept."""
    conflict = model if isinstance(model, Conflict) else conflict_of(model)
    conflict.at_most(MOST_STATES_INVERTED, "the inverse", "rule out more states")
    wanted = conflict.state(state)
    makers = [_invert(conflict, i, wanted, concept) for i in range(len(conflict.ids))]
    ranks = [changed for _, changed in makers]
    tempted = conflict.unknown
    if concept is Concept.SIM:
        stable = simultaneously_stable(conflict.states.codes, conflict.movers, ranks, tempted=tempted)
    else:
        stable = stable_states(conflict.movers, ranks, concepts=[concept], tempted=tempted)[concept]
    return Inversion(state, concept.value, tuple(found for found, _ in makers), bool(stable[:, wanted].all()))


def conditions_of(conflict: Conflict, i: int, state: int, concept: Concept) -> Conditions:
    """What stability of the state for i asks for, whatever i's own preferences are."""
    others = [j for j in range(len(conflict.ids)) if j != i]
    ways = Ways(conflict)
    answers = []
    for s1 in conflict.movers[i].moves(state).tolist():
        if concept is Concept.NASH:
            ends: list[int] = []
        elif concept is Concept.SIM:
            ends = list(_at_once(ways, state, s1, others))
        else:
            credible = concept in (Concept.SEQ, Concept.SSEQ)
            tree, _ = ways.search(s1, others, improving=credible)
            ends = [s for s in tree if s != s1]
        answers.append((s1, np.array(ends, dtype=np.intp)))
    return Conditions(conflict, i, state, concept in (Concept.SMR, Concept.SSEQ), tuple(answers))


def _at_once(ways: Ways, state: int, s1: int, others: Sequence[int]) -> Iterator[int]:
    codes = ways.conflict.states.codes
    choices = [[state, *ways.targets(j, state, improving=True)] for j in others]
    for ends in product(*choices):
        if any(end != state for end in ends):
            code = int(codes[s1])
            for end in ends:
                code ^= int(codes[end] ^ codes[state])
            together = ways.conflict.states.index(code)
            if together is not None:
                yield together


def raised(ranks: Ranks, state: int, level: int) -> Ranks:
    """The ranks with one state raised to tie with those of rank `level`."""
    found = ranks.copy()
    found[state] = level
    return found


def _invert(conflict: Conflict, i: int, wanted: int, concept: Concept) -> tuple[MakerInversion, Ranks]:
    ranks = conflict.ranks[i]
    name, ident = conflict.names[i], conflict.ids[i]
    pattern = conflict.states.pattern(wanted)
    conditions = conditions_of(conflict, i, wanted, concept)
    if conditions.met(ranks):
        sentence = f"{pattern} is already stable for {name}."
        return MakerInversion(ident, True, (), None, (), sentence), ranks
    change = _settled(conditions, ranks) if conflict.unknown[i] else _levelled(conditions, ranks)
    edits = _edits(conflict, conflict.model.decision_makers[i].preferences, conditions)
    words = [f"{name} would find {pattern} stable"]
    if edits:
        words.append(f"if it were to {' and '.join(edits[0].changes)}")
        words.append(
            f"({len(edits)} ways with as few edits);" if len(edits) > 1 else "(the only way with as few edits);"
        )
        words.append("state by state,")
    sentence = f"{' '.join([*words, _raised_in_words(pattern, change.reversal)])}."
    return MakerInversion(ident, False, edits, change.reversal, conditions.sets(ranks), sentence), change.ranks


@dataclass(frozen=True)
class _Change:
    ranks: Ranks
    reversal: Reversal


def _levelled(conditions: Conditions, ranks: Ranks) -> _Change:
    """The state raised to tie with the lowest class that meets the conditions."""
    wanted, patterns = conditions.state, conditions.conflict.states.patterns
    now = int(ranks[wanted])
    level = next(h for h in range(now + 1, int(ranks.max()) + 1) if conditions.met(raised(ranks, wanted, h)))
    (pattern,) = patterns([wanted])
    passed = patterns(np.flatnonzero((ranks > now) & (ranks < level)))
    level_with = patterns(np.flatnonzero(ranks == level))
    left = int((ranks == now).sum()) - 1
    distance = len(passed) + (len(level_with) + left) / 2
    reversal = Reversal(distance, tuple((p, pattern) for p in passed), tuple((p, pattern) for p in level_with))
    return _Change(raised(ranks, wanted, level), reversal)


def _settled(conditions: Conditions, ranks: Ranks) -> _Change:
    """The state raised above the lowest class that meets the conditions, or above the fewest states of it that do."""
    wanted, patterns = conditions.state, conditions.conflict.states.patterns
    now, twice = int(ranks[wanted]), (ranks * 2).astype(np.int32)
    level = next(h for h in range(now, int(ranks.max()) + 1) if conditions.met(raised(twice, wanted, 2 * h + 1)))
    best = raised(twice, wanted, 2 * level + 1)
    fallen = members = np.flatnonzero((ranks == level) & (np.arange(len(ranks)) != wanted))
    if level > now:
        sizes = (few for size in range(1, len(members)) for few in combinations(members.tolist(), size))
        for few in islice(sizes, MOST_SUBSETS):
            split = best.copy()
            split[np.setdiff1d(members, few)] += 2
            if conditions.met(split):
                best, fallen = split, np.array(few, dtype=np.intp)
                break
    (pattern,) = patterns([wanted])
    passed = patterns(np.flatnonzero((ranks > now) & (ranks < level)))
    reversed_ = (*passed, *patterns(fallen)) if level > now else ()
    settled = patterns(np.flatnonzero((ranks == now) & (np.arange(len(ranks)) != wanted)))
    pairs = tuple((p, pattern) for p in settled)
    return _Change(best, Reversal(len(reversed_), tuple((p, pattern) for p in reversed_), (), pairs))


def _raised_in_words(pattern: str, reversal: Reversal) -> str:
    above, level = [p for p, _ in reversal.reversed], [p for p, _ in reversal.tied]
    parts = [f"be as good as {_and(tuple(level))}"] if level else []
    if not reversal.reversed and reversal.settled:
        return f"if it were settled that {pattern} is above {_and(tuple(p for p, _ in reversal.settled))} (no pair reversed)"
    if above:
        parts.append(f"above {_and(tuple(above))}" if level else f"be above {_and(tuple(above))}")
    return f"if {pattern} rose to {' and '.join(parts)} (Kendall distance {reversal.distance:g})"


def _edits(conflict: Conflict, preferences: Preferences, conditions: Conditions) -> tuple[Edit, ...]:
    """All single edits of statements that work; where none does, all pairs of edits, up to MOST_PAIRS_OF_EDITS."""
    if not preferences.statements:
        return ()
    ones = [*single_edits(preferences), *moves_of_statements(preferences)]
    found = [Edit((edit.words,)) for edit in ones if conditions.met(ranks_of(edit.result, conflict.states))]
    if found:
        return tuple(found)
    tried = 0
    seen: set[tuple[str, ...]] = set()
    for first in ones:
        for second in (*single_edits(first.result), *moves_of_statements(first.result)):
            key = tuple(statement.when for statement in second.result.statements)
            tried += 1
            if tried > MOST_PAIRS_OF_EDITS:
                return tuple(found)
            if key not in seen:
                seen.add(key)
                if conditions.met(ranks_of(second.result, conflict.states)):
                    found.append(Edit((first.words, second.words)))
    return tuple(found)


def _and(patterns: Patterns) -> str:
    shown = list(patterns[:4]) + ([f"{len(patterns) - 4} more"] if len(patterns) > 4 else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
