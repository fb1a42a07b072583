"""What the rooms need from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.domain.parse import Parse
from dragoman.domain.view import Chunk


class Parser(Protocol):
    """A language model that splits sentences, tags, and parses dependencies."""

    @property
    def name(self) -> str:
        """Model and version, for the record."""

    def parse(self, chunks: Sequence[Chunk]) -> Parse:
        """One parse of all chunks of a report; no sentence runs over the end of a chunk."""
