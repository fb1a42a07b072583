"""Runs of five words, quotations and boilerplate left out."""

from __future__ import annotations

import hashlib
import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

from dragoman.domain.report import BlockKind, Report

RUN = 5
WIDTH = "Q"
"""The type code of an array of hashes: eight bytes each."""
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_BASE, _MODULUS = 0x9E3779B97F4A7C15, (1 << 61) - 1
_LEAVING = pow(_BASE, RUN - 1, _MODULUS)


@dataclass(frozen=True, slots=True)
class Page:
    """What finding copies looks at in one report: `runs` are hashes of runs of five words, a paragraph after the other.

    `paragraphs` gives each block of the body by its number, with how many of `runs` are its own, each counted once there;
    `size` is how many different ones the report has. The hashes are the same in every process, below 2 to the 61st.
    """

    runs: array[int]
    paragraphs: tuple[tuple[int, int], ...]
    size: int


def page_of(report: Report) -> Page:
    """The runs of a report's paragraphs and items; what stands between quotation marks belongs to none.

    Two outlets that quote one speech are no copies of each other.
    """
    found = [(n, runs(b.span.of(report.text))) for n, b in enumerate(report.blocks) if b.kind in _BODY]
    every = array(WIDTH, (run for _, of_block in found for run in of_block))
    return Page(every, tuple((n, len(of_block)) for n, of_block in found), len(set(every)))


def runs(text: str) -> list[int]:
    """Hashes of the runs of five words of `text`, case ignored."""
    found: set[int] = set()
    for piece in _QUOTED.split(text):
        words = [_hash(w) for w in _WORD.findall(piece.casefold())]
        if len(words) < RUN:
            continue
        value = 0
        for word in words[:RUN]:
            value = (value * _BASE + word) % _MODULUS
        found.add(value)
        for gone, word in zip(words, words[RUN:], strict=False):
            value = ((value - gone * _LEAVING) * _BASE + word) % _MODULUS
            found.add(value)
    return sorted(found)


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
