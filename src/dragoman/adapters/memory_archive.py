"""A case in memory: what the SQLite archive does, without a file. Words are found as they stand, not by their stems."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from dragoman.domain.case import Clocks, Hit, Row, SheetRecord, Stamp, Version, View
from dragoman.domain.judgement import Entry, Judgement, Undo
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.errors import CaseError


@dataclass
class _Kept:
    versions: list[Version] = field(default_factory=list)
    readings: dict[int, Reading] = field(default_factory=dict)
    staged: dict[str, Reading] = field(default_factory=dict)
    sheets: dict[tuple[int, str], SheetRecord] = field(default_factory=dict)
    worked: dict[str, bytes] = field(default_factory=dict)
    log: list[Entry] = field(default_factory=list)
    views: dict[Clocks, tuple[Stamp, tuple[Row, ...]]] = field(default_factory=dict)


class MemoryArchive:
    """An `Archive` that ends with its process."""

    def __init__(self) -> None:
        self._kept = _Kept()
        self._writing = False

    def close(self) -> None:
        pass

    @contextmanager
    def writing(self) -> Iterator[None]:
        if self._writing:
            yield
            return
        before = _Kept(**{name: copy.copy(value) for name, value in vars(self._kept).items()})
        self._writing = True
        try:
            yield
        except BaseException:
            self._kept = before
            raise
        finally:
            self._writing = False

    def latest(self) -> int:
        return len(self._kept.versions)

    def versions(
        self, *, reports: Collection[str] | None = None, keys: Collection[int] | None = None
    ) -> tuple[Version, ...]:
        return tuple(
            v
            for v in self._kept.versions
            if (reports is None or v.report in reports) and (keys is None or v.key in keys)
        )

    def alike(self, report: Report) -> tuple[Version, ...]:
        return tuple(
            v
            for v in self._kept.versions
            if v.sha256 == report.sha256
            or v.report == report.id
            or (report.url and v.url == report.url)
            or (report.title and v.title == report.title)
        )

    def add(self, reading: Reading, *, number: int, source: str, added: datetime, replaces: int | None = None) -> int:
        report = reading.report
        key = len(self._kept.versions) + 1
        self._kept.versions = [replace(v, replaced=True) if v.key == replaces else v for v in self._kept.versions] + [
            Version(
                key,
                report.id,
                number,
                report.sha256,
                report.outlet,
                report.published,
                report.title,
                report.url,
                source,
                added,
            )
        ]
        self._kept.readings[key] = reading
        return key

    def readings(self, keys: Iterable[int]) -> Iterator[Reading]:
        return (self._kept.readings[key] for key in keys if key in self._kept.readings)

    def bearing(self, keys: Iterable[int]) -> Iterator[Reading]:
        return (Reading(r.report, attributions=r.attributions, statements=r.statements) for r in self.readings(keys))

    def report(self, key: int) -> Report:
        if key not in self._kept.readings:
            raise CaseError(f"no version {key}")
        return self._kept.readings[key].report

    def statements(self, wanted: Mapping[int, Collection[str]]) -> Mapping[tuple[int, str], Statement]:
        return {
            (key, s.id): s
            for key, names in wanted.items()
            if key in self._kept.readings
            for s in self._kept.readings[key].statements
            if s.id in names
        }

    def stage(self, readings: Mapping[str, Reading]) -> None:
        self._kept.staged.update(readings)

    def staged(self, fingerprint: str) -> Reading | None:
        return self._kept.staged.get(fingerprint)

    def clear_staged(self, fingerprints: Collection[str]) -> None:
        for name in fingerprints:
            self._kept.staged.pop(name, None)

    def log(self) -> tuple[Entry, ...]:
        return tuple(self._kept.log)

    def record(self, decision: Judgement | Undo, *, made: datetime, note: str = "") -> Entry:
        entry = Entry(len(self._kept.log) + 1, made, decision, note)
        self._kept.log.append(entry)
        return entry

    def search(self, terms: Sequence[str]) -> Iterator[int]:
        for key in self._kept.readings:
            found = [_places(term, self._kept.readings[key].report.text) for term in terms]
            if all(found):
                yield key

    def find(self, terms: Sequence[str], key: int) -> Hit:
        text = self._kept.readings[key].report.text
        return Hit(key, tuple(sorted({span for term in terms for span in _places(term, text)})))

    def keep_sheets(self, sheets: Iterable[SheetRecord]) -> None:
        self._kept.sheets.update({(s.key, s.stamp): s for s in sheets})

    def sheets(self, keys: Iterable[int]) -> Iterator[SheetRecord]:
        wanted = set(keys)
        return iter([s for s in self._kept.sheets.values() if s.key in wanted])

    def drop_sheets(self, sheets: Iterable[tuple[int, str]]) -> None:
        for place in sheets:
            self._kept.sheets.pop(place, None)

    def keep_worked(self, name: str, record: bytes) -> None:
        self._kept.worked[name] = record

    def worked(self, name: str) -> bytes | None:
        return self._kept.worked.get(name)

    def keep(self, stamp: Stamp, rows: Iterable[Row], *, most: int) -> None:
        views = {c: kept for c, kept in self._kept.views.items() if c != stamp.clocks}
        clocked = [c for c in views if c != Clocks()]
        for gone in clocked[: max(len(clocked) - most + 1, 0)]:
            del views[gone]
        self._kept.views = {**views, stamp.clocks: (stamp, tuple(rows))}

    def kept(self, clocks: Clocks) -> Stamp | None:
        found = self._kept.views.get(clocks)
        return found[0] if found else None

    def rows(
        self,
        clocks: Clocks,
        view: View,
        *,
        ids: Collection[str] | None = None,
        actor: str | None = None,
        matter: str | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Row]:
        found = 0
        for row in self._kept.views[clocks][1] if clocks in self._kept.views else ():
            if limit is not None and found >= limit:
                return
            if (
                row.view is view
                and (ids is None or row.id in ids)
                and (actor is None or actor in row.actors)
                and (matter is None or row.matter == matter)
                and (status is None or row.status == status)
            ):
                found += 1
                yield replace(row, actors=())

    def count(
        self,
        clocks: Clocks,
        view: View,
        *,
        actor: str | None = None,
        matter: str | None = None,
        status: str | None = None,
    ) -> int:
        return sum(1 for _ in self.rows(clocks, view, actor=actor, matter=matter, status=status))

    def check(self) -> tuple[Problem, ...]:
        return ()


def _fold(text: str) -> str:
    """Lower case without accents, one character for one."""
    return "".join(unicodedata.normalize("NFD", c)[0].lower()[:1] or c for c in text)


def _places(term: str, text: str) -> tuple[tuple[int, int], ...]:
    words = [re.escape(w) for w in re.findall(r"\w+", _fold(term))]
    pattern = r"\b" + r"\W+".join(words) + (r"\w*" if term.endswith("*") else r"\b")
    return tuple(m.span() for m in re.finditer(pattern, _fold(text))) if words else ()
