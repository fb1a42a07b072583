"""Claims: one proposition with the statements for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    CORROBORATED = "corroborated"
    INDEPENDENCE_UNKNOWN = "independence-unknown"
    SINGLE_ROOT = "single-root"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    POSSIBLE_CONFLICT = "possible-conflict"


class SideOf(StrEnum):
    """How a statement bears on its claim."""

    FOR = "for"
    AGAINST = "against"
    AMENDS = "amends"


@dataclass(frozen=True, slots=True)
class Root:
    """The originator at the inner end of a chain of voices.

    `name` is readable; `kind` person, institution, outlet, document, unnamed or author; `via` is the outlet that carries
    it, the outlet cited for it where there is one. `named` is False where its independence from others is unknown.
    `letter` is the user's Admiralty grade of the source, "F" until one is given. `side` is the entity that it speaks for,
    None where unknown.
    """

    name: str
    kind: str
    via: str
    named: bool = True
    letter: str = "F"
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """A statement of a claim: its global id (`report#statement`), its side and its root."""

    statement: str
    side: SideOf
    root: Root


@dataclass(frozen=True, slots=True)
class Interest:
    """A root with a stake in what it says: it speaks of itself, or of its enemy; `why` is a clause that says which."""

    root: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition.

    `actor` and `other` are entity ids (the sides acting), None where unknown; `headline` is the statement whose quote
    says it best. `earliest` and `latest` bound when it is said to hold or happen. `reason` is one sentence why `status`.
    `roots` are those of the statements for it. `digit` is a suggested Admiralty digit (1 confirmed ... 5 improbable,
    6 cannot be judged) with its reason. `realis` and `polarity` are those of its statements.
    """

    id: str
    kind: str
    type: str
    actor: str | None
    other: str | None
    matter: str | None
    headline: str
    statements: tuple[Support, ...]
    roots: tuple[Root, ...]
    status: Status
    reason: str
    earliest: date | None = None
    latest: date | None = None
    superseded_by: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    digit: int = 6
    digit_reason: str = ""
    interested: tuple[Interest, ...] = ()
    realis: str = "actual"
    polarity: str = "positive"

    def __post_init__(self) -> None:
        if not self.statements:
            raise ValueError(f"claim {self.id} has no statement")
