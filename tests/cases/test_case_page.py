"""Every command in the page on cases runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import app

ROOT = Path(__file__).parents[2]


@pytest.mark.model
def test_every_command_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "cases.md").read_text(encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) for line in block.splitlines()]
    assert len(commands) >= 15
    (tmp_path / "src").symlink_to(ROOT / "src")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        name, *words = shlex.split(command)
        assert name == "dragoman"
        result = CliRunner().invoke(app, words)
        assert (result.exit_code, result.exception) == (0, None), command
