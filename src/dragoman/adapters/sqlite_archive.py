"""A case in one SQLite file, through SQLAlchemy."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, text, update

from dragoman.adapters import archive_readings as records
from dragoman.adapters import archive_rows, archive_sheets
from dragoman.adapters.archive_faults import told
from dragoman.adapters.archive_schema import engine_for, migrate, writes
from dragoman.adapters.archive_tables import LOG, READING, STAGED, TEXT, VERSION
from dragoman.adapters.archive_words import CLOSE, OPEN, match_expression, spans
from dragoman.domain import case
from dragoman.domain.judgement import Entry, Judgement, Undo
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.errors import CaseError

_AT_ONCE = 500
"""Keys asked for in one query; SQLite takes 32,766 parameters at most."""


class SqliteArchive:
    """An `Archive` in `file`, made where it is missing and `create` is set; waits `wait` seconds for a lock."""

    def __init__(self, file: Path, *, create: bool = False, wait: float = 10.0) -> None:
        self._file = file
        if not create and not file.is_file():
            raise CaseError(f"{file}: not there; put a copy of it back, or make the case anew with `dragoman init`")
        self._engine = engine_for(file, wait=wait)
        self._writer: Connection | None = None
        with told(file):
            migrate(self._engine, file)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[None]:
        if self._writer is not None:
            yield
            return
        with told(self._file), self._engine.connect() as plain, writes(plain) as connection:
            self._writer = connection
            try:
                yield
            finally:
                self._writer = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self._file):
            if self._writer is not None:
                yield self._writer
                return
            with self._engine.connect() as connection:
                yield connection

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with self.writing():
            assert self._writer is not None
            yield self._writer

    def latest(self) -> int:
        with self._reading() as connection:
            return connection.scalar(select(func.max(VERSION.c.key))) or 0

    def versions(
        self, *, reports: Collection[str] | None = None, keys: Collection[int] | None = None
    ) -> tuple[case.Version, ...]:
        query = select(VERSION).order_by(VERSION.c.key)
        with self._reading() as connection:
            if reports is None and keys is None:
                return tuple(map(records.version_of, connection.execute(query)))
            column, wanted = (VERSION.c.report, reports) if keys is None else (VERSION.c.key, keys)
            found = [
                records.version_of(row)
                for some in _pieces(sorted(set(wanted or ())))
                for row in connection.execute(query.where(column.in_(some)))
            ]
        return tuple(sorted(found, key=lambda v: v.key))

    def alike(self, report: Report) -> tuple[case.Version, ...]:
        same = [VERSION.c.sha256 == report.sha256, VERSION.c.report == report.id]
        if report.url:
            same.append(VERSION.c.url == report.url)
        if report.title:
            same.append(VERSION.c.title == report.title)
        with self._reading() as connection:
            return tuple(
                map(records.version_of, connection.execute(select(VERSION).where(or_(*same)).order_by(VERSION.c.key)))
            )

    def add(self, reading: Reading, *, number: int, source: str, added: datetime, replaces: int | None = None) -> int:
        report = reading.report
        row = {
            "report": report.id,
            "number": number,
            "sha256": report.sha256,
            "outlet": report.outlet,
            "published": report.published and report.published.isoformat(),
            "title": report.title,
            "url": report.url,
            "source": source,
            "added": added.isoformat(),
        }
        with self._changing() as connection:
            key = connection.execute(insert(VERSION).values(**row).returning(VERSION.c.key)).scalar_one()
            columns = records.text_columns(report)
            connection.execute(insert(TEXT).values(key=key, **columns))
            connection.execute(insert(READING).values(key=key, **records.reading_columns(reading)))
            connection.execute(
                text("INSERT INTO words (rowid, body) VALUES (:key, :body)"), {"key": key, "body": columns["body"]}
            )
            if replaces is not None:
                connection.execute(update(VERSION).where(VERSION.c.key == replaces).values(replaced_by=key))
        return int(key)

    def readings(self, keys: Iterable[int]) -> Iterator[Reading]:
        for row in self._stored(keys, READING.c.report, READING.c.bearing, READING.c.rest):
            with self._intact(row.key):
                reading = records.reading_of(row.report, row.bearing, row.rest, records.text_of(row.body, row.raw))
            yield reading

    def bearing(self, keys: Iterable[int]) -> Iterator[Reading]:
        for row in self._stored(keys, READING.c.report, READING.c.bearing):
            with self._intact(row.key):
                reading = records.reading_of(row.report, row.bearing, None, records.text_of(row.body, row.raw))
            yield reading

    def _stored(self, keys: Iterable[int], *columns: Any) -> Iterator[Any]:
        query = select(READING.c.key, *columns, TEXT.c.body, TEXT.c.raw).join(TEXT, TEXT.c.key == READING.c.key)
        for some in _pieces(list(keys)):
            with self._reading() as connection:
                rows = {row.key: row for row in connection.execute(query.where(READING.c.key.in_(some)))}
            yield from (rows[key] for key in some if key in rows)

    @contextmanager
    def _intact(self, key: int) -> Iterator[None]:
        try:
            yield
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, zlib.error) as error:
            raise CaseError(
                f"{self._file}: the reading of version {key} is damaged ({error}); put a copy of the file back"
            ) from error

    def report(self, key: int) -> Report:
        for row in self._stored([key], READING.c.report):
            with self._intact(key):
                return records.report_of(row.report, records.text_of(row.body, row.raw))
        raise CaseError(f"{self._file}: no version {key}")

    def statements(self, wanted: Mapping[int, Collection[str]]) -> Mapping[tuple[int, str], Statement]:
        found: dict[tuple[int, str], Statement] = {}
        query = select(READING.c.key, READING.c.bearing)
        for some in _pieces(list(wanted)):
            with self._reading() as connection:
                rows = connection.execute(query.where(READING.c.key.in_(some))).all()
            for row in rows:
                with self._intact(row.key):
                    of_row = records.statements_of(row.bearing, wanted[row.key])
                found.update({(row.key, name): statement for name, statement in of_row.items()})
        return found

    def stage(self, readings: Mapping[str, Reading]) -> None:
        rows = [{"fingerprint": name, "record": records.staged_record(reading)} for name, reading in readings.items()]
        if rows:
            with self._changing() as connection:
                connection.execute(insert(STAGED).prefix_with("OR REPLACE"), rows)

    def staged(self, fingerprint: str) -> Reading | None:
        with self._reading() as connection:
            blob = connection.scalar(select(STAGED.c.record).where(STAGED.c.fingerprint == fingerprint))
        try:
            return None if blob is None else records.staged_reading(blob)
        except (KeyError, TypeError, ValueError):
            return None

    def clear_staged(self, fingerprints: Collection[str]) -> None:
        with self._changing() as connection:
            for some in _pieces(sorted(fingerprints)):
                connection.execute(delete(STAGED).where(STAGED.c.fingerprint.in_(some)))

    def log(self) -> tuple[Entry, ...]:
        with self._reading() as connection:
            rows = connection.execute(select(LOG).order_by(LOG.c.number)).all()
        return tuple(records.entry_of(row.number, row.made, row.record) for row in rows)

    def record(self, decision: Judgement | Undo, *, made: datetime, note: str = "") -> Entry:
        with self._changing() as connection:
            number = (connection.scalar(select(func.max(LOG.c.number))) or 0) + 1
            entry = Entry(number, made, decision, note)
            connection.execute(
                insert(LOG).values(number=number, made=made.isoformat(), record=records.entry_record(entry))
            )
        return entry

    def search(self, terms: Sequence[str]) -> Iterator[int]:
        query = text("SELECT rowid FROM words WHERE words MATCH :terms ORDER BY rank, rowid")
        with self._reading() as connection:
            keys = [int(key) for key in connection.scalars(query, {"terms": match_expression(terms)})]
        yield from keys

    def find(self, terms: Sequence[str], key: int) -> case.Hit:
        query = text("SELECT highlight(words, 0, :open, :close) FROM words WHERE words MATCH :terms AND rowid = :key")
        values = {"open": OPEN, "close": CLOSE, "terms": match_expression(terms), "key": key}
        with self._reading() as connection:
            marked = connection.scalar(query, values)
        return case.Hit(key, spans(marked or ""))

    def keep_sheets(self, sheets: Iterable[case.SheetRecord]) -> None:
        with self._changing() as connection:
            archive_sheets.keep(connection, sheets)

    def sheets(self, keys: Iterable[int]) -> Iterator[case.SheetRecord]:
        for some in _pieces(list(keys)):
            with self._reading() as connection:
                found = archive_sheets.sheets(connection, some)
            yield from found

    def drop_sheets(self, sheets: Iterable[tuple[int, str]]) -> None:
        with self._changing() as connection:
            archive_sheets.drop(connection, sheets)

    def keep_worked(self, name: str, record: bytes) -> None:
        with self._changing() as connection:
            archive_sheets.keep_worked(connection, name, record)

    def worked(self, name: str) -> bytes | None:
        with self._reading() as connection:
            return archive_sheets.worked(connection, name)

    def keep(self, stamp: case.Stamp, rows: Iterable[case.Row], *, most: int) -> None:
        with self._changing() as connection:
            archive_rows.keep(connection, stamp, rows, most)

    def kept(self, clocks: case.Clocks) -> case.Stamp | None:
        with self._reading() as connection:
            found = archive_rows.snapshot(connection, clocks)
        return None if found is None else case.Stamp(clocks, found.position, found.rules)

    def rows(
        self,
        clocks: case.Clocks,
        view: case.View,
        *,
        ids: Collection[str] | None = None,
        actor: str | None = None,
        matter: str | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> Iterator[case.Row]:
        with self._reading() as connection:
            yield from archive_rows.rows(
                connection, clocks, view, ids=ids, actor=actor, matter=matter, status=status, limit=limit
            )

    def count(
        self,
        clocks: case.Clocks,
        view: case.View,
        *,
        actor: str | None = None,
        matter: str | None = None,
        status: str | None = None,
    ) -> int:
        with self._reading() as connection:
            return archive_rows.count(connection, clocks, view, actor=actor, matter=matter, status=status)

    def check(self) -> tuple[Problem, ...]:
        todo = "put a copy of the file back"
        with self._reading() as connection:
            faults = [str(line) for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars()]
        found = [Problem(str(self._file), fault, todo) for fault in faults if fault != "ok"]
        try:
            with self._changing() as connection:
                connection.exec_driver_sql("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except CaseError as error:
            if "damaged" in str(error):
                found.append(Problem(str(self._file), "the index of words does not fit the texts", todo))
        return tuple(found)


def _pieces(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
