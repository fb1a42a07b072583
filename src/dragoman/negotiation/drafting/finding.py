"""One thing that a statement says of an option."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.domain.statement import Strength
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.phrases import Deed


class Says(StrEnum):
    """What a finding says of its option."""

    WANTS = "wants"
    OFFERS = "offers"
    THREATENS = "threatens"
    REFUSES = "refuses"
    DONE = "done"
    POSSIBLE = "possible"
    HOLDS = "holds"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two findings one option: who, which act, on what, at which level, where."""

    owner: str
    act: str
    thing: str
    level: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a statement says of an option.

    `by` is who wants, offers, threatens or refuses, None for a fact or a possibility. `done` is the side of the option
    meant. `condition` is a finding that it hangs on, `unless` whether it comes without that; `waits`: it is held back until then;
    `promised`: it had been promised. `guessed`: whose option it is, is not said but taken to be the partner's. `span` are its words in
    the report, `near` the parties named in its sentence. `key.owner` is "" where the one who could do it is not said.
    """

    key: Key
    deed: Deed
    says: Says
    by: str | None
    done: bool
    strength: Strength
    statement: str
    span: Span
    day: date | None
    past: bool = False
    near: frozenset[str] = frozenset()
    condition: Finding | None = None
    unless: bool = False
    promised: bool = False
    waits: bool = False
    guessed: bool = False
