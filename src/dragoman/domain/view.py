"""What the parser sees of a report: masked, joined and repaired text that maps back to the canonical text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.domain.report import BlockKind


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph as the parser sees it.

    `starts[i]` and `ends[i]` are the canonical code points that character `i` of `text` stands for, half-open.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    block: int
    kind: BlockKind

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a chunk maps every one of its characters")
