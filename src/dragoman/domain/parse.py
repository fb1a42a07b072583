"""A dependency parse of a report, free of the library that made it.

Token numbers run over the whole report. Every offset is a code point in the canonical text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dragoman.domain.report import BlockKind
from dragoman.domain.text import Span


class Token(NamedTuple):
    """A word: its number, its place, and what the parser says of it.

    `pos` is the universal tag (VERB), `tag` the Penn tag (VBD), `dep` ClearNLP's relation (nsubj, dobj, pobj,
    ccomp, xcomp, agent, nsubjpass ...), `head` the number of the governing token (its own for a root).
    `text` is what the parser saw, which may differ from the canonical text where that was masked or repaired.
    """

    index: int  # type: ignore[assignment]  # a token's number, not tuple.index
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        return self.text.lower()


class Sentence(NamedTuple):
    """Tokens `first` to `last` (half-open) of one sentence, and the block that it stands in."""

    number: int
    first: int
    last: int
    block: int
    kind: BlockKind

    @property
    def body(self) -> bool:
        """False for captions, bylines, related links and the like: no statement comes from those."""
        return self.kind.body


class Name(NamedTuple):
    """A named entity by the parser: tokens `first` to `last` (half-open), OntoNotes label (PERSON, GPE, NORP ...)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parse:
    """Tokens, sentences and names of one report, in text order."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def _edges(self) -> tuple[tuple[int, int], ...]:
        left = list(range(len(self.tokens)))
        right = list(range(len(self.tokens)))
        for sentence in self.sentences:
            for index in _deepest_first(self, sentence):
                head = self.tokens[index].head
                left[head] = min(left[head], left[index])
                right[head] = max(right[head], right[index])
        return tuple(zip(left, right, strict=True))

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        numbers = [0] * len(self.tokens)
        for sentence in self.sentences:
            for index in range(sentence.first, sentence.last):
                numbers[index] = sentence.number
        return tuple(numbers)

    def children(self, index: int, *deps: str) -> tuple[Token, ...]:
        """The tokens that `index` governs, in text order; only those with one of `deps`, where given."""
        below = (self.tokens[i] for i in self._children[index])
        return tuple(t for t in below if not deps or t.dep in deps)

    def child(self, index: int, *deps: str) -> Token | None:
        """The first of `children(index, *deps)`."""
        return next(iter(self.children(index, *deps)), None)

    def head(self, index: int) -> Token:
        """The governing token; a root's is itself."""
        return self.tokens[self.tokens[index].head]

    def ancestors(self, index: int) -> Iterator[Token]:
        """The governing tokens, nearest first, up to the root of the sentence."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield self.tokens[index]

    def edges(self, index: int) -> tuple[int, int]:
        """Numbers of the first and the last token (both included) that `index` governs, itself counted."""
        return self._edges[index]

    def subtree(self, index: int) -> Span:
        """The span from the first to the last token that `index` governs."""
        first, last = self._edges[index]
        return self.span(first, last + 1)

    def governed(self, index: int) -> Iterator[Token]:
        """`index` and all below it, in text order."""
        found = [index]
        for i in found:
            found.extend(self._children[i])
        return (self.tokens[i] for i in sorted(found))

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last` (half-open, not empty)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def sentence(self, index: int) -> Sentence:
        """The sentence that holds token `index`."""
        return self.sentences[self._sentence_of[index]]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers code point `offset`, or the first one after it; None at the end."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self.tokens[i].end > offset:
            return self.tokens[i]
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a code point with `span`."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return tuple(t for t in self.tokens[first:last] if t.end > span.start)


def _deepest_first(parse: Parse, sentence: Sentence) -> list[int]:
    """Numbers of the sentence's tokens but its roots, each before its head."""
    order = [i for i in range(sentence.first, sentence.last) if parse.tokens[i].head == i]
    for i in order:
        order.extend(parse._children[i])
    return [i for i in reversed(order) if parse.tokens[i].head != i]
