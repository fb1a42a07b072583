"""Spans of a text, in Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; `0 <= start <= end`, else `ValueError`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """True where both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True where `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trim(span: Span, text: str, edges: str = " \t\r\n\u00a0") -> Span:
    """`span` without the characters of `edges` at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return Span(start, end)
