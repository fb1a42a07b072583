"""Blocks of plain text: paragraphs, and what is not body (captions, bylines, related lines, disclaimers)."""

from __future__ import annotations

import re

from dragoman.domain.report import Block, BlockKind
from dragoman.domain.text import Span, trim

_LINE = re.compile(r"[^\r\n]+")
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*\s*$")


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text`, in order; lines of hard-wrapped text come together as one paragraph."""
    paragraphs = _paragraphs(text)
    return tuple(Block(span, BlockKind.PARAGRAPH) for span in paragraphs)


def _paragraphs(text: str) -> list[Span]:
    lines = [trim(Span(m.start(), m.end()), text) for m in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    wrapped = _is_wrapped(text, lines)
    found: list[Span] = []
    for line in lines:
        if found and _continues(text, found[-1], line, wrapped=wrapped):
            found[-1] = found[-1].join(line)
        else:
            found.append(line)
    return found


def _gap(text: str, before: Span, after: Span) -> int:
    return text.count("\n", before.end, after.start)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True where most lines that another follows at once are 45 to 100 long and stop within a sentence."""
    inner = [a for a, b in zip(lines, lines[1:], strict=False) if _gap(text, a, b) == 1]
    cut = [line for line in inner if 45 <= len(line) <= 100 and not _ENDS.search(line.of(text))]
    return len(inner) >= 4 and len(cut) > 0.6 * len(inner)


def _continues(text: str, before: Span, after: Span, *, wrapped: bool) -> bool:
    if _gap(text, before, after) > 1:
        return False
    start = text[after.start]
    if wrapped:
        return start not in "-*\u2022#>|"
    last = before.of(text).rstrip()
    return start.islower() and bool(last) and (last[-1].isalnum() or last[-1] in ",;-")
