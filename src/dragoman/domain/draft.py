"""A graph model drafted from what reports say, with what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.domain.graph_model import GraphModel


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Who wants something of the negotiation without holding an option in it: an entity id, and lines of what it wants."""

    entity: str
    name: str
    wants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatterFound:
    """A matter with options: whom it connects, how many options it has, and whether the model has them."""

    matter: str
    parties: tuple[str, ...]
    options: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """`model` is None where there is none, `reasons` then say why and what is missing.

    `gaps` are sentences on what the reports leave open; `as_of` is the day that the model stands on.
    """

    model: GraphModel | None
    reasons: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    matters: tuple[MatterFound, ...] = ()
    as_of: date | None = None

    def __post_init__(self) -> None:
        if self.model is None and not self.reasons:
            raise ValueError("a draft without a model has no reason")
