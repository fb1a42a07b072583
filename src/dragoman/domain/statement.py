"""Coded statements: one thing that a report says, with the span it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Voice
from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression


class Kind(StrEnum):
    EVENT = "event"
    STANCE = "stance"
    TIE = "tie"
    JUDGEMENT = "judgement"
    AGREEMENT = "agreement"


class Plover(StrEnum):
    """Event types of PLOVER (Open Event Data Alliance 2018; Halterman et al. 2023)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Stance(StrEnum):
    WANT = "want"
    OPPOSE = "oppose"
    OFFER = "offer"
    DEMAND = "demand"
    REFUSE = "refuse"
    THREATEN = "threaten"
    ACCEPT = "accept"
    PLAN = "plan"
    FEAR = "fear"


class Tie(StrEnum):
    CONTROLS = "controls"
    NEEDS = "needs"
    OWES = "owes"
    SUPPLIES = "supplies"
    HOSTS = "hosts"
    ALLIED = "allied"
    RIVAL = "rival"
    MEMBER = "member"
    LEADS = "leads"


class AgreementStatus(StrEnum):
    PROPOSED = "proposed"
    DRAFTED = "drafted"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    TESTED = "tested"
    FROZEN = "frozen"
    ENDED = "ended"
    INHERITED = "inherited"


class Realis(StrEnum):
    ACTUAL = "actual"
    PLANNED = "planned"
    OFFERED = "offered"
    DESIRED = "desired"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"


class Strength(StrEnum):
    RED_LINE = "red-line"
    DEMAND = "demand"
    WANT = "want"
    HOPE = "hope"


ASSERTED = "asserted"
"""The type of a judgement that judges nothing: a state of affairs told that has no other code."""


@dataclass(frozen=True, slots=True)
class Words:
    """A span with its words: a trigger, an object, a condition."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """An actor or recipient as it stands in or next to the clause, and whom it stands for.

    `side`: the entity that it acts for on the report's day, None where unknown.
    """

    entity: str | None
    country: str | None
    code: str | None
    text: str
    span: Span
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """A probability, 0 to 1, with the word that says it; `vague` where the word is not a term of ICD 203."""

    word: str
    low: float | None
    high: float | None
    by: date | None
    vague: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One coded statement.

    `type` is a `Plover`, `Stance`, `Tie` or `AgreementStatus` value by `kind`; a judgement's is its way
    ("positive", "negative", "signal", "unclear"), or "asserted": a state of affairs told that has no other code. `span` is the clause; `quote` equals the canonical text there.
    `voices` run outermost first and leave the report's own outlet out. `mode` is PLOVER's, None where none.
    `place` is where the clause says that it happened. `past` is True of a tie that the text itself tells of as over, not
    merely in the past tense of a report. `why` names the rule that made the statement.
    """

    id: str
    span: Span
    quote: str
    kind: Kind
    type: str
    trigger: Words | None
    trigger_index: int | None = None
    attribution: str | None = None
    voices: tuple[Voice, ...] = ()
    actor: Role | None = None
    recipient: Role | None = None
    object: Words | None = None
    matter: str | None = None
    condition: Words | None = None
    realis: Realis = Realis.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    factuality: Factuality = Factuality.CERTAIN
    author_factuality: Factuality = Factuality.CERTAIN
    evidential: str | None = None
    time: TimeExpression | None = None
    amounts: tuple[Amount, ...] = ()
    plover: Plover | None = None
    mode: str | None = None
    whose: str | None = None
    strength: Strength | None = None
    forecast: Forecast | None = None
    hedges: tuple[Span, ...] = ()
    possible: bool = False
    deadline: TimeExpression | None = None
    place: Role | None = None
    why: str = ""
    past: bool = False
