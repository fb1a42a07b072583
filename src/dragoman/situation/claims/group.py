"""Statements grouped into propositions over an index, the same whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.claims.asserted import Rarity, rarity_of, same_telling
from dragoman.situation.claims.same import AHEAD, EVENT_SLACK, lasting, same_proposition, symmetric
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact

MOST_LOOKED_AT = 48
"""Groups compared with one statement at most; those that share its rarer words come first."""
_WIDEST = 8
NO_SLACK = timedelta(0)
Key = tuple[str | int, ...]
CODED = 1.0
"""What a fit by code counts more than one by what is told."""
NO_DAYS = Days(None, None, False)


@dataclass
class Group:
    """Facts of one proposition; `days` are what the told days have in common.

    `head` is the first of them in order, but a state of affairs told gives way to the first that is coded as more, and
    one of which nobody knows who acts to the first that tells.
    """

    head: Fact
    number: int
    facts: list[Fact] = field(default_factory=list)
    days: Days = NO_DAYS

    def add(self, fact: Fact) -> None:
        if not self.facts:
            self.days = fact.days
        elif fact.days.told and self.days.told:
            self.days = self.days.shared(fact.days) if self.days.meets(fact.days) else self.days
        elif fact.days.told:
            self.days = fact.days
        self.facts.append(fact)
        if _says_more(fact, self.head):
            self.head = fact


def _says_more(fact: Fact, head: Fact) -> bool:
    """True where a fact has a code that the head lacks, or an actor."""
    if head.asserted != fact.asserted:
        return head.asserted
    return head.actor is None and fact.actor is not None and fact.act == head.act


def order(fact: Fact) -> tuple[date, str, int, int, str]:
    """The order in which facts are taken: by day of report, undated last, then report and place."""
    span = fact.statement.span
    return fact.published or date.max, fact.report.id, span.start, span.end, fact.id


def group(facts: Iterable[Fact]) -> list[Group]:
    """The propositions of `facts`. n log n: a fact is compared with at most `MOST_LOOKED_AT` groups."""
    every = sorted(facts, key=order)
    rarity = rarity_of(every)
    index: dict[Key, list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for fact in every:
        rarest = rarity.rarest(fact) if _may_be_told(fact, rarity) else ()
        best = _best(fact, _candidates(_keys(fact, rarest, wide=True), index), rarity)
        if best is None:
            best = Group(fact, len(groups))
            groups.append(best)
        best.add(fact)
        for key in _keys(fact, rarest, wide=False):
            row = index[key]
            if not row or row[-1] is not best:
                row.append(best)
    return groups


def _best(fact: Fact, candidates: Sequence[Group], rarity: Rarity) -> Group | None:
    scored = [(_fit(fact, g, rarity), -g.number, g) for g in candidates]
    score, _, best = max(scored, key=lambda s: s[:2], default=(0.0, 0, None))
    return best if score > 0 else None


def _fit(fact: Fact, one: Group, rarity: Rarity) -> float:
    """How well a fact fits a group: by its code, else by all that it tells."""
    head = one.head
    if fact.act == head.act and not fact.asserted and (fit := same_proposition(fact, head, one.days)):
        return CODED + fit
    return same_telling(fact, head, one.days, rarity)


def _candidates(keys: Iterable[Key], index: Mapping[Key, list[Group]]) -> list[Group]:
    lists = sorted((found for key in keys if (found := index.get(key))), key=len)
    seen: dict[int, Group] = {}
    for found in lists:
        for one in reversed(found):
            if len(seen) >= MOST_LOOKED_AT:
                return list(seen.values())
            seen.setdefault(one.number, one)
    return list(seen.values())


def _keys(fact: Fact, rarest: Sequence[str], *, wide: bool) -> Iterator[Key]:
    """What two statements of one proposition must have in common: a season; act, a side, and a word or the other side.

    Of states of affairs, and of what may repeat them, one of their rarest words. `wide` reaches as far as two tellings of
    one thing may lie apart.
    """
    quarters = _quarters(fact, wide)
    off = fact.off
    for season in quarters if rarest else ():
        for word in rarest:
            yield off, season, word
    if fact.asserted:
        return
    actors = [s for s in (fact.actor, fact.other) if s is not None] if symmetric(fact) else [fact.actor or ""]
    words = [*sorted(fact.words), "@"]
    denies = fact.denies
    for season in _years(fact, wide) if lasting(fact) else quarters:
        for actor in actors:
            for word in words:
                yield fact.act, denies, actor, season, word


def _may_be_told(fact: Fact, rarity: Rarity) -> bool:
    """True of what another report may tell with another code, or none."""
    if fact.kind is Kind.STANCE:
        return any(str(fact.statement.type) in group for group in acts().kin)
    return fact.asserted or (rarity.told and fact.kind in (Kind.EVENT, Kind.AGREEMENT, Kind.TIE))


def _years(fact: Fact, wide: bool) -> Iterable[int]:
    """The years of what lasts; it is looked for in those about it, too."""
    first, last = fact.days.earliest or fact.days.latest, fact.days.latest or fact.days.earliest
    if first is None or last is None:
        return (0,)
    slack = 1 if wide else 0
    return range(max(first.year, last.year - _WIDEST) - slack, last.year + slack + 1)


def _quarters(fact: Fact, wide: bool) -> Iterable[int]:
    """The quarters of years of what happens on a day; what lies ahead is also looked for about its report's day."""
    first, last = fact.days.earliest or fact.days.latest, fact.days.latest or fact.days.earliest
    if first is None or last is None:
        return (0,)
    around = EVENT_SLACK if wide else NO_SLACK
    found = range(max(_quarter(first, -around), _quarter(last) - _WIDEST), _quarter(last, around) + 1)
    if fact.mood in AHEAD and fact.published is not None:
        return sorted({*found, *range(_quarter(fact.published, -around), _quarter(fact.published, around) + 1)})
    return found


def _quarter(day: date, moved: timedelta = NO_SLACK) -> int:
    """The number of a day's quarter, or of the one so far from it; at either end of the calendar that of the day."""
    if moved and date.min - day < moved < date.max - day:
        day += moved
    return day.year * 4 + (day.month - 1) // 3
