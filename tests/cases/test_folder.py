"""The folder of a case, and the commands over it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman import cases
from dragoman.cases.verifying import verify
from dragoman.cli import app
from dragoman.errors import CaseError, DragomanError

Say = Callable[..., Any]
Lines = dict[str, Any]


def run(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(w) for w in words], input=typed)


def fault(result: Result) -> str:
    assert isinstance(result.exception, DragomanError)
    return str(result.exception)


def test_a_case_is_made_once_and_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "entities.toml").write_text("# mine\n")
    assert json.loads(run("init", tmp_path, "--json").output)["made"] is True
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case.sqlite", "dragoman.toml", "entities.toml", "reports"]
    assert (tmp_path / "entities.toml").read_text() == "# mine\n"
    assert json.loads(run("init", tmp_path, "--json").output)["made"] is False


def test_a_folder_with_a_quote_in_its_name_makes_a_case(tmp_path: Path) -> None:
    case, made = cases.init(tmp_path / 'the "grain" talks')
    assert made
    assert case.name == "the grain talks"


def test_a_folder_that_is_no_case_is_told(tmp_path: Path) -> None:
    assert "dragoman init" in fault(run("claims", "--case", tmp_path))


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(CaseError, match="no case can be made here"):
        cases.init(tmp_path / "f")


@pytest.mark.parametrize("text", ["[case", "case = 3", "[case]\nlanguage_model = 3", "\x00"])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    cases.init(tmp_path)[0].close()
    (tmp_path / "dragoman.toml").write_text(text)
    with pytest.raises(CaseError, match=r"dragoman\.toml"):
        cases.open_case(tmp_path)


def test_entities_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    case, _ = cases.init(tmp_path)
    assert not case.problems
    (tmp_path / "entities.toml").write_text('[[entity]]\nid = "x"\n')
    (problem,) = case.problems
    assert problem.todo.startswith("it needs id, name and kind")


def test_a_vanished_database_is_told(tmp_path: Path) -> None:
    cases.init(tmp_path)[0].close()
    (tmp_path / "case.sqlite").unlink()
    assert "not there" in fault(run("claims", "--case", tmp_path))


def test_adding_from_an_empty_folder_or_a_missing_file_does_nothing(tmp_path: Path) -> None:
    cases.init(tmp_path)[0].close()
    empty = run("add", "--case", tmp_path)
    assert empty.exit_code == 1
    assert "no report in this folder" in empty.stderr
    missing = run("add", "--case", tmp_path, tmp_path / "gone.txt")
    assert missing.exit_code == 1
    assert "no such file" in missing.stderr


@pytest.fixture
def filled(tmp_path: Path, say: Say, known_lines: Lines, in_memory: Callable[[], Any]) -> Path:
    """A case with two reports whose files stand in its folder."""
    case, _ = cases.init(tmp_path)
    desk = type(in_memory())(case)
    for one in (
        say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"]),
        say("b", "Sample Wire", "2025-02-03", known_lines["lease"]),
    ):
        path = tmp_path / "reports" / f"{one.report.id}.txt"
        path.write_text(one.report.text)
        from dataclasses import replace

        desk.add(replace(one, report=replace(one.report, path=str(path))))
    case.close()
    return tmp_path


VIEWS = ["claims", "timeline", "positions", "ties", "agreements", "actors"]


@pytest.mark.parametrize("view", [*VIEWS, "search port", "diff --since 2025-02-01", "review"])
def test_every_view_prints_json_and_csv_on_two_clocks(filled: Path, view: str) -> None:
    clocks = ["--as-of", "2025-02-09", "--known-by", "2025-02-09"]
    records = run(*view.split(), "--case", filled, *clocks, "--json")
    assert records.exit_code == 0
    lines = [json.loads(line) for line in records.stdout.splitlines()]
    table = run(*view.split(), "--case", filled, *clocks, "--csv")
    rows = list(csv.DictReader(io.StringIO(table.stdout)))
    assert len(rows) == len(lines)
    if view not in ("ties", "agreements"):
        assert lines


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_prints_text(filled: Path, view: str) -> None:
    assert run(view, "--case", filled).exit_code == 0


def test_text_stops_at_a_limit_and_says_so(filled: Path) -> None:
    result = run("claims", "--case", filled, "--limit", "1")
    assert "... 1 more" in result.stderr
    assert run("claims", "--case", filled, "--limit", "1", "--json").stdout.count("\n") == 1


def test_why_prints_the_quote_of_each_statement(filled: Path) -> None:
    result = run("why", "a#s2", "--case", filled)
    assert result.exit_code == 0
    assert result.stdout.count("“Russia wants a long lease of the port”") >= 2
    rows = list(csv.DictReader(io.StringIO(run("why", "a#s2", "--case", filled, "--csv").stdout)))
    assert [r["id"] for r in rows] == ["a#s2", "b#s1"]


def test_an_argument_that_means_nothing_here_is_told(filled: Path) -> None:
    assert "no claim" in fault(run("why", "c0", "--case", filled))
    assert run("claims", "--case", filled, "--as-of", "soon").exit_code == 2
    assert run("claims", "--case", filled, "--status", "true").exit_code == 2
    assert run("correct", "a#s1", "--set", "mood=bad", "--case", filled).exit_code == 2
    assert "not before" in fault(run("diff", "--since", "2025-02-02", "--known-by", "2025-02-01", "--case", filled))


def test_judgements_are_logged_and_undone_by_command(filled: Path) -> None:
    told = json.loads(run("reject", "a#s1", "--note", "a misreading", "--case", filled, "--json").stdout)
    assert (told["number"], told["what"], told["note"]) == (1, "reject", "a misreading")
    assert run("claims", "--case", filled, "--json").stdout.count("\n") == 1
    assert run("undo", "--case", filled).exit_code == 0
    assert run("claims", "--case", filled, "--json").stdout.count("\n") == 2
    for words in (
        ["accept", "a#s2"],
        ["correct", "a#s1", "--set", "matter=grain"],
        ["merge", "QAT", "EGY"],
        ["split", "RUS", "union", "--name", "The Union", "--report", "b"],
        ["grade", "Sample Wire", "b"],
    ):
        assert run(*words, "--case", filled).exit_code == 0
    log = [json.loads(line) for line in run("log", "--case", filled, "--json").stdout.splitlines()]
    assert [e["what"] for e in log] == ["reject", "undo", "accept", "correct", "merge", "split", "grade"]
    assert [e["in_force"] for e in log] == [False, True, True, True, True, True, True]
    assert "(taken back)" in run("log", "--case", filled).stdout


def test_a_review_accepts_edits_rejects_skips_and_takes_back(filled: Path) -> None:
    result = run("review", "--case", filled, typed="a\nu\nr\ne\nmatter=harbour\ns\n")
    assert result.exit_code == 0
    log = [json.loads(line) for line in run("log", "--case", filled, "--json").stdout.splitlines()]
    assert [e["what"] for e in log] == ["accept", "undo", "reject", "correct"]
    assert log[3]["decision"]["changes"] == [["matter", "harbour"]]
    assert "2 judged, 0 left" in result.stdout


def test_a_review_survives_keys_and_edits_that_mean_nothing(filled: Path) -> None:
    result = run("review", "--case", filled, typed="x\nu\ne\ntype=nonsense\ne\nnonsense\nq\n")
    assert result.exit_code == 0
    assert "nothing to take back" in result.stdout
    assert "no type of" in result.stdout
    assert "write FIELD=VALUE" in result.stdout
    assert run("log", "--case", filled).stdout == ""


def test_verify_passes_over_a_vanished_file_with_a_note(filled: Path) -> None:
    assert run("verify", "--case", filled).exit_code == 0
    (filled / "reports" / "a.txt").unlink()
    result = run("verify", "--case", filled)
    assert result.exit_code == 0
    assert "reports/a.txt: no longer there" in result.stderr


def test_verify_finds_quotes_that_an_edit_of_the_file_moved(filled: Path) -> None:
    file = filled / "reports" / "a.txt"
    file.write_text("New first line.\n\n" + file.read_text().replace("a long lease", "a short lease"))
    result = run("verify", "--case", filled, "--json")
    assert result.exit_code == 3
    found = json.loads(result.stdout)
    assert [f["what"].split(" in ")[0] for f in found["faults"]] == ["its quote has moved", "its quote is no longer"]
    assert found["quotes"] == 3


def test_verify_finds_a_text_that_was_changed_in_the_case(filled: Path) -> None:
    with sqlite3.connect(filled / "case.sqlite") as connection:
        connection.execute("UPDATE text SET body = replace(body, 'Russia', 'Russland') WHERE key = 2")
    case = cases.open_case(filled)
    told = {p.what.split(" (")[0] for p in verify(case).faults}
    assert {"version 1 is not the text that was read", "its quote is not at 0-37"} <= told
    assert run("verify", "--case", filled).exit_code == 3


def test_a_case_can_be_moved(filled: Path) -> None:
    moved = filled.parent / "moved"
    shutil.move(filled, moved)
    result = run("verify", "--case", moved)
    assert result.exit_code == 0
    assert result.stderr == ""


@pytest.mark.skipif(
    not hasattr(__import__("os"), "geteuid") or __import__("os").geteuid() == 0, reason="root may write"
)
def test_a_case_that_may_only_be_read_can_be_viewed(filled: Path) -> None:
    (filled / "case.sqlite").chmod(0o444)
    filled.chmod(0o555)
    assert run("claims", "--case", filled, "--json").exit_code == 0
    assert "may be read but not written" in fault(run("reject", "a#s1", "--case", filled))
    filled.chmod(0o755)


def test_a_view_is_shown_though_its_rows_cannot_be_kept(filled: Path) -> None:
    holder = sqlite3.connect(filled / "case.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    case = cases.open_case(filled, wait=0.05)
    from dragoman.cases.views import lines
    from dragoman.domain.case import Clocks, View

    assert lines(case, View.CLAIM, Clocks()).total == 2
    assert case.archive.kept(Clocks()) is None
    holder.close()


@pytest.mark.model
def test_reports_become_claims_from_files_to_commands(tmp_path: Path) -> None:
    text = "Egypt's foreign ministry said on Monday that Ethiopia had rejected the proposal of the African Union.\n"
    run("init", tmp_path)
    (tmp_path / "reports" / "one.txt").write_text(text)
    (tmp_path / "reports" / "reports.csv").write_text("file,outlet,published\none.txt,Sample Wire,2021-04-06\n")
    added = run("add", "--case", tmp_path, "--json")
    assert added.exit_code == 0
    assert json.loads(added.stdout.splitlines()[0])["outcome"] == "new"
    claims = [json.loads(line) for line in run("claims", "--case", tmp_path, "--json").stdout.splitlines()]
    assert claims
    for claim in claims:
        for s in claim["statements"]:
            assert text[s["start"] : s["end"]]
    assert json.loads(run("add", "--case", tmp_path, "--json").stdout)["outcome"] == "known"
    assert json.loads(run("add", "--again", "--case", tmp_path, "--json").stdout)["outcome"] == "known"
    assert run("verify", "--case", tmp_path).exit_code == 0
