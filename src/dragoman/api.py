"""The verbs: what the commands and other programs call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from dragoman.adapters.executors import in_processes, in_this_process
from dragoman.domain.answers import Answers
from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.situation import Situation
from dragoman.entities import identify
from dragoman.errors import DragomanError
from dragoman.ports import Directory
from dragoman.reports import Given, chunks, load_reports
from dragoman.settings import Settings
from dragoman.situation import assemble
from dragoman.statements import Context, read

if TYPE_CHECKING:
    from dragoman.brief.content import Section

__all__ = ["Given", "Settings", "answers", "draft", "read_paths", "read_report", "situation", "what_would_hold"]

Progress = Callable[[str, int], None]


def read_report(report: Report, settings: Settings) -> Reading:
    """All that is found in one report; a report not in English gets its mentions alone."""
    parse = settings.parser.parse(chunks(report))
    mentions, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    if report.language not in ("en", "und"):
        return Reading(report, mentions)
    return read(Context(report, parse, mentions, referents, settings.calendar, settings.catalogue))


def read_paths(
    paths: Iterable[str],
    *,
    settings: Settings | None = None,
    given: Given | None = None,
    today: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Iterator[Reading | Problem]:
    """A reading for each report under `paths`, and a problem for each that could not be read, in their order.

    `today` bounds the days of publication (default: the system's day). `progress` is told each report's path and words.
    With `jobs` over 1 reports are read in so many processes, each with its own model (some 400 MB).
    """
    settings = settings or Settings()
    loaded = load_reports(paths, today=today or date.today(), given=given, stdin=stdin)
    if jobs > 1:
        results = in_processes(partial(_fresh, settings), _read_item, loaded, jobs=jobs)
    else:
        results = in_this_process(partial(_same, settings), _read_item, loaded)
    for result in results:
        if progress and isinstance(result, Reading):
            progress(result.report.path, result.report.words)
        yield result


def situation(
    paths: Iterable[str],
    *,
    as_of: date | None = None,
    known_by: date | None = None,
    settings: Settings | None = None,
    given: Given | None = None,
    today: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> tuple[Situation, tuple[Problem, ...]]:
    """What the reports under `paths` add up to, and a problem for each that could not be read.

    `as_of` asks how things stood that day, `known_by` what had been published by then; the rest is as for `read_paths`.
    """
    settings = settings or Settings()
    items = list(
        read_paths(paths, settings=settings, given=given, today=today, stdin=stdin, progress=progress, jobs=jobs)
    )
    readings = [i for i in items if isinstance(i, Reading)]
    problems = tuple(i for i in items if isinstance(i, Problem))
    return assemble(readings, settings.catalogue, as_of=as_of, known_by=known_by), problems


def draft(situation: Situation, directory: Directory, *, matters: Sequence[str] = (), options: int = 12) -> Draft:
    """The graph model that the reports give, with a quote under every input, or why there is none.

    `matters` asks for options on those alone; `options` is the most there may be.
    """
    from dragoman.negotiation import drafting

    return drafting.draft(situation, directory, matters=matters, options=options)


def answers(model: GraphModel) -> Answers:
    """What holds in a model and why, in words with quotes; `ModelError` with every fault of the model."""
    from dragoman.negotiation import drafting

    return drafting.answers(model)


def what_would_hold(situation: Situation, directory: Directory, model: GraphModel | None = None) -> Section:
    """The section of a brief on what would hold: of `model`, else of the model drafted from the situation."""
    from dragoman.brief.negotiation import what_would_hold as section
    from dragoman.negotiation import drafting

    found = draft(situation, directory) if model is None else Draft(model, gaps=drafting.gaps_of(model))
    told = answers(found.model) if found.model is not None else None
    return section(found, told, situation.statements)


def _same(settings: Settings) -> Settings:
    return settings


def _fresh(settings: Settings) -> Settings:
    """Settings for another process, its model and catalogue loaded."""
    fresh = replace(settings)
    _ = fresh.parser, fresh.gazetteer, fresh.calendar
    return fresh


def _read_item(settings: Settings, item: tuple[Report, tuple[Problem, ...]] | Problem) -> Reading | Problem:
    if isinstance(item, Problem):
        return item
    report, problems = item
    try:
        reading = read_report(report, settings)
    except DragomanError:
        raise
    except Exception as error:
        if os.environ.get("DRAGOMAN_DEBUG"):
            raise
        what = f"could not be read, by a fault of dragoman's own ({type(error).__name__}: {error})"
        return Problem(report.path, what, "DRAGOMAN_DEBUG=1 shows where; please report it")
    return replace(reading, problems=(*problems, *reading.problems))
