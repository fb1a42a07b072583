"""Whose a treasury, a minister or a government is, where only the words around it say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.domain.situation import Situation
from dragoman.domain.statement import Role
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.lexicon import lexicon
from dragoman.negotiation.drafting.sentences import sentence

_OWN = frozenset({"its", "their", "his", "her"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "its", "their", "his", "her"})
_BACK = 6


@dataclass(frozen=True)
class Principals:
    """Looks up whom an office stands for.

    `named` gives the parties named between two places of a report, in order, places left out; `speaking` the places and
    parties of those who hold stances in a report, in text order.
    """

    situation: Situation
    named: Callable[[str, Span], tuple[str, ...]]
    speaking: Mapping[str, tuple[tuple[int, str], ...]]

    def of(self, report: str, role: Role) -> str | None:
        """The party whose office the role names; None where it names none, or nothing says whose."""
        text = self.situation.reports[report].text
        words, start = role.text, role.span.start
        if words.casefold() in _PRONOUNS:
            words = (role.entity or "").replace("-", " ")
            found = (
                re.search(rf"(?:\b(?:its|their|his|her) )?\b{re.escape(words)}\b", text, re.IGNORECASE)
                if words
                else None
            )
            if found is None or not is_office(words):
                return None
            words, start = found.group(), found.start()
        elif not is_office(words):
            return None
        inside = self.named(report, Span(start, start + len(words)))
        if inside:
            return inside[0]
        first = words.split()[0].casefold()
        if first not in _OWN and first != "the" and role.text.casefold() not in _PRONOUNS:
            return None
        if first not in _OWN:
            before = [party for at, party in self.speaking.get(report, ()) if at < start]
            if before:
                return before[-1]
        return self.before(report, start)

    def before(self, report: str, start: int) -> str | None:
        """The party named first in the nearest sentence up to `start` that names one."""
        text, end = self.situation.reports[report].text, start
        here = sentence(text, Span(start, start + 1))
        for _ in range(_BACK):
            found = self.named(report, Span(here.start, end))
            if found:
                return found[0]
            if here.start < 2:
                return None
            end = here.start
            here = sentence(text, Span(max(0, end - 3), max(1, end - 2)))
        return None


def is_office(words: str) -> bool:
    """Does a phrase name an office (`its treasury`, `the ministry in Klow`, `the prime minister`)?"""
    core = re.split(r"\b(?:of|in|at|for|,)\b", words.casefold())[0].split()
    return bool(core) and core[-1].removesuffix("'s").removesuffix("’s") in lexicon().offices
