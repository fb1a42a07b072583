"""Ordinals of rows: rising, and as few of them changed as can be."""

from __future__ import annotations

import gzip
import sqlite3
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.adapters.archive_rows import spread
from dragoman.adapters.sqlite_archive import SqliteArchive
from dragoman.domain.case import Clocks, Row, Stamp, View


@given(st.lists(st.none() | st.integers(1, 60), unique_by=lambda n: object() if n is None else n, max_size=40))
def test_ordinals_rise_and_one_for_each_row(then: list[int | None]) -> None:
    found = spread(then)
    assert len(found) == len(then)
    assert all(a < b for a, b in pairwise(found))
    assert all(n > 0 for n in found)


@given(st.lists(st.integers(1, 10**6), unique=True, max_size=40).map(sorted), st.data())
def test_rows_put_in_or_taken_out_leave_the_others_where_they_were(had: list[int], data: st.DataObject) -> None:
    then: list[int | None] = [n * 1000 for n in had if data.draw(st.booleans())]
    for place in sorted(data.draw(st.lists(st.integers(0, 40), max_size=5)), reverse=True):
        then.insert(place, None)
    assert all(b in (None, a) for a, b in zip(spread(then), then, strict=True))


def test_one_row_that_moves_moves_alone() -> None:
    assert spread([40, 10, 20, 30])[1:] == [10, 20, 30]


def test_where_no_room_is_left_all_get_new_ordinals() -> None:
    assert spread([1, None, 2]) == spread([None, None, None])


def test_rows_that_stay_are_not_written(tmp_path: Path) -> None:
    archive = SqliteArchive(tmp_path / "case.sqlite", create=True)
    rows = [Row(View.CLAIM, f"c{n}", f'{{"n": {n}}}', ("RUS",)) for n in range(300)]
    archive.keep(Stamp(Clocks(), "1", "r"), rows, most=2)
    changes = "SELECT total_changes()"
    with archive._changing() as connection:
        before = connection.exec_driver_sql(changes).scalar_one()
        archive.keep(Stamp(Clocks(), "2", "r"), [*rows[:9], Row(View.CLAIM, "x", "{}"), *rows[10:]], most=2)
        assert connection.exec_driver_sql(changes).scalar_one() - before <= 6
    archive.close()


def test_views_of_the_first_release_are_worked_out_anew(tmp_path: Path) -> None:
    file = tmp_path / "case.sqlite"
    file.write_bytes(gzip.decompress(Path(__file__).with_name("first_release.sqlite.gz").read_bytes()))
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO snapshot VALUES (1, NULL, NULL, '1', 'r')")
        connection.execute("INSERT INTO view_row VALUES (1, 'claim', 0, 'c1', NULL, NULL, NULL, '{}')")
    archive = SqliteArchive(file)
    assert archive.kept(Clocks()) is None
    archive.keep(Stamp(Clocks(), "1", "r"), [Row(View.CLAIM, "c1", "{}")], most=2)
    assert archive.count(Clocks(), View.CLAIM) == 1
    archive.close()
