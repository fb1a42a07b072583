"""`dragoman brief` and `dragoman demo` as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import app
from dragoman.errors import DragomanError

pytestmark = pytest.mark.model
REPORT = "Ruritania wants to keep its harbour in Syria. France sent aid to Syria on March 3, 2025.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_without_more_a_page_is_left_here(folder: Path) -> None:
    result = run("brief", "reports", "--outlet", "Example Courier", "--published", "2025-03-05")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "France sent aid to Syria" in (folder / "brief.html").read_text(encoding="utf-8")


def test_data_and_text_go_to_standard_output(folder: Path) -> None:
    record = json.loads(run("brief", "reports", "--json").stdout)
    assert any("France sent aid to Syria" in q["exact"] for q in record["quotes"].values())
    assert run("brief", "reports", "--markdown").stdout.startswith("# ")
    assert run("brief", "reports", "-o", "-").stdout.startswith("<!DOCTYPE html>")
    assert not (folder / "brief.html").exists()


def test_the_suffix_names_the_form(folder: Path) -> None:
    run("brief", "reports", "-o", "out.md")
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("# ")


def test_what_was_published_later_is_not_known_earlier(folder: Path) -> None:
    result = run("brief", "reports", "--published", "2025-03-05", "--known-by", "2025-03-04", "--json")
    record = json.loads(result.stdout)
    assert record["known_by"] == "2025-03-04"
    assert record["quotes"] == {}


def test_a_missing_path_beside_a_report_gives_the_rest_and_code_3(folder: Path) -> None:
    result = run("brief", "reports", "absent.txt")
    assert result.exit_code == 3
    assert "absent.txt" in result.stderr
    assert "absent.txt" in (folder / "brief.html").read_text(encoding="utf-8")


def test_nothing_read_writes_nothing_and_gives_code_1(folder: Path) -> None:
    result = run("brief", "absent.txt")
    assert result.exit_code == 1
    assert not (folder / "brief.html").exists()


def test_two_forms_at_once_are_misuse(folder: Path) -> None:
    assert run("brief", "reports", "--json", "--markdown").exit_code == 2


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    result = run("brief", "reports", "-o", "no/such/folder/brief.html")
    assert isinstance(result.exception, DragomanError)
    assert result.exception.exit_code == 1
    assert "no/such/folder/brief.html cannot be written" in str(result.exception)


def test_whole_texts_travel_only_when_asked(folder: Path) -> None:
    assert json.loads(run("brief", "reports", "--json").stdout)["texts"] == []
    assert json.loads(run("brief", "reports", "--json", "--with-texts").stdout)["texts"][0]["text"] == REPORT


@pytest.mark.parametrize("name", ["bases", "dam"])
def test_a_demo_leaves_its_reports_and_a_brief(folder: Path, name: str) -> None:
    result = run("demo", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("Open brief.html")
    assert len(list((folder / f"dragoman-demo-{name}" / "reports").glob("*"))) > 10
    assert "In brief" in (folder / "brief.html").read_text(encoding="utf-8")


def test_an_unknown_demo_names_those_there_are(folder: Path) -> None:
    result = run("demo", "nowhere")
    assert isinstance(result.exception, DragomanError)
    assert result.exception.exit_code == 2
    assert "bases, dam" in str(result.exception)
