"""From which day a time is reckoned, and to which side: what the words around it say."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.domain.parse import Parse, Token
from dragoman.domain.time import Anchor, CalendarEvent

_FUTURE = frozenset({"will", "'ll", "shall", "wo", "\u2019ll"})
_MODAL = frozenset({"would", "may", "might", "could", "should", "must", "can", "ca"})


@cache
def _ahead() -> frozenset[str]:
    """Lemmas of what looks ahead: "plan", "due", "deadline"."""
    table: dict[str, Any] = tomllib.loads((files(__package__) / "data" / "ahead.toml").read_text("utf-8"))
    return frozenset(table["words"])


class Clock:
    """Where the reading stands: `day` is the report's, `focus` the last day that the text itself has named.

    `anchor` is PUBLISHED, or QUOTED while inside words whose own day is known.
    """

    def __init__(self, parse: Parse, published: date | None, calendar: tuple[CalendarEvent, ...]) -> None:
        self.parse = parse
        self.published = published
        self.day = published
        self.anchor = Anchor.PUBLISHED
        self.focus: date | None = None
        self.focus_unit = "D"
        self.year: int | None = None
        self.calendar = calendar

    def direction(self, index: int) -> int:
        """1 where the clause that token `index` stands in looks ahead, -1 where it looks back, 0 where it is open."""
        token = self.parse.tokens[index]
        for ancestor in self.parse.ancestors(index):
            if ancestor.pos in ("VERB", "AUX"):
                return self._of_verb(ancestor)
            if ancestor.lemma.lower() in _ahead():
                return 1
        return self._of_verb(token) if token.pos in ("VERB", "AUX") else 0

    def _of_verb(self, verb: Token, depth: int = 0) -> int:
        helpers = [t for t in self.parse.children(verb.index) if t.dep in ("aux", "auxpass")]
        lows = {t.lower for t in helpers}
        if lows & _FUTURE:
            return 1
        if lows & _MODAL:
            return 0 if "have" in lows else 1
        if "to" in lows or (verb.tag in ("VB", "VBG") and not helpers):
            head = self.parse.head(verb.index)
            if head.lemma.lower() in _ahead() or self._going(head):
                return 1
            if head.index == verb.index or depth > 4:
                return 0
            if head.pos in ("VERB", "AUX"):
                return self._of_verb(head, depth + 1)
            return 1 if "to" in lows and head.pos in ("NOUN", "ADJ") else 0
        if verb.lemma.lower() in _ahead() and verb.tag in ("VBN", "VBZ", "VBP", "VBG"):
            return 1
        if verb.tag == "VBD" or any(t.tag == "VBD" or t.lower in ("has", "have", "'ve") for t in helpers):
            return -1
        if verb.tag == "VBN" and not helpers:
            return -1
        if verb.dep == "conj" and depth <= 4:
            return self._of_verb(self.parse.head(verb.index), depth + 1)
        return 0

    def _going(self, head: Token) -> bool:
        return head.lower == "going"

    def before(self, index: int) -> str:
        """The word before token `index`, lower case; "" at the beginning."""
        return self.parse.tokens[index - 1].lower if index > 0 else ""
