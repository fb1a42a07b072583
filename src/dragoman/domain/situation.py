"""A situation: what all reports add up to, as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from dragoman.domain.claim import Claim
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What users decided, in force on the day of the view.

    `rejected` are statements left out; `corrected` replaces a statement (both by global id). `same` maps an entity's id to
    the id that it was merged into. `letters` maps an outlet's or voice's name or entity id to an Admiralty letter.
    """

    rejected: frozenset[str] = frozenset()
    corrected: Mapping[str, Statement] = field(default_factory=lambda: MappingProxyType({}))
    same: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that wants, does, or is done to. `id` is a `side`; `also` are the entity ids that act for it."""

    id: str
    name: str
    kind: str
    also: Ids
    statements: Ids
    reports: int


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor wants, offers, demands, refuses ... on a matter; `stance` is a `Stance` value.

    `held` is "current", "earlier" (replaced by a later stance, carried out, or of a government that fell) or "contradicted"
    (another of the same day); how old it is `latest` says. `bearing` is -1 where it is against what the matter names, else 1.
    """

    actor: str
    matter: str
    stance: str
    strength: str | None
    polarity: str
    since: date | None
    latest: date | None
    statements: Ids
    claims: Ids
    held: str = "current"
    bearing: int = 1


@dataclass(frozen=True, slots=True)
class TieState:
    """A tie from one actor to another (or to a matter alone), with what it is about and when it held.

    `told`: a text says since when; else `since` is only the first day on which a report tells of it. `since_edtf` is `since`
    as coarsely as the text tells it: "2013-09", "2013"; None where it is a day. `over`: the texts tell of it as past, it no
    longer held when they were written.
    """

    first: str
    second: str | None
    kind: str
    about: str | None
    polarity: str
    since: date | None
    until: date | None
    statements: Ids
    told: bool = True
    since_edtf: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """A status that an agreement was said to have, on a day or within an interval."""

    status: str
    earliest: date | None
    latest: date | None
    statement: str


@dataclass(frozen=True, slots=True)
class AgreementState:
    """A deal as a thing: its parties, matter, last status and how it got there; `deadline` is its next known day.

    `heirs` are the governments that took it over from parties that fell.
    """

    id: str
    parties: Ids
    matter: str | None
    status: str
    steps: tuple[AgreementStep, ...]
    deadline: date | None
    heirs: Ids = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on the timeline: the claim, and the days between which it lies."""

    claim: str
    earliest: date | None
    latest: date | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast, with the later statement that bears on it where there is one."""

    statement: str
    outcome: str
    evidence: Ids


@dataclass(frozen=True)
class Situation:
    """Everything that was known by `known_by` of how things stood on `as_of` (None: no bound).

    `statements` and `reports` map global ids; `names` gives every entity id its readable name; `copies` maps a report's
    id to the report that it copies. `undated` are reports left out because a clock was set and their day is unknown.
    """

    readings: tuple[Reading, ...]
    statements: Mapping[str, Statement]
    reports: Mapping[str, Report]
    report_of: Mapping[str, str]
    names: Mapping[str, str]
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    ties: tuple[TieState, ...] = ()
    agreements: tuple[AgreementState, ...] = ()
    timeline: tuple[Happening, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    copies: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    as_of: date | None = None
    known_by: date | None = None
    undated: Ids = ()
    notes: tuple[str, ...] = ()

    def quote(self, statement: str) -> str:
        """The words of a statement by its global id."""
        return self.statements[statement].quote

    def claim(self, claim: str) -> Claim | None:
        """A claim by its id."""
        return next((c for c in self.claims if c.id == claim), None)
