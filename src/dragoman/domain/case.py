"""A case as kept: versions of reports, what adding did, and rows of the views that are worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a report. `key` numbers the versions of a case, `number` those of a report, from 1.

    `source` is the file it came from: relative to the case's folder where it lies in it. `replaced` is True where the
    same text was added again with other metadata, or read anew. `added` is UTC.
    """

    key: int
    report: str
    number: int
    sha256: str
    outlet: str | None
    published: date | None
    title: str | None
    url: str | None
    source: str
    added: datetime
    replaced: bool = False


class Outcome(StrEnum):
    """What became of a report that was added.

    New, an edited version, the same text with more or other metadata, read otherwise than before, or known already.
    """

    NEW = "new"
    VERSION = "version"
    METADATA = "metadata"
    REREAD = "reread"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Addition:
    """`report` is its id in the case; `difference` the lines of a unified difference from the version before."""

    report: str
    outcome: Outcome
    version: int
    statements: int
    difference: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clocks:
    """What held on `as_of`, as published by `known_by`; None sets no bound."""

    as_of: date | None = None
    known_by: date | None = None


class View(StrEnum):
    """The views of a situation that a case keeps."""

    CLAIM = "claim"
    POSITION = "position"
    TIE = "tie"
    AGREEMENT = "agreement"
    ACTOR = "actor"
    HAPPENING = "happening"
    OUTLOOK = "outlook"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a view: what it is looked up by, and its record as JSON.

    `actors` are the entity ids that it concerns; `day` sorts a timeline; `id` is unique within its view.
    """

    view: View
    id: str
    record: str
    actors: tuple[str, ...] = ()
    matter: str | None = None
    status: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a set of rows was worked out from: clocks, place in the case's history, rules."""

    clocks: Clocks
    position: str
    rules: str


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """What a version, by its key, gives to the situation, as bytes; `stamp` tells what it was worked out from."""

    key: int
    stamp: str
    record: bytes


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which words were found: its version's key, and the spans of the words, (start, end) in code points."""

    key: int
    spans: tuple[tuple[int, int], ...]
