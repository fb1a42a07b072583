"""What each report gives to the situation is worked out once, and anew only where something that bears on it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.cases import judging, sheets, verifying
from dragoman.cases.situations import bare_situation, fresh
from dragoman.domain.case import Clocks, View
from dragoman.domain.judgement import Letter

Say = Callable[..., Any]
Lines = dict[str, Any]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports whose sheets are worked out from here on."""
    found: list[str] = []
    make = sheets._made

    def noted(reading: Any, *rest: Any) -> Any:
        found.append(reading.report.id)
        return make(reading, *rest)

    monkeypatch.setattr(sheets, "_made", noted)
    return found


@pytest.fixture
def seen(desk: Any, say: Say, known_lines: Lines) -> Any:
    """A case of three reports that was looked at."""
    desk.add(
        say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"]),
        say("b", "Sample Wire", "2025-02-02", known_lines["visit"]),
        say("c", "Mock Monitor", "2025-02-03", known_lines["front"]),
    )
    fresh(desk.case, Clocks())
    return desk


@pytest.mark.parametrize(
    ("decide", "again"),
    [
        (lambda case: judging.reject(case, "a#s1"), ["a"]),
        (lambda case: judging.correct(case, "b#s1", {judging_field("matter"): "talks"}), ["b"]),
        (lambda case: judging.merge(case, "QAT", "SYR"), ["b"]),
        (lambda case: judging.merge(case, "the Lutha Front", "lutha", name="Lutha"), ["c"]),
        (lambda case: judging.split(case, "EGY", "ruritania", name="Ruritania", text="Egypt"), ["a"]),
        (lambda case: judging.grade(case, "Sample Wire", Letter.B), []),
        (lambda case: judging.accept(case, "a#s1"), []),
    ],
)
def test_only_sheets_that_a_judgement_bears_on_are_made_again(
    seen: Any, made: list[str], decide: Callable[[Any], Any], again: list[str]
) -> None:
    decide(seen.case)
    bare_situation(seen.case, Clocks())
    assert made == again
    judging.undo(seen.case)
    made.clear()
    bare_situation(seen.case, Clocks())
    assert made == again


def judging_field(name: str) -> Any:
    from dragoman.domain.judgement import Field

    return Field(name)


def test_a_report_added_leaves_the_other_sheets(seen: Any, made: list[str], say: Say, known_lines: Lines) -> None:
    seen.add(say("d", "Sample Wire", "2025-02-02", known_lines["lease"]))
    fresh(seen.case, Clocks())
    assert made == ["d"]


def test_damaged_sheets_and_groupings_are_made_again(seen: Any, made: list[str]) -> None:
    archive = seen.case.archive
    before = [r.record for r in archive.rows(Clocks(), View.CLAIM)]
    kept = list(archive.sheets([1, 2, 3]))
    archive.keep_sheets([type(s)(s.key, s.stamp, b"\0\0\0\1not a sheet") for s in kept])
    for name in ("grouping", "copies"):
        archive.keep_worked(name, b"neither")
    judging.grade(seen.case, "Nobody", Letter.B)
    assert [r.record for r in fresh(seen.case, Clocks()).rows(Clocks(), View.CLAIM)] == before
    assert sorted(made) == ["a", "b", "c"]
    assert verifying.verify(seen.case).faults == ()


def test_sheets_that_no_longer_stand_are_dropped(seen: Any) -> None:
    judging.reject(seen.case, "a#s1")
    fresh(seen.case, Clocks())
    assert sorted(s.key for s in seen.case.archive.sheets([1, 2, 3])) == [1, 2, 3]
