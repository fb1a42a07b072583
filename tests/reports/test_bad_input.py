"""Each faulty input gives a problem with its place and what to do, and the others are still read."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.reports import Given, load_reports

TODAY = date(2025, 6, 1)
GOOD = "The ministry of Ruritania said on Monday that it would open talks with Freedonia. Nobody else has said a word."


def load(*paths: Path, given: Given | None = None) -> tuple[list[Report], list[Problem]]:
    reports: list[Report] = []
    problems: list[Problem] = []
    for item in load_reports([str(p) for p in paths], today=TODAY, given=given):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            reports.append(item[0])
            problems.extend(item[1])
    return reports, problems


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("binary.txt", b"\x7fELF\x02\x01\x01" + bytes(64), "not text"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(64), "not text"),
        ("script.html", b"<html><body><script>var talks = 'signed';</script></body></html>", "no article"),
        ("front.md", b"---\ntitle: Talks\n---\n", "nothing after its front matter"),
        ("broken.jsonl", b'{"id": "a", "text": ', "not JSON"),
        ("list.jsonl", b"[1, 2]", "no report"),
        ("textless.jsonl", b'{"id": "a"}', "no report"),
    ],
)
def test_a_file_that_holds_no_report_is_a_problem_and_the_next_one_is_read(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(GOOD, encoding="utf-8")
    reports, problems = load(tmp_path)
    assert [r.id for r in reports] == ["zz"]
    assert len(problems) == 1
    assert what in problems[0].what
    assert name in problems[0].where
    assert problems[0].todo


def test_a_missing_path_is_a_problem(tmp_path: Path) -> None:
    assert "no such file" in load(tmp_path / "nowhere.txt")[1][0].what


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    assert "no report" in load(tmp_path)[1][0].what


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(GOOD, encoding="utf-8")
    file.chmod(0)
    assert "cannot be read" in load(file)[1][0].what


def test_a_text_over_20_mb_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as handle:
        handle.truncate(20_000_001)
    reports, problems = load(file)
    assert reports == []
    assert "20 MB" in problems[0].what
    assert "split" in problems[0].todo


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("The café talks – the “last” ones – failed.".encode("cp1252"))
    reports, problems = load(file)
    assert reports[0].text == "The café talks – the “last” ones – failed."
    assert "Windows-1252" in problems[0].what


def test_mixed_encodings_are_read_as_far_as_they_go_and_said(tmp_path: Path) -> None:
    file = tmp_path / "mixed.txt"
    file.write_bytes("Türkiye and Côte d’Ivoire said “no”. ".encode() * 4 + b"And caf\xe9 talks failed.")
    reports, problems = load(file)
    assert "Türkiye" in reports[0].text
    assert "mixed encodings" in problems[0].what


def test_another_language_is_a_problem_and_is_kept_for_its_names(tmp_path: Path) -> None:
    file = tmp_path / "fr.txt"
    file.write_text(
        "Le ministre des affaires étrangères de la Ruritanie a déclaré que les négociations avec la Freedonie "
        "ne sont pas terminées et que le gouvernement reste prêt à discuter avec tous les pays de la région.",
        encoding="utf-8",
    )
    reports, problems = load(file)
    assert reports[0].language == "fr"
    assert "not in English" in problems[0].what


def test_a_corpus_line_that_is_not_json_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    lines = [json.dumps({"id": "a", "text": GOOD}), "nonsense", json.dumps({"id": "b", "text": GOOD})]
    file.write_text("\n".join(lines), encoding="utf-8")
    reports, problems = load(file)
    assert [r.id for r in reports] == ["a", "b"]
    assert problems[0].where.endswith("corpus.jsonl:2")


def test_a_duplicate_id_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    file.write_text("\n".join([json.dumps({"id": "a", "text": GOOD})] * 2), encoding="utf-8")
    reports, problems = load(file)
    assert len(reports) == 1
    assert "a second report with the id 'a'" in problems[0].what


def test_a_day_in_the_future_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    file.write_text(json.dumps({"id": "a", "text": GOOD, "published": "2025-06-02"}), encoding="utf-8")
    reports, problems = load(file)
    assert reports[0].published is None
    assert "in the future" in problems[0].what


def test_a_page_of_menus_alone_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "menu.txt"
    file.write_text("Home\nNews\nSign in\nSubscribe\nMost read\nContact\n", encoding="utf-8")
    assert any("no running text" in p.what for p in load(file)[1])


def test_a_manifest_fault_names_the_row(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "reports.csv").write_text("file,published\na.txt,soon\n,2025-01-01\n", encoding="utf-8")
    _, problems = load(tmp_path / "a.txt")
    assert any("'soon' is no day" in p.what for p in problems)
    assert any(p.where.endswith("reports.csv:3") for p in problems)
