"""Grouping gone through again after a change: a fact that would be compared with the same groups as before stays in its own.

Only exact shortcuts are taken. `dirty` are the keys at which other groups may be found than were found there before, or
groups that became other; a fact that looks at none of them needs no comparing. That it ends where grouping from nothing
ends is tested as a law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.situation.claims.keys import Key, keys, rarest_of
from dragoman.situation.claims.rarity import Rarity, rarity_of
from dragoman.situation.facts import Fact

if TYPE_CHECKING:
    from dragoman.situation.claims.group import Group

MOST_CHANGED = 0.2
"""Where more than this share of the facts is another, an earlier grouping is of no use."""
Place = tuple[date, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier grouping: `first` gives by a fact's id that of the first fact of its group.

    `gone` are the facts that it had and that are no more, `come` the ids of those that it had not; a fact that became
    another is among both.
    """

    first: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    gone: Sequence[Fact] = ()
    come: frozenset[str] = frozenset()


class Replay:
    """Tells which facts stay where they were while facts are taken in order; `gone` are those that are no more, in order."""

    def __init__(
        self, before: Before, every: Sequence[Fact], rarity: Rarity, gone: Sequence[tuple[Place, Fact]]
    ) -> None:
        self._first, self._come = before.first, before.come
        self._then = rarity_of([*(f for f in every if f.id not in before.come), *before.gone])
        self._now = rarity
        self._gone = list(gone)[::-1]
        moved = [*before.gone, *(f for f in every if f.id in before.come)]
        self._counted = frozenset(w for f in moved for w in f.telling.words)
        self._flipped = self._then.common ^ rarity.common
        self._lost = self._then.told != rarity.told
        self._dirty: set[Key] = set()
        self._odd: set[int] = set()
        self._groups: dict[str, Group] = {}

    def stays(self, fact: Fact, rarest: Sequence[str], place: Place) -> bool:
        """True where the fact, the next in order, needs no comparing."""
        while self._gone and self._gone[-1][0] <= place:
            self._leaves(self._gone.pop()[1])
        first = None if fact.id in self._come or self._lost else self._first.get(fact.id)
        if first is None or not self._as_before(fact, rarest):
            return False
        if first != fact.id and first not in self._groups:
            return False
        return not self._dirty or self._dirty.isdisjoint(keys(fact, rarest, wide=True))

    def group_of(self, fact: Fact) -> Group | None:
        """The group of a fact that stays, None where it was the first of its own."""
        return self._groups.get(self._first[fact.id])

    def joined(self, fact: Fact, group: Group, own: Iterable[Key]) -> None:
        """Takes note of the group that a fact is now in, itself already in it, and of the keys that it is found at."""
        first = None if fact.id in self._come else self._first.get(fact.id)
        if first == fact.id and group.facts[0] is fact:
            self._groups[fact.id] = group
        if first is None or self._groups.get(first) is not group or not self._flipped.isdisjoint(fact.telling.words):
            self._becomes_odd(group)
            if first in self._groups:
                self._becomes_odd(self._groups[first])
        if group.number in self._odd:
            self._dirty.update(own)

    def _as_before(self, fact: Fact, rarest: Sequence[str]) -> bool:
        """False where the words that the fact is looked up by, or that weigh in it, are others.

        The keys at which it was found, or is, but not both, are dirty then.
        """
        words = fact.telling.words
        if self._counted.isdisjoint(words) and self._flipped.isdisjoint(words):
            return True
        then = rarest_of(fact, self._then)
        if set(then) != set(rarest):
            self._dirty.update(set(keys(fact, then, wide=False)) ^ set(keys(fact, rarest, wide=False)))
        return list(then) == list(rarest) and self._flipped.isdisjoint(words)

    def _leaves(self, fact: Fact) -> None:
        """Takes note of a fact that is no more, at the place where it stood."""
        self._dirty.update(keys(fact, rarest_of(fact, self._then), wide=False))
        group = self._groups.get(self._first.get(fact.id, ""))
        if group is not None:
            self._becomes_odd(group)

    def _becomes_odd(self, group: Group) -> None:
        """From now on nothing found at a key of this group is as it was."""
        if group.number not in self._odd:
            self._odd.add(group.number)
            for fact in group.facts:
                self._dirty.update(keys(fact, rarest_of(fact, self._now), wide=False))
