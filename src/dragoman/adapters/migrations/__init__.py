"""The layouts that a case's file has had: each migration turns the one before it into the next.

A migration is a tuple of SQL statements that is never changed once released; `PRAGMA user_version` counts those done.
"""

from __future__ import annotations

from dragoman.adapters.migrations.first_release import FIRST_RELEASE
from dragoman.adapters.migrations.sheets import SHEETS

__all__ = ["MIGRATIONS"]

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST_RELEASE, SHEETS)
