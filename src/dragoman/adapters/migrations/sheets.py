"""What each version of a report gives to the situation, and how that was last put together: both may be thrown away at will."""

from __future__ import annotations

SHEETS = (
    """
    CREATE TABLE sheet (
        key INTEGER NOT NULL REFERENCES version (key),
        stamp TEXT NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (key, stamp)
    )
    """,
    "CREATE TABLE worked (name TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID",
)
