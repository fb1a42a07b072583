"""The pages on the solver are run: their Python from top to bottom, and their commands, whose output they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.model import model

ROOT = Path(__file__).parents[2]
PAGES = ("tutorial-graph-model.md", "solver.md")
_BLOCK = re.compile(r"^```(python|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [body for kind, body in _BLOCK.findall(text) if kind == language]


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = blocks(page, "python")
    assert found
    namespace: dict[str, object] = {}
    for block in found:
        exec(compile(block, page, "exec"), namespace)


def test_the_commands_of_the_tutorial_print_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = blocks("tutorial-graph-model.md", "console")
    assert found
    for block in found:
        command, _, shown = block.partition("\n")
        words = shlex.split(command)
        assert words[:3] == ["$", "dragoman", "model"]
        printed = CliRunner().invoke(model, words[3:])
        assert printed.exit_code == 0
        assert [line.rstrip() for line in printed.stdout.rstrip().splitlines()] == shown.rstrip().splitlines()
