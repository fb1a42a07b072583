"""Who says a clause, where the sentence itself says so (`Ruritania said it would ...`)."""

from __future__ import annotations

from dragoman.domain.parse import Parse
from dragoman.statements.coding.arguments import is_verb, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs

ECHOES = frozenset({"it", "they", "he", "she", "we", "i"})
_DEEP = 6


def saying(parse: Parse, clause: int) -> int | None:
    """The verb of saying whose content the clause is or stands in; None where there is none."""
    token = parse.tokens[clause]
    for _ in range(_DEEP):
        above = parse.head(token.index)
        if above.index == token.index:
            return None
        if token.dep == "ccomp" and belongs(lemma_of(above), "saying"):
            return above.index
        if token.dep not in ("conj", "xcomp", "ccomp", "advcl", "acomp", "attr") or not (
            is_verb(above) or above.pos == "ADJ"
        ):
            return None
        token = above
    return None


def speaker_of(parse: Parse, clause: int) -> int | None:
    """The head of the noun phrase that says the clause."""
    verb = saying(parse, clause)
    return None if verb is None else surface_subject(parse, verb)


def echoes(parse: Parse, index: int, speaker: int) -> bool:
    """Is `index` the speaker, or a pronoun in what is said that may stand for the speaker?"""
    token = parse.tokens[index]
    return index == speaker or (token.pos == "PRON" and token.lower in ECHOES)
