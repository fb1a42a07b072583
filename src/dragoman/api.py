"""The verbs: what the commands and other programs call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.entities import identify
from dragoman.reports import Given, chunks, load_reports
from dragoman.settings import Settings
from dragoman.statements import Context, read

__all__ = ["Given", "Settings", "read_paths", "read_report"]

Progress = Callable[[str, int], None]


def read_report(report: Report, settings: Settings) -> Reading:
    """All that is found in one report; a report not in English gets its mentions alone."""
    parse = settings.parser.parse(chunks(report))
    mentions, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    if report.language not in ("en", "und"):
        return Reading(report, mentions)
    return read(Context(report, parse, mentions, referents, settings.calendar))


def read_paths(
    paths: Iterable[str],
    *,
    settings: Settings | None = None,
    given: Given | None = None,
    today: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading | Problem]:
    """A reading for each report under `paths`, and a problem for each that could not be read.

    `today` bounds the days of publication (default: the system's day). `progress` is told each report's path and words.
    """
    settings = settings or Settings()
    for item in load_reports(paths, today=today or date.today(), given=given, stdin=stdin):
        if isinstance(item, Problem):
            yield item
            continue
        report, problems = item
        reading = read_report(report, settings)
        if progress:
            progress(report.path, report.words)
        yield replace(reading, problems=(*problems, *reading.problems))
