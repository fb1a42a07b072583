"""The command line where its surroundings fail: no trace of Python reaches the user, and the exit code is right."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import app
from dragoman.cli.options import printable
from dragoman.errors import ParserError

DRAGOMAN = [sys.executable, "-c", "from dragoman.cli import main; main()"]
SHELL = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
SAID = "The ministry of Ruritania rejected the offer of Sudan on Monday."


def run(*arguments: str, shell: str = "") -> subprocess.CompletedProcess[str]:
    command = [*DRAGOMAN, *arguments]
    if shell:
        command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(SAID, encoding="utf-8")
    return str(tmp_path / "a.txt")


def test_an_unread_report_makes_three_and_a_warning_does_not(tmp_path: Path, report: str) -> None:
    (tmp_path / "b.txt").write_bytes(SAID.encode("utf-16-le"))
    (tmp_path / "reports.csv").write_text("file,published\na.txt,soon\na.txt,later\n", encoding="utf-8")
    warned = CliRunner().invoke(app, ["read", str(tmp_path), "--json"])
    assert warned.exit_code == 0
    assert "'soon' is no day" in warned.stderr
    assert "a second time" in warned.stderr
    (tmp_path / "c.txt").write_bytes(b"")
    partly = CliRunner().invoke(app, ["read", str(tmp_path), "--json"])
    assert partly.exit_code == 3
    assert [json.loads(line)["report"]["id"] for line in partly.stdout.splitlines()] == ["a", "b"]


@pytest.mark.parametrize("option", ["--manifest", "--entities"])
def test_a_file_named_by_an_option_that_is_not_there_is_misuse(report: str, option: str) -> None:
    result = CliRunner().invoke(app, ["read", report, option, "nowhere"])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


@pytest.mark.parametrize("model", ["nosuch", "../x", "json"])
def test_a_model_that_is_none_is_told(report: str, model: str) -> None:
    result = CliRunner().invoke(app, ["read", report, "--language-model", model])
    assert result.exit_code == 1
    assert isinstance(result.exception, ParserError)


def test_a_model_that_is_none_is_told_once_by_several_processes(report: str) -> None:
    done = run("read", report, "--jobs", "2", "--language-model", "nosuch")
    assert done.returncode == 1
    assert done.stderr.count("nosuch") == 1
    assert "Traceback" not in done.stderr


def test_what_commands_a_terminal_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": SAID, "title": "\x1b]0;owned\x07\u202eevil", "published": "\x1b[2J"}), encoding="utf-8"
    )
    result = CliRunner().invoke(app, ["read", str(tmp_path)])
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout + result.stderr
    assert "\u202e" not in result.stdout + result.stderr
    assert printable("a\tb\x1b[2J\u2066\ud800") == "a\tb\\x1b[2J\\u2066\\ud800"


@SHELL
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(report: str) -> None:
    done = run("read", report, "--json", shell="> /dev/full")
    assert done.returncode == 1
    assert "standard output cannot be written (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "a fault of its own" not in done.stderr


@SHELL
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(SAID * 200, encoding="utf-8")
    done = run("read", str(tmp_path), "--json", shell='| head -c 10 >/dev/null; exit "${PIPESTATUS[0]}"')
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@SHELL
def test_closed_streams_are_no_fault(report: str) -> None:
    assert run("read", report, "--json", shell="2>&-").returncode == 0
    closed = run("read", "-", shell="<&-")
    assert closed.returncode == 1
    assert "standard input: empty" in closed.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_an_interrupt_of_several_processes_leaves_no_trace_and_nobody_at_work(tmp_path: Path) -> None:
    """Every process holds the pipe of standard error, which is at its end only when all of them are."""
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(SAID * 300, encoding="utf-8")
    command = [*DRAGOMAN, "read", str(tmp_path), "--json", "--jobs", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Aborted!" in told
    assert "Traceback" not in told
