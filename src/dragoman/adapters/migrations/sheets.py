"""What each version of a report gives to the situation, and how that was last put together: both may be thrown away at will.

View rows get a mark of what they hold, so that only those that changed are written.
"""

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
    "DELETE FROM view_actor",
    "DELETE FROM view_row",
    "DELETE FROM snapshot",
    "CREATE INDEX view_actor_ordinal ON view_actor (snapshot, view, ordinal)",
    "ALTER TABLE view_row ADD COLUMN mark INTEGER NOT NULL DEFAULT 0",
)
