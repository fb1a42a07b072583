"""What is known of a report besides its text: manifest, front matter, corpus keys; each cell checked."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.domain.problem import Problem
from dragoman.domain.report import PublishedFrom

_FRONT = re.compile(r"\A(---)\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TOML_FRONT = re.compile(r"\A(\+\+\+)\r?\n(.*?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Metadata:
    """None and () are unknown."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.NONE
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This, with what it lacks from `other`."""
        day, whence = (
            (self.published, self.published_from) if self.published else (other.published, other.published_from)
        )
        return Metadata(
            self.title or other.title,
            self.outlet or other.outlet,
            self.authors or other.authors,
            day,
            whence,
            self.url or other.url,
        )


def from_keys(
    row: Mapping[str, Any], where: str, *, today: date, whence: PublishedFrom
) -> tuple[Metadata, list[Problem]]:
    """Title, outlet, authors, published (or date), url of a manifest row, front matter or corpus line."""
    problems: list[Problem] = []
    authors = row.get("authors") or row.get("author") or ()
    if isinstance(authors, str):
        authors = [a.strip() for a in re.split(r"[;|]|,(?!\s*Jr)", authors)]
    given = row.get("published") or row.get("date") or row.get("published_at")
    day, problem = _day(given, where, today)
    if problem:
        problems.append(problem)
    return (
        Metadata(
            _text(row.get("title")),
            _text(row.get("outlet") or row.get("source") or row.get("publisher")),
            tuple(a for a in map(_text, authors) if a) if isinstance(authors, list | tuple) else (),
            day,
            whence if day else PublishedFrom.NONE,
            _text(row.get("url")),
        ),
        problems,
    )


def _text(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None


def _day(given: Any, where: str, today: date) -> tuple[date | None, Problem | None]:
    if not given:
        return None, None
    text = str(given).strip()
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None, Problem(where, f"{text!r} is no day", "write the day of publication as YYYY-MM-DD")
    if day > today:
        return None, Problem(where, f"published on {day}, which is in the future", "mend the day of publication")
    return day, None


def front_matter(text: str) -> tuple[str, int, str]:
    """(front matter without its fences or "", where the rest begins, "yaml" or "toml")."""
    match = _FRONT.match(text)
    if match:
        return match.group(2), match.end(), "yaml"
    match = _TOML_FRONT.match(text)
    return (match.group(2), match.end(), "toml") if match else ("", 0, "")


def parse_front_matter(text: str, form: str, where: str) -> tuple[dict[str, Any], list[Problem]]:
    """Its keys; a fault is a problem and gives none."""
    import tomllib

    import yaml

    try:
        found = tomllib.loads(text) if form == "toml" else yaml.safe_load(text)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else "?"
        return {}, [Problem(where, f"front matter that does not parse ({first})", "mend it; the text itself was read")]
    return ({str(k).lower(): v for k, v in found.items()}, []) if isinstance(found, dict) else ({}, [])


class Manifest:
    """`reports.csv` beside the reports, or the file given: a row a report by its file name, or by its id."""

    def __init__(self, rows: Mapping[str, Mapping[str, str]], where: str) -> None:
        self._rows = rows
        self.where = where

    def row(self, *names: str) -> Mapping[str, str]:
        """The row of the first of `names` that it has; {} for none."""
        return next((self._rows[n] for n in names if n in self._rows), {})


def read_manifest(path: Path) -> tuple[Manifest, list[Problem]]:
    """A CSV file with a header; the column `file` (or `id`) names the report."""
    problems: list[Problem] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            table = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return Manifest({}, str(path)), [
            Problem(str(path), f"cannot be read ({error})", "a manifest is a CSV file in UTF-8")
        ]
    rows: dict[str, Mapping[str, str]] = {}
    for number, row in enumerate(table, 2):
        name = row.get("file") or row.get("id")
        if not name:
            problems.append(Problem(f"{path}:{number}", "no file named", "fill the column file"))
        elif name in rows:
            problems.append(Problem(f"{path}:{number}", f"{name} a second time", "one row a file; the first counts"))
        else:
            rows[name] = row
    return Manifest(rows, str(path)), problems


__all__ = ["Manifest", "Metadata", "from_keys", "front_matter", "parse_front_matter", "read_manifest"]
