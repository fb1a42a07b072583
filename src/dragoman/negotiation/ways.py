"""Shortest sequences of moves, by breadth first; no shortest one lets anybody move twice in a row, as moves join up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.domain.solution import Move
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.groups import GroupMoves

Tree = dict[int, tuple[int, int] | None]


class Ways:
    """Searches in one conflict; where each decision maker can go from a state is looked up once and kept."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self._known: dict[tuple[int, int, bool], list[int]] = {}

    def targets(self, by: int, at: int, *, improving: bool) -> list[int]:
        """The states that one move, or one improvement, leads to, ascending."""
        key = (by, at, improving)
        if key not in self._known:
            found = self.conflict.movers[by].moves(at)
            ranks = self.conflict.ranks[by]
            self._known[key] = (found[ranks[found] > ranks[at]] if improving else found).tolist()
        return self._known[key]

    def search(
        self, start: int, makers: Iterable[int], *, improving: bool, until: Callable[[int], bool] | None = None
    ) -> tuple[Tree, int | None]:
        """How each state that these decision makers can reach was first reached, and the first that `until` takes.

        A state reached by somebody is not searched on by the same one, and a group of states among which a decision
        maker moves freely is searched once: neither leads anywhere new.
        """
        makers = tuple(makers)
        tree: Tree = {start: None}
        ahead = [start]
        done: set[tuple[int, int]] = set()
        for at in ahead:
            step = tree[at]
            for by in makers:
                if step is not None and step[1] == by:
                    continue
                mover = self.conflict.movers[by]
                if not improving and isinstance(mover, GroupMoves):
                    key = (by, int(mover.group[at]))
                    if key in done:
                        continue
                    done.add(key)
                for target in self.targets(by, at, improving=improving):
                    if target not in tree:
                        tree[target] = (at, by)
                        if until is not None and until(target):
                            return tree, target
                        ahead.append(target)
        return tree, None

    def way(self, tree: Tree, end: int) -> tuple[Move, ...] | None:
        """The moves from the root of the tree to a state, or None if the tree does not hold it."""
        if end not in tree:
            return None
        pattern = self.conflict.states.pattern
        moves = []
        step = tree[end]
        while step is not None:
            origin, by = step
            moves.append(Move(self.conflict.ids[by], pattern(origin), pattern(end)))
            end, step = origin, tree[origin]
        return tuple(reversed(moves))
