"""The rows of views in a case's file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update
from sqlalchemy import Row as Found

from dragoman.adapters.archive_tables import SNAPSHOT, VIEW_ACTOR, VIEW_ROW
from dragoman.domain.case import Clocks, Row, Stamp, View

_AT_ONCE = 2000
_STEP = 1 << 20
"""How far apart ordinals are at first, so that rows find room between others."""


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
    """Puts the snapshot of the same clocks right; of the others, `most` less one stay, and that without clocks."""
    old = snapshot(connection, stamp.clocks)
    clocked = select(SNAPSHOT.c.id).where(SNAPSHOT.c.as_of.is_not(None) | SNAPSHOT.c.known_by.is_not(None))
    if old is not None:
        clocked = clocked.where(SNAPSHOT.c.id != old.id)
    for gone in list(connection.scalars(clocked.order_by(SNAPSHOT.c.id.desc()).offset(max(most - 1, 0)))):
        for table in (VIEW_ACTOR, VIEW_ROW):
            connection.execute(delete(table).where(table.c.snapshot == gone))
        connection.execute(delete(SNAPSHOT).where(SNAPSHOT.c.id == gone))
    values = {
        "as_of": stamp.clocks.as_of and stamp.clocks.as_of.isoformat(),
        "known_by": stamp.clocks.known_by and stamp.clocks.known_by.isoformat(),
        "position": stamp.position,
        "rules": stamp.rules,
    }
    if old is None:
        number = connection.execute(insert(SNAPSHOT).values(**values).returning(SNAPSHOT.c.id)).scalar_one()
    else:
        number = old.id
        connection.execute(update(SNAPSHOT).where(SNAPSHOT.c.id == number).values(**values))
    _put(connection, number, rows)


def _put(connection: Connection, number: int, rows: Iterable[Row]) -> None:
    """Makes the rows of a snapshot these, in this order; those that stay as they are are not written."""
    columns = (VIEW_ROW.c.view, VIEW_ROW.c.id, VIEW_ROW.c.ordinal, VIEW_ROW.c.mark)
    found = connection.execute(select(*columns).where(VIEW_ROW.c.snapshot == number)).all()
    had = {(view, name): (ordinal, mark) for view, name, ordinal, mark in found}
    if not had:
        _write(connection, number, ((_STEP * (n + 1), row, _mark(row)) for n, row in enumerate(rows)))
        return
    order: list[tuple[str, str]] = []
    other: dict[tuple[str, str], tuple[Row, int]] = {}
    for row in rows:
        place, mark = (str(row.view), row.id), _mark(row)
        order.append(place)
        if place not in had or had[place][1] != mark:
            other[place] = row, mark
    ordinals = dict(zip(order, spread([had[place][0] if place in had else None for place in order]), strict=True))
    out = [(view, had[view, name][0]) for view, name in had if (view, name) in other or (view, name) not in ordinals]
    moved = [(place[0], had[place][0], now) for place, now in ordinals.items() if place in had and place not in other]
    _clear(connection, number, out)
    _move(connection, number, [one for one in moved if one[1] != one[2]])
    _write(connection, number, ((ordinals[place], row, mark) for place, (row, mark) in other.items()))


def _write(connection: Connection, number: int, rows: Iterable[tuple[int, Row, int]]) -> None:
    written = iter(rows)
    while some := list(islice(written, _AT_ONCE)):
        connection.execute(insert(VIEW_ROW), [_values(number, *one) for one in some])
        actors = [
            {"snapshot": number, "view": str(row.view), "actor": actor, "ordinal": ordinal}
            for ordinal, row, _ in some
            for actor in sorted(set(row.actors))
        ]
        if actors:
            connection.execute(insert(VIEW_ACTOR), actors)


def _clear(connection: Connection, number: int, places: Sequence[tuple[str, int]]) -> None:
    for table in (VIEW_ROW, VIEW_ACTOR) if places else ():
        query = delete(table).where(
            table.c.snapshot == number, table.c.view == bindparam("of"), table.c.ordinal == bindparam("at")
        )
        connection.execute(query, [{"of": view, "at": ordinal} for view, ordinal in places])


def _move(connection: Connection, number: int, moved: Sequence[tuple[str, int, int]]) -> None:
    """Gives rows other ordinals; by way of negative ones, since a row that is yet to move may hold the place of another."""
    for table in (VIEW_ROW, VIEW_ACTOR) if moved else ():
        query = update(table).where(
            table.c.snapshot == number, table.c.view == bindparam("of"), table.c.ordinal == bindparam("at")
        )
        values = [{"of": view, "at": then, "put": -1 - now} for view, then, now in moved]
        connection.execute(query.values(ordinal=bindparam("put")), values)
        back = update(table).where(table.c.snapshot == number, table.c.ordinal < 0)
        connection.execute(back.values(ordinal=-1 - table.c.ordinal))


def spread(then: Sequence[int | None]) -> list[int]:
    """Rising ordinals for rows in their order: as many as can be the ones that they had (None: none), the rest between."""
    kept = _rising(then)
    found: list[int] = []
    low = 0
    for place, high in [(p, then[p]) for p in kept] + [(len(then), None)]:
        more = place - len(found)
        if high is not None and high - low <= more:
            return [_STEP * (n + 1) for n in range(len(then))]
        step = _STEP if high is None else (high - low) // (more + 1)
        found += [low + step * (n + 1) for n in range(more)]
        if high is not None:
            found.append(high)
            low = high
    return found


def _rising(then: Sequence[int | None]) -> list[int]:
    """The places of a longest rising run of ordinals (Schensted 1961)."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for place, ordinal in enumerate(then):
        if ordinal is None:
            continue
        at = bisect_left(ends, ordinal)
        if at:
            before[place] = places[at - 1]
        ends[at : at + 1] = [ordinal]
        places[at : at + 1] = [place]
    found = places[-1:]
    while found and found[-1] in before:
        found.append(before[found[-1]])
    return found[::-1]


def _mark(row: Row) -> int:
    """A hash of all that a row holds."""
    told = "\x00".join((row.matter or "", row.status or "", str(row.day), *sorted(set(row.actors)), row.record))
    return int.from_bytes(blake2b(told.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def _values(number: int, ordinal: int, row: Row, mark: int) -> dict[str, Any]:
    return {
        "snapshot": number,
        "view": str(row.view),
        "ordinal": ordinal,
        "id": row.id,
        "matter": row.matter,
        "status": row.status,
        "day": row.day and row.day.isoformat(),
        "record": row.record,
        "mark": mark,
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
