"""Whether two statements give one figure, and whether that can be chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dragoman.domain.amount import Amount, compare
from dragoman.situation.facts import Fact
from dragoman.situation.words import concept, persons

DISTINCT = 10
"""From which number on a figure that both give is no chance."""
SOON = timedelta(days=14)
"""How close the reports of two such figures are."""
MORE = 2
"""How many words besides the figure must be in both where no name is."""
LARGE = 1000
"""From which number on one word is enough."""
_YEARS = range(1900, 2100)
_SPANS = frozenset({"day", "week", "month", "year", "hour", "minute", "decade"})


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


def one_figure(fact: Fact, head: Fact, common: frozenset[str]) -> bool:
    """True where both give a figure that is no chance, of one name or with two words more, in two reports of near days."""
    if fact.report.id == head.report.id:
        return False
    if fact.published is None or head.published is None or abs(fact.published - head.published) > SOON:
        return False
    both = fact.telling.marked & head.telling.marked
    numbers = {w for w in both if w[:1].isdigit()}
    words = (fact.telling.words & head.telling.words) - numbers - common
    if not (both - numbers - common) and len(words) < MORE:
        return bool(words) and any(float(w) >= LARGE and _no_chance(w) for w in numbers)
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
