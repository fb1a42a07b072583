"""Whether every quote of a case still stands at its place: in the text that the case holds, and in the file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.cases.folder import Case
from dragoman.domain.case import Version
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report

_AGAIN = "add the file again to keep its text as a version; the case still holds the text that was read"
_COPY = "put a copy of the case's file back"


@dataclass(frozen=True, slots=True)
class Verified:
    """How many quotes stand at their place; `faults` are those that do not, `notes` say what could not be compared."""

    reports: int
    quotes: int
    faults: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def verify(case: Case) -> Verified:
    """Checks the store, each quote of each version against the kept text, and files that are still there against it."""
    faults = list(case.archive.check())
    notes: list[Problem] = []
    versions = case.archive.versions()
    quotes = 0
    last = {v.source: v.key for v in versions if not v.replaced}
    now = _files(case, [v for v in versions if v.key == last.get(v.source)])
    for version, reading in zip(versions, case.archive.bearing([v.key for v in versions]), strict=True):
        quotes += len(reading.statements)
        faults += _within(version, reading)
        if version.key == last.get(version.source):
            found = now.get(version.source)
            if isinstance(found, Problem):
                notes.append(found)
            elif found is not None and found.sha256 != version.sha256:
                faults += _moved(version, reading, found)
                notes.append(Problem(version.source, f"not the text that was read as {version.report}", _AGAIN))
    return Verified(len(versions), quotes, tuple(faults), tuple(notes))


def _within(version: Version, reading: Reading) -> Iterator[Problem]:
    """What does not fit in a version as it is kept."""
    text = reading.report.text
    if reading.report.sha256 != version.sha256:
        yield Problem(version.report, f"version {version.number} is not the text that was read (sha256 differs)", _COPY)
    for s in reading.statements:
        if s.span.of(text) != s.quote:
            yield Problem(f"{version.report}#{s.id}", f"its quote is not at {s.span.start}-{s.span.end}", _COPY)


def _moved(version: Version, reading: Reading, now: Report) -> Iterator[Problem]:
    """The quotes that stand elsewhere, or nowhere, in the file as it is now."""
    for s in reading.statements:
        if s.span.of(now.text) != s.quote:
            what = "has moved in" if s.quote in now.text else "is no longer in"
            yield Problem(f"{version.report}#{s.id}", f"its quote {what} {version.source}", _AGAIN)


def _files(case: Case, versions: Iterable[Version]) -> Mapping[str, Report | Problem]:
    """By source, the report as its file is now, or what keeps it from being read."""
    from dragoman.reports import load_reports

    sources = {v.source: _file(case, v.source) for v in versions if not v.source.startswith("standard input")}
    there = sorted({str(file) for file, _ in sources.values() if file.is_file()})
    loaded: dict[str, Report | Problem] = {}
    for path in there:
        for item in load_reports([path], today=date.max):
            if isinstance(item, Problem):
                loaded[item.where] = item
            else:
                loaded[item[0].path] = item[0]
    found: dict[str, Report | Problem] = {}
    for source, (file, line) in sources.items():
        gone = Problem(source, "no longer there", "nothing is lost: the case holds the text that was read")
        found[source] = loaded.get(f"{file}:{line}" if line else str(file), gone)
    return found


def _file(case: Case, source: str) -> tuple[Path, str]:
    """The file of a source, and the line in it where it is a corpus ("file:12")."""
    name, _, line = source.rpartition(":")
    if line.isdigit() and Path(name).suffix.lower() in (".jsonl", ".ndjson"):
        return case.folder / name, line
    return case.folder / source, ""
