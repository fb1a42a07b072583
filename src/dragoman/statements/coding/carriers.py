"""The verb that carries an event noun (`held a round of talks`) or an adjective (`is ready`)."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.arguments import is_passive, is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs


def _lot(parse: Parse, token: Token) -> Token:
    """The noun that says how many or which part of it there is (`a round of talks`), else the noun itself."""
    above = parse.head(token.index)
    whole = parse.head(above.index)
    some = belongs(lemma_of(whole), "measure") or belongs(lemma_of(whole), "partitive")
    return whole if token.dep == "pobj" and above.lower == "of" and some else token


def carrier_of(parse: Parse, index: int) -> int | None:
    """The verb whose event the word names: its light verb or copula; None where it stands by itself."""
    token = parse.tokens[index]
    first = token
    while first.dep in ("conj", "appos") and first.head != first.index and not is_verb(parse.head(first.index)):
        first = parse.head(first.index)
    first = _lot(parse, first)
    above = parse.head(first.index)
    if first.dep in ("attr", "acomp", "oprd", "xcomp") and is_verb(above):
        return above.index
    if first.dep == "dobj" and belongs(lemma_of(above), "light"):
        return above.index
    if first.dep == "nsubjpass" and belongs(lemma_of(above), "light"):
        return above.index
    if first.dep in ("nsubj", "nsubjpass") and belongs(lemma_of(above), "raising"):
        for below in parse.children(above.index, "xcomp"):
            if is_passive(parse, below.index) and belongs(lemma_of(below), "light"):
                return below.index
    if first.dep == "pobj" and is_verb(parse.head(above.index)) and above.lower in ("in", "into", "to", "on"):
        verb = parse.head(above.index)
        if belongs(lemma_of(verb), "engage"):
            return verb.index
    return None
