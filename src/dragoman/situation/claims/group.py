"""Statements grouped into propositions over an index, the same whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.situation.claims.asserted import same_telling
from dragoman.situation.claims.keys import Key, keys, rarest_of
from dragoman.situation.claims.rarity import Rarity, rarity_of
from dragoman.situation.claims.replay import Before, Replay
from dragoman.situation.claims.same import same_proposition
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact

MOST_LOOKED_AT = 48
"""Groups compared with one statement at most; those that share its rarer words come first."""
CODED = 1.0
"""What a fit by code counts more than one by what is told."""
NO_DAYS = Days(None, None, False)


@dataclass
class Group:
    """Facts of one proposition; `days` are what the told days have in common.

    `head` is the first of them in order, but a state of affairs told gives way to the first that is coded as more, and
    one of which nobody knows who acts to the first that tells. `fullest` is the first of those that tell most.
    """

    head: Fact
    number: int
    facts: list[Fact] = field(default_factory=list)
    days: Days = NO_DAYS
    fullest: Fact = field(init=False)

    def __post_init__(self) -> None:
        self.fullest = self.head

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
        if len(fact.telling.words) > len(self.fullest.telling.words):
            self.fullest = fact


def _says_more(fact: Fact, head: Fact) -> bool:
    """True where a fact has a code that the head lacks, or an actor."""
    if head.asserted != fact.asserted:
        return head.asserted
    return head.actor is None and fact.actor is not None and fact.act == head.act


def order(fact: Fact) -> tuple[date, str, int, int, str]:
    """The order in which facts are taken: by day of report, undated last, then report and place."""
    span = fact.statement.span
    return fact.published or date.max, fact.report.id, span.start, span.end, fact.id


def group(facts: Iterable[Fact], before: Before | None = None) -> list[Group]:
    """The propositions of `facts`. n log n: a fact is compared with at most `MOST_LOOKED_AT` groups.

    The same with `before`, an earlier grouping of most of them; then few facts are compared.
    """
    every = sorted(facts, key=order)
    rarity = rarity_of(every)
    index: dict[Key, list[Group]] = defaultdict(list)
    groups: list[Group] = []
    gone = [(order(f), f) for f in sorted(before.gone, key=order)] if before is not None else []
    replay = None if before is None else Replay(before, every, rarity, gone)
    for fact in every:
        rarest = rarest_of(fact, rarity)
        stays = replay is not None and replay.stays(fact, rarest, order(fact))
        if replay is not None and stays:
            best = replay.group_of(fact)
        else:
            best = _best(fact, _candidates(keys(fact, rarest, wide=True), index), rarity)
        if best is None:
            best = Group(fact, len(groups))
            groups.append(best)
        best.add(fact)
        own = list(keys(fact, rarest, wide=False))
        for key in own:
            row = index[key]
            if not row or row[-1] is not best:
                row.append(best)
        if replay is not None:
            replay.joined(fact, best, own)
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
    told = same_telling(fact, head, one.days, rarity, one.facts)
    if told or one.fullest is head:
        return told
    return same_telling(fact, one.fullest, one.days, rarity, one.facts)


def _candidates(keys: Iterable[Key], index: Mapping[Key, list[Group]]) -> list[Group]:
    lists = sorted((found for key in keys if (found := index.get(key))), key=len)
    seen: dict[int, Group] = {}
    for found in lists:
        for one in reversed(found):
            if len(seen) >= MOST_LOOKED_AT:
                return list(seen.values())
            seen.setdefault(one.number, one)
    return list(seen.values())
