"""A report: what is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.domain.text import Span


class BlockKind(StrEnum):
    """What a block of a report is; statements come from `body` kinds alone."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    PULLQUOTE = "pullquote"
    CAPTION = "caption"
    BYLINE = "byline"
    RELATED = "related"
    SHARE = "share"
    DISCLAIMER = "disclaimer"
    REPUBLICATION = "republication"
    ADDRESS = "address"
    NAVIGATION = "navigation"

    @property
    def body(self) -> bool:
        return self in _BODY


_BODY = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})


class PublishedFrom(StrEnum):
    """Where the day of publication was found; an option on the command line is a manifest."""

    MANIFEST = "manifest"
    METADATA = "metadata"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or other visual unit of the canonical text."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Report:
    """A report's canonical text with what is known about it.

    `published` is a calendar day, None where unknown; `url`, `title`, `outlet` are None where unknown.
    `blocks` are in text order and do not overlap; what lies between them is white space.
    """

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.NONE
    url: str | None = None
    language: str = "en"

    @property
    def sha256(self) -> str:
        """Of the canonical text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def words(self) -> int:
        """Runs of characters between white space, all blocks counted."""
        return len(self.text.split())
