"""Views on two clocks, and the laws that they keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.cases.situations import fresh, situation
from dragoman.cases.views import lines
from dragoman.domain.case import Clocks, View

Say = Callable[..., Any]
Lines = dict[str, Any]
FIRST = date(2025, 1, 1)


def claims(case: Any, clocks: Clocks) -> list[str]:
    return [row.record for row in fresh(case, clocks).rows(clocks, View.CLAIM)]


def test_what_was_published_later_is_not_known(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    assert set(situation(desk.case, known_by=date(2025, 2, 2)).reports) == {"a"}
    assert set(situation(desk.case).reports) == {"a", "b", "c"}


def test_undated_reports_stay_out_of_what_was_known_and_the_view_says_so(
    desk: Any, three_reports: tuple[Any, ...]
) -> None:
    desk.add(*three_reports)
    assert lines(desk.case, View.CLAIM, Clocks()).notes == ()
    (note,) = lines(desk.case, View.CLAIM, Clocks(known_by=date(2025, 2, 9))).notes
    assert "undated" in note


def test_clocks_the_wrong_way_round_are_told(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    notes = lines(desk.case, View.CLAIM, Clocks(date(2025, 3, 1), date(2025, 2, 9))).notes
    assert any("lies after" in note for note in notes)


def test_a_view_is_worked_out_once_and_anew_after_each_change(desk: Any, say: Say, known_lines: Lines) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    assert lines(desk.case, View.CLAIM, Clocks()).total == 1
    stamp = desk.case.archive.kept(Clocks())
    assert lines(desk.case, View.CLAIM, Clocks()).total == 1
    assert desk.case.archive.kept(Clocks()) == stamp
    desk.add(say("b", "Sample Wire", "2025-02-02", known_lines["visit"]))
    assert lines(desk.case, View.CLAIM, Clocks()).total == 2
    assert desk.case.archive.kept(Clocks()) != stamp


@st.composite
def some_reports(draw: st.DrawFn) -> list[tuple[str, int | None, list[int]]]:
    """(outlet, day or None, lines) of up to five reports with different texts."""
    texts = draw(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4), max_size=5, unique_by=tuple))
    return [
        (
            draw(st.sampled_from(["Sample Wire", "Example Courier", "Mock Monitor"])),
            draw(st.none() | st.integers(0, 9)),
            t,
        )
        for t in texts
    ]


def spoken(say: Say, lines: Lines, drawn: Sequence[tuple[str, int | None, list[int]]]) -> list[Any]:
    said = list(lines.values())
    return [
        say(f"r{n}", outlet, day if day is None else str(FIRST + timedelta(day)), *(said[i] for i in text))
        for n, (outlet, day, text) in enumerate(drawn)
    ]


@settings(max_examples=30, deadline=None)
@given(drawn=some_reports(), data=st.data())
def test_claims_do_not_depend_on_the_order_or_repetition_of_adding(
    in_memory: Callable[[], Any], say: Say, known_lines: Lines, drawn: Any, data: st.DataObject
) -> None:
    reports = spoken(say, known_lines, drawn)
    one, other = in_memory(), in_memory()
    one.add(*reports)
    for report in data.draw(st.permutations(reports)):
        other.add(report)
    other.add(*reports)
    assert claims(one.case, Clocks()) == claims(other.case, Clocks())


@settings(max_examples=30, deadline=None)
@given(drawn=some_reports(), day=st.integers(0, 9))
def test_what_was_known_by_a_day_never_changes_when_a_later_report_is_added(
    in_memory: Callable[[], Any], say: Say, known_lines: Lines, drawn: Any, day: int
) -> None:
    known = Clocks(known_by=FIRST + timedelta(day))
    reports = spoken(say, known_lines, drawn)
    earlier = [r for r in reports if r.report.published is not None and r.report.published <= known.known_by]
    desk = in_memory()
    desk.add(*earlier)
    before = claims(desk.case, known)
    desk.add(*reports)
    assert claims(desk.case, known) == before


def test_an_edit_published_later_does_not_change_what_was_known(desk: Any, say: Say, known_lines: Lines) -> None:
    known = Clocks(known_by=date(2025, 2, 2))
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["long"], known_lines["lease"]))
    before = claims(desk.case, known)
    desk.add(say("a", "Example Courier", "2025-02-03", known_lines["long"], known_lines["visit"]))
    assert len(desk.case.archive.versions(reports=["a"])) == 2
    assert claims(desk.case, known) == before
    assert claims(desk.case, Clocks()) != before


def roots_before_and_after(desk: Any, say: Say, text: list[Any], outlets: list[str]) -> tuple[dict[str, int], ...]:
    """How many roots each claim of a report has, and has once other outlets have printed it too."""
    desk.add(say("first", "Sample Wire", str(FIRST), *text))
    before = {c.id: len(c.roots) for c in situation(desk.case).claims}
    desk.add(*(say(f"copy{n}", o, str(FIRST + timedelta(n + 1)), *text) for n, o in enumerate(outlets)))
    after = situation(desk.case)
    assert set(after.copies.values()) == {"first"}
    return before, {c.id: len(c.roots) for c in after.claims}


@settings(max_examples=15, deadline=None)
@given(
    picks=st.lists(st.sampled_from(["long", "loan"]), min_size=1, max_size=4),
    outlets=st.lists(st.sampled_from(["Example Courier", "Mock Monitor", "Sample Review"]), min_size=1, max_size=3),
)
def test_copies_never_raise_the_count_of_roots(
    in_memory: Callable[[], Any], say: Say, known_lines: Lines, picks: list[str], outlets: list[str]
) -> None:
    before, after = roots_before_and_after(in_memory(), say, [known_lines[p] for p in picks], outlets)
    assert after == before


def test_short_paragraphs_of_a_copy_are_copies_too(desk: Any, say: Say, known_lines: Lines) -> None:
    before, after = roots_before_and_after(desk, say, [known_lines["long"], known_lines["grain"]], ["Mock Monitor"])
    assert after == before
