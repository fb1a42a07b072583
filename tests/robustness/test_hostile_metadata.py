"""Manifests and front matter as people and spreadsheets write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report

Load = Callable[..., tuple[list[Report], list[Problem]]]


def listed(tmp_path: Path, good: str, table: str | bytes) -> Path:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(good, encoding="utf-8")
    data = table if isinstance(table, bytes) else table.encode()
    (tmp_path / "reports.csv").write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_manifest_may_be_parted_as_spreadsheets_part_it(
    tmp_path: Path, load: Load, good: str, mark: str, start: bytes
) -> None:
    table = f"File{mark} Outlet{mark}published\r\na.txt{mark}Example Courier{mark}2024-01-01\r\n"
    reports, problems = load(listed(tmp_path, good, start + table.encode()))
    assert [(r.outlet, r.published) for r in reports] == [("Example Courier", date(2024, 1, 1)), (None, None)]
    assert not problems


@pytest.mark.parametrize(
    ("table", "line", "what"),
    [
        ("name,day\na.txt,2024-01-01\n", ":1", "no column file or id"),
        ("", ":1", "no column file or id"),
        ("file,published\na.txt,31/12/2024\n", ":2", "'31/12/2024' is no day"),
        ("file,published\na.txt,2999-01-01\n", ":2", "in the future"),
        ("file,published\na.txt,0001-01-01\n", ":2", "before there were newspapers"),
        ("file,outlet\na.txt,A\na.txt,B\n", ":3", "a second time"),
        ("file,outlet\na.txt,The Courier, of Ruritania\n", ":2", "more cells than columns"),
        ('file,outlet\n"a.txt,A\nb.txt,B\n', "", "not CSV"),
        ("file,outlet\na.txt," + "A" * 200_000, "", "not CSV"),
        ("file,outlet\na.txt,Caf\u00e9\n".encode("cp1252"), "", "not UTF-8"),
        ("file,outlet\na.txt,A\n".encode("utf-16"), "", "not UTF-8"),
    ],
)
def test_a_fault_of_a_manifest_is_told_once_with_its_line_and_both_reports_are_read(
    tmp_path: Path, load: Load, good: str, table: str | bytes, line: str, what: str
) -> None:
    reports, problems = load(listed(tmp_path, good, table))
    assert len(reports) == 2
    assert len(problems) == 1
    assert what in problems[0].what
    assert f"reports.csv{line}" in problems[0].where
    assert len(str(problems[0])) < 400


def test_a_day_given_for_all_is_not_taken_from_the_future(tmp_path: Path, load: Load, good: str) -> None:
    (tmp_path / "a.txt").write_text(good, encoding="utf-8")
    (report,), problems = load(tmp_path / "a.txt", published=date(2999, 1, 1))
    assert report.published is None
    assert (problems[0].where, len(problems)) == ("--published", 1)


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}], k{n}: v}}\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("front", "what"),
    [
        (BOMB + "published: *a11", "alias"),
        (MERGES, "alias"),
        ("a: &a [*a]\nauthors: *a", "alias"),
        ("a: " + "[" * 40_000, "does not parse"),
        ("title: !!python/object/apply:os.getcwd []", "does not parse"),
        ('title: "abc', "does not parse"),
        ("published: 2024-13-45", "does not parse"),
        ("title: " + "9" * 5000, "does not parse"),
        ("title: \x01", "does not parse"),
        ("\n".join(f"k{n}: {n}" for n in range(20_000)), "over 50,000"),
    ],
)
def test_front_matter_made_to_break_its_reader_costs_only_itself(
    tmp_path: Path, load: Load, good: str, front: str, what: str
) -> None:
    (tmp_path / "a.md").write_text(f"---\n{front}\n---\n{good}", encoding="utf-8")
    (report,), problems = load(tmp_path)
    assert report.text == good
    assert what in problems[0].what
    assert len(str(problems[0])) < 300


@pytest.mark.parametrize("front", ["title = x", "a = " + "[" * 40_000, "a = " + "9" * 5000])
def test_faulty_front_matter_in_toml_costs_only_itself(tmp_path: Path, load: Load, good: str, front: str) -> None:
    (tmp_path / "a.md").write_text(f"+++\n{front}\n+++\n{good}", encoding="utf-8")
    (report,), problems = load(tmp_path)
    assert report.text == good
    assert "does not parse" in problems[0].what
