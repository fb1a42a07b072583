"""When two statements say the same: rules on act, sides, matter, days, amounts and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.domain.amount import Amount, compare
from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact
from dragoman.situation.places import Apart, apart
from dragoman.situation.words import root_of_name

EVENT_SLACK = timedelta(days=45)
"""How long before its report an event without a time may lie."""
STATE_SLACK = timedelta(days=400)
"""How far apart two reports may be that speak of one want, tie or judgement without a time."""
SPOKEN_SLACK = timedelta(days=120)
"""The same for offers, demands, threats and answers, which are made on a day."""
AHEAD = frozenset({"ahead", "open"})
"""Moods of what has not happened."""
LEAST_SHARE = 0.5
"""Of the words of the shorter, where sides alone do not tell."""


def symmetric(fact: Fact) -> bool:
    """True for acts that are the same told from either side."""
    return fact.act in acts().symmetric


def lasting(fact: Fact) -> bool:
    """True for what is held over time: stances, ties, judgements."""
    return fact.kind in (Kind.STANCE, Kind.TIE, Kind.JUDGEMENT) and not fact.asserted


def parties(fact: Fact) -> frozenset[str]:
    """The sides of a symmetric act that are known."""
    return frozenset(s for s in (fact.actor, fact.other) if s is not None)


def same_proposition(fact: Fact, head: Fact, days: Days) -> float:
    """How well `fact` fits the claim that begins with `head` and lies on `days`; 0 where it says something else.

    Both must tell one act, in one form, mood and polarity, of sides, matters, days and amounts that do not differ; and
    they must share words, or the pair, form and time of a meeting.
    """
    if not (same_turn(fact, head) and same_sides(fact, head) and same_matter(fact, head)):
        return 0.0
    if not of_one_time(fact, head, days, slack(fact)) or amounts_differ(fact.amounts, head.amounts):
        return 0.0
    if elsewhere(fact, head) is not Apart.NO:
        return 0.0
    return likeness(fact, head)


def same_turn(fact: Fact, head: Fact) -> bool:
    """True where act, mood, polarity and bearing are the same, and the forms of a meeting do not differ."""
    if (fact.act, fact.kind, fact.mood, fact.denies, fact.bearing) != (
        head.act,
        head.kind,
        head.mood,
        head.denies,
        head.bearing,
    ):
        return False
    if fact.kind is Kind.AGREEMENT and fact.statement.type != head.statement.type:
        return False
    return same_form(fact, head)


def same_form(fact: Fact, head: Fact) -> bool:
    """True where the forms of two meetings do not differ."""
    return not (fact.form and head.form and fact.form != head.form)


def same_sides(fact: Fact, head: Fact) -> bool:
    """True where the known sides agree; who acts must be known of both, or of neither."""
    if symmetric(fact):
        one, two = parties(fact), parties(head)
        return bool(one & two) and (one <= two or two <= one)
    if fact.actor != head.actor:
        return False
    return fact.other is None or head.other is None or same_other(fact, head)


def same_other(fact: Fact, head: Fact) -> bool:
    """True where both are toward one side, or one toward a government and the other toward a body of its country."""
    if fact.other is None or head.other is None:
        return False
    return fact.other in (head.other, head.other_country) or head.other == fact.other_country


def same_matter(fact: Fact, head: Fact) -> bool:
    """True where the matters agree or one is not known."""
    one, two = fact.topic or fact.statement.matter, head.topic or head.statement.matter
    return one is None or two is None or one == two or fact.statement.matter == head.statement.matter


def elsewhere(fact: Fact, head: Fact) -> Apart:
    """Whether the two are told of two places. A country that is a party of what is told is no place of its own."""
    places = (fact.place, head.place)
    found = apart(*places)
    if found is Apart.LIKELY:
        parties_ = {root_of_name(s.lstrip("~")) for f in (fact, head) for s in (f.actor, f.other) if s is not None}
        return Apart.NO if any(p is not None and p.names & parties_ for p in places) else found
    return found


def slack(fact: Fact) -> timedelta:
    """How far apart in time two tellings of what `fact` tells may be."""
    if not lasting(fact):
        return EVENT_SLACK
    return SPOKEN_SLACK if fact.statement.type in acts().spoken else STATE_SLACK


def of_one_time(fact: Fact, head: Fact, days: Days, most: timedelta) -> bool:
    """True where the days may be the same; what lies ahead without a told day of both is of the time of its reports."""
    if near(fact.days, days, most):
        return True
    ahead = all(f.mood in AHEAD or f.kind is Kind.STANCE for f in (fact, head)) and not (fact.days.told and days.told)
    return ahead and _gap(fact.published, head.published, most)


def near(one: Days, two: Days, most: timedelta) -> bool:
    """True where the days may be the same: told ones meet (of what lasts, lie near); an untold one is off by `most`."""
    if one.told and two.told:
        return one.meets(two) or (most >= STATE_SLACK and _gap(one.mark, two.mark, most))
    if one.mark is None or two.mark is None:
        return True
    return _gap(one.mark, two.mark, most)


def _gap(one: date | None, two: date | None, most: timedelta) -> bool:
    return one is None or two is None or abs(one - two) <= most


def amounts_differ(ones: Iterable[Amount], twos: Iterable[Amount]) -> bool:
    """True where the two give different numbers of one thing, and no number is in both."""
    pairs = [(a, b) for a in ones for b in twos if a.unit == b.unit and a.per == b.per]
    return any(compare(a, b) == "different" for a, b in pairs) and all(compare(a, b) == "different" for a, b in pairs)


def likeness(fact: Fact, head: Fact) -> float:
    """0 where the words give no ground to take both for one; else how much ground."""
    shared = fact.words & head.words
    share = len(shared) / max(1, min(len(fact.words), len(head.words)))
    pair = _whole_pair(fact, head)
    if fact.form and fact.form == head.form and pair and not _lone_words(fact, head):
        return 1.0 + share
    if _one_clause(fact, head):
        return 2.0
    if fact.actor is None:
        return share if len(shared) >= 3 and share >= 0.75 else 0.0
    amount = any(compare(a, b) == "same" for a in fact.amounts for b in head.amounts if a.unit == b.unit)
    if pair and (shared or amount):
        return 0.5 + share
    if fact.kind is Kind.TIE and pair:
        return 0.5
    if fact.turned and head.turned and fact.topic == head.topic and shared & frozenset(acts().topics):
        return LEAST_SHARE + share
    matter = fact.statement.matter is not None and fact.statement.matter == head.statement.matter
    if share == 1 and fact.kind is Kind.STANCE and shared and _gap(fact.days.mark, head.days.mark, EVENT_SLACK):
        return share
    if share >= LEAST_SHARE and (len(shared) >= 2 or matter or amount):
        return share
    return 0.0


def _one_clause(fact: Fact, head: Fact) -> bool:
    """True where one word of one report is behind both, coded once for each of two that act for one side."""
    index = fact.statement.trigger_index
    return fact.report.id == head.report.id and index is not None and index == head.statement.trigger_index


def _whole_pair(fact: Fact, head: Fact) -> bool:
    if symmetric(fact):
        return len(parties(fact)) == 2 and parties(fact) == parties(head)
    return same_other(fact, head)


def _lone_words(fact: Fact, head: Fact) -> bool:
    """True where both say what the meeting was about, in words that differ."""
    told = fact.statement.object is not None and head.statement.object is not None
    return told and not fact.words & head.words
