"""Views of a case: rows looked up by actor, matter or status, on two clocks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.cases.folder import Case
from dragoman.cases.judged import fold
from dragoman.cases.situations import fresh
from dragoman.domain.case import Clocks, Row, View
from dragoman.errors import InputError
from dragoman.ports import Archive

Record = dict[str, Any]


@dataclass(frozen=True)
class Lines:
    """The lines of a view: `total` of them, of which `rows` may give fewer; `notes` is what their reader must know."""

    rows: Iterator[Row]
    total: int
    notes: tuple[str, ...]

    def records(self) -> Iterator[Record]:
        return (json.loads(row.record) for row in self.rows)


def lines(
    case: Case,
    view: View,
    clocks: Clocks,
    *,
    actor: str | None = None,
    matter: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Lines:
    """The rows of a view. `actor` is an entity id or a name; `InputError` where nobody is called so."""
    archive = fresh(case, clocks)
    who = None if actor is None else find_actor(archive, clocks, actor)
    rows = archive.rows(clocks, view, actor=who, matter=matter, status=status, limit=limit)
    total = archive.count(clocks, view, actor=who, matter=matter, status=status)
    return Lines(rows, total, notes_of(archive, clocks))


def notes_of(archive: Archive, clocks: Clocks) -> tuple[str, ...]:
    """What the reader of a view on these clocks must know."""
    found = []
    for row in archive.rows(clocks, View.NOTE):
        record = json.loads(row.record)
        if "note" in record:
            found.append(str(record["note"]))
    return tuple(found)


def find_actor(archive: Archive, clocks: Clocks, words: str) -> str:
    """The id of the one actor with this id or name."""
    wanted = fold(words)
    called: list[str] = []
    near: list[str] = []
    for row in archive.rows(clocks, View.ACTOR):
        record = json.loads(row.record)
        names = {row.id.casefold(), fold(record["name"]), *(a.casefold() for a in record["also"])}
        if row.id == words:
            return row.id
        if wanted in names or words.casefold() in names:
            called.append(row.id)
        elif any(wanted in name for name in names):
            near.append(row.id)
    if len(called) == 1:
        return called[0]
    if called or not wanted:
        raise InputError(f"{words!r} may be {', '.join(called) or 'anybody'}; give one id")
    told = f"; nearest are {', '.join(near[:5])}" if near else ""
    raise InputError(f"nobody in this case is called {words!r}{told}; see `dragoman actors`")
