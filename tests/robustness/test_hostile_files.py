"""What a folder may hold besides reports: nothing hangs, nothing is passed over in silence, the rest is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report

Load = Callable[..., tuple[list[Report], list[Problem]]]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path, load: Load, good: str) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "z.txt").write_text(good, encoding="utf-8")
    reports, problems = load(tmp_path)
    assert [r.id for r in reports] == ["z"]
    assert "not a regular file" in problems[0].what
    assert "not a regular file" in load(tmp_path / "pipe.txt")[1][0].what


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_an_endless_device_is_not_read(tmp_path: Path, load: Load) -> None:
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    assert "not a regular file" in load(tmp_path)[1][0].what


def test_links_in_a_circle_are_told_and_folders_called_like_files_are_walked(
    tmp_path: Path, load: Load, good: str
) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "in.txt").write_text(good, encoding="utf-8")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    reports, problems = load(tmp_path)
    assert [r.id for r in reports] == ["folder.txt/in"]
    assert sorted(Path(p.where).name for p in problems) == ["gone.txt", "self.txt"]


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(folder: Path, onerror: Callable[[OSError], None]) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder / "secret")))
        return [(str(folder), ["secret"], [])]

    monkeypatch.setattr("dragoman.reports.files.os.walk", walk)
    (problem,) = load(tmp_path)[1]
    assert problem.where.endswith("secret")
    assert "Permission denied" in problem.what


@pytest.mark.parametrize("name", ["x" * 5000, "[", "nul\0byte.txt", ""])
def test_a_path_that_cannot_be_is_a_problem(load: Load, name: str) -> None:
    assert "no such file" in load(name)[1][0].what


@pytest.mark.parametrize(
    "name", ["a b.txt", "new\nline.txt", "\U0001f600.txt", "\u05e9\u05dc\u202e.txt", "-x.txt", "a*[1].txt"]
)
def test_a_file_of_any_name_is_read_by_folder_and_by_path(tmp_path: Path, load: Load, good: str, name: str) -> None:
    (tmp_path / name).write_text(good, encoding="utf-8")
    assert [r.id for r in load(tmp_path)[0]] == [name.removesuffix(".txt")]
    assert load(tmp_path / name)[0][0].text == good


def test_a_name_that_is_not_utf8_is_shown_as_bytes(tmp_path: Path, load: Load, good: str) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(good, encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    (report,) = load(tmp_path)[0]
    assert report.id == "caf\\xe9"
    report.path.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "doubt"),
    [
        (b"\xef\xbb\xbf%s", ""),
        ("utf-16", ""),
        ("utf-32", ""),
        ("utf-16-le", "no byte order mark; read as UTF-16-LE"),
        ("utf-16-be", "no byte order mark; read as UTF-16-BE"),
    ],
)
def test_wide_encodings_give_the_same_text(
    tmp_path: Path, load: Load, good: str, data: bytes | str, doubt: str
) -> None:
    encoded = good.encode(data) if isinstance(data, str) else data % good.encode()
    (tmp_path / "a.txt").write_bytes(encoded)
    reports, problems = load(tmp_path / "a.txt")
    assert reports[0].text == good
    assert [p.what for p in problems] == ([doubt] if doubt else [])


def test_utf16_that_breaks_off_is_read_and_said(tmp_path: Path, load: Load, good: str) -> None:
    (tmp_path / "a.txt").write_bytes(good.encode("utf-16") + b"x")
    reports, problems = load(tmp_path / "a.txt")
    assert reports[0].text[:-1] == good
    assert "not UTF-16 as its mark says" in problems[0].what


@pytest.mark.parametrize(
    "data", [b"talks\0failed", b"\xff\xfe" + bytes(40), bytes(range(256)) * 40, b"\x1b\x07\x08" * 40]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, load: Load, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    reports, problems = load(tmp_path / "a.txt")
    assert not reports
    assert "not text" in problems[0].what
