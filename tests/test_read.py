"""Reading end to end: every span gives its words back, on made and real text; bad input stops nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dragoman import api
from dragoman.cli import app
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.records import reading_record
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model

SENTENCES = [
    "Ruritania\u2019s foreign ministry said on Tuesday that \u201cno ship will pass\u201d until Freedonia pays $3 million.",
    "According to the Example Courier, citing two officials, Egypt agreed to withdraw its troops by 1 May \U0001f600.",
    "\u05e9\u05dc\u05d5\u05dd, said Israel's envoy; the United States may lift sanctions unless talks fail.",
    "**Russia** has [reportedly](#) asked Turkey for help in withdrawing 2,000 soldiers from Armenia.",
    "\u0645\u0631\u062d\u0628\u0627 \u2014 Iran threatened to close the strait, a source close to the talks told Reuters last week.",
    "\u201cWe want peace,\u201d the minister said. \u201cNothing else,",
    "He denied it.",
    "Sudan owes Kenya 1.234.567,89 francs; e\u0301te\u0301 2024 \ufb01nally came.",
]
GAPS = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", " \u200b", "\u2028", " \U0001f44d\U0001f3fd "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), GAPS), min_size=1, max_size=8))
    return "".join(a + b for a, b in parts) + draw(st.text(max_size=20).filter(lambda t: not _surrogate(t)))


def _surrogate(text: str) -> bool:
    return any(0xD800 <= ord(c) <= 0xDFFF for c in text)


def spans(record: Any) -> Iterator[tuple[int, int, str | None]]:
    """Every span of a record, with the words it claims to hold."""
    if isinstance(record, dict):
        if "start" in record and "end" in record:
            yield record["start"], record["end"], record.get("quote", record.get("text"))
        for value in record.values():
            yield from spans(value)
    elif isinstance(record, list):
        for value in record:
            yield from spans(value)


def check(reading: Reading) -> None:
    text = reading.report.text
    record = reading_record(reading)
    for start, end, words in spans({k: v for k, v in record.items() if k != "report"}):
        assert 0 <= start < end <= len(text)
        assert words is None or words == text[start:end]
    json.dumps(record)
    ids = [s.id for s in reading.statements]
    assert len(set(ids)) == len(ids)
    known = {a.id for a in reading.attributions}
    assert all(a.within is None or a.within in known for a in reading.attributions)
    assert all(s.attribution is None or s.attribution in known for s in reading.statements)


@given(texts())
@limits(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_gives_its_words_back(settings: Settings, text: str) -> None:
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    check(api.read_report(report, settings))


@pytest.mark.parametrize("name", ["bases", "dam"])
def test_every_span_of_the_examples_gives_its_words_back(settings: Settings, examples: Path, name: str) -> None:
    readings = list(api.read_paths([str(examples / name)], settings=settings))
    assert len(readings) >= 10
    for reading in readings:
        assert isinstance(reading, Reading)
        assert reading.statements
        check(reading)


@pytest.mark.shared
def test_every_span_of_the_five_reports_gives_its_words_back(settings: Settings, shared: Path) -> None:
    readings = list(api.read_paths([str(shared / "reports")], settings=settings))
    assert len(readings) == 5
    for reading in readings:
        assert isinstance(reading, Reading)
        check(reading)


def test_no_statement_comes_from_what_is_not_body(settings: Settings) -> None:
    body = "Ethiopia rejected the proposal of Egypt on Monday."
    around = [
        "Egypt's president (L) greets Sudan's president (R) after Egypt attacked Sudan.",
        "Related article: Egypt attacks Sudan",
        "Share this: Egypt attacks Sudan",
        "This article was originally published after Egypt attacked Sudan.",
        "The views expressed are not those of Egypt, which attacked Sudan.",
    ]
    text = "\n\n".join([body, *around])
    reading = api.read_report(Report("x", "x", text, find_blocks(text)), settings)
    assert reading.statements
    assert all(s.span.end <= len(body) for s in reading.statements)


def test_a_report_in_another_language_gives_mentions_alone(settings: Settings, tmp_path: Path) -> None:
    text = (
        "Le ministre des affaires \u00e9trang\u00e8res de la France a d\u00e9clar\u00e9 que les n\u00e9gociations avec "
        "l'Iran ne sont pas termin\u00e9es et que le gouvernement reste pr\u00eat \u00e0 discuter avec tous les pays."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (reading,) = api.read_paths([str(tmp_path / "a.txt")], settings=settings)
    assert isinstance(reading, Reading)
    assert reading.mentions and not reading.statements
    assert "not in English" in reading.problems[0].what


def test_a_sentence_of_ten_thousand_words_is_a_problem_and_no_statement(settings: Settings) -> None:
    text = "Egypt told Sudan that " + "the water and the dam and " * 1_700 + "the river matter."
    reading = api.read_report(Report("x", "x", text, find_blocks(text)), settings)
    assert not reading.statements
    assert any("a sentence of" in p.what for p in reading.problems)


def test_the_command_reads_on_after_a_fault_and_says_so_in_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Egypt rejected the offer of Sudan.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["read", str(tmp_path), "--json"])
    assert result.exit_code == 3
    assert [json.loads(line)["report"]["id"] for line in result.stdout.splitlines()] == ["a"]
    assert "b.txt: empty" in result.stderr


def test_the_command_says_when_nothing_could_be_done(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["read", str(tmp_path / "none.txt")])
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_command_without_a_path_is_misuse() -> None:
    assert CliRunner().invoke(app, ["read"]).exit_code == 2


def test_two_processes_read_the_same_as_one(tmp_path: Path, settings: Settings) -> None:
    for number, sentence in enumerate(SENTENCES[:4]):
        (tmp_path / f"{number}.txt").write_text(sentence, encoding="utf-8")
    one = [reading_record(r) for r in api.read_paths([str(tmp_path)], settings=settings) if isinstance(r, Reading)]
    two = [reading_record(r) for r in api.read_paths([str(tmp_path)], jobs=2) if isinstance(r, Reading)]
    assert one == two


def test_a_fault_of_its_own_costs_one_report(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    read = api.read_report

    def faulty(report: Report, settings: Settings) -> Reading:
        if report.id == "a":
            raise RuntimeError("unforeseen")
        return read(report, settings)

    monkeypatch.setattr(api, "read_report", faulty)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Egypt rejected the offer of Sudan.", encoding="utf-8")
    first, second = api.read_paths([str(tmp_path)], settings=settings)
    assert isinstance(first, Problem) and "unforeseen" in first.what
    assert isinstance(second, Reading)
