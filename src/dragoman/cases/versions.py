"""Versions of reports: whether a report is new to a case, edited, or known, and which version stands on a day."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.domain.case import Outcome, Version
from dragoman.domain.report import Report

AKIN = 0.5
"""The least share of the shorter text's word 5-grams that an edited version of it has in common with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report goes. `report` carries the id that it has in the case; `before` is the version that it follows."""

    outcome: Outcome
    report: Report
    number: int
    replaces: int | None = None
    before: int | None = None


def place(report: Report, alike: Sequence[Version], text_of: Callable[[int], str]) -> Place:
    """What `report` is to a case whose versions with its text, id, address or title are `alike`.

    The same text is the same report where its id is the same, or nothing known of it differs: then what the case did not
    know is filled in. Another text is an edited version where the address is the same, or the id, or title and outlet,
    and half of the shorter text's 5-grams are shared. A taken id gets a number.
    """
    live = [v for v in alike if not v.replaced]
    for version in live:
        if version.sha256 == report.sha256 and (_stem(version.report) == report.id or _agrees(version, report)):
            return _again(report, version)
    for version in reversed(live):
        if version.sha256 == report.sha256 or not _may_follow(version, report):
            continue
        if (report.url and version.url == report.url) or akin(report.text, text_of(version.key)):
            number = max(v.number for v in live if v.report == version.report) + 1
            return Place(Outcome.VERSION, replace(report, id=version.report), number, before=version.key)
    taken = {v.report for v in alike}
    name, number = report.id, 1
    while name in taken:
        number += 1
        name = f"{report.id}~{number}"
    return Place(Outcome.NEW, replace(report, id=name), 1)


def _stem(report: str) -> str:
    return re.sub(r"~\d+$", "", report)


def _agrees(version: Version, report: Report) -> bool:
    """True where outlet, day and address are the same as far as both are known."""
    pairs = ((version.outlet, report.outlet), (version.published, report.published), (version.url, report.url))
    return all(a is None or b is None or a == b for a, b in pairs)


def _again(report: Report, version: Version) -> Place:
    told = replace(
        report,
        id=version.report,
        outlet=report.outlet or version.outlet,
        title=report.title or version.title,
        published=report.published or version.published,
        url=report.url or version.url,
    )
    same = (told.outlet, told.title, told.published, told.url) == (
        version.outlet,
        version.title,
        version.published,
        version.url,
    )
    if same:
        return Place(Outcome.KNOWN, told, version.number, before=version.key)
    return Place(Outcome.METADATA, told, version.number, replaces=version.key, before=version.key)


def _may_follow(version: Version, report: Report) -> bool:
    if report.url and version.url == report.url:
        return True
    outlets = version.outlet is None or report.outlet is None or version.outlet == report.outlet
    titled = version.title is not None and version.title == report.title and version.outlet == report.outlet is not None
    return outlets and (_stem(version.report) == report.id or titled)


def akin(one: str, other: str) -> bool:
    """True where one text is likely an edited version of the other."""
    a, b = _grams(one), _grams(other)
    return bool(a and b) and len(a & b) >= AKIN * min(len(a), len(b))


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(max(len(words) - 4, 1))} if words else set()


def difference(before: Report, after: Report) -> tuple[str, ...]:
    """What changed: a line for each thing known of it, then sentences taken out (-) and put in (+), with their neighbours."""
    lines = [
        f"{name}: {a if a is not None else 'not known'} -> {b if b is not None else 'not known'}"
        for name in ("published", "outlet", "title", "url")
        if (a := getattr(before, name)) != (b := getattr(after, name))
    ]
    if before.text != after.text:
        compared = difflib.unified_diff(_sentences(before.text), _sentences(after.text), lineterm="", n=1)
        lines += [line for line in compared if not line.startswith(("---", "+++", "@@"))]
    return tuple(lines)


def _sentences(text: str) -> list[str]:
    return [" ".join(s.split()) for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]


def standing(versions: Iterable[Version], known_by: date | None) -> list[Version]:
    """The version of each report that stands, as known by a day: the last published by then, of one day the later one by number.

    A version without a day takes that of the one before it. A report of which nothing was published by then is left out,
    an undated one is not. Ordered by day and id.
    """
    by_report: dict[str, list[tuple[date, int, int, Version]]] = {}
    undated = date.min
    days: dict[str, date] = {}
    for version in sorted(versions, key=lambda v: (v.number, v.key)):
        if version.replaced:
            continue
        day = version.published or days.get(version.report, undated)
        days[version.report] = day
        if known_by is None or day <= known_by:
            by_report.setdefault(version.report, []).append((day, version.number, version.key, version))
    last = [max(some)[-1] for some in by_report.values()]
    return sorted(last, key=lambda v: (v.published or undated, v.report))
