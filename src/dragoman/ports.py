"""What the rooms need from outside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from dragoman.domain.case import Clocks, Hit, Row, SheetRecord, Stamp, Version, View
from dragoman.domain.entity import Entity
from dragoman.domain.judgement import Entry, Judgement, Undo
from dragoman.domain.parse import Parse
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.domain.view import Chunk


class Parser(Protocol):
    """A language model that splits sentences, tags, and parses dependencies."""

    @property
    def name(self) -> str:
        """Model and version, for the record."""

    def parse(self, chunks: Sequence[Chunk]) -> Parse:
        """One parse of all chunks of a report; no sentence runs over the end of a chunk."""


class Directory(Protocol):
    """Who is who: the dated catalogue as other rooms see it."""

    def entity(self, entity: str) -> Entity | None:
        """The catalogue's row of an id; None for a slug that it does not hold."""

    def side(self, entity: str, day: date | None) -> str | None:
        """Whom an entity acts for on `day`: a person's government or group, a state's government; None if unknown."""

    def government(self, country: str, day: date | None) -> str:
        """The id of the government in force that day where governments followed one another, else the country."""


class Archive(Protocol):
    """Where a case is kept: readings, the log of judgements, and the rows of views worked out once.

    Every change is all or nothing. `CaseError` where the store is locked, damaged, full or of a newer version.
    """

    def close(self) -> None:
        """Lets the store go."""

    def writing(self) -> AbstractContextManager[None]:
        """Makes the calls inside one change, undone by an exception; no other process writes meanwhile."""

    def latest(self) -> int:
        """The key of the version added last, 0 where there is none."""

    def versions(
        self, *, reports: Collection[str] | None = None, keys: Collection[int] | None = None
    ) -> tuple[Version, ...]:
        """All versions, or those of some reports, or of some keys, in the order of adding."""

    def alike(self, report: Report) -> tuple[Version, ...]:
        """The versions with the same text, id, address or title as `report`, in the order of adding."""

    def add(self, reading: Reading, *, number: int, source: str, added: datetime, replaces: int | None = None) -> int:
        """Keeps a reading under a new key, which is returned; `replaces` names a version that no longer counts."""

    def readings(self, keys: Iterable[int]) -> Iterator[Reading]:
        """The readings of these versions, whole, in the order asked."""

    def bearing(self, keys: Iterable[int]) -> Iterator[Reading]:
        """The same with the report, its statements and attributions alone, which is less to load."""

    def report(self, key: int) -> Report:
        """The report of a version with its text; `CaseError` where there is none."""

    def statements(self, wanted: Mapping[int, Collection[str]]) -> Mapping[tuple[int, str], Statement]:
        """Statements by version and id; those not there are left out."""

    def stage(self, readings: Mapping[str, Reading]) -> None:
        """Puts readings of an unfinished adding aside, by fingerprint; they are no part of the case."""

    def staged(self, fingerprint: str) -> Reading | None:
        """A reading put aside, None where there is none."""

    def clear_staged(self, fingerprints: Collection[str]) -> None:
        """Drops readings that were put aside."""

    def log(self) -> tuple[Entry, ...]:
        """Every entry, in order."""

    def record(self, decision: Judgement | Undo, *, made: datetime, note: str = "") -> Entry:
        """Adds an entry to the log."""

    def search(self, terms: Sequence[str]) -> Iterator[int]:
        """Versions with all of `terms` (words, "phrases" and prefixes*), best first."""

    def find(self, terms: Sequence[str], key: int) -> Hit:
        """Where the terms stand in the text of a version."""

    def keep_sheets(self, sheets: Iterable[SheetRecord]) -> None:
        """Keeps what versions were found to give to the situation, beside what was kept of them with other stamps."""

    def sheets(self, keys: Iterable[int]) -> Iterator[SheetRecord]:
        """All that is kept of these versions, in any order."""

    def drop_sheets(self, sheets: Iterable[tuple[int, str]]) -> None:
        """Drops those with these keys and stamps."""

    def keep_worked(self, name: str, record: bytes) -> None:
        """Keeps something worked out, in place of what was kept under this name; it may be lost at any time."""

    def worked(self, name: str) -> bytes | None:
        """What is kept under a name, None where nothing is."""

    def keep(self, stamp: Stamp, rows: Iterable[Row], *, most: int) -> None:
        """Keeps the rows of a situation in place of those of the same clocks, and of the oldest beyond `most`."""

    def kept(self, clocks: Clocks) -> Stamp | None:
        """What the kept rows of these clocks were worked out from, None where there are none."""

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
        """Kept rows in the order they were kept in, without their actors."""

    def count(
        self,
        clocks: Clocks,
        view: View,
        *,
        actor: str | None = None,
        matter: str | None = None,
        status: str | None = None,
    ) -> int:
        """How many rows there are."""

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with the store itself."""
