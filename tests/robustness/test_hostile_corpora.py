"""JSON Lines that somebody else wrote: each line stands or falls alone."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.reports import load_reports

Load = Callable[..., tuple[list[Report], list[Problem]]]


def corpus(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "c.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_half_a_character_keeps_every_offset_and_is_told(tmp_path: Path, load: Load) -> None:
    file = corpus(tmp_path, r'{"id": "a\udc00", "text": "Talks \ud83d failed, they said.", "title": "T\ud800"}')
    (report,), problems = load(file)
    assert report.text == "Talks \ufffd failed, they said."
    assert (report.id, report.title) == ("a\ufffd", "T\ufffd")
    assert "half a character (U+D83D at 6)" in problems[0].what
    assert problems[0].where.endswith("c.jsonl:1")


def test_one_bad_line_in_three_thousand_costs_one(tmp_path: Path, load: Load) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Talks failed for the {n}th time."}) for n in range(3000)]
    lines[1499] = "nonsense"
    reports, problems = load(corpus(tmp_path, *lines))
    assert len(reports) == 2999
    assert [p.where.rpartition(":")[2] for p in problems if "not JSON" in p.what] == ["1500"]


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '{"a":' * 100_000, '{"id": "n", "n": ' + "9" * 5000 + "}", "null", '"x"', "\0"]
)
def test_a_line_that_breaks_readers_of_json_is_a_problem(tmp_path: Path, load: Load, good: str, line: str) -> None:
    reports, problems = load(corpus(tmp_path, line, json.dumps({"id": "b", "text": good})))
    assert [r.id for r in reports] == ["b"]
    assert problems[0].where.endswith("c.jsonl:1")
    assert len(problems[0].what) < 200


@pytest.mark.parametrize("name", ['{"a": 1}', "[]", '""', '"  "'])
def test_an_id_that_names_nothing_is_replaced_by_the_line(tmp_path: Path, load: Load, good: str, name: str) -> None:
    (report,), problems = load(corpus(tmp_path, f'{{"id": {name}, "text": {json.dumps(good)}}}'))
    assert report.id == "c-1"
    assert "an id that names nothing" in problems[0].what


def test_metadata_of_any_type_are_taken_or_told(tmp_path: Path, load: Load, good: str) -> None:
    row = {
        "text": good,
        "title": ["x"],
        "authors": [1, None, ["x"]],
        "published": ["2024"],
        "outlet": "\u0000The\u001b[31m Wire",
        "url": 5,
    }
    (report,), problems = load(corpus(tmp_path, json.dumps(row)))
    assert (report.title, report.authors, report.published, report.outlet) == (None, ("1",), None, "The [31m Wire")
    assert [p.what for p in problems] == ["'list' is no day"]


def test_a_corpus_may_be_longer_than_a_text_may(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, load: Load) -> None:
    for module in ("corpus", "files"):
        monkeypatch.setattr(f"dragoman.reports.{module}.LARGEST", 100)
    rows = [json.dumps({"id": str(n), "text": "Talks failed. " * (20 if n == 2 else 1)}) for n in range(5)]
    file = corpus(tmp_path, *rows)
    for found in (load(file), through_standard_input(file.read_bytes())):
        reports, problems = found
        assert [r.id for r in reports] == ["0", "1", "3", "4"]
        assert [(p.where.rpartition(":")[2], p.what) for p in problems if "20 MB" in p.what] == [("3", "over 20 MB")]


def test_a_text_as_long_as_several_books_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, load: Load
) -> None:
    monkeypatch.setattr("dragoman.reports.reading.LONGEST", 100)
    rows = [json.dumps({"id": str(n), "text": "Talks failed. " * (20 if n == 1 else 1)}) for n in range(3)]
    reports, problems = load(corpus(tmp_path, *rows))
    assert [r.id for r in reports] == ["0", "2"]
    assert [p.what for p in problems if "characters" in p.what] == ["280 characters of text, over 2,000,000"]


def through_standard_input(data: bytes) -> tuple[list[Report], list[Problem]]:
    items = list(load_reports(["-"], today=date(2025, 6, 1), stdin=io.BytesIO(data)))
    return [i[0] for i in items if not isinstance(i, Problem)], [i for i in items if isinstance(i, Problem)]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe"])
def test_standard_input_with_nothing_in_it_is_a_problem(data: bytes) -> None:
    reports, problems = through_standard_input(data)
    assert not reports
    assert problems[0].where == "standard input"


def test_standard_input_that_is_closed_is_a_problem() -> None:
    (problem,) = load_reports(["-"], today=date(2025, 6, 1), stdin=None)
    assert isinstance(problem, Problem)
    assert problem.what == "empty"
