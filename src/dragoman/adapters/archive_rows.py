"""The rows of views in a case's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select
from sqlalchemy import Row as Found

from dragoman.adapters.archive_tables import SNAPSHOT, VIEW_ACTOR, VIEW_ROW
from dragoman.domain.case import Clocks, Row, Stamp, View

_AT_ONCE = 2000


def snapshot(connection: Connection, clocks: Clocks) -> Found[Any] | None:
    """The row of the snapshot of these clocks."""
    query = select(SNAPSHOT).where(
        SNAPSHOT.c.as_of.is_(None) if clocks.as_of is None else SNAPSHOT.c.as_of == clocks.as_of.isoformat(),
        SNAPSHOT.c.known_by.is_(None)
        if clocks.known_by is None
        else SNAPSHOT.c.known_by == clocks.known_by.isoformat(),
    )
    return connection.execute(query).first()


def keep(connection: Connection, stamp: Stamp, rows: Iterable[Row], most: int) -> None:
    """Replaces the snapshot of the same clocks; of the others, `most` less one stay, and that without clocks."""
    old = snapshot(connection, stamp.clocks)
    clocked = select(SNAPSHOT.c.id).where(SNAPSHOT.c.as_of.is_not(None) | SNAPSHOT.c.known_by.is_not(None))
    over = list(connection.scalars(clocked.order_by(SNAPSHOT.c.id.desc()).offset(max(most - 1, 0))))
    for gone in {*over, *([old.id] if old else [])}:
        for table, column in (
            (VIEW_ACTOR, VIEW_ACTOR.c.snapshot),
            (VIEW_ROW, VIEW_ROW.c.snapshot),
            (SNAPSHOT, SNAPSHOT.c.id),
        ):
            connection.execute(delete(table).where(column == gone))
    values = {
        "as_of": stamp.clocks.as_of and stamp.clocks.as_of.isoformat(),
        "known_by": stamp.clocks.known_by and stamp.clocks.known_by.isoformat(),
        "position": stamp.position,
        "rules": stamp.rules,
    }
    number = connection.execute(insert(SNAPSHOT).values(**values).returning(SNAPSHOT.c.id)).scalar_one()
    numbered = enumerate(rows)
    while some := list(islice(numbered, _AT_ONCE)):
        connection.execute(insert(VIEW_ROW), [_values(number, ordinal, row) for ordinal, row in some])
        actors = [
            {"snapshot": number, "view": str(row.view), "actor": actor, "ordinal": ordinal}
            for ordinal, row in some
            for actor in sorted(set(row.actors))
        ]
        if actors:
            connection.execute(insert(VIEW_ACTOR), actors)


def _values(number: int, ordinal: int, row: Row) -> dict[str, Any]:
    return {
        "snapshot": number,
        "view": str(row.view),
        "ordinal": ordinal,
        "id": row.id,
        "matter": row.matter,
        "status": row.status,
        "day": row.day and row.day.isoformat(),
        "record": row.record,
    }


def _chosen(
    query: Select[Any], number: int, view: View, actor: str | None, matter: str | None, status: str | None
) -> Select[Any]:
    query = query.where(VIEW_ROW.c.snapshot == number, VIEW_ROW.c.view == str(view))
    if actor is not None:
        theirs = select(VIEW_ACTOR.c.ordinal).where(
            VIEW_ACTOR.c.snapshot == number, VIEW_ACTOR.c.view == str(view), VIEW_ACTOR.c.actor == actor
        )
        query = query.where(VIEW_ROW.c.ordinal.in_(theirs))
    if matter is not None:
        query = query.where(VIEW_ROW.c.matter == matter)
    if status is not None:
        query = query.where(VIEW_ROW.c.status == status)
    return query


def rows(
    connection: Connection,
    clocks: Clocks,
    view: View,
    *,
    ids: Collection[str] | None,
    actor: str | None,
    matter: str | None,
    status: str | None,
    limit: int | None,
) -> Iterator[Row]:
    found = snapshot(connection, clocks)
    if found is None:
        return
    columns = select(VIEW_ROW.c.id, VIEW_ROW.c.matter, VIEW_ROW.c.status, VIEW_ROW.c.day, VIEW_ROW.c.record)
    query = _chosen(columns, found.id, view, actor, matter, status)
    if ids is not None:
        # Ordering by ordinal in SQL would make SQLite walk the whole view instead of its index of ids.
        by_id = query.add_columns(VIEW_ROW.c.ordinal).where(VIEW_ROW.c.id.in_(sorted(ids)))
        some = sorted(connection.execute(by_id).all(), key=lambda row: row.ordinal) if ids else []
        yield from (_row(view, row) for row in some[:limit])
        return
    query = query.order_by(VIEW_ROW.c.ordinal).limit(limit)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        yield _row(view, row)


def _row(view: View, row: Found[Any]) -> Row:
    return Row(view, row.id, row.record, (), row.matter, row.status, row.day and date.fromisoformat(row.day))


def count(
    connection: Connection, clocks: Clocks, view: View, *, actor: str | None, matter: str | None, status: str | None
) -> int:
    found = snapshot(connection, clocks)
    if found is None:
        return 0
    query = _chosen(select(func.count()).select_from(VIEW_ROW), found.id, view, actor, matter, status)
    return int(connection.scalar(query) or 0)
