"""Institutions and peoples told by a common noun with a state beside it: "Syria's central bank", "Turkish officials"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.entities.atoms import key
from dragoman.entities.rows import patterns


@dataclass(frozen=True, slots=True)
class Pattern:
    """`slug` of the institution, its PLOVER sector, and whether it is an institution or people."""

    slug: str
    sector: str
    people: bool

    @property
    def kind(self) -> VoiceKind:
        return VoiceKind.UNNAMED if self.people else VoiceKind.INSTITUTION


@cache
def _by_last_word() -> Mapping[str, tuple[tuple[tuple[str, ...], Pattern], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Pattern]]] = {}
    for row in patterns():
        pattern = Pattern(row["slug"], row.get("sector") or "", row.get("kind") == "people")
        for words in row["words"]:
            name = key(words)
            if name:
                found.setdefault(name[-1], []).append((name, pattern))
                found.setdefault(name[0], []).append((name, pattern))
    return {w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in found.items()}


def pattern_at(parse: Parse, head: int) -> Pattern | None:
    """The institution or people that the noun phrase headed by token `head` names; the longest wording wins.

    "ministry of foreign affairs" is told by the words after its head, "central bank" by those before.
    """
    token = parse.tokens[head]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    sentence = parse.sentence(head)
    for word in {token.lower, token.lemma.lower()}:
        for name, pattern in _by_last_word().get(word, ()):
            if name[-1] == word and _before(parse, head, sentence.first, name[:-1]):
                return pattern
            if (
                len(name) > 1
                and name[0] == word
                and token.dep != "compound"
                and _after(parse, head, sentence.last, name[1:])
            ):
                return pattern
    return None


def _word(token: Token, wanted: str) -> bool:
    return wanted in (token.lower, token.lemma.lower())


def _before(parse: Parse, head: int, first: int, words: tuple[str, ...]) -> bool:
    at = head - len(words)
    return at >= first and all(_word(parse.tokens[at + i], w) for i, w in enumerate(words))


def _after(parse: Parse, head: int, last: int, words: tuple[str, ...]) -> bool:
    return head + len(words) < last and all(_word(parse.tokens[head + 1 + i], w) for i, w in enumerate(words))
