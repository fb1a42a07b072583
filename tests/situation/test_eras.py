"""To which government a past event without a day is put. Graustark's fell on 30 June 2024."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.domain.report import Block, BlockKind
from dragoman.domain.situation import Judgements
from dragoman.domain.statement import Plover, Statement
from dragoman.domain.text import Span
from dragoman.situation.facts import facts_of
from dragoman.situation.sides import Sides
from tests.situation.making import Countries, on, report, says


def actor_of(*statements: Statement, one_paragraph: bool = True) -> str | None:
    """The side that the last of the statements of a report of January 2025 is put to."""
    reading = report("a", "2025-01-10", *statements)
    if one_paragraph:
        whole = Block(Span(0, len(reading.report.text)), BlockKind.PARAGRAPH)
        reading = replace(reading, report=replace(reading.report, blocks=(whole,)))
    sides = Sides(Countries(), Judgements())
    return facts_of(reading, sides, tuple((s.id, s) for s in reading.statements))[-1].actor


def backed(what: str = "backed the rebels of the north") -> Statement:
    return says(what, type=Plover.SUPPORT, actor="GRA", other=None, trigger="backed")


def told_of(day: str) -> Statement:
    return says("sent arms", type=Plover.AID, actor="GRA", other="SYL", trigger="sent", time=on(day))


@pytest.mark.parametrize(
    ("statements", "side"),
    [
        ((backed(),), "graustark-new"),
        ((backed("backed the rebels during the war"),), "GRA"),
        ((told_of("2020-03-01"), backed()), "GRA"),
        ((told_of("2020-03-01"), backed("then backed the rebels of the north")), "graustark-old"),
        ((told_of("2024-12-01"), backed()), "graustark-new"),
        ((told_of("2025-01-10"), backed()), "graustark-new"),
        (
            (told_of("2020-03-01"), says("backs the rebels", type=Plover.SUPPORT, actor="graustark-new")),
            "graustark-new",
        ),
    ],
)
def test_a_past_event_without_a_day_is_put_to_no_government_that_may_be_wrong(
    statements: tuple[Statement, ...], side: str
) -> None:
    assert actor_of(*statements) == side


def test_another_paragraph_tells_nothing_of_its_day() -> None:
    assert actor_of(told_of("2020-03-01"), backed(), one_paragraph=False) == "graustark-new"
