"""How two claims may be at odds: polarity, bearing, amount, doer; and whether they speak of the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.claims.ahead import carried_out, deed_words, dropped, lies_ahead
from dragoman.situation.claims.figures import same_amount
from dragoman.situation.claims.group import Group
from dragoman.situation.claims.odds import Odds
from dragoman.situation.claims.rarity import Rarity, rarity_of
from dragoman.situation.claims.same import (
    EVENT_SLACK,
    amounts_differ,
    elsewhere,
    lasting,
    near,
    same_matter,
    same_sides,
    symmetric,
)
from dragoman.situation.claims.told import TOLD, denied_words, keys_told, may_differ, odds_told, surely_one_figure
from dragoman.situation.facts import Fact
from dragoman.situation.places import Apart

SAME_TIME = timedelta(days=3)
"""Reports of an actor's stance this close are of one time: neither can be the later state."""
LONGEST = timedelta(days=1100)
"""Stances further apart than this are of different times, and neither overtakes the other."""
_WORDS = 8
_PAIR = 2
ALIKE = 0.34
NEIGHBOURS = 24
_ONCE = frozenset({"CONSULT"})
_SIGNED = frozenset({"AGREE", "agreement"})
DENIED = 0.9
"""The share that a denial in other words has in common with what it denies."""
_NEGATABLE = frozenset({Kind.EVENT, Kind.TIE, Kind.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two groups by number, `first` the earlier one; `sure` where both clearly speak of the same."""

    first: int
    second: int
    odds: Odds
    sure: bool
    same_time: bool


def conflicts(groups: Sequence[Group]) -> list[Conflict]:
    """All pairs at odds, found over an index: each group meets its nearest neighbours in time of the same key."""
    index: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    rarity = rarity_of(g.head for g in groups)
    denied = denied_words((g.head for g in groups), rarity)
    for one in groups:
        for key in keys_told(one.head, rarity, denied):
            index[key].append(one)
        for key in _keys(one.head):
            index[key].append(one)
    found: dict[tuple[int, int], Conflict] = {}
    for key, members in index.items():
        if len(members) < _PAIR:
            continue
        row = sorted(members, key=_place)
        for i, one in enumerate(row):
            for two in row[i + 1 : i + 1 + NEIGHBOURS]:
                if key[0] == TOLD and not may_differ(one.head, two.head):
                    continue
                if (one.number, two.number) not in found:
                    conflict = _between(one, two, rarity)
                    if conflict is not None:
                        found[one.number, two.number] = conflict
    return [found[k] for k in sorted(found)]


def _place(one: Group) -> tuple[date, int]:
    return one.days.mark or date.max, one.number


def _keys(head: Fact) -> Iterator[tuple[str, ...]]:
    if head.asserted:
        return
    if head.kind is Kind.STANCE:
        if head.topic is not None and head.actor is not None:
            yield "stance", head.actor, head.topic
        if head.actor is not None and lies_ahead(head):
            for word in sorted(head.words)[:_WORDS]:
                yield "deed", head.actor, word
        return
    if head.kind is Kind.JUDGEMENT:
        for word in sorted(_subject(head)):
            yield "judgement", word
        return
    if head.mood in ("actual", "ahead") and head.actor is not None and not head.negative:
        for word in sorted(deed_words(head))[:_WORDS]:
            yield "deed", head.actor, word
    sides = [s for s in (head.actor, head.other) if s is not None] if symmetric(head) else [head.actor or ""]
    for side in sides:
        for word in sorted(head.words)[:_WORDS]:
            yield head.act, side, word
        if head.other is not None:
            yield head.act, side, "@" + head.other
    if head.other is not None and not symmetric(head) and head.days.told and head.days.mark is not None:
        yield head.act, "?", head.other, str(head.days.mark.year), str(head.days.mark.month)


def _elsewhere(a: Fact, b: Fact) -> bool:
    """True where one event is told of two places: what else is told of it agrees, in more than a word."""
    if elsewhere(a, b) is Apart.NO:
        return False
    shared = a.words & b.words
    share = len(shared) / max(1, min(len(a.words), len(b.words)))
    return same_amount(a, b) or bool(a.form and a.form == b.form and _pair(a, b)) or (len(shared) > 1 and share > ALIKE)


def _held_once(a: Fact, b: Fact) -> bool:
    """True of a meeting or signing, and of what the same figure is told of; one may strike or march in many places."""
    return (a.act in _ONCE and a.form not in ("visit", "")) or a.act in _SIGNED or same_amount(a, b)


def _subject(head: Fact) -> frozenset[str]:
    """What a judgement is about: the matter, and the sides and words of its subject."""
    return frozenset(s for s in (head.topic, head.actor, head.other) if s is not None) | head.words


def _between(one: Group, two: Group, rarity: Rarity) -> Conflict | None:
    a, b = one.head, two.head
    odds = (odds_told(a, b, rarity) if may_differ(a, b) else None) if a.asserted or b.asserted else _odds(a, b)
    if odds is None:
        return None
    same_time = _same_time(one, two)
    days_told = one.days.told and two.days.told
    judged = odds is Odds.JUDGEMENT and a.topic is not None and a.topic == b.topic
    if odds is Odds.PLACE and not days_told:
        return None
    sure = judged or (odds is not Odds.DOER and (days_told or lasting(a)) and _as_close(a, b))
    if odds is Odds.AMOUNT:
        sure = sure or surely_one_figure(a, b, rarity)
    if odds is Odds.PLACE:
        sure = sure and elsewhere(a, b) is Apart.YES and _held_once(a, b)
    return Conflict(one.number, two.number, odds, sure, same_time)


def _odds(a: Fact, b: Fact) -> Odds | None:
    if a.kind is Kind.STANCE and b.kind is Kind.STANCE:
        return Odds.BEARING if opposed(a, b) and _of_one_time(a, b) else None
    if b.kind is Kind.STANCE and a.kind in (Kind.EVENT, Kind.AGREEMENT):
        a, b = b, a
    if a.kind is Kind.STANCE and b.kind in (Kind.EVENT, Kind.AGREEMENT):
        return Odds.DONE if carried_out(a, b) else _dropped(a, b)
    if a.kind is not b.kind or a.act != b.act:
        return _dropped(a, b)
    if a.kind is Kind.JUDGEMENT:
        return Odds.JUDGEMENT if a.bearing * b.bearing == -1 and _one_subject(a, b) else None
    if not same_matter(a, b) or (a.form and b.form and a.form != b.form):
        return None
    if not same_sides(a, b):
        return Odds.DOER if _another_doer(a, b) else None
    if a.kind in _NEGATABLE and a.negative != b.negative and _shared(a, b):
        return Odds.POLARITY
    if a.negative or b.negative:
        return None
    if a.mood == b.mood and amounts_differ(a.amounts, b.amounts) and _shared(a, b):
        return Odds.AMOUNT
    if a.mood == b.mood and _elsewhere(a, b):
        return Odds.PLACE
    if {a.mood, b.mood} == {"ahead", "actual"} and _shared(a, b) and _pair(a, b):
        return Odds.FULFILLED
    return None


def _dropped(a: Fact, b: Fact) -> Odds | None:
    return Odds.DROPPED if dropped(a, b) or dropped(b, a) else None


def opposed(a: Fact, b: Fact) -> bool:
    """True where one is for what the other is against: on one axis, about the same thing, whatever the days.

    Of presence abroad both must turn the thing (keep, give up); of other matters a third of the shorter's words agree.
    """
    if a.bearing * b.bearing != -1 or not (same_matter(a, b) and _other_fits(a, b) and _one_axis(a, b)):
        return False
    if a.topic == b.topic and a.turned and b.turned and a.topic in acts().topics.values():
        return True
    return len(a.words & b.words) >= ALIKE * max(1, min(len(a.words), len(b.words)))


def _of_one_time(a: Fact, b: Fact) -> bool:
    return a.days.start is None or b.days.start is None or abs(a.days.start - b.days.start) <= LONGEST


def _one_axis(a: Fact, b: Fact) -> bool:
    """What one offers to give and what one wants to get are no opposites; refusing meets both."""
    return ("offer" in (a.act, b.act)) <= (a.act == b.act or "against" in (a.act, b.act))


def _one_subject(a: Fact, b: Fact) -> bool:
    """True where two judgements are of one thing: a matter or word in common, and a side, unless one names no side."""
    things = (a.words & b.words) | ({a.topic} & {b.topic} - {None})
    ours, theirs = ({x.actor, x.other} - {None} for x in (a, b))
    return bool(things) and (bool(ours & theirs) or not ours or not theirs)


def _shared(a: Fact, b: Fact) -> bool:
    """True where the words of both overlap, or the same two sides meet in the same form."""
    return bool(a.words & b.words) or bool(a.form and a.form == b.form and _pair(a, b))


def _pair(a: Fact, b: Fact) -> bool:
    return a.other is not None and b.other is not None and same_sides(a, b)


def _other_fits(a: Fact, b: Fact) -> bool:
    return a.other is None or b.other is None or a.other == b.other


def _another_doer(a: Fact, b: Fact) -> bool:
    if a.actor is None or b.actor is None or a.actor == b.actor or symmetric(a) or a.negative or b.negative:
        return False
    share = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return a.other == b.other and a.days.told and b.days.told and len(a.words & b.words) >= 2 and share >= 0.75


def _as_close(a: Fact, b: Fact) -> bool:
    """True where nothing of sides, matter or words is missing on one side only."""
    if a.asserted and b.asserted:
        return True
    share = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return a.actor is not None and (share >= 0.5 or _pair(a, b))


def _same_time(one: Group, two: Group) -> bool:
    a = one.head
    if a.kind is Kind.JUDGEMENT and not a.asserted:
        return True
    if lasting(a):
        first, second = one.days.start, two.days.start
        return first is None or second is None or abs(second - first) <= SAME_TIME
    return near(one.days, two.days, EVENT_SLACK)


def of_group(pairs: Iterable[Conflict]) -> dict[int, list[Conflict]]:
    """Conflicts by the number of either group."""
    found: dict[int, list[Conflict]] = defaultdict(list)
    for pair in pairs:
        found[pair.first].append(pair)
        found[pair.second].append(pair)
    return found
