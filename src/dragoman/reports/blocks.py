"""Blocks of plain text: paragraphs, and what is not body (captions, bylines, related lines, disclaimers)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dragoman.domain.report import Block
from dragoman.domain.text import Span, trim
from dragoman.reports.kinds import is_credit, kinds

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]*[ \t]+(?=[A-Z(\[])")
_LEAST = 12
"""The fewest words of a paragraph whose last sentence may be a credit of its own."""
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]*_]*\s*$")


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text`, in order; lines of hard-wrapped text come together as one paragraph."""
    spans = list(_without_credit(text, list(_unglued(text, _paragraphs(text)))))
    return tuple(Block(s, k) for s, k in zip(spans, kinds(text, spans, title=title), strict=True))


def _paragraphs(text: str) -> list[Span]:
    lines = [trim(Span(m.start(), m.end()), text, " \t\u00a0\u200b\ufeff") for m in _LINE.finditer(text)]
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
    return len(_BREAK.findall(text, before.end, after.start))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True where most lines that another follows at once are 45 to 100 long and stop within a sentence."""
    inner = [a for a, b in itertools.pairwise(lines) if _gap(text, a, b) == 1]
    cut = [line for line in inner if 45 <= len(line) <= 100 and not _ENDS.search(line.of(text))]
    return len(inner) >= 4 and len(cut) > 0.6 * len(inner)


def _continues(text: str, before: Span, after: Span, *, wrapped: bool) -> bool:
    if _gap(text, before, after) > 1:
        return False
    start = text[after.start]
    if wrapped:
        return start not in "-*\u2022#>|"
    last = text[before.end - 1]
    return start.islower() and (last.isalnum() or last in ",;-")


def _unglued(text: str, spans: list[Span]) -> Iterator[Span]:
    """Cuts a headline off the paragraph that it was glued to when a page lost its mark-up.

    A line that stands alone and again inside another block, with no space after it, is such a headline.
    """
    alone: dict[str, set[str]] = {}
    for span in spans:
        line = span.of(text).split()
        if 5 <= len(line) <= 24:
            alone.setdefault(" ".join(line[:4]), set()).add(span.of(text).strip())
    lengths = {start: sorted({len(line) for line in lines}) for start, lines in alone.items()}
    for span in spans:
        piece = span.of(text)
        cut = 0
        words = list(_WORD.finditer(piece, 0, 200))
        for i, word in enumerate(words[:12]):
            start = " ".join(w.group() for w in words[i : i + 4])
            for length in lengths.get(start, ()):
                after = word.start() + length
                if after >= len(piece):
                    break
                if piece[after].isupper() and piece[word.start() : after] in alone[start]:
                    cut = max(cut, after)
        if cut:
            yield Span(span.start, span.start + cut)
        yield Span(span.start + cut, span.end)


def _without_credit(text: str, spans: list[Span]) -> Iterator[Span]:
    """Cuts the last sentence off the last paragraph where it says who published the text first."""
    yield from spans[:-1]
    if not spans:
        return
    last = spans[-1]
    ends = [m.end() for m in _SENTENCE.finditer(text, last.start, last.end)]
    if ends and is_credit(text[ends[-1] : last.end]) and len(text[last.start : ends[-1]].split()) >= _LEAST:
        yield trim(Span(last.start, ends[-1]), text)
        yield Span(ends[-1], last.end)
    else:
        yield last
