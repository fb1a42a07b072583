"""Stability by exhaustive search, word for word from the definitions: slow, and what the solver is checked against.

Definitions as in Fang, Hipel & Kilgour (1993), ch. 3, and Rêgo & Vieira (2017) for SSEQ; of coalitions as in Inohara
& Hipel (2008). States are patterns, ranks a mapping from pattern to a number (higher is better) for each decision
maker, and sequences of moves are followed move by move with the last mover remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.domain.graph_model import GraphModel, Moves


@dataclass(frozen=True)
class Exhaustive:
    """`ranks` has one mapping a decision maker, in the order of the model, over the same (feasible) patterns."""

    model: GraphModel
    ranks: Sequence[Mapping[str, float]]

    @property
    def states(self) -> list[str]:
        return sorted(self.ranks[0])

    @property
    def makers(self) -> range:
        return range(len(self.model.decision_makers))

    def better(self, i: int, a: str, b: str) -> bool:
        return self.ranks[i][a] > self.ranks[i][b]

    def moves(self, i: int, s: str) -> set[str]:
        """R_i(s): i changes some of its own options, each in a direction it allows, to a feasible state."""
        choices = []
        for letter, option in zip(s, self.model.options, strict=True):
            turn = {"Y": "N", "N": "Y"}[letter]
            legal = (turn == "Y" and option.moves is not Moves.BACKWARD) or (
                turn == "N" and option.moves is not Moves.FORWARD
            )
            own = option.owner == self.model.decision_makers[i].id
            choices.append([letter, turn] if own and legal else [letter])
        found = {"".join(letters) for letters in product(*choices)} - {s}
        return {t for t in found if t in self.ranks[0]}

    def improvements(self, i: int, s: str) -> set[str]:
        """R_i+(s)."""
        return {t for t in self.moves(i, s) if self.better(i, t, s)}

    def sequences(self, team: Sequence[int], s: str, *, improving: bool) -> set[str]:
        """R_H(s) or R_H+(s): where a legal sequence leads, in which nobody moves twice in a row."""
        step = self.improvements if improving else self.moves
        seen: set[tuple[str, int]] = set()
        ahead = [(s, -1)]
        while ahead:
            at, last = ahead.pop()
            for j in team:
                if j == last:
                    continue
                for t in step(j, at):
                    if (t, j) not in seen:
                        seen.add((t, j))
                        ahead.append((t, j))
        return {t for t, _ in seen}

    def others(self, team: Sequence[int]) -> list[int]:
        return [j for j in self.makers if j not in team]

    def nash(self, i: int, s: str) -> bool:
        return not self.improvements(i, s)

    def gmr(self, i: int, s: str) -> bool:
        return self._sanctioned(i, s, improving=False, symmetric=False)

    def smr(self, i: int, s: str) -> bool:
        return self._sanctioned(i, s, improving=False, symmetric=True)

    def seq(self, i: int, s: str) -> bool:
        return self._sanctioned(i, s, improving=True, symmetric=False)

    def sseq(self, i: int, s: str) -> bool:
        return self._sanctioned(i, s, improving=True, symmetric=True)

    def _sanctioned(self, i: int, s: str, *, improving: bool, symmetric: bool) -> bool:
        return all(
            any(
                not self.better(i, s2, s) and not (symmetric and any(self.better(i, s3, s) for s3 in self.moves(i, s2)))
                for s2 in self.sequences(self.others([i]), s1, improving=improving)
            )
            for s1 in self.improvements(i, s)
        )

    def sim(self, i: int, s: str) -> bool:
        return all(
            any(together in self.ranks[0] and not self.better(i, together, s) for together in self._joined(i, s, s1))
            for s1 in self.improvements(i, s)
        )

    def _joined(self, i: int, s: str, s1: str) -> Iterator[str]:
        """Where s1 leads if at the same time one or more opponents make improvements of their own from s."""
        opponents = self.others([i])
        for targets in product(*([s, *self.improvements(j, s)] for j in opponents)):
            if any(t != s for t in targets):
                together = list(s1)
                for t in targets:
                    for k, (before, after) in enumerate(zip(s, t, strict=True)):
                        if before != after:
                            together[k] = after
                yield "".join(together)

    def coalition_improvements(self, team: Sequence[int], s: str) -> set[str]:
        """R_H++(s): what the coalition can reach by legal sequences and every member prefers."""
        return {t for t in self.sequences(team, s, improving=False) if all(self.better(i, t, s) for i in team)}

    def coalition_stable(self, concept: str, team: Sequence[int], s: str) -> bool:
        """Nash, GMR, SMR or SEQ stability of s for the coalition."""
        rest = self.others(team)

        def no_better(t: str) -> bool:
            return any(not self.better(i, t, s) for i in team)

        def punished(s1: str) -> bool:
            if concept == "nash":
                return False
            if concept == "seq":
                answers = self._coalition_sequences(rest, s1)
            else:
                answers = self.sequences(rest, s1, improving=False)
            return any(
                no_better(s2)
                and (concept != "smr" or all(no_better(s3) for s3 in self.sequences(team, s2, improving=False)))
                for s2 in answers
            )

        return all(punished(s1) for s1 in self.coalition_improvements(team, s))

    def _coalition_sequences(self, rest: Sequence[int], s: str) -> set[str]:
        """Where sequences of improvements by coalitions among `rest` lead, none moving twice in a row."""
        teams = [team for size in range(1, len(rest) + 1) for team in combinations(rest, size)]
        seen: set[tuple[str, int]] = set()
        ahead = [(s, -1)]
        while ahead:
            at, last = ahead.pop()
            for k, team in enumerate(teams):
                if k == last:
                    continue
                for t in self.coalition_improvements(team, at):
                    if (t, k) not in seen:
                        seen.add((t, k))
                        ahead.append((t, k))
        return {t for t, _ in seen}
