"""When two states of affairs told are one, and when one repeats what is coded as an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.domain.amount import Amount, compare
from dragoman.domain.statement import Kind
from dragoman.situation.claims.same import EVENT_SLACK, amounts_differ, near
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact
from dragoman.situation.words import concept

NAME = 2
"""What a name, a number or an equal amount weighs; another word weighs 1."""
LEAST = 3
"""What two tellings of one thing must share at least."""
SHARE = 0.5
"""Of what the one that tells less weighs, where both are known to speak of one side."""
SHARE_UNKNOWN = 0.6
"""The same where the side of one is not known."""
SHARE_EVENT = 0.6
"""The same where one is coded as an event of the actor of the other."""
SHARE_PASSIVE = 0.75
WEIGHT_PASSIVE = 5
"""The same, and what must be shared, where one is coded as an event and who did it is known of one alone."""
COMMONEST = 20
"""A word that more than one in so many statements has says nothing of which is meant, if more than `RARE` have it."""
RARE = 12
RAREST = 6
"""How many of its rarest words a telling is looked up by."""
SHORT = 2
"""How many words make a telling of one actor that is all in another's the same told shorter."""
NEVER = 2.0
_PEOPLE = "people"
_REPEATED = frozenset({Kind.EVENT, Kind.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many statements have each word; empty where no state of affairs is told."""

    counts: Mapping[str, int]
    statements: int

    def common(self, word: str) -> bool:
        count = self.counts.get(word, 0)
        return count > RARE and count * COMMONEST > self.statements

    def rarest(self, fact: Fact) -> list[str]:
        """The words that a telling is looked up by, rarest first."""
        return sorted((w for w in fact.told if not self.common(w)), key=lambda w: (self.counts.get(w, 0), w))[:RAREST]


def rarity_of(facts: Iterable[Fact]) -> Rarity:
    """The rarity of words among `facts`, each report counted once for a word."""
    every = list(facts)
    if not any(f.asserted for f in every):
        return Rarity({}, 0)
    return Rarity(Counter(word for f in every for word in f.told), len(every))


def same_telling(fact: Fact, head: Fact, days: Days, rarity: Rarity) -> float:
    """How well two statements, of which one at least is a state of affairs told, say the same; 0 where they do not.

    Polarity and mood agree, days are near, amounts do not differ, and of what the one that tells less weighs half is
    shared. A side known of both must be one; told from another's end ("A gets 10 tonnes from B") an amount must agree.
    """
    if fact.negative != head.negative or not _mood(fact, head) or not near(fact.days, days, EVENT_SLACK):
        return 0.0
    if amounts_differ(fact.amounts, head.amounts):
        return 0.0
    return alike(fact, head, rarity)


def alike(fact: Fact, head: Fact, rarity: Rarity) -> float:
    """The share of what is told that both tell, 0 where it is not enough; times, amounts and polarity apart."""
    amount = _same_amount(fact, head)
    share, weight, words = _shared(fact, head, rarity, amount)
    if fact.asserted and head.asserted:
        least = _least(fact, head, amount=amount)
    elif {fact.kind, head.kind} & _REPEATED:
        least = _least_of_event(fact, head, weight)
    else:
        return 0.0
    one_actor = fact.actor is not None and fact.actor == head.actor
    shorter = one_actor and share == 1 and words >= SHORT
    return share if share >= least and (weight >= LEAST or shorter) else 0.0


def _least(fact: Fact, head: Fact, *, amount: bool) -> float:
    """The share that two states of affairs must have in common to be one; above 1 where none is enough."""
    if fact.actor is not None and fact.actor == head.actor:
        return SHARE
    if not _one_subject(fact, head):
        return NEVER
    if fact.actor is not None and head.actor is not None:
        return SHARE_UNKNOWN if amount else NEVER
    return SHARE if amount else SHARE_UNKNOWN


def _least_of_event(fact: Fact, head: Fact, weight: int) -> float:
    """The same for a state of affairs and an event."""
    if fact.actor is not None and head.actor is not None:
        return SHARE_EVENT if fact.actor == head.actor else NEVER
    return SHARE_PASSIVE if weight >= WEIGHT_PASSIVE and _one_subject(fact, head) else NEVER


def _mood(fact: Fact, head: Fact) -> bool:
    ahead = ("ahead", "open")
    return fact.mood == head.mood or (fact.mood in ahead and head.mood in ahead)


def _shared(fact: Fact, head: Fact, rarity: Rarity, amount: bool) -> tuple[float, int, int]:
    """The share of the lighter of the two that both tell, what that weighs, and how many words it is.

    Left out are the words of one actor of both, which do not tell what it does, and common ones.
    """
    marked = fact.marked | head.marked
    own = _actor_words(fact, head)

    def weigh(words: frozenset[str]) -> int:
        return sum(NAME if w in marked else 1 for w in words if w not in own and not rarity.common(w))

    bonus = NAME if amount else 0
    both = fact.told & head.told
    weight = weigh(both) + bonus
    lighter = min(weigh(fact.told), weigh(head.told)) + bonus
    return weight / max(1, lighter), weight, len([w for w in both if w not in own and not rarity.common(w)])


def _actor_words(fact: Fact, head: Fact) -> frozenset[str]:
    """The words of the actor of both, which do not tell what it does."""
    if fact.actor is None or fact.actor != head.actor:
        return frozenset()
    return fact.actor_words | head.actor_words


def _same_amount(fact: Fact, head: Fact) -> bool:
    """True where a figure is in both, or one of them rounds the other's: of people, however they are called."""
    return any(
        compare(a, b) != "different" and None not in (a.value, b.value)
        for a in map(_of_people, fact.amounts)
        for b in map(_of_people, head.amounts)
    )


def _of_people(amount: Amount) -> Amount:
    return replace(amount, unit=_PEOPLE) if concept(amount.unit) == _PEOPLE else amount


def _one_subject(fact: Fact, head: Fact) -> bool:
    """True where what one is about stands in the other."""
    return bool(fact.subject & head.told) or bool(head.subject & fact.told)
