"""What can befall the file of a case."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import inspect

from dragoman.adapters.archive_schema import engine_for, migrate
from dragoman.adapters.archive_tables import METADATA
from dragoman.adapters.migrations import MIGRATIONS
from dragoman.adapters.sqlite_archive import SqliteArchive
from dragoman.domain.judgement import Grade, Letter
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.errors import CaseError

NOW = datetime(2025, 3, 1, tzinfo=UTC)
FIRST = Path(__file__).with_name("first_release.sqlite.gz")
"""A case as 0.1 wrote it, with one report and one grade; never written anew."""


def small(name: str, text: str = "") -> Reading:
    return Reading(Report(name, f"{name}.txt", text or f"The text of {name}.", ()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case's file with one report and one judgement."""
    archive = SqliteArchive(tmp_path / "case.sqlite", create=True)
    archive.add(small("a"), number=1, source="a.txt", added=NOW)
    archive.record(Grade("Example Courier", Letter.B), made=NOW)
    archive.close()
    return tmp_path / "case.sqlite"


def holds_both(file: Path) -> bool:
    archive = SqliteArchive(file)
    found = [v.report for v in archive.versions()], len(archive.log())
    archive.close()
    return found == (["a"], 1)


def test_a_missing_file_is_no_empty_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"case\.sqlite: not there"):
        SqliteArchive(tmp_path / "case.sqlite")
    assert not (tmp_path / "case.sqlite").exists()


@pytest.mark.parametrize(
    "spoil", [lambda b: b"not a database at all" * 50, lambda b: b[:100] + b"\xff" * (len(b) - 100)]
)
def test_a_damaged_file_is_told_and_left_alone(file: Path, spoil: Callable[[bytes], bytes]) -> None:
    file.write_bytes(spoil(file.read_bytes()))
    before = file.read_bytes()
    with pytest.raises(CaseError, match=r"damaged|another program"):
        SqliteArchive(file).versions()
    assert file.read_bytes() == before


def test_a_damaged_reading_is_told_by_its_version(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE reading SET bearing = x'00'")
    with pytest.raises(CaseError, match="the reading of version 1 is damaged"):
        list(SqliteArchive(file).readings([1]))


def test_a_damaged_index_of_words_is_a_fault(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE text SET body = 'other words'")
    assert [p.what for p in SqliteArchive(file).check()] == ["the index of words does not fit the texts"]


def test_a_file_of_a_newer_version_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseError, match="made by a newer Dragoman"):
        SqliteArchive(file)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "case.sqlite") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(CaseError, match="another program"):
        SqliteArchive(tmp_path / "case.sqlite", create=True)


def test_a_locked_file_says_who_holds_it(file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    archive = SqliteArchive(file, wait=0.05)
    with pytest.raises(CaseError, match="another process is writing"):
        archive.add(small("b"), number=1, source="b.txt", added=NOW)
    assert [v.report for v in archive.versions()] == ["a"]
    other.execute("ROLLBACK")
    other.close()
    assert holds_both(file)


def test_a_full_disk_changes_nothing(file: Path) -> None:
    archive = SqliteArchive(file)
    with archive._reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with pytest.raises(CaseError, match="no room is left"), archive.writing():
        assert archive._writer is not None
        archive._writer.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(100):
            archive.add(small(f"b{number}", f"{number} " * 5000), number=1, source="b.txt", added=NOW)
    archive.close()
    assert holds_both(file)


def test_the_log_cannot_be_changed_or_cut(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        for change in ("UPDATE log SET record = '{}'", "DELETE FROM log"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                connection.execute(change)
    assert holds_both(file)


def test_the_tables_are_those_that_the_migrations_make(file: Path) -> None:
    found = inspect(engine_for(file, wait=1))
    for table in METADATA.tables.values():
        assert [c["name"] for c in found.get_columns(table.name)] == [c.name for c in table.columns]


MORE = (*MIGRATIONS, ("CREATE TABLE later (key INTEGER)", "INSERT INTO later SELECT key FROM version"))
BROKEN = (*MIGRATIONS, ("CREATE TABLE later (key INTEGER)", "INSERT INTO nowhere VALUES (1)"))


def test_a_later_migration_keeps_what_is_there(file: Path) -> None:
    assert migrate(engine_for(file, wait=1), file, MORE) == 1
    assert migrate(engine_for(file, wait=1), file, MORE) == 0
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT key FROM later").fetchall() == [(1,)]
        assert connection.execute("SELECT report FROM version").fetchall() == [("a",)]


def test_a_migration_that_fails_leaves_the_layout_before_it(file: Path) -> None:
    with pytest.raises(Exception, match="nowhere"):
        migrate(engine_for(file, wait=1), file, BROKEN)
    assert holds_both(file)


def test_a_case_of_the_first_release_opens(tmp_path: Path) -> None:
    file = tmp_path / "case.sqlite"
    file.write_bytes(gzip.decompress(FIRST.read_bytes()))
    archive = SqliteArchive(file)
    (reading,) = archive.readings([1])
    assert reading.report.outlet == "Example Courier"
    assert [s.quote for s in reading.statements] == ["Egypt sold grain to Kenya"]
    assert list(archive.search(["grain"])) == [1]
    assert [e.decision for e in archive.log()] == [Grade("Example Courier", Letter.B)]
    assert archive.check() == ()
