"""Lists behind a noun: `the ministers of A, B and C` are of each, `the joint commission of A and B` is one body."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.arguments import conjuncts
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs

BODIES = frozenset({"government", "parliament", "army", "side"})


def listed(parse: Parse, index: int, named: Callable[[int], bool], stray: tuple[int, ...]) -> tuple[int, ...]:
    """Heads of two or more names before the noun or behind its `of`, in text order; `stray` are joined to the noun."""
    if of_each(parse.tokens[index]):
        for owner in parse.children(index, "poss", "amod"):
            owners = conjuncts(parse, owner.index)
            if len(owners) > 1 and all(parse.tokens[i].text[:1].isupper() for i in owners):
                return owners
    for prep in parse.children(index, "prep"):
        pobj = parse.child(prep.index, "pobj") if prep.lower in ("of", "from") else None
        if pobj is None or not named(pobj.index):
            continue
        found = [*conjuncts(parse, pobj.index), *stray]
        if len(found) > 1 and all(map(named, found)):
            return tuple(sorted(found))
    return ()


def misjoined(parse: Parse, index: int) -> tuple[int, ...]:
    """Names that the parser joined to a plural noun and not to the name behind its `of`."""
    joined = parse.children(index, "conj") if parse.tokens[index].tag == "NNS" else ()
    return tuple(t.index for t in joined if t.pos == "PROPN")


def of_each(token: Token) -> bool:
    """Has each of several states its own (`the ministers of A and B`)?"""
    return token.tag == "NNS" and (belongs(lemma_of(token), "official") or lemma_of(token) in BODIES)
