"""The thing wanted, offered or withheld, as a slug that paraphrases share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.parties import slug
from dragoman.statements.coding.word_classes import DATA, belongs

PUNS = frozenset({"tie", "arm", "force", "trade", "water", "base", "flow", "fire", "return", "talk", "meet", "border"})


@cache
def matter_words() -> Mapping[str, tuple[str, int]]:
    """Lemma or two lemmas -> (matter, rank); lower ranks win where a phrase names several."""
    table = tomllib.loads((DATA / "matters.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, int]] = {}
    for rank, row in enumerate(table["matter"]):
        for word in row["words"]:
            found.setdefault(word, (row["name"], rank))
    return MappingProxyType(found)


def matter_of(parse: Parse, span: Span, head: int, *, named: bool = True) -> str | None:
    """The matter of an object: the class that its words name, else the noun at its core with what defines it.

    A pair of words counts before a word, and an earlier class of the table before a later one. None where the object
    has no noun at its core, or where it should be of the table (`named` is False) and is not.
    """
    words = [_lemma(t) for t in parse.tokens_in(span) if t.pos in ("NOUN", "PROPN", "ADJ") or _tells(t)]
    for names in ([" ".join(p) for p in pairwise(words)], words):
        found = [matter_words()[n] for n in names if n in matter_words()]
        if found:
            return min(found, key=lambda f: f[1])[0]
    return _core(parse, span, head) if named else None


def _lemma(token: Token) -> str:
    return slug(token.lower if token.lower in matter_words() else lemma_of(token))


def _tells(token: Token) -> bool:
    """Does a verb name a matter (`fill the dam`, `join the bloc`), and not by a pun (`tie the hands`)?"""
    return token.pos == "VERB" and lemma_of(token) not in PUNS


def _core(parse: Parse, span: Span, head: int) -> str | None:
    """`fertiliser-plant` from `to open a big fertiliser plant in the north`."""
    token = parse.tokens[head]
    for _ in range(3):
        if not is_verb(token):
            break
        below = (
            parse.child(token.index, "dobj")
            or parse.child(token.index, "xcomp")
            or parse.child(token.index, "nsubjpass")
        )
        if below is None:
            return None
        token = below
    word = lemma_of(token)
    if token.pos != "NOUN" or not (span.start <= token.start < span.end):
        return None
    if belongs(word, "empty") or belongs(word, "no-matter") or belongs(word, "agent"):
        return None
    defining = [t for t in parse.children(token.index, "compound", "amod") if t.index < token.index]
    kept = [t for t in defining if t.pos == "NOUN" or lemma_of(t).endswith(("ic", "al", "ary"))]
    return slug(" ".join([*(lemma_of(t) for t in kept[-1:]), lemma_of(token)])) or None
