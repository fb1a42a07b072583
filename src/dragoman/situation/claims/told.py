"""How a state of affairs told may be at odds with another, or with an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from dragoman.domain.statement import Kind
from dragoman.situation.claims.ahead import lies_ahead
from dragoman.situation.claims.asserted import alike
from dragoman.situation.claims.odds import Odds
from dragoman.situation.claims.rarity import Rarity
from dragoman.situation.claims.same import amounts_differ, elsewhere
from dragoman.situation.facts import Fact
from dragoman.situation.places import Apart
from dragoman.situation.words import told

DENIED = 0.9
"""The share that a denial in other words has in common with what it denies."""
TOLD = "told"
"""Begins the keys of states of affairs told, and of what they may be at odds with."""
_WORDS = 5
_ALSO = frozenset({Kind.EVENT, Kind.AGREEMENT})
SURE = 0.75
"""The share from which two figures are surely of one thing."""
SOON = timedelta(days=14)
"""How close the reports of two such figures are, where no days are told."""


def denied_words(heads: Iterable[Fact], rarity: Rarity) -> frozenset[str]:
    """The words that what is denied, or is over, is looked up by."""
    return frozenset(w for h in heads if h.off and _eligible(h, rarity) for w in rarity.rarest(h)[:_WORDS])


def keys_told(head: Fact, rarity: Rarity, denied: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """What two that may differ have in common: a rare word, and figures, places, an actor, or that one is denied."""
    if not _eligible(head, rarity):
        return
    for word in rarity.rarest(head)[:_WORDS]:
        if word in denied:
            yield TOLD, "off", word
        if head.off:
            continue
        if head.amounts:
            yield TOLD, "amount", word
        if head.place is not None:
            yield TOLD, "place", word
        if head.actor is not None:
            yield TOLD, head.actor, word


def _eligible(head: Fact, rarity: Rarity) -> bool:
    return head.asserted or (rarity.told and (head.kind in _ALSO or lies_ahead(head)))


def may_differ(a: Fact, b: Fact) -> bool:
    """True where one is a state of affairs told, and polarity, figures, places or moods of the two may differ."""
    if not (a.asserted or b.asserted):
        return False
    if carried(a, b):
        return True
    if Kind.STANCE in (a.kind, b.kind):
        return bool(a.amounts and b.amounts) and not (a.off or b.off) and (lies_ahead(a) or lies_ahead(b))
    if a.mood != b.mood and not (a.asserted and b.asserted):
        return False
    if a.off != b.off:
        return a.mood == b.mood
    return not a.off and (bool(a.amounts and b.amounts) or elsewhere(a, b) is not Apart.NO)


def odds_told(a: Fact, b: Fact, rarity: Rarity) -> Odds | None:
    """Over what two facts that may differ are at odds, None where they do not speak of one thing."""
    if carried(a, b):
        return Odds.FULFILLED if not amounts_differ(a.amounts, b.amounts) and alike(a, b, rarity) else None
    if a.off != b.off:
        share = alike(a, b, rarity)
        return Odds.POLARITY if share >= DENIED or (share and _denied(*((a, b) if a.off else (b, a)))) else None
    if amounts_differ(a.amounts, b.amounts):
        return Odds.AMOUNT if alike(a, b, rarity, numbers=False) else None
    return Odds.PLACE if a.mood == b.mood and elsewhere(a, b) is not Apart.NO and alike(a, b, rarity) else None


def surely_one_figure(a: Fact, b: Fact, rarity: Rarity) -> bool:
    """True where two figures, told within days in nearly the same words, are of one thing though no day is told."""
    close = a.published is not None and b.published is not None and abs(a.published - b.published) <= SOON
    return (a.asserted or b.asserted) and close and alike(a, b, rarity, numbers=False) >= SURE


def carried(a: Fact, b: Fact) -> bool:
    """True where one lies ahead and the other, of one known actor, has happened: neither denied, and one not coded."""
    if a.off or b.off or a.actor is None or a.actor != b.actor:
        return False
    return lies_ahead(a) != lies_ahead(b) and "actual" in (a.mood, b.mood)


def _denied(no: Fact, yes: Fact) -> bool:
    """True where the word that one denies stands in the other, or one tells that it is over."""
    if no.telling.over:
        return True
    trigger = no.statement.trigger
    return trigger is not None and bool(told(trigger.text, False)[0] & yes.telling.words)
