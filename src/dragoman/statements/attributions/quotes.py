"""Runs of text between quotation marks: typographic, straight and doubled, over paragraphs, unbalanced."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from dragoman.domain.report import Report
from dragoman.domain.text import Span

_MARK = re.compile(r"``|''|[\"“”„«»‘’]")
_GAP = re.compile(r"[\s,:;\-–—―]*(?:that\s*)?")
_DOUBLE_OPEN = "“„«"
_DOUBLE_CLOSE = "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted run with its marks. `closed` is False where it runs to the end of its paragraph without a mark.

    `block` is the number of its block; `words` counts runs between white space.
    """

    span: Span
    block: int
    closed: bool
    words: int


@dataclass(frozen=True)
class Quotes:
    """The quotes of a report in text order; quotes within quotes are left out. They do not overlap."""

    text: str
    all: tuple[Quote, ...]
    blocks: tuple[int, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [q.span.start for q in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [q.span.end for q in self.all]

    def at(self, offset: int) -> Quote | None:
        """The quote that covers code point `offset`."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and self.all[i].span.end > offset else None

    def before(self, offset: int) -> Quote | None:
        """The quote of the same paragraph that ends right before `offset`, white space, commas and dashes apart."""
        i = bisect_right(self._ends, offset) - 1
        if i < 0 or offset - self._ends[i] > 6:
            return None
        near = _GAP.fullmatch(self.text, self._ends[i], offset) and self.block_at(offset) == self.all[i].block
        return self.all[i] if near else None

    def after(self, offset: int) -> Quote | None:
        """The quote that starts right after `offset`, white space and "that" apart; in the next paragraph after a colon."""
        i = bisect_left(self._starts, offset)
        if i >= len(self.all) or self._starts[i] - offset > 12:
            return None
        gap = _GAP.fullmatch(self.text, offset, self._starts[i])
        same = self.block_at(max(offset - 1, 0)) == self.all[i].block
        return self.all[i] if gap and (same or ":" in self.text[max(offset - 1, 0) : self._starts[i]]) else None

    def block_at(self, offset: int) -> int:
        """Number of the block that `offset` stands in or after."""
        return bisect_right(self.blocks, offset) - 1

    def meeting(self, span: Span) -> tuple[Quote, ...]:
        """The quotes that share a code point with `span`."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return self.all[first:last]


def find_quotes(report: Report) -> Quotes:
    """The quotes of `report`, each within one block."""
    found: list[Quote] = []
    for number, block in enumerate(report.blocks):
        if block.kind.body:
            found.extend(_in_block(report.text, block.span, number))
    return Quotes(report.text, tuple(found), tuple(b.span.start for b in report.blocks))


def _in_block(text: str, block: Span, number: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    mark = ""
    for m in _MARK.finditer(text, block.start, block.end):
        if opened is None:
            if _opens(text, m, block):
                opened, mark = m.start(), m.group()
        elif _closes(text, m, mark, block):
            found.append(_quote(text, opened, m.end(), number, closed=True))
            opened = None
        elif _reopens(text, m, mark, block):
            opened = m.start()
    if opened is not None and (opened == block.start or text[:opened].rstrip()[-1:] in ",:") if opened else False:
        found.append(_quote(text, opened or 0, block.end, number, closed=False))
    return found


def _quote(text: str, start: int, end: int, block: int, *, closed: bool) -> Quote:
    return Quote(Span(start, end), block, closed, len(text[start:end].split()))


def _opens(text: str, m: re.Match[str], block: Span) -> bool:
    before = text[m.start() - 1] if m.start() > block.start else " "
    after = text[m.end()] if m.end() < block.end else " "
    if m.group() in "‘’":
        return m.group() == "‘" and not before.isalnum() and not after.isspace()
    if m.group() in _DOUBLE_OPEN:
        return True
    return not before.isalnum() and not after.isspace()


def _closes(text: str, m: re.Match[str], mark: str, block: Span) -> bool:
    before = text[m.start() - 1] if m.start() > block.start else " "
    after = text[m.end()] if m.end() < block.end else " "
    if mark == "‘":
        return m.group() == "’" and not after.isalnum() and not before.isspace()
    if mark in ("``", "''"):
        return m.group() == "''"
    if mark in _DOUBLE_OPEN or mark in _DOUBLE_CLOSE:
        return m.group() in _DOUBLE_CLOSE or (m.group() == '"' and not before.isspace())
    return m.group() in '"”' and (not before.isspace() or after.isspace() or m.end() == block.end)


def _reopens(text: str, m: re.Match[str], mark: str, block: Span) -> bool:
    """True where a mark of the same sort opens again before the first one closed: the first was a stray."""
    return m.group() == mark != "‘" and mark in '"``' and _opens(text, m, block)
