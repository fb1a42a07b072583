"""Roots with a stake in what they say: a party that reports on itself, or on its enemy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.domain.claim import Interest, Root
from dragoman.domain.statement import Kind
from dragoman.situation.facts import Fact

_HOSTILE = frozenset({"ASSAULT", "rival"})


def enemies(facts: Iterable[Fact]) -> frozenset[frozenset[str]]:
    """Pairs of sides that are said to be rivals, or of whom one is said to have attacked the other."""
    return frozenset(
        frozenset({f.actor, f.other})
        for f in facts
        if f.act in _HOSTILE
        and not f.negative
        and f.actor
        and f.other
        and f.actor != f.other
        and f.mood in ("", "actual")
    )


def interests(roots: Sequence[Root], head: Fact, foes: frozenset[frozenset[str]]) -> tuple[Interest, ...]:
    """The roots of a claim that speak of themselves or of an enemy, each with a clause that says so."""
    found = []
    for root in roots:
        if root.side is None or (head.kind is Kind.JUDGEMENT and head.actor is None):
            continue
        if root.side in (head.actor, head.other):
            found.append(Interest(root.name, f"{root.name} speaks of itself or its own side"))
        elif any(frozenset({root.side, s}) in foes for s in (head.actor, head.other) if s):
            found.append(Interest(root.name, f"{root.name} speaks of an enemy"))
    return tuple(found)
