"""The chain of voices over a token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from dragoman.domain.attribution import Attribution, Voice
from dragoman.domain.text import Span
from dragoman.statements.context import Context

Chain = tuple[str | None, tuple[Voice, ...]]


def chain(attributions: Sequence[Attribution], index: int, context: Context) -> Chain:
    """Id of the innermost attribution whose content holds token `index`, and the voices over it, outermost first.

    A voice that speaks of what it said itself is one link. (None, ()) where the author speaks. Attitudes and sources without a name add no voice. A logarithmic look-up after
    one pass over the attributions.
    """
    return _chains(_Same(attributions)).at(context.parse.tokens[index].start)


class _Same:
    """Stands for one sequence of attributions; equal only to itself, so that nothing need be compared."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.attributions = attributions

    def __hash__(self) -> int:
        return id(self.attributions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.attributions is self.attributions


class _Chains:
    """The chain over every stretch of text between two edges of contents."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by_id = {a.id: a for a in attributions}
        sizes = [sum(len(s) for s in a.content) for a in attributions]
        edges = sorted(
            edge for n, a in enumerate(attributions) for s in _said(a) for edge in ((s.start, 1, n), (s.end, 0, n))
        )
        self._starts: list[int] = []
        self._inner: list[Attribution | None] = []
        open_ones: dict[int, int] = {}
        for place, opens, n in edges:
            open_ones[n] = open_ones.get(n, 0) + (1 if opens else -1)
            if not open_ones[n]:
                del open_ones[n]
            inner = min(open_ones, key=lambda m: (sizes[m], m)) if open_ones else None
            self._starts.append(place)
            self._inner.append(attributions[inner] if inner is not None else None)

    def at(self, offset: int) -> Chain:
        """The chain over code point `offset`."""
        place = bisect_right(self._starts, offset) - 1
        at = self._inner[place] if place >= 0 else None
        if at is None:
            return None, ()
        inner, voices = at.id, list[Voice]()
        while at is not None:
            for voice in (at.voice, at.through):
                if voice is not None and (not voices or voices[-1] != voice):
                    voices.append(voice)
            at = self._by_id.get(at.within) if at.within is not None else None
        return inner, tuple(reversed(voices))


def _said(attribution: Attribution) -> list[Span]:
    """The content without what the author presupposes."""
    found = list(attribution.content)
    for gap in attribution.presupposed:
        cut = [(s, Span(s.start, max(s.start, min(s.end, gap.start)))) for s in found]
        found = [
            piece
            for s, left in cut
            for piece in ((left, Span(min(s.end, max(s.start, gap.end)), s.end)) if s.meets(gap) else (s,))
            if len(piece)
        ]
    return found


@lru_cache(maxsize=2)
def _chains(same: _Same) -> _Chains:
    return _Chains(same.attributions)
