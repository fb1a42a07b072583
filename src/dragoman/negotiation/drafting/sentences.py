"""The sentence that a statement stands in, found by its punctuation."""

from __future__ import annotations

import re

from dragoman.domain.text import Span

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|St|No|vs|U\.S|U\.N|E\.U|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.\s*$"
)
_FAR = 1200


def sentence(text: str, span: Span) -> Span:
    """The sentences of `text` that `span` touches, half-open; the last one's full stop is within."""
    low = max(0, span.start - _FAR)
    start = low
    for found in _END.finditer(text, low, span.start):
        if not _SHORT.search(text[low : found.start() + 1]) and found.end() <= span.start:
            start = found.end()
    end = min(len(text), span.end + _FAR)
    for found in _END.finditer(text, max(span.end - 1, start), end):
        if not _SHORT.search(text[start : found.start() + 1]):
            return Span(start, found.start() + 1)
    return Span(start, end)
