"""What the pages show is true: every command and option exists, every Python example runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

import dragoman
from dragoman.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "benchmarks" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for language, body in FENCE.findall(page.read_text(encoding="utf-8")) if language in languages]


def calls(page: Path) -> list[list[str]]:
    """The words of each `dragoman ...` call that the page shows."""
    found = []
    for block in blocks(page, "sh", "console", "bash", "text"):
        for line in block.splitlines():
            if not re.match(r"\s*(\$ )?(\S*/)?(dragoman|python3? -m venv)\b", line):
                continue
            call: list[str] = []
            for word in [*shlex.split(line.strip().removeprefix("$ "), comments=True), "&&"]:
                if word in ("&&", "|", ";", ">"):
                    if len(call) > 1 and call[0].split("/")[-1] == "dragoman":
                        found.append(call[1:])
                    call = []
                else:
                    call.append(word)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_command_and_option_shown_exists(page: Path) -> None:
    for words in calls(page):
        command: click.Command = app
        context = click.Context(app)
        rest = list(words)
        while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
            name = rest.pop(0)
            found = command.get_command(context, name)
            assert found is not None, f"{page.name}: no command {name!r} in {' '.join(words)!r}"
            command = found
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"-h", "--help", "--version"}
        for word in rest:
            if re.match(r"--?[a-z]", word):
                assert word.split("=")[0] in known, f"{page.name}: no option {word!r} in {' '.join(words)!r}"


@pytest.mark.model
@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=lambda p: p.stem)
def test_every_python_example_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), names)


def test_the_two_commands_of_the_readme_install_from_the_locks() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    demo = text.split("<!-- demo -->")[1].split("```")[1]
    tests = text.split("<!-- tests -->")[1].split("```")[1]
    assert "requirements.lock" in demo and "dragoman demo" in demo
    assert "requirements-test.lock" in tests and tests.rstrip().endswith("pytest")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_exact_versions_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert len(re.findall(r"^[A-Za-z0-9._-]+==", text, re.MULTILINE)) > 50
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "==" in entry and "--hash=sha256:" in entry


def test_exported_names_are_sorted_and_there() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError):
        _ = dragoman.nothing_of_the_kind
