"""What lay ahead of an actor and was done, or was given up."""

from __future__ import annotations

from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts, turn_of, turned
from dragoman.situation.claims.same import AHEAD, amounts_differ, same_matter
from dragoman.situation.facts import Fact
from dragoman.situation.words import concepts

LEAST = 2
"""How many words tell that what is given up is what lay ahead."""
_DEEDS = frozenset({Kind.EVENT, Kind.AGREEMENT})


def deed_words(head: Fact) -> frozenset[str]:
    """What a deed is told with: its words and its trigger's."""
    trigger = head.statement.trigger
    return head.words | (concepts(trigger.text) if trigger is not None else frozenset())


def lies_ahead(fact: Fact) -> bool:
    """True of what is planned, offered, accepted or threatened, or told as coming."""
    if fact.negative:
        return False
    if fact.kind is Kind.STANCE:
        return fact.statement.type in acts().done
    return fact.mood == "ahead" or (fact.asserted and fact.mood in AHEAD)


def carried_out(a: Fact, b: Fact) -> bool:
    """True where `b` tells as done what `a` planned, offered or threatened: its trigger and more of its words are there."""
    if a.actor != b.actor or a.statement.type not in acts().done or a.negative or b.negative or b.mood != "actual":
        return False
    trigger = concepts(b.statement.trigger.text) if b.statement.trigger is not None else frozenset()
    own = a.words | (concepts(a.statement.object.text) if a.statement.object is not None else frozenset())
    fits = _other_fits(a, b) and same_matter(a, b) and not amounts_differ(a.amounts, b.amounts)
    return fits and bool(trigger & own) and bool((own & b.words) - trigger)


def dropped(a: Fact, b: Fact) -> bool:
    """True where `b` is an act of the same actor by which what lay ahead in `a` is broken off, stopped or turned round."""
    if a.actor is None or a.actor != b.actor or not lies_ahead(a) or b.kind not in _DEEDS:
        return False
    if b.negative or b.mood != "actual" or not _other_fits(a, b):
        return False
    turns = turned(b.statement.quote) and turn_of(a.statement.quote) != turn_of(b.statement.quote)
    return turns and len(a.words & b.words) >= LEAST


def _other_fits(a: Fact, b: Fact) -> bool:
    return a.other is None or b.other is None or a.other == b.other
