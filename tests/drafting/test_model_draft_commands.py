"""`dragoman model draft`, `answers` and `whatif` as a user calls them, on the shipped example and on bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.model import model
from dragoman.negotiation import read_model

EXAMPLE = Path(__file__).parents[2] / "src" / "dragoman" / "examples" / "bases" / "reports"
RECIPE = (
    "Plum dumplings\n\nBoil the potatoes and mash them while they are hot. Add flour, an egg and a pinch of salt. "
    "Wrap each plum in dough and simmer for ten minutes.\n"
)


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(model, list(arguments), input=given)


@pytest.mark.model
def test_a_draft_is_a_file_that_every_other_command_reads_and_that_keeps_edits(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for path in EXAMPLE.iterdir():
        if path.name[:2] in ("re", "11", "12", "14"):
            (reports / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "model.toml"
    drafted = ("draft", str(reports), "--as-of", "2025-03-31", "-o", str(file))
    assert run(*drafted).exit_code == 0
    for command in ("check", "paths", "deals", "leverage", "answers"):
        told = run(command, str(file))
        assert told.exit_code == 0, told.output
    first = read_model(file)
    edited = file.read_text(encoding="utf-8").replace('text = "pay compensation"', 'text = "pay for the bombing"')
    assert "pay for the bombing" in edited
    file.write_text(edited, encoding="utf-8")
    new = "13_mock-monitor_2025-02-27.txt"
    (reports / new).write_bytes((EXAMPLE / new).read_bytes())
    kept = run(*drafted, "--keep")
    assert kept.exit_code == 0
    assert file.read_text(encoding="utf-8") == edited
    taken = run(*drafted, "--yes")
    assert taken.exit_code == 0, taken.output
    again = read_model(file)
    # What nobody edited may go with what the new report says; what both say stays.
    stayed = {o.id for o in first.options} & {o.id for o in again.options}
    assert {"rus.keep_presence", "rus.compensate_compensation", "syr.allow_presence"} <= stayed
    assert any(o.text == "pay for the bombing" for o in again.options)
    option = again.options[0].id
    compared = run("whatif", str(file), "--set", f"{option}=Y", "--json")
    assert json.loads(compared.stdout)["lines"][0]["text"].startswith("Before:")


@pytest.mark.model
def test_json_is_the_interchange_form_with_evidence_entity_matter_and_possible(tmp_path: Path) -> None:
    told = run("draft", str(EXAMPLE), "--as-of", "2025-03-31", "--json")
    assert told.exit_code == 0
    data = json.loads(told.stdout)
    assert {"name", "options", "decision_makers", "infeasible", "status_quo"} <= set(data)
    for option in data["options"]:
        assert {"entity", "matter", "possible"} <= set(option)
        for record in option["evidence"]:
            assert {"statement", "report", "start", "end", "quote"} <= set(record)
    assert len(data["options"]) <= 12


@pytest.mark.model
def test_a_recipe_gives_no_model_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "recipe.txt"
    path.write_text(RECIPE, encoding="utf-8")
    told = run("draft", str(path))
    assert told.exit_code == 1
    assert told.stdout == ""
    assert "no model: because no statement names something that a party could do or leave undone" in told.stderr


def test_an_edited_model_that_contradicts_itself_gives_the_errors_of_check(tmp_path: Path) -> None:
    path = tmp_path / "model.toml"
    path.write_text(
        '[[options]]\nid = "a"\nowner = "nobody"\n[[decision_makers]]\nid = "x"\n[decision_makers.preferences]\n'
        'prioritised = ["b"]\n',
        encoding="utf-8",
    )
    checked, answered = run("check", str(path)), run("answers", str(path))
    assert answered.exit_code == checked.exit_code == 1
    assert answered.stderr == checked.stderr
    assert "'nobody' owns 'a' but is no decision maker" in answered.stderr


def test_what_is_to_change_has_to_be_said_and_be_there(tmp_path: Path) -> None:
    path = tmp_path / "model.toml"
    path.write_text(
        '[[options]]\nid = "a"\nowner = "x"\n[[decision_makers]]\nid = "x"\n[decision_makers.preferences]\n'
        'prioritised = ["a"]\n',
        encoding="utf-8",
    )
    assert run("whatif", str(path)).exit_code == 2
    assert run("whatif", str(path), "--set", "a=maybe").exit_code == 2
    assert run("whatif", str(path), "--set", "b=Y").exit_code == 1
    assert run("whatif", str(path), "--set", "a=N").exit_code == 0


def test_reports_or_a_case_have_to_be_given() -> None:
    assert run("draft").exit_code == 2
