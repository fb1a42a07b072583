"""The two clocks: what had been published by a day, and what held on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.situation.facts import Fact


class _Reported(Protocol):
    """What one report gives."""

    @property
    def report(self) -> Report: ...


T = TypeVar("T", bound=_Reported)


def latest(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Each report's reading by its id; of those that share an id the one with the greater text hash, whatever their order."""
    found: dict[str, Reading] = {}
    for reading in readings:
        kept = found.get(reading.report.id)
        if kept is None or _version(reading) > _version(kept):
            found[reading.report.id] = reading
    return found


def _version(reading: Reading) -> tuple[date, str]:
    return reading.report.published or date.min, reading.report.sha256


def known(some: Iterable[T], known_by: date | None) -> tuple[list[T], tuple[str, ...]]:
    """What was published by `known_by`, by day and id; and the undated reports left out for it."""
    found = sorted(some, key=lambda r: (r.report.published or date.max, r.report.id))
    if known_by is None:
        return found, ()
    undated = tuple(r.report.id for r in found if r.report.published is None)
    return [r for r in found if r.report.published is not None and r.report.published <= known_by], undated


def held(facts: Sequence[Fact], as_of: date | None) -> list[Fact]:
    """The facts that can bear on how things stood on `as_of`: those that begin by then, those without a time if reported
    by then."""
    if as_of is None:
        return list(facts)
    return [f for f in facts if _begins(f) is not None and _begins(f) <= as_of]  # type: ignore[operator]


def _begins(fact: Fact) -> date | None:
    if fact.days.told:
        return fact.days.earliest or fact.days.latest
    return fact.published


def notes(as_of: date | None, known_by: date | None, undated: Sequence[str], timeless: int) -> tuple[str, ...]:
    """What the reader must know about the clocks of this view."""
    found = []
    if undated:
        found.append(
            f"{len(undated)} undated reports are left out, since it is unknown whether they were published by {known_by}"
        )
    if timeless:
        found.append(
            f"{timeless} statements without any day are left out, since it is unknown whether they held on {as_of}"
        )
    if as_of is not None and known_by is not None and as_of > known_by:
        found.append(f"as of {as_of} lies after known by {known_by}: nothing known then can tell of the days between")
    return tuple(found)


def timeless(fact: Fact) -> bool:
    """True where neither the text nor the report tells a day."""
    return _begins(fact) is None
