"""Subjects and objects that the parser hung on the wrong word."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs

ADVERBIAL = frozenset({"advmod", "npadvmod", "dep"})


def mistaken_object(parse: Parse, index: int) -> Token | None:
    """An object behind an insertion that the parser took for an adverbial (`accepted, in principle, an offer`)."""
    for t in parse.children(index, "npadvmod"):
        if t.index > index and t.pos == "NOUN" and parse.children(t.index, "det") and parse.children(t.index, "prep"):
            return None if belongs(lemma_of(t), "time-noun") else t
    return None


def mistaken_name(token: Token) -> bool:
    """A name before its verb that the parser took for an adverbial."""
    return token.text[:1].isupper() and token.pos in ("ADJ", "PROPN", "NOUN") and token.dep in ADVERBIAL


def after_conjunction(parse: Parse, index: int) -> int | None:
    """The subject that the parser took for the object of `before` or `after` (`before the king led ...`)."""
    token = parse.tokens[index]
    before = index - 1
    while before >= 0 and (parse.tokens[before].pos in ("PUNCT", "ADV") or parse.tokens[before].head == index):
        before -= 1
    near = parse.tokens[before] if before >= 0 else token
    inserted = any(t.text == "," for t in parse.tokens[before + 1 : index])
    if not inserted and _behind_opening(parse, near, before):
        return near.index
    while near.dep in ("appos", "compound", "amod", "poss") and near.head != near.index:
        near = parse.head(near.index)
    prep = parse.head(near.index)
    if near.dep == "pobj" and prep.lower in ("before", "after", "since", "until") and near.index < index:
        return near.index if parse.sentence(near.index).number == parse.sentence(index).number else None
    return None


def _behind_opening(parse: Parse, near: Token, last: int) -> bool:
    """A subject that the parser hung on the name before its comma (`On a visit to Zenda, the king praised ...`)."""
    if near.index != last or near.dep not in ("conj", "appos") or near.pos not in ("PROPN", "NOUN"):
        return False
    first = parse.edges(near.index)[0]
    opening = parse.sentence(near.index).first < near.head < first and parse.tokens[first - 1].text == ","
    return opening and parse.head(near.index).dep == "pobj" and not parse.children(near.head, "cc")
