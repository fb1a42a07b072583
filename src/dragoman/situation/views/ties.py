"""Ties between actors, with the days between which they held."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dragoman.domain.situation import TieState
from dragoman.domain.statement import Kind, Tie
from dragoman.domain.time import interval
from dragoman.situation.acts import acts
from dragoman.situation.claims.group import order
from dragoman.situation.facts import Fact
from dragoman.situation.succession import Succession

_PERSONAL = frozenset({Tie.LEADS, Tie.ALLIED, Tie.RIVAL, Tie.SUPPLIES, Tie.NEEDS})


def ties(facts: Iterable[Fact], succession: Succession) -> tuple[TieState, ...]:
    """One for each unbroken run of one tie; a denied tie, or one told of as past, ends the run before it and stands by itself.

    Who leads, is allied, rival, supplies and needs whom ends with the government of either end; debts, memberships, what one
    holds and whom one hosts pass to the next government.
    """
    found: dict[tuple[str, str | None, str, str | None], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is Kind.TIE and fact.actor is not None and (fact.other is not None or fact.statement.object):
            first, second = fact.actor, fact.other
            if fact.act in acts().symmetric and second is not None and second < first:
                first, second = second, first
            about = fact.statement.matter or (None if second else _words(fact))
            found[first, second, fact.act, about].append(fact)
    rows = [
        _ended(state, succession)
        for key, members in found.items()
        for state in _runs(key, sorted(members, key=_moment))
    ]
    return tuple(
        sorted(rows, key=lambda t: (t.first, t.second or "", t.kind, t.about or "", t.since or date.min, t.polarity))
    )


def _ended(state: TieState, succession: Succession) -> TieState:
    falls = [d for side in (state.first, state.second) if side is not None and (d := succession.fell(side)) is not None]
    if state.kind not in _PERSONAL or not falls or (state.since is not None and min(falls) < state.since):
        return state
    return replace(state, until=min([*falls, *([state.until] if state.until else [])]))


def _words(fact: Fact) -> str | None:
    return fact.statement.object.text if fact.statement.object is not None else None


_COARSE = re.compile(r"(\d{4}(?:-\d\d)?|\d{3}X)(?:/.*)?")


def _coarse(run: Sequence[Fact], since: date | None) -> str | None:
    """The month, year or decade that begins on `since`, where no fact of the run tells that day itself."""
    found: str | None = None
    for time in (f.statement.time for f in run if f.days.told and f.days.earliest == since):
        match = _COARSE.fullmatch(time.value) if time is not None else None
        days = interval(match[1]) if match is not None else None
        if match is None or days is None or days[0] != since:
            return None
        found = match[1]
    return found


def _moment(fact: Fact) -> tuple[date, tuple[date, str, int, int, str]]:
    return fact.days.mark or date.max, order(fact)


def _like(fact: Fact) -> tuple[bool, bool]:
    """Told as denied, told as past: what does not change within a run."""
    return fact.negative, fact.statement.past


def _runs(key: tuple[str, str | None, str, str | None], members: Sequence[Fact]) -> list[TieState]:
    runs: list[list[Fact]] = []
    for fact in members:
        if runs and _like(runs[-1][0]) == _like(fact):
            runs[-1].append(fact)
        else:
            runs.append([fact])
    found = []
    for i, run in enumerate(runs):
        ends = runs[i + 1][0].days if i + 1 < len(runs) else None
        since = min(
            (d for f in run for d in (f.days.earliest if f.days.told else None, f.days.mark) if d), default=None
        )
        until = (ends.earliest or ends.latest) if ends is not None else None
        if until is not None and since is not None and until < since:
            until = since
        found.append(
            TieState(
                *key,
                run[0].statement.polarity.value,
                since,
                until,
                tuple(dict.fromkeys(f.id for f in run)),
                told=any(f.days.told for f in run),
                since_edtf=_coarse(run, since),
                over=run[0].statement.past,
            )
        )
    return found
