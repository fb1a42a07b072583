"""When two statements coded differently, or two states of affairs told, say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.domain.amount import Amount, compare
from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.claims.citing import grounds
from dragoman.situation.claims.same import (
    EVENT_SLACK,
    amounts_differ,
    elsewhere,
    of_one_time,
    parties,
    same_form,
    same_other,
    symmetric,
)
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact
from dragoman.situation.places import Apart
from dragoman.situation.words import back_references, concept, persons

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
COMMONEST = 20
"""A word that more than one in so many statements has says nothing of which is meant, if more than `RARE` have it."""
RARE = 12
RAREST = 12
"""How many of its rarest words a telling is looked up by."""
SHORT = 2
"""How many words make a telling of one actor that is all in another's the same told shorter."""
NEVER = 2.0
SHARE_GROUND = 0.4
"""The same where both give a figure of one name."""
DISTINCT = 10
"""From which number on a figure that both give is no chance."""
SOON = timedelta(days=14)
"""How close the reports of two such figures are."""
_YEARS = range(1900, 2100)
_SPANS = frozenset({"day", "week", "month", "year", "hour", "minute", "decade"})
_CODED = frozenset({Kind.EVENT, Kind.AGREEMENT})


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


def same_telling(fact: Fact, head: Fact, days: Days, rarity: Rarity, others: Sequence[Fact] = ()) -> float:
    """How well two statements that are coded differently, or are states of affairs told, say the same; 0 where they do not.

    Polarity and mood agree, days are near, amounts do not differ, and of what the one that tells less weighs half is
    shared. A side known of both must be one; told from another's end ("A gets 10 tonnes from B") an amount must agree.
    Less is enough where one cites the outlet of one of `others`, which the head is grouped with, or is its headline.
    """
    if not (fact.amounts and head.amounts) and len(fact.telling.words & head.telling.words) < SHORT:
        return 0.0
    if not _kin(fact, head) or fact.off != head.off or not _one_time(fact, head, days):
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


def _kin(fact: Fact, head: Fact) -> bool:
    """True where what one is coded as may be told as the other, and neither has happened where the other has not.

    Two codes of one clause are two statements, whatever they share, and so they are in a copy of it.
    """
    if fact.asserted and head.asserted:
        return _ahead(fact) == _ahead(head)
    if _one_clause(fact, head):
        return False
    if fact.kind is Kind.STANCE and head.kind is Kind.STANCE:
        types = {str(fact.statement.type), str(head.statement.type)}
        either = any(types <= group for group in acts().kin) or (fact.act == head.act and _one_unknown(fact, head))
        return fact.bearing == head.bearing and either
    if fact.asserted or head.asserted:
        if _names_stance(fact, head) or _names_stance(head, fact):
            return True
        return _ahead(fact) is not None and _ahead(fact) == _ahead(head)
    if fact.act == head.act:
        known = fact.actor is not None or head.actor is not None or _one_number(fact, head)
        if fact.kind is Kind.AGREEMENT and fact.statement.type != head.statement.type:
            return False
        return fact.kind in _CODED and fact.mood == head.mood and known and same_form(fact, head)
    return _crosses(fact) and _crosses(head) and _ahead(fact) is not None and _ahead(fact) == _ahead(head)


def _one_number(fact: Fact, head: Fact) -> bool:
    """True where a number is in both: "seven guards were killed"."""
    return any(w[:1].isdigit() for w in fact.telling.marked & head.telling.marked)


def _names_stance(told: Fact, stance: Fact) -> bool:
    """True where a state of affairs told names the offer, demand or plan that the other is ("the bid stands at 250 million")."""
    if not told.asserted or stance.kind is not Kind.STANCE or told.mood != "actual":
        return False
    return concept(str(stance.statement.type)) in told.telling.words


def _one_clause(fact: Fact, head: Fact) -> bool:
    one, two = fact.statement, head.statement
    if fact.report.id == head.report.id:
        return one.span.meets(two.span)
    return one.quote in two.quote or two.quote in one.quote


def _toward_another(fact: Fact, head: Fact) -> bool:
    """True where both are coded, and not toward one side."""
    if fact.asserted or head.asserted or fact.other is None or head.other is None:
        return False
    return not same_other(fact, head) and not (symmetric(fact) and symmetric(head))


def _one_unknown(fact: Fact, head: Fact) -> bool:
    return (fact.actor is None) != (head.actor is None)


def _crosses(fact: Fact) -> bool:
    """True of what one report may code as one act and another as another; a meeting is not what was agreed at it."""
    return fact.act != "CONSULT" and (fact.kind in _CODED or (fact.kind is Kind.STANCE and _ahead(fact) is True))


def _ahead(fact: Fact) -> bool | None:
    """True of what lies ahead, also as a stance; False of what is or was; None of what was only wanted or tried."""
    if fact.kind is Kind.STANCE:
        return True if str(fact.statement.type) in acts().kin[0] else None
    return {"ahead": True, "open": True, "tried": None}.get(fact.mood, False)


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
    if numbers and least > SHARE_GROUND and _one_figure(fact, head, rarity):
        ground = SHARE_GROUND
    if ground < least and _ends_meet(fact, head):
        least = ground
    one_actor = _one_actor(fact, head)
    shorter = one_actor and share == 1 and words >= SHORT
    return share if share >= least and (weight >= LEAST or shorter) else 0.0


def _one_figure(fact: Fact, head: Fact, rarity: Rarity) -> bool:
    """True where both give a figure that is no chance, of one name or with two words more, in reports of near days."""
    if fact.published is None or head.published is None or abs(fact.published - head.published) > SOON:
        return False
    both = fact.telling.marked & head.telling.marked
    numbers = {w for w in both if w[:1].isdigit()}
    more = (fact.telling.words & head.telling.words) - numbers - rarity.common
    if not (both - numbers - rarity.common) and len(more) < SHORT:
        return False
    figures = any(_distinct(a) and compare(a, b) == "same" for a, b in _counted_alike(fact, head))
    return figures or any(_no_chance(w) for w in numbers)


def _no_chance(number: str) -> bool:
    """True of a number that is no year and that two hardly tell by chance."""
    value = float(number)
    return value >= DISTINCT and not (value.is_integer() and value in _YEARS)


def _counted_alike(fact: Fact, head: Fact) -> Iterator[tuple[Amount, Amount]]:
    for a in map(_of_persons, fact.amounts):
        for b in map(_of_persons, head.amounts):
            if a.unit == b.unit and None not in (a.value, b.value):
                yield a, b


def _distinct(amount: Amount) -> bool:
    return amount.value is not None and amount.value >= DISTINCT and amount.unit not in _SPANS


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


def same_amount(fact: Fact, head: Fact) -> bool:
    """True where a figure is in both, or one of them rounds the other's: of people, however they are called."""
    return any(
        compare(a, b) != "different" and None not in (a.value, b.value)
        for a in map(_of_persons, fact.amounts)
        for b in map(_of_persons, head.amounts)
    )


def _of_persons(amount: Amount) -> Amount:
    counted = {concept(w) for w in amount.unit.split()}
    return replace(amount, unit="person") if counted & persons() else amount


def _one_subject(fact: Fact, head: Fact) -> bool:
    """True where what one is about stands in the other, or is a noun or pronoun for what was named before."""
    one, two = fact.telling, head.telling
    if one.subject & two.words or two.subject & one.words:
        return True
    own = one.subject if fact.asserted else two.subject
    return not (fact.asserted and head.asserted) and own <= back_references()
