"""When two statements coded differently, or two states of affairs told, say the same."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.statement import Kind
from dragoman.situation.claims.citing import grounds
from dragoman.situation.claims.figures import one_figure, same_amount
from dragoman.situation.claims.kin import kin
from dragoman.situation.claims.rarity import Rarity
from dragoman.situation.claims.same import (
    EVENT_SLACK,
    amounts_differ,
    elsewhere,
    of_one_time,
    parties,
    same_other,
    symmetric,
)
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact
from dragoman.situation.places import Apart
from dragoman.situation.words import back_references

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
WORDS_PASSIVE = 3
"""The same, and how many words must be shared, where one is coded as an event and who did it is known of one alone."""
SHORT = 2
"""How many words make a telling of one actor that is all in another's the same told shorter."""
NEVER = 2.0
SHARE_GROUND = 0.4
"""The same where both give a figure of one name."""


def same_telling(fact: Fact, head: Fact, days: Days, rarity: Rarity, others: Sequence[Fact] = ()) -> float:
    """How well two statements that are coded differently, or are states of affairs told, say the same; 0 where they do not.

    Polarity and mood agree, days are near, amounts do not differ, and of what the one that tells less weighs half is
    shared. A side known of both must be one; told from another's end ("A gets 10 tonnes from B") an amount must agree.
    Less is enough where one cites the outlet of one of `others`, which the head is grouped with, or is its headline.
    """
    if not (fact.amounts and head.amounts) and len(fact.telling.words & head.telling.words) < SHORT:
        return 0.0
    if not kin(fact, head) or fact.off != head.off or not _one_time(fact, head, days):
        return 0.0
    if (
        _toward_another(fact, head)
        or amounts_differ(fact.amounts, head.amounts)
        or elsewhere(fact, head) is not Apart.NO
    ):
        return 0.0
    share = alike(fact, head, rarity)
    if share:
        return share
    return alike(fact, head, rarity, ground=grounds(fact, others))


def _toward_another(fact: Fact, head: Fact) -> bool:
    """True where both are coded, and not toward one side."""
    if fact.asserted or head.asserted or fact.other is None or head.other is None:
        return False
    return not same_other(fact, head) and not (symmetric(fact) and symmetric(head))


def _one_time(fact: Fact, head: Fact, days: Days) -> bool:
    return of_one_time(fact, head, days, EVENT_SLACK)


def alike(fact: Fact, head: Fact, rarity: Rarity, *, numbers: bool = True, ground: float = NEVER) -> float:
    """The share of what is told that both tell, 0 where it is not enough; times, amounts and polarity apart.

    Without `numbers`, those that stand in it do not count: it is asked whether two figures are of one thing.
    """
    amount = numbers and same_amount(fact, head)
    share, weight, words = _shared(fact, head, rarity, amount, numbers=numbers)
    if not amount and not _more_than_names(fact, head, rarity):
        return 0.0
    if fact.asserted and head.asserted:
        least = _least(fact, head, amount=amount)
    else:
        least = _least_of_coded(fact, head, words=words + (WORDS_PASSIVE if amount else 0))
    if numbers and least > SHARE_GROUND and one_figure(fact, head, rarity.common):
        ground = SHARE_GROUND
    if ground < least and _ends_meet(fact, head):
        least = ground
    one_actor = _one_actor(fact, head)
    shorter = one_actor and share == 1 and words >= SHORT
    return share if share >= least and (weight >= LEAST or shorter) else 0.0


def _ends_meet(fact: Fact, head: Fact) -> bool:
    """True where who acts in one is known of one alone, acts in both, or is named in what the other tells."""
    if fact.actor is None or head.actor is None or _one_actor(fact, head):
        return True
    return bool(fact.telling.actor & head.telling.marked and head.telling.actor & fact.telling.marked)


def _least(fact: Fact, head: Fact, *, amount: bool) -> float:
    """The share that two states of affairs must have in common to be one; above 1 where none is enough."""
    if fact.actor is not None and fact.actor == head.actor:
        return SHARE
    if not _one_subject(fact, head):
        return NEVER
    if fact.actor is not None and head.actor is not None:
        return SHARE_UNKNOWN if amount else NEVER
    return SHARE if amount else SHARE_UNKNOWN


def _least_of_coded(fact: Fact, head: Fact, *, words: int) -> float:
    """The same where one at least is coded as an event or stance; `words` are shared, an amount counts as some."""
    told = fact.asserted or head.asserted
    one_act = fact.act == head.act or fact.kind is head.kind is Kind.STANCE
    if fact.actor is not None and head.actor is not None:
        if not _one_actor(fact, head) or not (told or words >= WORDS_PASSIVE):
            return NEVER
        return SHARE_EVENT if told or one_act else SHARE_PASSIVE
    if words < WORDS_PASSIVE:
        return NEVER
    if not told:
        known = fact.actor is not None or head.actor is not None
        return SHARE_EVENT if one_act and known else SHARE_PASSIVE
    return SHARE_PASSIVE if _one_subject(fact, head) else NEVER


def _one_actor(fact: Fact, head: Fact) -> bool:
    """True where both have one actor, or, told from either side, a party in common."""
    if fact.actor is not None and fact.actor == head.actor:
        return True
    return symmetric(fact) and symmetric(head) and bool(parties(fact) & parties(head))


def _shared(fact: Fact, head: Fact, rarity: Rarity, amount: bool, *, numbers: bool) -> tuple[float, int, int]:
    """The share of the lighter of the two that both tell, what that weighs, and how many words it is.

    Left out are the words of one actor of both, which do not tell what it does, and common ones.
    """
    marked = fact.telling.marked | head.telling.marked
    dull = rarity.common | _actor_words(fact, head)
    if not numbers:
        dull |= {w for w in marked if w[:1].isdigit()}
    ours, theirs = fact.telling.words - dull, head.telling.words - dull
    both = ours & theirs
    bonus = NAME if amount else 0
    weight = _weight(both, marked) + bonus
    lighter = min(_weight(ours, marked), _weight(theirs, marked)) + bonus
    return weight / max(1, lighter), weight, len(both)


def _more_than_names(fact: Fact, head: Fact, rarity: Rarity) -> bool:
    """True where a number or a word that is no name is in both: what is told of one ship may be many things."""
    names = {w for w in fact.telling.marked | head.telling.marked if not w[:1].isdigit()}
    return bool((fact.telling.words & head.telling.words) - names - rarity.common)


def _weight(words: frozenset[str], marked: frozenset[str]) -> int:
    return len(words) + (NAME - 1) * len(words & marked)


def _actor_words(fact: Fact, head: Fact) -> frozenset[str]:
    """The names of the actor of both, and what both call it, which do not tell what it does."""
    if fact.actor is None or fact.actor != head.actor:
        return frozenset()
    one, two = fact.telling.actor, head.telling.actor
    return (one & two) | ((one | two) & (fact.telling.marked | head.telling.marked))


def _one_subject(fact: Fact, head: Fact) -> bool:
    """True where what one is about stands in the other, or is a noun or pronoun for what was named before."""
    one, two = fact.telling, head.telling
    if one.subject & two.words or two.subject & one.words:
        return True
    own = one.subject if fact.asserted else two.subject
    return not (fact.asserted and head.asserted) and own <= back_references()
