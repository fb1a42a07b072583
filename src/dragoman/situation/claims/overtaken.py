"""Which claims a later one overtakes: decided before any dispute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.domain.claim import Root
from dragoman.domain.statement import Kind
from dragoman.situation.claims.ahead import lies_ahead
from dragoman.situation.claims.conflict import Conflict
from dragoman.situation.claims.group import Group, order
from dragoman.situation.claims.odds import AHEAD_OF, Odds
from dragoman.situation.facts import Fact

RootOf = Mapping[str, tuple[str, Root]]


@dataclass(frozen=True, slots=True)
class Overtaking:
    """`later` overtakes `earlier` (numbers of groups); `voice` names the root that replaced itself, "" for a later state."""

    earlier: int
    later: int
    odds: Odds
    voice: str = ""


def overtakings(groups: Sequence[Group], pairs: Sequence[Conflict], root_of: RootOf) -> list[Overtaking]:
    """Every overtaking among conflicting groups, in the order of `pairs`."""
    found = []
    for pair in pairs:
        one, two = groups[pair.first], groups[pair.second]
        over = _same_voice(one, two, pair, root_of) or _same_voice(two, one, pair, root_of) or _later(one, two, pair)
        if over is not None:
            found.append(over)
    return found


def _same_voice(one: Group, two: Group, pair: Conflict, root_of: RootOf) -> Overtaking | None:
    """`two` overtakes `one` where every root of `one` said `two` afterwards."""
    if pair.odds is Odds.JUDGEMENT or pair.odds in AHEAD_OF:
        return None
    before, after = _last_words(one, root_of), _last_words(two, root_of)
    if not all(key in after and before[key] < after[key] for key in before):
        return None
    return Overtaking(one.number, two.number, pair.odds, root_of[one.facts[0].id][1].name)


def _last_words(one: Group, root_of: RootOf) -> dict[str, tuple[date, date]]:
    """By root, the day that its last statement in a group speaks of, and the day of that report."""
    found: dict[str, tuple[date, date]] = {}
    for fact in one.facts:
        if fact.published is None:
            continue
        said = (fact.days.start or fact.published, fact.published)
        key = root_of[fact.id][0]
        moment = (said[1], said[0]) if fact.kind is not Kind.STANCE else said
        found[key] = max(found.get(key, moment), moment)
    return found if all(root_of[f.id][0] in found for f in one.facts) else {"?": (date.max, date.max)}


def _later(one: Group, two: Group, pair: Conflict) -> Overtaking | None:
    """A later state of the same: a stance or tie turned round, a "not yet" that came to be, a plan carried out."""
    if pair.odds in AHEAD_OF:
        return _done(one, two, pair) or _done(two, one, pair)
    first, second = sorted((one, two), key=_moment)
    a, b = first.head, second.head
    if first.days.start is None or second.days.start is None:
        return None
    if pair.odds is Odds.BEARING or (pair.odds is Odds.POLARITY and a.kind is Kind.TIE):
        return None if pair.same_time else Overtaking(first.number, second.number, pair.odds)
    if pair.odds is Odds.POLARITY and b.telling.over and not a.off and first.days.start < second.days.start:
        return Overtaking(first.number, second.number, pair.odds)
    if pair.odds is Odds.POLARITY and a.negative and _starts_after(b, first):
        return Overtaking(first.number, second.number, pair.odds)
    return None


def _done(plan: Group, deed: Group, pair: Conflict) -> Overtaking | None:
    """What lay ahead is overtaken by the deed that was told no earlier, of a day no earlier than the plan's report."""
    a, b = plan.head, deed.head
    if not lies_ahead(a) or lies_ahead(b) or a.published is None or b.published is None:
        return None
    day = b.days.mark or b.published
    return Overtaking(plan.number, deed.number, pair.odds) if a.published <= min(day, b.published) else None


def _moment(one: Group) -> tuple[date, tuple[date, str, int, int, str]]:
    return one.days.start or date.max, order(one.head)


def _starts_after(fact: Fact, earlier: Group) -> bool:
    mark = earlier.days.mark
    return fact.days.told and fact.days.earliest is not None and mark is not None and fact.days.earliest > mark
