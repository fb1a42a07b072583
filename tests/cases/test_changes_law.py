"""Whatever was done to a case, and whenever it was looked at, its views are those of assembling from nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.adapters.sqlite_archive import SqliteArchive
from dragoman.cases import judging
from dragoman.cases.rows import rows_of
from dragoman.cases.situations import fresh, situation
from dragoman.domain.case import Clocks, Row, View
from dragoman.domain.judgement import Field, Letter, in_force
from dragoman.errors import DragomanError

FIRST = date(2025, 1, 1)
OUTLETS = ("Sample Wire", "Example Courier", "Mock Monitor")

report = st.tuples(
    st.just("add"),
    st.integers(0, 7),
    st.sampled_from(OUTLETS),
    st.none() | st.integers(0, 200),
    st.lists(st.integers(0, 5), min_size=1, max_size=4),
)
judgement = st.tuples(st.sampled_from(["reject", "correct"]), st.integers(0, 30))
other = st.sampled_from([("undo",), ("grade",), ("merge", "EGY", "KEN"), ("merge", "QAT", "EGY"), ("name",)])
look = st.tuples(st.just("look"), st.none() | st.integers(0, 200), st.none() | st.integers(0, 200))


def done(desk: Any, say: Callable[..., Any], lines: dict[str, Any], step: tuple[Any, ...]) -> None:
    """One step; what the case refuses leaves it as it is."""
    case, said = desk.case, list(lines.values())
    day = {n: None if n is None else FIRST + timedelta(n) for n in step[1:] if n is None or isinstance(n, int)}
    match step:
        case ("add", name, outlet, number, text):
            when = None if number is None else str(day[number])
            desk.add(say(f"r{name}", outlet, when, *(said[i] for i in text)))
        case ("reject" | "correct", number):
            names = [f"{v.report}#s1" for v in case.archive.versions()]
            if names and step[0] == "reject":
                judging.reject(case, names[number % len(names)])
            elif names:
                judging.correct(case, names[number % len(names)], {Field.ACTOR: "QAT"})
        case ("undo",):
            judging.undo(case)
        case ("grade",):
            judging.grade(case, "Sample Wire", Letter.B)
        case ("merge", one, into):
            judging.merge(case, one, into)
        case ("name",):
            judging.merge(case, "the Lutha Front", "lutha-front", name="Lutha Front")
        case ("look", as_of, known_by):
            fresh(case, Clocks(day[as_of], day[known_by]))


def kept(case: Any, clocks: Clocks) -> list[Row]:
    archive = fresh(case, clocks)
    return [row for view in View for row in archive.rows(clocks, view)]


def from_nothing(case: Any, clocks: Clocks) -> list[Row]:
    rows = list(rows_of(situation(case, clocks.as_of, clocks.known_by)))
    return [Row(r.view, r.id, r.record, (), r.matter, r.status, r.day) for view in View for r in rows if r.view is view]


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(report | report | judgement | other | look, max_size=12), clocks=look)
def test_any_steps_end_where_assembling_from_nothing_ends(
    say: Callable[..., Any],
    known_lines: dict[str, Any],
    desk_of: Callable[..., Any],
    steps: list[tuple[Any, ...]],
    clocks: tuple[Any, ...],
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("dragoman.situation.claims.replay.MOST_CHANGED", 9)
        desk = desk_of(SqliteArchive(Path(folder) / "case.sqlite", create=True), Path(folder))
        for step in steps:
            try:
                done(desk, say, known_lines, step)
            except DragomanError:
                continue
            assert kept(desk.case, Clocks()) == from_nothing(desk.case, Clocks()), step
        one = Clocks(*(None if n is None else FIRST + timedelta(n) for n in clocks[1:]))
        assert kept(desk.case, one) == from_nothing(desk.case, one)
        assert len(in_force(desk.case.archive.log())) <= len(steps)
        desk.case.close()
