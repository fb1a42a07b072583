"""The catalogue's data files, and a user's `entities.toml`, as entities and offices."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from dragoman.domain.entity import Entity, EntityKind, Office, Period, first_day, last_day
from dragoman.domain.problem import Problem

_LISTS = {
    "states": EntityKind.STATE,
    "governments": EntityKind.GOVERNMENT,
    "groups": EntityKind.GROUP,
    "bodies": EntityKind.BODY,
    "outlets": EntityKind.OUTLET,
    "people": EntityKind.PERSON,
    "places": EntityKind.PLACE,
}


_ORGANS = frozenset({"GOV", "MIL", "SPY", "JUD", "COP", "LEG"})


def _many(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _period(row: dict[str, str]) -> Period:
    return Period(first_day(row.get("from") or ""), last_day(row.get("to") or ""))


def _files(prefix: str) -> Iterator[dict[str, str]]:
    folder = resources.files("dragoman.entities") / "data"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".csv") and entry.name.startswith(prefix):
            yield from csv.DictReader(io.StringIO(entry.read_text(encoding="utf-8"), newline=""))


@cache
def shipped_entities() -> tuple[Entity, ...]:
    """Every row of the shipped lists."""
    return tuple(_entity(kind, row) for prefix, kind in _LISTS.items() for row in _files(prefix))


def _entity(kind: EntityKind, row: dict[str, str]) -> Entity:
    names = _many(row.get("names"))
    country = row.get("country") or (row["id"] if kind is EntityKind.STATE else None)
    code = row.get("code") or None
    if kind is EntityKind.STATE:
        code = row["id"]
    elif kind is EntityKind.GOVERNMENT and country:
        code = f"{country}GOV"
    if kind is EntityKind.BODY and code and code[3:6] in _ORGANS:
        country = code[:3]
    return Entity(
        id=row["id"],
        name=row["name"],
        kind=kind,
        names=names,
        country=country,
        code=code,
        period=_period(row),
        detail=row.get("kind") or "",
        sex=row.get("sex") or "",
        follows=row.get("follows") or "",
        heads=_many(row.get("heads")) or _many(row.get("leaders")),
        members=_many(row.get("members")),
        source=row.get("source") or "",
    )


@cache
def shipped_offices() -> tuple[Office, ...]:
    """Every term of office."""
    return tuple(
        Office(
            person=row["person"],
            country=row.get("country") or "",
            body=row.get("body") or "",
            office=row["office"],
            title=row["title"],
            period=_period(row),
        )
        for row in _files("offices")
    )


@cache
def state_words() -> tuple[tuple[str, str, str], ...]:
    """(alpha-3, word, what) for every demonym, adjective and metonym of a state."""
    found = []
    for row in _files("states"):
        for what in ("demonyms", "adjectives", "metonyms", "capital"):
            found += [(row["id"], word, what) for word in _many(row.get(what))]
    return tuple(found)


@cache
def patterns() -> tuple[dict[str, Any], ...]:
    """The rows of `patterns.toml`: institutions told by a common noun."""
    file = resources.files("dragoman.entities") / "data" / "patterns.toml"
    return tuple(tomllib.loads(file.read_text(encoding="utf-8"))["institution"]) if file.is_file() else ()


@cache
def institution_words() -> dict[str, str]:
    """The first wording of each institution by its slug ("central-bank": "central bank")."""
    return {row["slug"]: row["words"][0] for row in reversed(patterns())}


def read_user_file(path: Path) -> tuple[tuple[Entity, ...], tuple[Office, ...], tuple[Problem, ...]]:
    """A user's `entities.toml`: tables `[[entity]]` and `[[office]]` with the columns of the shipped lists."""
    try:
        if not path.is_file():
            raise OSError("no such file")
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        told = f"not UTF-8 (byte {error.start})" if isinstance(error, UnicodeDecodeError) else str(error)
        return (), (), (Problem(str(path), f"cannot be read: {told}", "mend the file or take it away"),)
    entities: list[Entity] = []
    offices: list[Office] = []
    problems = [
        Problem(f"{path}: {key}", "no table that is known", "write [[entity]] or [[office]]")
        for key in data
        if key not in ("entity", "office")
    ]
    for number, row in enumerate(_rows(data, "entity"), 1):
        try:
            entities.append(_user_entity(row))
        except (LookupError, ValueError, TypeError, AttributeError, OverflowError) as error:
            todo = f"it needs id, name and kind ({', '.join(EntityKind)})"
            problems.append(Problem(f"{path}: entity {number}", f"not usable ({_told(error)})", todo))
    for number, row in enumerate(_rows(data, "office"), 1):
        try:
            offices.append(_user_office(row))
        except (LookupError, ValueError, TypeError, AttributeError, OverflowError) as error:
            todo = "it needs person and title"
            problems.append(Problem(f"{path}: office {number}", f"not usable ({_told(error)})", todo))
    return tuple(entities), tuple(offices), tuple(problems)


def _rows(data: dict[str, Any], name: str) -> list[Any]:
    """The tables of a name; one written with single brackets counts as one."""
    rows = data.get(name, [])
    return rows if isinstance(rows, list) else [rows]


def _told(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"no {error.args[0]}"
    return "not a table of cells" if isinstance(error, AttributeError | TypeError) else str(error)


def _cells(row: dict[str, Any]) -> dict[str, str]:
    """Every cell as text, lists joined as in the shipped files."""
    return {k: "|".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in row.items()}


def _user_office(row: dict[str, Any]) -> Office:
    cells = _cells(row)
    title, period = _needed(cells, "title"), _period(cells)
    return Office(
        _needed(cells, "person"),
        cells.get("country", ""),
        cells.get("body", ""),
        cells.get("office", "other"),
        title,
        period,
    )


def _needed(cells: dict[str, str], name: str) -> str:
    if not cells.get(name, "").strip():
        raise KeyError(name)
    return cells[name]


def _user_entity(row: dict[str, Any]) -> Entity:
    cells = _cells(row)
    _needed(cells, "id"), _needed(cells, "name")
    kind = EntityKind(_needed(cells, "kind"))
    cells["kind"] = cells.get("detail", "")
    return _entity(kind, cells)
