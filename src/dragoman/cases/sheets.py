"""The sheets of a case's reports: kept beside the readings, and worked out anew where something that they rest on changed."""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from dragoman.adapters.compact import packed, unpacked
from dragoman.cases.folder import Case
from dragoman.cases.judged import Decisions, fold, judgements_of
from dragoman.domain.case import SheetRecord
from dragoman.domain.entity import Entity
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.situation import Judgements
from dragoman.errors import CaseError
from dragoman.ports import Directory
from dragoman.situation.assemble import judged
from dragoman.situation.copies import Page
from dragoman.situation.copies.grams import WIDTH
from dragoman.situation.facts import Fact
from dragoman.situation.sheets import Sheet, sheet_of
from dragoman.situation.sides import Sides

_AT_ONCE = 200
_LENGTH = 4
"""So many bytes tell how long the first part of a record is; the runs follow it."""


@dataclass
class _Asked:
    """A directory, and who was merged into whom, that remember of whom they were asked."""

    directory: Directory
    known: Mapping[str, str]
    names: set[str] = field(default_factory=set)

    def entity(self, entity: str) -> Entity | None:
        self.names.add(entity)
        return self.directory.entity(entity)

    def side(self, entity: str, day: date | None) -> str | None:
        self.names.add(entity)
        return self.directory.side(entity, day)

    def government(self, country: str, day: date | None) -> str:
        self.names.add(country)
        return self.directory.government(country, day)

    @property
    def same(self) -> Mapping[str, str]:
        return _Same(self.known, self.names)


class _Same(dict[str, str]):
    """Who was merged into whom; adds whoever is asked for to `names`."""

    def __init__(self, known: Mapping[str, str], names: set[str]) -> None:
        super().__init__(known)
        self._names = names

    def get(self, key: str, default: Any = None) -> Any:
        self._names.add(key)
        return super().get(key, default)


@dataclass
class Shelf:
    """The sheets of some versions as things stand, each with its stamp; `stale` are records of those that stand no more."""

    sheets: dict[int, tuple[str, Sheet]] = field(default_factory=dict)
    stale: list[SheetRecord] = field(default_factory=list)


def sheets(case: Case, keys: Sequence[int], decisions: Decisions, directory: Directory, rules: str) -> Shelf:
    """The sheets of these versions. `rules` changes with all that a sheet rests on but the decisions.

    Those worked out anew are kept, where the case can be written.
    """
    shelf = Shelf()
    for record in case.archive.sheets(keys):
        found = opened(record, decisions, rules)
        if found is not None:
            shelf.sheets[record.key] = record.stamp, found
        else:
            shelf.stale.append(record)
    wanted = [key for key in keys if key not in shelf.sheets]
    pairs = zip(wanted, case.archive.readings(wanted), strict=True)
    while some := list(islice(pairs, _AT_ONCE)):
        records = [_record(key, *_made(reading, decisions, directory), decisions, rules) for key, reading in some]
        _keep(case, records)
        # What was opened again is smaller than what was made: equal words are one object in it.
        shelf.sheets.update({r.key: (r.stamp, _unpacked(r)[1]) for r in records})
    return shelf


def _keep(case: Case, records: Iterable[SheetRecord]) -> None:
    try:
        case.archive.keep_sheets(records)
    except CaseError:
        return


def _made(reading: Reading, decisions: Decisions, directory: Directory) -> tuple[Sheet, set[str]]:
    """A sheet, and every name on which it depends who is who."""
    asked = _Asked(directory, decisions.same)
    plain = judgements_of(decisions, [reading], asked)
    sheet = sheet_of(reading, Sides(asked, Judgements(same=asked.same)), judged(reading, plain))
    for s in reading.statements:
        for who, words in [(r.entity, r.text) for r in (s.actor, s.recipient) if r] + [
            (v.entity, v.name) for v in s.voices
        ]:
            asked.names |= {fold(words), *([who] if who else [])}
    return sheet, asked.names


def _mark(report: str, asked: Iterable[str], decisions: Decisions) -> str:
    """A hash of the decisions that bear on a sheet: on its statements, on a name that it asked for, or on what that became."""
    known = set(asked)
    bearing: list[Any] = []
    rest = list(decisions.names)
    while more := [d for d in rest if not known.isdisjoint((d.entity, d.into, fold(d.entity)))]:
        bearing += more
        known.update(d.into for d in more)
        rest = [d for d in rest if d not in more]
    about = decisions.targets.get(report, ())
    if not bearing and not about:
        return ""
    order = [d for d in decisions.names if d in bearing]
    return hashlib.sha256(repr((order, about)).encode()).hexdigest()[:16]


def _record(key: int, sheet: Sheet, asked: Iterable[str], decisions: Decisions, rules: str) -> SheetRecord:
    report = packed(sheet.report)
    facts = [packed(f) for f in sheet.facts]
    for values in facts:
        values[_REPORT] = None
    told = [sorted(asked), report, sheet.credit, sheet.page.paragraphs, sheet.page.size, facts]
    body = zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), 1)
    stamp = f"{rules}.{_mark(sheet.report.id, asked, decisions)}"
    return SheetRecord(key, stamp, len(body).to_bytes(_LENGTH, "big") + body + sheet.page.runs.tobytes())


def opened(record: SheetRecord, decisions: Decisions, rules: str) -> Sheet | None:
    """The sheet of a record; None where it rests on something else, or cannot be read."""
    if not record.stamp.startswith(f"{rules}."):
        return None
    try:
        asked, sheet = _unpacked(record)
    except (ValueError, zlib.error):
        return None
    return sheet if record.stamp == f"{rules}.{_mark(sheet.report.id, asked, decisions)}" else None


def facts_then(record: SheetRecord) -> tuple[Fact, ...]:
    """The facts of a record made by the same rules, whatever was decided since."""
    return _unpacked(record)[1].facts


def _unpacked(record: SheetRecord) -> tuple[list[str], Sheet]:
    end = _LENGTH + int.from_bytes(record.record[:_LENGTH], "big")
    asked, about, credit, paragraphs, size, facts = json.loads(zlib.decompress(record.record[_LENGTH:end]))
    runs = array(WIDTH)
    runs.frombytes(record.record[end:])
    report = unpacked(Report, about)
    for values in facts:
        values[_REPORT] = report
    page = Page(runs, tuple((block, count) for block, count in paragraphs), size)
    return asked, Sheet(report, tuple(unpacked(Fact, values) for values in facts), page, credit)


_REPORT = [f.name for f in Fact.__dataclass_fields__.values()].index("report")
"""The place of its report among a fact's fields: one report serves all facts of a sheet."""
