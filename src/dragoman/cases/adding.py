"""Adding reports to a case: read what is new, then put all of it in at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dragoman.cases.folder import REPORTS, Case
from dragoman.cases.versions import Place, difference, place
from dragoman.domain.case import Addition, Outcome, Version
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.errors import CaseError

if TYPE_CHECKING:
    from dragoman.reports import Given
    from dragoman.settings import Settings

Loaded = tuple[Report, tuple[Problem, ...]]
Reader = Callable[[Iterable[Loaded]], Iterator[Reading]]
ASIDE = 64
"""So many readings are put aside at a time, so that a killed adding need not read them again."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, a report each; what could not be read, and what else is wrong with what was."""

    additions: tuple[Addition, ...]
    unread: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def count(self, outcome: Outcome) -> int:
        return sum(a.outcome is outcome for a in self.additions)


@dataclass
class _Work:
    """Readings waiting to be put in, in order: each with its fingerprint, or None where the case knows the report."""

    case: Case
    order: list[tuple[str, Report | None]] = field(default_factory=list)
    held: dict[str, Reading] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)

    def hold(self, name: str, reading: Reading) -> None:
        self.held[name] = reading
        if len(self.held) >= ASIDE:
            self.case.archive.stage(self.held)
            self.aside.update(self.held)
            self.held.clear()

    def take(self, name: str) -> Reading:
        reading = self.held.get(name) or self.case.archive.staged(name)
        if reading is None:
            raise CaseError(
                f"{self.case.folder}: readings put aside are gone; nothing was added, add the reports again"
            )
        return reading


def add(
    case: Case,
    paths: Iterable[str] = (),
    *,
    given: Given | None = None,
    today: date | None = None,
    now: datetime | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[str, int], None] | None = None,
    jobs: int = 1,
    reader: Reader | None = None,
    loaded: Iterable[Loaded | Problem] | None = None,
) -> Added:
    """Adds the reports under `paths` (none: the case's `reports/`) that the case does not hold; all of them or none.

    What was read is put aside from time to time; adding again after a break goes on from there. `loaded` stands in for
    `paths`, `reader` for the rules of the statements room.
    """
    if loaded is None:
        from dragoman.reports import load_reports

        wanted = tuple(paths) or (str(case.folder / REPORTS),)
        loaded = load_reports(wanted, today=today or date.today(), given=given, stdin=stdin)
    read = reader or partial(read_all, case.settings, jobs)
    work, unread, problems = _Work(case), list[Problem](), list[Problem]()
    for reading in read(_unread(work, loaded, unread, problems)):
        problems += reading.problems
        if progress:
            progress(reading.report.path, reading.report.words)
        work.hold(_fingerprint(case, reading.report), reading)
    if all(report is not None for _, report in work.order):
        return Added(tuple(_known(case, report) for _, report in work.order if report), tuple(unread), tuple(problems))
    additions = []
    with case.archive.writing():
        for name, report in work.order:
            known = _known(case, report) if report else _put(case, work.take(name), now or datetime.now(UTC))
            additions.append(known)
        if work.aside:
            case.archive.clear_staged(work.aside)
    return Added(tuple(additions), tuple(unread), tuple(problems))


def read_again(
    case: Case,
    *,
    progress: Callable[[str, int], None] | None = None,
    jobs: int = 1,
    reader: Reader | None = None,
) -> Added:
    """Reads every text that the case holds anew, as after a change of `entities.toml`; all of it or nothing."""
    archive = case.archive
    versions = [v for v in archive.versions() if not v.replaced]
    read = reader or partial(read_all, case.settings, jobs)
    changed: list[tuple[Version, str]] = []
    work = _Work(case)
    for version, reading in zip(versions, read((archive.report(v.key), ()) for v in versions), strict=True):
        if progress:
            progress(reading.report.path, reading.report.words)
        if reading != next(archive.readings([version.key])):
            name = f"again {version.key} {case.own_words}"
            work.hold(name, reading)
            changed.append((version, name))
    with archive.writing():
        for version, name in changed:
            archive.add(
                work.take(name), number=version.number, source=version.source, added=version.added, replaces=version.key
            )
        archive.clear_staged(work.aside)
    again = {v.key for v, _ in changed}
    return Added(
        tuple(Addition(v.report, Outcome.REREAD if v.key in again else Outcome.KNOWN, v.number, 0) for v in versions)
    )


def _unread(
    work: _Work, loaded: Iterable[Loaded | Problem], unread: list[Problem], problems: list[Problem]
) -> Iterator[Loaded]:
    """The reports that have to be read; the others go into `work` at once."""
    archive = work.case.archive
    for item in loaded:
        if isinstance(item, Problem):
            unread.append(item)
            continue
        report, faults = item
        where = _place(work.case, report)
        if where.outcome is Outcome.KNOWN:
            work.order.append(("", report))
            continue
        name = _fingerprint(work.case, where.report)
        done = archive.staged(name)
        work.order.append((name, None))
        if done is not None:
            work.aside.add(name)
            problems += done.problems
        else:
            yield where.report, faults


def _known(case: Case, report: Report) -> Addition:
    where = _place(case, report)
    return Addition(where.report.id, Outcome.KNOWN, where.number, 0)


def _place(case: Case, report: Report) -> Place:
    return place(report, case.archive.alike(report), lambda key: case.archive.report(key).text)


def _put(case: Case, reading: Reading, added: datetime) -> Addition:
    """Puts a reading in, unless another process has added the report meanwhile."""
    archive = case.archive
    where = _place(case, reading.report)
    if where.outcome is Outcome.KNOWN:
        return Addition(where.report.id, Outcome.KNOWN, where.number, 0)
    reading = replace(reading, report=where.report)
    told = () if where.before is None else difference(archive.report(where.before), reading.report)
    source = source_of(case, where.report.path)
    archive.add(reading, number=where.number, source=source, added=added, replaces=where.replaces)
    return Addition(where.report.id, where.outcome, where.number, len(reading.statements), told)


def source_of(case: Case, path: str) -> str:
    """The path relative to the case's folder where it lies in it, else absolute; "standard input" stays."""
    if path == "standard input" or path.startswith("standard input:"):
        return path
    found = Path(path).absolute()
    folder = case.folder.absolute()
    return found.relative_to(folder).as_posix() if found.is_relative_to(folder) else str(found)


def _fingerprint(case: Case, report: Report) -> str:
    """Of all that a reading depends on but the rules themselves."""
    known = (
        report.id,
        report.sha256,
        report.outlet,
        report.title,
        report.published,
        report.url,
        report.authors,
        report.language,
    )
    return hashlib.sha256(json.dumps([*map(str, known), case.own_words]).encode()).hexdigest()


def read_all(settings: Settings, jobs: int, loaded: Iterable[Loaded]) -> Iterator[Reading]:
    """The readings of loaded reports, in their order, in `jobs` processes."""
    from dragoman.adapters.executors import in_processes, in_this_process

    if jobs > 1:
        return in_processes(partial(_ready, settings), _read, loaded, jobs=jobs)
    return in_this_process(lambda: settings, _read, loaded)


def _ready(settings: Settings) -> Settings:
    """Settings for another process, what is heavy loaded."""
    fresh = replace(settings)
    _ = fresh.parser, fresh.gazetteer, fresh.calendar
    return fresh


def _read(settings: Settings, item: Loaded) -> Reading:
    from dragoman.api import read_report

    report, problems = item
    reading = read_report(report, settings)
    return replace(reading, problems=(*problems, *reading.problems))
