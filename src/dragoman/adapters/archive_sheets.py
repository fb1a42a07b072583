"""Sheets of versions in a case's file, and what else is worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, delete, insert, select

from dragoman.adapters.archive_tables import SHEET, WORKED
from dragoman.domain.case import SheetRecord


def keep(connection: Connection, sheets: Iterable[SheetRecord]) -> None:
    rows = [{"key": s.key, "stamp": s.stamp, "record": s.record} for s in sheets]
    if rows:
        connection.execute(insert(SHEET).prefix_with("OR REPLACE"), rows)


def sheets(connection: Connection, keys: Sequence[int]) -> list[SheetRecord]:
    return [SheetRecord(*row) for row in connection.execute(select(SHEET).where(SHEET.c.key.in_(keys)))]


def drop(connection: Connection, places: Iterable[tuple[int, str]]) -> None:
    for key, stamp in places:
        connection.execute(delete(SHEET).where(and_(SHEET.c.key == key, SHEET.c.stamp == stamp)))


def keep_worked(connection: Connection, name: str, record: bytes) -> None:
    connection.execute(insert(WORKED).prefix_with("OR REPLACE").values(name=name, record=record))


def worked(connection: Connection, name: str) -> bytes | None:
    found: bytes | None = connection.scalar(select(WORKED.c.record).where(WORKED.c.name == name))
    return found
