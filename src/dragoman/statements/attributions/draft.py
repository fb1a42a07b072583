"""An attribution before it has an id, a voice and an enclosing attribution."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.domain.attribution import Act
from dragoman.domain.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What one rule found. `content` is in text order and not empty; `rule` names the rule.

    `speaker` is the head of the noun phrase that names whose document the source is ("the report" after "Bloomberg
    said"), None where the source speaks for itself. `through` is the head of the noun phrase of whoever passed the source's words on, None where nobody is said to."""

    cue: Span | None
    cue_head: int | None
    source: Span | None
    source_head: int | None
    content: tuple[Span, ...]
    act: Act
    rule: str
    through: int | None = None
    speaker: int | None = None
