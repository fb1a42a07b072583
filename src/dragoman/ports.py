"""What the rooms need from outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from dragoman.domain.entity import Entity
from dragoman.domain.parse import Parse
from dragoman.domain.view import Chunk


class Parser(Protocol):
    """A language model that splits sentences, tags, and parses dependencies."""

    @property
    def name(self) -> str:
        """Model and version, for the record."""

    def parse(self, chunks: Sequence[Chunk]) -> Parse:
        """One parse of all chunks of a report; no sentence runs over the end of a chunk."""


class Directory(Protocol):
    """Who is who: the dated catalogue as other rooms see it."""

    def entity(self, entity: str) -> Entity | None:
        """The catalogue's row of an id; None for a slug that it does not hold."""

    def side(self, entity: str, day: date | None) -> str | None:
        """Whom an entity acts for on `day`: a person's government or group, a state's government; None if unknown."""

    def government(self, country: str, day: date | None) -> str:
        """The id of the government in force that day where governments followed one another, else the country."""
