"""Whether one report tells what it has from another: grounds to take two tellings for one besides their words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from dragoman.domain.mention import VoiceKind
from dragoman.situation.copies import same_outlet
from dragoman.situation.facts import Fact

SOON = timedelta(days=14)
"""How close the report that cites and the one that it may cite are."""
CITED = 0.7
"""The share of words that is enough in what cites and what may be cited."""
HEADLINE = 0.4
"""The same of a headline and the paragraph below it."""
NONE = 2.0
MOST = 8
"""How many of a group's facts are looked at."""


def grounds(fact: Fact, others: Sequence[Fact]) -> float:
    """The share of words that is enough where `fact` rests on the outlet of one of the first of `others`, or is rested on,
    or one is the headline over the other; more than 1 where there are no such grounds."""
    if any(_heads(fact, o) for o in others[:MOST]):
        return HEADLINE
    return CITED if any(_cites(fact, o) or _cites(o, fact) for o in others[:MOST]) else NONE


def _cites(fact: Fact, other: Fact) -> bool:
    """True where `fact` rests on the outlet of `other`, in reports of near days, and a name or number is in both."""
    if not fact.voices or fact.report.id == other.report.id or not other.report.outlet:
        return False
    if fact.telling.marked.isdisjoint(other.telling.marked):
        return False
    near = fact.published is None or other.published is None or abs(fact.published - other.published) <= SOON
    return near and any(v.kind is VoiceKind.OUTLET and _calls(v.name, other.report.outlet) for v in fact.voices)


def _heads(fact: Fact, other: Fact) -> bool:
    """True of a headline and what the paragraph below it tells."""
    return fact.report.id == other.report.id and fact.headline != other.headline and abs(fact.block - other.block) <= 1


@lru_cache(maxsize=50_000)
def _calls(name: str, outlet: str) -> bool:
    """True where a name calls an outlet, by its words or its initials."""
    short, full = same_outlet(name).split(), same_outlet(outlet).split()
    return bool(short) and (set(short) <= set(full) or short == ["".join(w[0] for w in full)])
