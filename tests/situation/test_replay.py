"""Grouping gone through again after a change ends where grouping from nothing ends."""

from __future__ import annotations

import importlib
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.domain.report import Report
from dragoman.domain.statement import ASSERTED, Kind, Statement
from dragoman.domain.text import Span
from dragoman.situation.claims.group import group
from dragoman.situation.claims.replay import Before
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact
from dragoman.situation.tellings import Telling

WORDS = ("port", "lease", "grain", "canal", "loan", "truce", "pipeline", "price", "border", "water")
SIDES = ("RUS", "EGY", None)
FIRST = date(2025, 1, 1)


def fact(number: int, chance: random.Random) -> Fact:
    """A made fact: few words, sides and days, so that many may be one proposition."""
    kind, act = chance.choice(
        [(Kind.STANCE, "aim"), (Kind.EVENT, "AID"), (Kind.EVENT, "CONSULT"), (Kind.JUDGEMENT, ASSERTED)]
    )
    words = frozenset(chance.sample(WORDS, chance.randint(2, 4)))
    published = FIRST + timedelta(chance.randint(0, 300)) if chance.random() < 0.95 else None
    text = " ".join(sorted(words))
    type_ = {"aim": "want", ASSERTED: ASSERTED}.get(act, act)
    statement = Statement("s1", Span(0, len(text)), text, kind, type_, None)
    return Fact(
        id=f"r{number}#s1",
        statement=statement,
        report=Report(f"r{number}", "", "", (), published=published),
        block=0,
        actor=chance.choice(SIDES),
        other=chance.choice(SIDES),
        act=act,
        form="",
        mood="actual" if kind is not Kind.STANCE else "",
        bearing=1 if kind is Kind.STANCE else 0,
        topic=None,
        words=words,
        days=Days(None, published, False),
        telling=Telling(words, frozenset(chance.sample(sorted(words), 1))),
    )


def members(facts: Sequence[Fact], before: Before | None = None) -> list[list[str]]:
    return [[f.id for f in g.facts] for g in group(facts, before)]


def first_of(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    return {name: row[0] for row in groups for name in row}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 90), st.integers(0, 6), st.integers(0, 6), st.integers(0, 4))
def test_grouping_again_after_any_change_is_grouping_from_nothing(
    seed: int, many: int, added: int, taken: int, changed: int
) -> None:
    chance = random.Random(seed)
    every = [fact(n, chance) for n in range(many + added)]
    then, new = every[:many], every[many:]
    gone = chance.sample(then, min(taken + changed, many))
    other = [replace(fact(int(f.report.id[1:]), chance), id=f.id) for f in gone[taken:]]
    now = [f for f in then if f not in gone] + other + new
    chance.shuffle(now)
    before = Before(first_of(members(then)), gone, frozenset(f.id for f in (*other, *new)))
    assert members(now, before) == members(now)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_a_change_of_what_is_common_is_seen(seed: int) -> None:
    """Thirteen statements with one word make it common among few, and it then says nothing of which is meant."""
    chance = random.Random(seed)
    then = [fact(n, chance) for n in range(40)]
    new = [
        replace(f, telling=Telling(f.telling.words | {"truce"}, f.telling.marked))
        for f in (fact(100 + n, chance) for n in range(15))
    ]
    before = Before(first_of(members(then)), (), frozenset(f.id for f in new))
    assert members([*then, *new], before) == members([*then, *new])


def test_what_stays_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    then = [fact(n, chance) for n in range(300)]
    own = frozenset({"quay", "silo"})
    new = replace(fact(999, chance), words=own, telling=Telling(own), report=Report("z", "", "", (), published=None))
    before = Before(first_of(members(then)), (), frozenset({new.id}))
    compared = []
    module = importlib.import_module("dragoman.situation.claims.group")
    best = module._best

    def noted(fact: Fact, *rest: Any) -> Any:
        compared.append(fact.id)
        return best(fact, *rest)

    monkeypatch.setattr(module, "_best", noted)
    found = members([*then, new], before)
    assert compared == [new.id]
    assert found == members([*then, new])
