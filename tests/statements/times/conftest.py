"""A parse that knows words and sentences only: most rules of time need no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.domain.time import CalendarEvent, TimeExpression
from dragoman.statements.context import Context
from dragoman.statements.times import find_times

Find = Callable[..., tuple[TimeExpression, ...]]
WORD = re.compile(r"\w+(?:[.,:/]\d+|-\d+)*|[^\w\s]")
PUBLISHED = date(2025, 3, 5)
"""A Wednesday."""


def plain(text: str, published: date | None = PUBLISHED, calendar: tuple[CalendarEvent, ...] = ()) -> Context:
    """Every line is a paragraph of one sentence, every word hangs on itself."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        first = len(tokens)
        for word in WORD.finditer(text, line.start(), line.end()):
            n = len(tokens)
            tokens.append(Token(n, word.start(), word.end(), word.group(), word.group().lower(), "X", "XX", "dep", n))
        if len(tokens) > first:
            sentences.append(Sentence(len(sentences), first, len(tokens), len(blocks), BlockKind.PARAGRAPH))
            blocks.append(Block(Span(*line.span()), BlockKind.PARAGRAPH))
    report = Report("made", "made", text, tuple(blocks), published=published)
    return Context(report, Parse(tuple(tokens), tuple(sentences)), calendar=calendar)


@pytest.fixture(scope="session")
def find() -> Find:
    """Text, and the day of publication, to the times found with a plain parse."""

    def found(text: str, published: date | None = PUBLISHED) -> tuple[TimeExpression, ...]:
        return find_times(plain(text, published))

    return found
