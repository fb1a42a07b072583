"""`dragoman explain` shows the parse, the triggers and why each statement was made or refused."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from dragoman.cli import app

pytestmark = pytest.mark.model


def test_it_says_what_was_made_and_what_was_refused() -> None:
    shown = CliRunner().invoke(app, ["explain", "Russia wants to attack Ukraine."])
    assert shown.exit_code == 0
    assert "stance want" in shown.stdout and "said" in shown.stdout
    assert "refused: not said to happen (governs-desired)" in shown.stdout


def test_it_prints_one_object_for_programs_and_reads_standard_input() -> None:
    shown = CliRunner().invoke(app, ["explain", "--json", "-"], input="Russia attacked Ukraine.")
    record = json.loads(shown.stdout)
    assert [t["text"] for t in record["tokens"]] == ["Russia", "attacked", "Ukraine", "."]
    assert [d["type"] for d in record["decisions"]] == ["ASSAULT"]
    assert [s["actor"]["country"] for s in record["statements"]] == ["RUS"]


def test_no_sentence_is_a_fault_of_the_call() -> None:
    shown = CliRunner().invoke(app, ["explain", " "])
    assert shown.exit_code != 0
