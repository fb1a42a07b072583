"""Which words many statements have, and which few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.situation.facts import Fact

COMMONEST = 20
"""A word that more than one in so many statements has says nothing of which is meant, if more than `RARE` have it."""
RARE = 12
RAREST = 12
"""How many of its rarest words a telling is looked up by."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many statements have each word, and which words are common; `told` where some state of affairs is told."""

    counts: Mapping[str, int]
    common: frozenset[str]
    told: bool = False

    def rarest(self, fact: Fact) -> list[str]:
        """The words that a telling is looked up by, rarest first."""
        counts = self.counts
        return [w for _, w in sorted((counts.get(w, 0), w) for w in fact.telling.words - self.common)[:RAREST]]


def rarity_of(facts: Iterable[Fact]) -> Rarity:
    """The rarity of words among `facts`."""
    every = list(facts)
    counts = Counter(word for f in every for word in f.telling.words)
    common = frozenset(w for w, n in counts.items() if n > RARE and n * COMMONEST > len(every))
    return Rarity(counts, common, any(f.asserted for f in every))
