"""A text as its file, corpus line or standard input gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dragoman.domain.problem import Problem

LARGEST = 20_000_000
"""The bytes of the longest text that is read."""

LONGEST = 2_000_000
"""The code points of the longest canonical text that is read: some 330,000 words, three minutes and a gigabyte."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Decoded text with its id, its place and what its container says of it (a corpus line's keys)."""

    id: str
    path: str
    text: str
    form: str
    given: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    problems: tuple[Problem, ...] = ()


def too_large(where: str) -> Problem:
    """The problem of a text over `LARGEST`."""
    return Problem(
        where, "over 20 MB", "split it into one file a report, or make a .jsonl corpus with one line a report"
    )


def too_long(where: str, text: str) -> Problem:
    """The problem of a canonical text over `LONGEST`."""
    return Problem(
        where, f"{len(text):,} characters of text, over {LONGEST:,}", "split it into one file a report or chapter"
    )
