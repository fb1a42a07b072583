"""Mentions, and what nouns and pronouns refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from dragoman.domain.text import Span


class MentionType(StrEnum):
    PERSON = "Person"
    ORGANISATION = "Organisation"
    PLACE = "Place"
    NATIONALITY = "Nationality"
    WEAPON = "Weapon"
    MILITARY_PLATFORM = "MilitaryPlatform"
    DOCUMENT = "Document"
    MONEY = "Money"
    QUANTITY = "Quantity"
    TEMPORAL = "Temporal"


class VoiceKind(StrEnum):
    """What kind of source a voice is."""

    PERSON = "person"
    INSTITUTION = "institution"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Referent:
    """Who or what a noun phrase stands for, on the report's day.

    `entity`: a catalogue or readable slug, or an ISO 3166 alpha-3 code for a state; None where unknown.
    `country`: the state acted for (alpha-3), None where unclear or none. `code`: the PLOVER actor code.
    `name`: readable, never empty. `kind`: what kind of voice it would be; None for what cannot speak or act
    (a mere place, a weapon). `acts`: True where it may be an actor (state, government, institution, group, person).
    `side`: the entity that it acts for that day (a person's government, a state's government of the day), None where unknown.
    `sex`: "m", "f" or "" where unknown; `plural`: the noun phrase is plural ("the rebels", "officials").
    """

    entity: str | None
    name: str
    country: str | None = None
    code: str | None = None
    kind: VoiceKind | None = None
    acts: bool = True
    sex: str = ""
    plural: bool = False
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing in the text; `head` is the number of its head token."""

    span: Span
    text: str
    type: MentionType
    entity: str | None = None
    country: str | None = None
    code: str | None = None
    head: int = -1


_NONE: Mapping[int, Referent] = MappingProxyType({})


@dataclass(frozen=True)
class Referents:
    """What the head token of a noun phrase or a pronoun stands for, by token number.

    `antecedent` maps the number of a pronoun or common noun to the number of the earlier token whose referent it takes.
    """

    by_token: Mapping[int, Referent] = field(default_factory=lambda: _NONE)
    antecedent: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    def at(self, index: int) -> Referent | None:
        """The referent of the noun phrase headed by token `index`; None where unknown."""
        return self.by_token.get(index)
