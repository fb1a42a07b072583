"""Files of graph models that are none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import app
from dragoman.negotiation.expressions import ExpressionError, names, parse

MODEL = {
    "name": "t",
    "options": [{"id": "a", "owner": "A"}],
    "decision_makers": [{"id": "A", "preferences": {"prioritised": ["a"]}}],
}


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"name": ' + b"9" * 5000 + b"}", "limit"),
        ("a.toml", "name = 'café'".encode("cp1252"), "not UTF-8"),
        ("a.toml", b"\x00\x01", "not TOML"),
        ("a.json", b"null", "not a table"),
    ],
)
def test_what_is_no_model_is_told(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = CliRunner().invoke(app, ["model", "check", str(tmp_path / name)])
    assert result.exit_code == 1
    assert what in result.stderr
    assert len(result.stderr) < 600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.toml")
    result = CliRunner().invoke(app, ["model", "check", str(tmp_path / "p.toml")])
    assert result.exit_code == 1
    assert "not a regular file" in result.stderr


def test_names_that_no_encoding_holds_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**MODEL, "name": "\ud800\x1b[2J"}), encoding="utf-8")
    for form in ([], ["--json"]):
        result = CliRunner().invoke(app, ["model", "solve", str(tmp_path / "a.json"), *form])
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    "arguments", [["solve", "--seed", "-1"], ["sample", "--seed", "-1"], ["sample", "--draws", "99999999"]]
)
def test_numbers_out_of_range_are_misuse(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(MODEL), encoding="utf-8")
    result = CliRunner().invoke(app, ["model", arguments[0], str(tmp_path / "a.json"), *arguments[1:]])
    assert result.exit_code == 2


def test_an_expression_of_a_hundred_thousand_words_knows_its_places() -> None:
    text = "a and\n" * 50_000 + "b"
    last = list(names(parse(text)))[-1]
    assert (last.id, last.line, last.column) == ("b", 50_001, 1)


@pytest.mark.parametrize("text", ["(" * 50_000 + "a" + ")" * 50_000, "not " * 50_000 + "a"])
def test_an_expression_nested_too_deeply_is_told(text: str) -> None:
    with pytest.raises(ExpressionError, match="nested too deeply"):
        parse(text)
