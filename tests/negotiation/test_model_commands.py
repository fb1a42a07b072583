"""`dragoman model`: every command on a published conflict, as text and as JSON, and on bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.model import model

PUBLISHED = Path(__file__).parents[2] / "examples" / "published"
ELMIRA = str(PUBLISHED / "hipel-1993-elmira.toml")
COMMANDS = {
    "check": [],
    "solve": ["--coalitions"],
    "why": ["--state", "NYNNY"],
    "paths": [],
    "deals": ["--from", "NYNNY"],
    "sample": ["--draws", "50"],
    "flip": [],
    "invert": ["--state", "YNYNN"],
    "leverage": [],
}


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(model, list(arguments), input=given)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_a_person_something_and_a_program_json(command: str) -> None:
    told = run(command, ELMIRA, *COMMANDS[command])
    assert told.exit_code == 0, told.output
    assert len(told.stdout.splitlines()) > 2
    data = run(command, ELMIRA, *COMMANDS[command], "--json")
    assert data.exit_code == 0
    assert json.loads(data.stdout)


def test_solve_prints_states_and_equilibria() -> None:
    found = json.loads(run("solve", str(PUBLISHED / "tucker-1950-prisoners-dilemma.toml"), "--json").stdout)
    assert found["equilibria"]["nash"] == ["NN"]
    assert set(found["equilibria"]) == {"nash", "gmr", "smr", "seq", "sseq", "sim"}
    silent = next(state for state in found["states"] if state["pattern"] == "YY")
    assert silent["payoffs"] == {"first": 3, "second": 3}
    assert silent["stable"]["nash"] == {"first": False, "second": False}
    assert silent["stable"]["seq"] == {"first": True, "second": True}


def test_equilibria_alone_leave_the_states_out() -> None:
    found = json.loads(run("solve", ELMIRA, "--json", "--equilibria", "--concept", "nash").stdout)
    assert "states" not in found
    assert list(found["equilibria"]) == ["nash"]


def test_a_table_a_person_can_read() -> None:
    lines = run("solve", ELMIRA).stdout.splitlines()
    head = next(line for line in lines if "Uniroyal" in line)
    assert all(word in head for word in ("state", "taken", "Nash", "SSEQ"))
    row = next(line for line in lines if line.strip().startswith("YNYNY"))
    assert "modify + accept + insist" in row
    assert row.split()[-6:] == ["E"] * 6


def test_faults_go_to_stderr_one_a_line_and_the_code_is_1(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        '[[options]]\nid = "a"\nowner = "X"\n[[decision_makers]]\nid = "A"\npreferences.prioritised = ["a and", "b"]\n',
        encoding="utf-8",
    )
    for command in COMMANDS:
        found = run(command, str(bad), *(["--state", "Y"] if command == "invert" else []))
        assert found.exit_code == 1
        assert found.stdout == ""
        assert found.stderr.splitlines() == [
            f"{bad}: options[0].owner: 'X' owns 'a' but is no decision maker; write one of A",
            f"{bad}: decision_makers[0].preferences.prioritised[0] line 1 column 6: an option id, 'not' or '(' is wanted "
            "here, not the end, in 'a and'; mend the expression",
            f"{bad}: decision_makers[0].preferences.prioritised[1] line 1 column 1: no option has the id 'b'; "
            "write one of a",
        ]
    checked = json.loads(run("check", str(bad), "--json").stdout)
    assert checked["ok"] is False
    assert checked["problems"][0]["where"].endswith(": options[0].owner")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("solve", "no-such-file.toml"), 1, "cannot be read"),
        (("why", ELMIRA, "--state", "YYYYY"), 1, "YYYYY is not feasible"),
        (("why", ELMIRA, "--state", "YY"), 1, "has 2 letters and there are 5 options"),
        (("why", ELMIRA, "--by", "nobody"), 1, "no decision maker has the id 'nobody'"),
        (("invert", ELMIRA), 2, "Missing option '--state'"),
        (("solve", ELMIRA, "--concept", "best"), 2, "is not one of"),
        (("sample", ELMIRA, "--draws", "0"), 2, "not in the range"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_code(arguments: tuple[str, ...], code: int, message: str) -> None:
    found = run(*arguments)
    assert found.exit_code == code
    assert message in found.stderr


def test_standard_input_is_read() -> None:
    text = (PUBLISHED / "rapoport-guyer-1966-chicken.toml").read_text(encoding="utf-8")
    assert json.loads(run("solve", "-", "--json", given=text).stdout)["equilibria"]["nash"] == ["YN", "NY"]


def test_a_million_states_give_their_equilibria_but_no_narration(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    options = [{"id": f"o{k}", "owner": "A" if k % 2 else "B"} for k in range(17)]
    makers = [
        {"id": "A", "preferences": {"prioritised": [f"o{k}" for k in range(17)]}},
        {"id": "B", "preferences": {"prioritised": [f"not o{k}" for k in range(17)]}},
    ]
    big.write_text(json.dumps({"name": "", "options": options, "decision_makers": makers}), encoding="utf-8")
    solved = run("solve", str(big))
    assert solved.exit_code == 0
    assert "Nash 1 equilibrium: " + "".join("Y" if k % 2 else "N" for k in range(17)) in solved.stdout
    assert "sim: SIM is left out" in solved.stderr
    narrated = run("why", str(big))
    assert narrated.exit_code == 1
    assert "too many for a narration" in narrated.stderr
    assert "--equilibria" in run("solve", str(big), "--json").stderr
