"""Runs of five words, quotations and boilerplate left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.domain.report import BlockKind, Report

RUN = 5
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the body by its number, with the hashes of its runs of five words."""

    block: int
    runs: frozenset[int]


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """The paragraphs and items of a report; what stands between quotation marks belongs to no run.

    Two outlets that quote one speech are no copies of each other.
    """
    for number, block in enumerate(report.blocks):
        if block.kind in _BODY:
            yield Paragraph(number, runs(block.span.of(report.text)))


def runs(text: str) -> frozenset[int]:
    """Hashes of the runs of five words of `text`, case ignored."""
    found: set[int] = set()
    for piece in _QUOTED.split(text):
        words = [w.casefold() for w in _WORD.findall(piece)]
        found.update(hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))
    return frozenset(found)
