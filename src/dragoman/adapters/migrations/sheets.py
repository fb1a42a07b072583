"""What each version of a report gives to the situation, worked out once and thrown away at will."""

from __future__ import annotations

SHEETS = (
    """
    CREATE TABLE sheet (
        key INTEGER PRIMARY KEY REFERENCES version (key),
        stamp TEXT NOT NULL,
        record BLOB NOT NULL
    )
    """,
)
