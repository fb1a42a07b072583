"""Attributions in the sense of PolNeAR (Newell, Margolin & Ruths 2018): who is said to say or think what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.text import Span


class Act(StrEnum):
    SPEECH = "speech"
    ATTITUDE = "attitude"


class Manner(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain of voices; `name` as a reader would write it ("people familiar with the talks")."""

    name: str
    entity: str | None
    kind: VoiceKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue, its contents.

    `source_head` and `cue_head` are token numbers, None where the span is. `referent` is whom the source stands for.
    `voice` is the link that this attribution adds to a chain: None for attitudes, and where the source is the report's
    own outlet or author. `through` is the voice that passed the source's words on ("officials cited by the Courier"), it
    stands outside `voice` in a chain. `within` is the id of the enclosing attribution. `presupposed` are the parts of
    `content` that the author tells: "the port that they left" in "called the port that they left a ruin".
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    act: Act
    manner: Manner
    within: str | None = None
    source_head: int | None = None
    cue_head: int | None = None
    referent: Referent | None = None
    voice: Voice | None = None
    through: Voice | None = None
    presupposed: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"attribution {self.id} has no content")
