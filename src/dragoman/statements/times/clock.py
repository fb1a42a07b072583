"""From which day a time is reckoned, and to which side: what the words around it say."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.domain.parse import Name, Parse, Token
from dragoman.domain.time import Anchor, Grain

_FUTURE = frozenset({"will", "'ll", "shall", "wo", "\u2019ll"})
_MODAL = frozenset({"would", "may", "might", "should", "must", "can", "could", "'d"})
_SAYING = frozenset(
    {
        "say",
        "report",
        "write",
        "tell",
        "state",
        "add",
        "note",
        "claim",
        "argue",
        "have",
        "be",
        "quote",
    }
)
_NONE = frozenset({"no", "none", "nobody", "neither", "nor", "noone"})
_NAMES = frozenset({"PERSON", "ORG", "EVENT", "FAC", "WORK_OF_ART", "LAW"})
_TOLD = frozenset(
    {
        "statement",
        "report",
        "interview",
        "article",
        "poll",
        "survey",
        "briefing",
        "communique",
        "tweet",
    }
)
"""What is dated is behind, save in what will be said."""
_ARRANGES = frozenset({"plan", "schedule", "set", "slate", "expect", "postpone", "adjourn"})


@cache
def _announcing() -> tuple[str, ...]:
    """Phrases right before a date that put it ahead."""
    table: dict[str, Any] = tomllib.loads((files(__package__) / "data" / "ahead.toml").read_text("utf-8"))
    return tuple(table["phrases"])


@cache
def _ahead() -> frozenset[str]:
    """Lemmas of what looks ahead: "plan", "due", "deadline"."""
    table: dict[str, Any] = tomllib.loads((files(__package__) / "data" / "ahead.toml").read_text("utf-8"))
    return frozenset(table["words"])


class Clock:
    """Where the reading stands: `day` is the report's, `focus` the last day that the text itself has named.

    `anchor` is PUBLISHED, or QUOTED while inside words whose own day is known.
    """

    def __init__(self, parse: Parse, published: date | None, day: date | None, anchor: Anchor) -> None:
        self.parse = parse
        self.names: dict[int, Name] = {
            i: name for name in parse.names if name.label in _NAMES for i in range(name.first, name.last)
        }
        """By token, the name that it stands in."""
        self.published = published
        self.day = day
        self.anchor = anchor
        self.focus: date | None = None
        self.focus_grain = Grain.DAY
        self.year: int | None = None
        self.sentence = -1
        self.heading: int | None = None
        """The year that stands over a chronicle's entries."""
        self.quarter: date | None = None
        """A day of the quarter that the text named last."""

    def promised(self, index: int) -> bool:
        """True where the clause of token `index` has "will" or "shall"."""
        verb = next((t for t in self.parse.ancestors(index) if t.pos in ("VERB", "AUX")), None)
        return verb is not None and any(t.lower in _FUTURE for t in self.parse.children(verb.index))

    def direction(self, index: int, *, present: int = 0) -> int:
        """1 where the clause that token `index` stands in looks ahead, -1 where it looks back, 0 where it is open.

        `present` is the answer for a plain present ("talks open on Monday").
        """
        found = self._direction(index)
        return present if found == 0 and self._is_present(index) else found

    def _is_present(self, index: int) -> bool:
        verb = next((t for t in self.parse.ancestors(index) if t.pos in ("VERB", "AUX")), None)
        if verb is None:
            return False
        if verb.lemma == "be" and verb.tag in ("VBZ", "VBP"):
            return self.hangs_on(index, verb)
        if verb.lemma in _SAYING:
            return False
        helpers = {t.lower for t in self.parse.children(verb.index) if t.dep in ("aux", "auxpass")}
        if verb.tag == "VBG":
            return bool(helpers & {"is", "are", "'re", "'s", "am"}) and "been" not in helpers
        return verb.tag in ("VBZ", "VBP") and verb.pos == "VERB" and not helpers

    def tells_of_past(self, index: int) -> bool:
        """True where the verb over token `index` is a past form, or a participle with no present helper."""
        verb = next((t for t in self.parse.ancestors(index) if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.tag not in ("VBD", "VBN"):
            return False
        return not any(t.tag in ("VBZ", "VBP", "MD", "TO") for t in self.parse.children(verb.index, "aux", "auxpass"))

    def is_adverbial(self, index: int) -> bool:
        """True where token `index` completes the nearest verb above it, and no noun on the way."""
        verb = next((t for t in self.parse.ancestors(index) if t.pos in ("VERB", "AUX")), None)
        return verb is not None and self.hangs_on(index, verb)

    def hangs_on(self, index: int, verb: Token) -> bool:
        """True where token `index` completes `verb` itself, with a preposition or without."""
        head = self.parse.head(index)
        return head.index == verb.index or (head.pos in ("ADP", "SCONJ") and head.head == verb.index)

    def _direction(self, index: int) -> int:
        token = self.parse.tokens[index]
        told = False
        for ancestor in self.parse.ancestors(index):
            if ancestor.lower == "according":
                return -1
            if ancestor.pos in ("VERB", "AUX"):
                return self._of_verb(ancestor) if not told or self.promised(index) else -1
            told = told or (ancestor.pos == "NOUN" and ancestor.lemma in _TOLD)
            if ancestor.lemma.lower() in _ahead():
                return 1
        return self._of_verb(token) if token.pos in ("VERB", "AUX") else 0

    def _of_verb(self, verb: Token, depth: int = 0) -> int:
        helpers = [t for t in self.parse.children(verb.index) if t.dep in ("aux", "auxpass")]
        lows = {t.lower for t in helpers}
        if lows & _FUTURE:
            return 1
        if lows & _MODAL:
            negated = any(t.dep == "neg" for t in self.parse.children(verb.index)) or self._nobody(verb)
            return 0 if "have" in lows or ("could" in lows and negated) else 1
        if "to" in lows or (verb.tag in ("VB", "VBG") and not helpers):
            head = self.parse.head(verb.index)
            if verb.tag == "VBG" and verb.dep == "advcl" and depth <= 4 and head.pos in ("VERB", "AUX"):
                return self._of_verb(head, depth + 1)
            if head.lemma.lower() in _ahead() or head.lower == "going":
                return 1
            if "to" in lows and head.lemma == "be" and head.tag in ("VBZ", "VBP"):
                return 1
            if head.index == verb.index or depth > 4:
                return 0
            if head.pos in ("VERB", "AUX"):
                return self._of_verb(head, depth + 1)
            return 1 if "to" in lows and head.pos in ("NOUN", "ADJ") else 0
        told = verb.tag == "VBN" and lows & {"had", "has", "have", "'ve"} and "been" not in lows
        if verb.lemma.lower() in _ahead() and verb.tag in ("VBN", "VBZ", "VBP", "VBG") and not told:
            return 1
        if verb.lemma.lower() in _ARRANGES and not lows & {"had", "been"}:
            return 1
        if verb.tag == "VBD" or any(t.tag == "VBD" or t.lower in ("has", "have", "'ve") for t in helpers):
            return -1
        if verb.tag == "VBN" and not helpers:
            return -1
        if verb.dep == "conj" and depth <= 4:
            return self._of_verb(self.parse.head(verb.index), depth + 1)
        return 0

    def _nobody(self, verb: Token) -> bool:
        """True for "no one could be reached", "neither side could"."""
        for subject in self.parse.children(verb.index, "nsubj", "nsubjpass"):
            below = self.parse.children(subject.index)
            if any(t.lower in _NONE for t in (subject, *below)):
                return True
        return False

    def until(self, index: int, looks: int) -> int:
        """`looks`, but 1 where token `index` follows "by" or "until" in no tale of the past, -1 after "since"."""
        word = self.before(index)
        if word == "since":
            return -1
        if looks >= 0 and (word == "through" or self.is_announced(index)):
            return 1
        if word not in ("by", "until", "till"):
            return looks
        verb = next((t for t in self.parse.ancestors(index) if t.pos in ("VERB", "AUX")), None)
        if looks < 0 and verb is not None:
            lows = {t.lower for t in self.parse.children(verb.index)}
            if lows & {"had", "not", "n't", "was", "were"} or (
                verb.tag == "VBN" and lows & {"has", "have", "'ve"} and index < verb.index
            ):
                return -1
        return 1

    def is_announced(self, index: int) -> bool:
        """True after "as early as", "no later than", "starting", "ahead of", "from now to" and the like."""
        words = " ".join(t.lower for t in self.parse.tokens[max(index - 3, 0) : index])
        return words.endswith(_announcing())

    def after(self, index: int) -> str:
        """The word after token `index`, lower case; "" at the end."""
        return self.parse.tokens[index + 1].lower if index + 1 < len(self.parse.tokens) else ""

    def before(self, index: int) -> str:
        """The word before token `index`, lower case; "" at the beginning."""
        return self.parse.tokens[index - 1].lower if index > 0 else ""
