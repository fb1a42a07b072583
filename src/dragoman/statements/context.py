"""What the rules of this room see of one report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.domain.mention import Mention, Referents
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.report import Report
from dragoman.domain.time import CalendarEvent
from dragoman.ports import Directory


@dataclass(frozen=True)
class Context:
    """A report with its parse, its mentions, whom its noun phrases stand for, and who is who on other days."""

    report: Report
    parse: Parse
    mentions: tuple[Mention, ...] = ()
    referents: Referents = field(default_factory=Referents)
    calendar: tuple[CalendarEvent, ...] = ()
    directory: Directory | None = None

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.report.text

    def body(self) -> Iterator[Sentence]:
        """The sentences that statements may come from."""
        return (s for s in self.parse.sentences if s.body)

    def tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.parse.tokens[sentence.first : sentence.last]
