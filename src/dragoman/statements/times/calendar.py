"""The shipped calendar of dated events of the world since 1945, which texts reckon from."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.domain.time import CalendarEvent


@cache
def load_calendar() -> tuple[CalendarEvent, ...]:
    """The events of `data/calendar.csv`, in its order."""
    text = (files(__package__) / "data" / "calendar.csv").read_text("utf-8")
    return tuple(
        CalendarEvent(
            row["id"],
            tuple(name.strip() for name in row["names"].split("|")),
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )
