"""A state of affairs told may be corrected like any judgement, and a judgement into one."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.cases import judging
from dragoman.cases.reviewing import waiting
from dragoman.cases.situations import situation
from dragoman.domain.case import Clocks
from dragoman.domain.judgement import Field
from dragoman.domain.statement import ASSERTED, Kind
from dragoman.errors import UsageError
from tests.cases.conftest import Line

DRY = Line("The silo in Kenya is empty", Kind.JUDGEMENT, ASSERTED, ("Kenya", "KEN"))


def test_its_type_may_become_a_way_and_a_way_its_type(desk: Any, say: Any) -> None:
    bad = Line("The silo in Kenya is a failure", Kind.JUDGEMENT, "negative", ("Kenya", "KEN"))
    desk.add(say("a", "Example Courier", "2025-02-01", DRY, bad))
    judging.correct(desk.case, "a#s1", {Field.TYPE: "negative"})
    judging.correct(desk.case, "a#s2", {Field.TYPE: ASSERTED})
    held = situation(desk.case).statements
    assert [held["a#s1"].type, held["a#s2"].type] == ["negative", ASSERTED]


def test_no_event_becomes_one(desk: Any, say: Any, known_lines: dict[str, Any]) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    with pytest.raises(UsageError, match="no type of event"):
        judging.correct(desk.case, "a#s1", {Field.TYPE: ASSERTED})


def test_it_waits_for_review_and_is_no_actor_position_tie_or_event(desk: Any, say: Any) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", DRY))
    assert [i.statement for i in waiting(desk.case, Clocks())] == ["a#s1"]
    held = situation(desk.case)
    assert len(held.claims) == 1
    assert (held.actors, held.positions, held.ties, held.timeline, held.outlooks) == ((),) * 5
