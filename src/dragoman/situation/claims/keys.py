"""What two statements of one proposition must have in common: the keys of the index that groups are looked up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.claims.rarity import Rarity
from dragoman.situation.claims.same import AHEAD, EVENT_SLACK, lasting, symmetric
from dragoman.situation.facts import Fact

Key = tuple[str | int, ...]
_WIDEST = 8
NO_SLACK = timedelta(0)


def rarest_of(fact: Fact, rarity: Rarity) -> Sequence[str]:
    """The rarest words of what another report may tell with another code, or none; of other facts nothing."""
    return rarity.rarest(fact) if _may_be_told(fact) else ()


def keys(fact: Fact, rarest: Sequence[str], *, wide: bool) -> Iterator[Key]:
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
    ends = _ends(fact)
    words = sorted(fact.words)
    denies = fact.denies
    for season in _years(fact, wide) if lasting(fact) else quarters:
        for actor, others in ends:
            for word in words:
                yield fact.act, denies, actor, season, word
            for other in others:
                yield fact.act, denies, actor, season, "@", other
    if fact.statement.trigger_index is not None:
        yield fact.report.id, fact.statement.trigger_index, fact.act


def _ends(fact: Fact) -> Sequence[tuple[str, Sequence[str]]]:
    """Who acts, and the sides that it may be told to act toward; both ways round where the act has no direction."""
    if symmetric(fact):
        known = [s for s in (fact.actor, fact.other) if s is not None]
        return [(side, [o for o in known if o != side]) for side in known]
    others = {s for s in (fact.other, fact.other_country) if s is not None}
    return [(fact.actor or "", sorted(others))]


def _may_be_told(fact: Fact) -> bool:
    """True of what another report may tell with another code, or none."""
    if fact.kind is Kind.STANCE:
        return fact.act == "against" or any(str(fact.statement.type) in group for group in acts().kin)
    return fact.asserted or fact.kind in (Kind.EVENT, Kind.AGREEMENT, Kind.TIE)


def _years(fact: Fact, wide: bool) -> Iterable[int]:
    """The years of what lasts; it is looked for in those about it, too."""
    first, last = fact.days.earliest or fact.days.latest, fact.days.latest or fact.days.earliest
    if first is None or last is None:
        return (0,)
    slack = 1 if wide else 0
    return range(max(first.year, last.year - _WIDEST) - slack, last.year + slack + 1)


def _quarters(fact: Fact, wide: bool) -> Sequence[int]:
    """The quarters of years of what happens on a day; what lies ahead is also looked for about its report's day."""
    reported = fact.published if fact.mood in AHEAD else None
    return _quarters_of(fact.days.earliest, fact.days.latest, reported, wide)


@lru_cache(maxsize=4_000)
def _quarters_of(earliest: date | None, latest: date | None, reported: date | None, wide: bool) -> Sequence[int]:
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return (0,)
    around = EVENT_SLACK if wide else NO_SLACK
    found = range(max(_quarter(first, -around), _quarter(last) - _WIDEST), _quarter(last, around) + 1)
    if reported is not None:
        return sorted({*found, *range(_quarter(reported, -around), _quarter(reported, around) + 1)})
    return found


def _quarter(day: date, moved: timedelta = NO_SLACK) -> int:
    """The number of a day's quarter, or of the one so far from it; at either end of the calendar that of the day."""
    if moved and date.min - day < moved < date.max - day:
        day += moved
    return day.year * 4 + (day.month - 1) // 3
