"""What a user decided about statements, entities and sources: a log to which is only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Letter(StrEnum):
    """Reliability of a source in the Admiralty code (NATO AJP-2.1); F, the letter of a new source, is "cannot be judged"."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Field(StrEnum):
    """What of a statement can be corrected; actor and recipient take entity ids, time a TIMEX3 date."""

    TYPE = "type"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    MATTER = "matter"
    POLARITY = "polarity"
    REALIS = "realis"
    FACTUALITY = "factuality"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Target:
    """A statement by its global id (`report#statement`), its words, and the sha256 of the text that it stood in.

    The words and the gist (kind, type and roles) find it again in a later version of the report, under another id.
    """

    statement: str
    quote: str = ""
    sha256: str = ""
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """The statement is read rightly."""

    target: Target


@dataclass(frozen=True, slots=True)
class Reject:
    """The report does not say this; the statement is left out of everything."""

    target: Target


@dataclass(frozen=True, slots=True)
class Correct:
    """The report says it otherwise; None empties a field."""

    target: Target
    changes: tuple[tuple[Field, str | None], ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """`entity`, an entity id or a name that stands for nobody known, is `into`, an entity id; `name` where that one is new."""

    entity: str
    into: str
    name: str = ""

    def __post_init__(self) -> None:
        if self.entity == self.into:
            raise ValueError(f"{self.entity} is merged into itself")


@dataclass(frozen=True, slots=True)
class Split:
    """What is taken for `entity` is `into` where it is called `text`, in these statements, or in these reports.

    An empty `text`, `statements` or `reports` sets no bound; one of the three is not empty.
    """

    entity: str
    into: str
    name: str = ""
    text: str = ""
    statements: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.entity == self.into:
            raise ValueError(f"{self.entity} is split from itself")
        if not (self.text or self.statements or self.reports):
            raise ValueError(f"a split of {self.entity} needs a name, statements or reports")


@dataclass(frozen=True, slots=True)
class Grade:
    """How reliable an outlet or a voice is; `source` is its name or entity id."""

    source: str
    letter: Letter


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes the entry of this number back; an undo can be undone."""

    number: int


Judgement = Accept | Reject | Correct | Merge | Split | Grade


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: numbers run from 1 without a gap, `made` is UTC."""

    number: int
    made: datetime
    decision: Judgement | Undo
    note: str = ""


def in_force(log: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that decide something and are not taken back, in the order of the log."""
    undone: set[int] = set()
    found = []
    for entry in sorted(log, key=lambda e: -e.number):
        if entry.number in undone:
            continue
        if isinstance(entry.decision, Undo):
            undone.add(entry.decision.number)
        else:
            found.append(entry)
    return tuple(reversed(found))


def letters(entries: Iterable[Entry]) -> dict[str, Letter]:
    """The last letter given to each source, by its folded name."""
    return {e.decision.source.casefold(): e.decision.letter for e in entries if isinstance(e.decision, Grade)}
