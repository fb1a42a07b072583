"""What SQLite complains of, as errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dragoman.errors import CaseError

_TOLD = {
    sqlite3.SQLITE_BUSY: "another process is writing to this case; try again when it is done",
    sqlite3.SQLITE_LOCKED: "another process is writing to this case; try again when it is done",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; put a copy of it back, or move it away and add the reports again",
    sqlite3.SQLITE_NOTADB: "this is no case's file, or it is damaged; put a copy of it back, or move it away and add "
    "the reports again",
    sqlite3.SQLITE_FULL: "no room is left on the disk; nothing was changed, make room and try again",
    sqlite3.SQLITE_READONLY: "the case may be read but not written; check the rights of the file and its folder",
    sqlite3.SQLITE_PERM: "the case may not be opened; check the rights of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "the case's file cannot be opened; check that it is there, and its rights",
    sqlite3.SQLITE_IOERR: "the disk reported a fault; nothing was changed, check the disk and try again",
}
_WHOLE_CODE = 0xFF
"""The low byte of an extended result code is its primary code."""


@contextmanager
def told(file: Path | str) -> Iterator[None]:
    """Turns the database's errors into `CaseError`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(fault, "sqlite_errorcode", None)
        what = _TOLD.get(code & _WHOLE_CODE) if isinstance(code, int) else None
        raise CaseError(f"{file}: {what or fault}") from error
