"""Forecasts, and what later reports say came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from dragoman.domain.situation import Outlook
from dragoman.domain.statement import Kind
from dragoman.situation.claims.group import order
from dragoman.situation.facts import Fact

_MOST = 200


def outlooks(facts: Mapping[str, Fact], today: date | None) -> tuple[Outlook, ...]:
    """One for each statement with a forecast, in the order of its report.

    "borne out": a later report tells as done what was forecast; "not borne out": a later report denies it; "past its day":
    the day it was forecast for is over and no report tells; else "open".
    """
    done: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(facts.values(), key=order):
        if (
            fact.kind in (Kind.EVENT, Kind.TIE, Kind.AGREEMENT)
            and fact.mood in ("", "actual")
            and fact.actor is not None
        ):
            done[fact.act, fact.actor].append(fact)
    rows = [f for f in sorted(facts.values(), key=order) if f.statement.forecast is not None]
    return tuple(_outlook(f, done.get((f.act, f.actor or ""), [])[-_MOST:], today) for f in rows)


def _outlook(fact: Fact, later: list[Fact], today: date | None) -> Outlook:
    evidence = [f for f in later if _bears_on(f, fact)]
    if evidence:
        same = [f for f in evidence if f.negative == fact.negative]
        return Outlook(fact.id, "borne out" if same else "not borne out", tuple(f.id for f in (same or evidence)))
    forecast = fact.statement.forecast
    by = forecast.by if forecast is not None else None
    return Outlook(fact.id, "past its day" if by is not None and today is not None and by < today else "open", ())


def _bears_on(told: Fact, forecast: Fact) -> bool:
    """True where `told` was published after the forecast and speaks of the same act, sides and things, after it."""
    if told.published is None or forecast.published is None or told.published <= forecast.published:
        return False
    if told.days.told and told.days.latest is not None and told.days.latest < forecast.published:
        return False
    if told.other is not None and forecast.other is not None and told.other != forecast.other:
        return False
    shared = told.words & forecast.words
    pair = told.other is not None and told.other == forecast.other
    return len(shared) >= 2 or (bool(shared) and pair)
