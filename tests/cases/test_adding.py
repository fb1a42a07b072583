"""Adding reports to a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dragoman.cases.situations import situation
from dragoman.domain.case import Outcome
from dragoman.domain.problem import Problem

Lines = dict[str, Any]


def outcomes(added: Any) -> list[tuple[str, str, int]]:
    return [(a.report, str(a.outcome), a.version) for a in added.additions]


def test_a_report_added_again_is_known_and_not_read(desk: Any, say: Callable[..., Any], known_lines: Lines) -> None:
    one = say("a", "Example Courier", "2025-02-01", known_lines["grain"])
    assert outcomes(desk.add(one)) == [("a", "new", 1)]
    assert outcomes(desk.add(one)) == [("a", "known", 1)]
    assert desk.read == 1
    assert len(desk.case.archive.versions()) == 1


def test_the_same_text_under_another_name_is_the_same_report(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    assert outcomes(desk.add(say("b", "Example Courier", "2025-02-01", known_lines["grain"]))) == [("a", "known", 1)]


def test_the_same_text_in_another_outlet_is_another_report(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    assert outcomes(desk.add(say("b", "Sample Wire", "2025-02-02", known_lines["grain"]))) == [("b", "new", 1)]


def test_a_day_learnt_later_is_taken_and_what_was_known_stays(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    desk.add(say("a", "Example Courier", None, known_lines["grain"]))
    added = desk.add(say("a", None, "2025-02-01", known_lines["grain"]))
    assert outcomes(added) == [("a", "metadata", 1)]
    assert added.additions[0].difference == ("published: not known -> 2025-02-01",)
    (reading,) = situation(desk.case).readings
    assert (reading.report.outlet, reading.report.published) == ("Example Courier", date(2025, 2, 1))


def test_an_edited_report_becomes_a_version_and_shows_what_changed(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"]))
    added = desk.add(
        say("a", "Example Courier", "2025-02-03", known_lines["grain"], known_lines["lease"], known_lines["visit"])
    )
    assert outcomes(added) == [("a", "version", 2)]
    assert "+Kenya received a delegation from Qatar." in added.additions[0].difference
    assert "published: 2025-02-01 -> 2025-02-03" in added.additions[0].difference
    assert len(situation(desk.case).statements) == 3
    assert len(situation(desk.case, known_by=date(2025, 2, 2)).statements) == 2


def test_an_edited_page_is_known_by_its_address(desk: Any, say: Callable[..., Any], known_lines: Lines) -> None:
    url = "https://courier.example/1"
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"], url=url))
    added = desk.add(say("page-2", "Example Courier", "2025-02-02", known_lines["visit"], url=url))
    assert outcomes(added) == [("a", "version", 2)]


def test_the_first_version_added_again_is_known_and_the_second_still_stands(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    first = say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"])
    second = say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"], known_lines["visit"])
    desk.add(first)
    desk.add(second)
    assert outcomes(desk.add(first)) == [("a", "known", 1)]
    assert len(situation(desk.case).statements) == 3


def test_a_taken_id_gets_a_number(desk: Any, say: Callable[..., Any], known_lines: Lines) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    other = say("a", "Sample Wire", "2025-02-01", known_lines["visit"])
    assert outcomes(desk.add(other)) == [("a~2", "new", 1)]
    assert outcomes(desk.add(other)) == [("a~2", "known", 1)]


def test_what_cannot_be_read_is_told_and_the_rest_is_added(
    desk: Any, say: Callable[..., Any], known_lines: Lines
) -> None:
    gone = Problem("reports/gone.txt", "cannot be read (No such file or directory)", "check that the file is there")
    added = desk.add(gone, say("a", None, None, known_lines["grain"]))
    assert added.unread == (gone,)
    assert outcomes(added) == [("a", "new", 1)]


def test_adding_nothing_changes_nothing(desk: Any) -> None:
    assert desk.add().additions == ()
    assert desk.case.archive.versions() == ()


def test_reports_read_before_a_break_are_not_read_again(
    desk: Any, say: Callable[..., Any], known_lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.cases.adding.ASIDE", 2)
    reports = [say(f"r{n}", f"Outlet {n}", "2025-02-01", known_lines["grain"]) for n in range(5)]
    texts = [say(f"r{n}", f"Outlet {n}", "2025-02-01", *[known_lines["grain"]] * (n + 1)) for n in range(5)]
    assert reports[0] == texts[0]

    def broken(*_: Any, **__: Any) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as broke:
        broke.setattr(type(desk.case.archive), "add", broken)
        with pytest.raises(KeyboardInterrupt):
            desk.add(*texts)
    assert desk.case.archive.versions() == ()
    assert desk.read == 5
    assert [a.outcome for a in desk.add(*texts).additions] == [Outcome.NEW] * 5
    assert desk.read == 6
    assert len(desk.case.archive.versions()) == 5
