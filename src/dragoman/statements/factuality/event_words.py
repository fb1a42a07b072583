"""Which words denote events, and which may grade the events below them."""

from __future__ import annotations

from dragoman.domain.parse import Token
from dragoman.statements.factuality import lexicon
from dragoman.statements.factuality.lexicon import Sense


def sense_of(governor: Token) -> Sense | None:
    """What a predicate says of what completes it; None where it is in no table."""
    pos = "VERB" if governor.pos == "AUX" else "NOUN" if governor.pos == "PROPN" else governor.pos
    return lexicon.senses().get((pos, governor.lemma.lower()))


def governs(token: Token) -> bool:
    """True for tokens that may grade what hangs on them."""
    if token.pos in ("VERB", "ADJ"):
        return True
    if token.pos == "AUX":
        return token.dep not in ("aux", "auxpass")
    if token.pos in ("NOUN", "PROPN"):
        lemma = token.lemma.lower()
        return lexicon.is_event_noun(lemma) or ("NOUN", lemma) in lexicon.senses()
    return False


def is_event(token: Token) -> bool:
    """True for verbs, nouns that denote events, and adjectives that are predicates."""
    if token.pos == "VERB":
        return True
    if token.pos == "AUX":
        return token.dep not in ("aux", "auxpass")
    if token.pos == "ADJ":
        return token.dep in ("acomp", "oprd", "ROOT", "ccomp", "conj") and token.head != token.index
    return token.pos == "NOUN" and lexicon.is_event_noun(token.lemma.lower())
