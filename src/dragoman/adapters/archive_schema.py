"""Opening a case's file: pragmas, transactions, and the migrations that bring an older layout up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from dragoman.adapters.migrations import MIGRATIONS
from dragoman.errors import CaseError

APPLICATION = 0x44524147
"""Marks the file as a Dragoman case (`PRAGMA application_id`, "DRAG")."""


def engine_for(file: Path, *, wait: float) -> Engine:
    """An engine whose transactions begin when told to, and wait so many seconds for another process's lock."""
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def _own_transactions(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def writes(connection: Connection) -> Iterator[Connection]:
    """One writing transaction."""
    connection = connection.execution_options(writes=True)
    with connection.begin():
        yield connection


def migrate(engine: Engine, file: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> int:
    """Brings the file up to the last of `migrations`, all or none of each; returns how many were done.

    `CaseError` for a file of a newer Dragoman or of another program.
    """
    with engine.connect() as connection:
        done = _layout(connection, file, len(migrations))
    for number in range(done, len(migrations)):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if _layout(connection, file, len(migrations)) > number:
                continue
            for statement in migrations[number]:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {number + 1}")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    return len(migrations) - done


def _layout(connection: Connection, file: Path, known: int) -> int:
    """The number of the file's layout, 0 for an empty file."""
    layout = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    mark = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if mark != APPLICATION and tables:
        raise CaseError(f"{file}: a database of another program; name a case made with `dragoman init`")
    if layout > known:
        raise CaseError(
            f"{file}: made by a newer Dragoman (layout {layout}, this one knows {known}); upgrade Dragoman to open it"
        )
    return layout
