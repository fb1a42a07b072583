"""What is known of a report besides its text: manifest, front matter, corpus keys; each cell checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.domain.problem import Problem
from dragoman.domain.report import PublishedFrom

_FRONT = re.compile(r"\A(---)\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
LONGEST_FRONT_MATTER = 50_000
DEEPEST = 50
EARLIEST = date(1605, 1, 1)
"""No day before it is one of publication; reckoning from days near the year 1 would leave the calendar."""
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
    day, problem = day_of_publication(given, where, today)
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
    """On one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", str(value)).split()) or None if isinstance(value, str | int | float) else None


def day_of_publication(given: Any, where: str, today: date) -> tuple[date | None, Problem | None]:
    """The day that a cell holds, None for an empty one; or what is wrong with it, and no day is taken."""
    if not given:
        return None, None
    text = str(given).strip() if isinstance(given, str | int | float | date) else type(given).__name__
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        shown = text if len(text) <= 40 else f"{text[:40]}..."
        return None, Problem(where, f"{shown!r} is no day", "write the day of publication as YYYY-MM-DD")
    if day > today:
        return None, Problem(where, f"published on {day}, which is in the future", "mend the day of publication")
    if day < EARLIEST:
        return None, Problem(where, f"published on {day}, before there were newspapers", "mend the day of publication")
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

    if len(text) > LONGEST_FRONT_MATTER:
        what = f"front matter of {len(text):,} characters, which is over {LONGEST_FRONT_MATTER:,}"
        return {}, [Problem(where, what, "shorten it; the text itself was read")]
    try:
        found = tomllib.loads(text) if form == "toml" else _yaml(text)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        told = getattr(error, "problem", None) or str(error) or "?"
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 2}" if mark else where
        first = str(told).splitlines()[0].partition(";")[0]
        return {}, [Problem(place, f"front matter that does not parse ({first})", "mend it; the text itself was read")]
    return ({str(k).lower(): v for k, v in found.items()}, []) if isinstance(found, dict) else ({}, [])


def _yaml(text: str) -> Any:
    """Aliases are refused, a few lines of which can stand for billions of values, and so is what is nested deeply."""
    import yaml

    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("an alias (*), which is not followed")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise yaml.YAMLError(f"lists or tables more than {DEEPEST} deep")
    return yaml.safe_load(text)


__all__ = ["EARLIEST", "Metadata", "day_of_publication", "from_keys", "front_matter", "parse_front_matter"]
