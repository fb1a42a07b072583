"""A case stays whole whatever happens while reports are added to it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from dragoman.cases.rows import rows_of
from dragoman.cases.situations import fresh, situation
from dragoman.cases.verifying import verify
from dragoman.domain.case import Clocks, View
from dragoman.errors import CaseError

Opened = Callable[..., Any]
Lines = dict[str, Any]
MANY = 90


def reports(say: Callable[..., Any], lines: Lines, count: int = MANY, name: str = "r") -> list[Any]:
    """Reports that differ by how often they repeat themselves."""
    order = [lines["grain"], lines["lease"], lines["visit"]]
    return [
        say(f"{name}{n}", f"Outlet {name} {n}", "2025-02-01", *order[: n % 3 + 1], *[order[n % 2]] * (n // 3))
        for n in range(count)
    ]


def whole(opened: Opened) -> list[str]:
    """The reports of the case, which has no fault."""
    desk = opened()
    assert verify(desk.case).faults == ()
    names = [v.report for v in desk.case.archive.versions()]
    desk.case.close()
    return names


def child(work: Callable[[], Any]) -> int:
    """Runs `work` in a process of its own; its id."""
    process = os.fork()
    if process == 0:
        try:
            work()
        finally:
            os._exit(0)
    return process


def test_a_process_killed_at_any_instant_leaves_all_or_nothing(
    filed: Opened, say: Callable[..., Any], known_lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.cases.adding.ASIDE", 16)
    desk = filed()
    desk.add(say("first", "Sample Wire", "2025-01-01", known_lines["visit"]))
    desk.case.close()
    before = (tmp_path / "case.sqlite").read_bytes()
    more = reports(say, known_lines)

    start = time.monotonic()
    os.waitpid(child(lambda: filed().add(*more)), 0)
    long = time.monotonic() - start
    assert len(whole(filed)) == MANY + 1

    chance = random.Random(11)
    seen = set()
    for part in range(14):
        (tmp_path / "case.sqlite").write_bytes(before)
        process = child(lambda: filed().add(*more))
        time.sleep(long * (part + chance.random()) / 14)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        names = whole(filed)
        assert len(names) in (1, MANY + 1)
        seen.add(len(names))
    assert 1 in seen
    desk = filed()
    desk.add(*more)
    assert len(desk.case.archive.versions()) == MANY + 1


def test_a_write_that_fails_leaves_the_case_as_it_was(
    filed: Opened, say: Callable[..., Any], known_lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.cases.adding.ASIDE", 2)
    desk = filed()
    desk.add(say("first", "Sample Wire", "2025-01-01", known_lines["visit"]))
    more = reports(say, known_lines, 3)
    failing, failed = 1, 0
    while True:
        seen = 0

        def fail(connection: Any, cursor: Any, statement: str, *_: Any, at: int = failing) -> None:
            nonlocal seen
            if statement.lstrip().split()[0] in ("INSERT", "UPDATE", "DELETE"):
                seen += 1
                if seen == at:
                    raise OperationalError(statement, {}, Exception("disk I/O error"))

        engine = desk.case.archive._engine
        event.listen(engine, "before_cursor_execute", fail)
        try:
            desk.add(*more)
            break
        except CaseError:
            failed += 1
            assert [v.report for v in desk.case.archive.versions()] == ["first"]
            assert verify(desk.case).faults == ()
        finally:
            event.remove(engine, "before_cursor_execute", fail)
        failing += 1
    assert failed >= 3 * 4
    assert len(desk.case.archive.versions()) == 4


def test_two_processes_that_add_at_once_both_succeed(
    filed: Opened, say: Callable[..., Any], known_lines: Lines
) -> None:
    filed().case.close()
    one = reports(say, known_lines, 30, "one")
    two = reports(say, known_lines, 30, "two")
    both = say("both", "Sample Wire", "2025-01-01", known_lines["visit"])

    def work(mine: list[Any]) -> None:
        filed(wait=30).add(*mine, both)

    processes = [child(lambda mine=mine: work(mine)) for mine in (one, two)]  # type: ignore[misc]
    for process in processes:
        os.waitpid(process, 0)
    names = whole(filed)
    assert sorted(names) == sorted([*(f"{w}{n}" for w in ("one", "two") for n in range(30)), "both"])


def test_a_case_that_another_process_holds_is_told_and_nothing_is_lost(
    filed: Opened, say: Callable[..., Any], known_lines: Lines
) -> None:
    holder, desk = filed(), filed()
    with holder.case.archive.writing(), pytest.raises(CaseError, match="another process is writing"):
        desk.add(say("a", None, None, known_lines["grain"]))
    assert [a.report for a in desk.add(say("a", None, None, known_lines["grain"])).additions] == ["a"]


def test_a_look_whose_writes_fail_gives_the_same_views_and_the_next_one_keeps_them(
    filed: Opened, say: Callable[..., Any], known_lines: Lines
) -> None:
    desk = filed()
    desk.add(*reports(say, known_lines, 6))
    archive = desk.case.archive
    fresh(desk.case, Clocks())
    desk.add(say("last", "Sample Wire", "2025-03-01", known_lines["loan"]))
    wanted = [r.record for r in rows_of(situation(desk.case))]
    stamp = archive.kept(Clocks())
    for failing in range(1, 40):
        seen = 0

        def fail(connection: Any, cursor: Any, statement: str, *_: Any, at: int = failing) -> None:
            nonlocal seen
            if statement.lstrip().split()[0] in ("INSERT", "UPDATE", "DELETE"):
                seen += 1
                if seen >= at:
                    raise OperationalError(statement, {}, Exception("disk I/O error"))

        event.listen(archive._engine, "before_cursor_execute", fail)
        try:
            looked = fresh(desk.case, Clocks())
            assert [r.record for view in View for r in looked.rows(Clocks(), view)] == wanted
        finally:
            event.remove(archive._engine, "before_cursor_execute", fail)
        if looked is archive:
            break
        assert archive.kept(Clocks()) == stamp
        assert verify(desk.case).faults == ()
    assert failing > 4
    assert archive.kept(Clocks()) != stamp
