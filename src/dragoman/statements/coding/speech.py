"""Who says a clause, where the sentence itself says so (`Ruritania said it would ...`)."""

from __future__ import annotations

from dragoman.domain.parse import Parse
from dragoman.statements.coding.arguments import is_verb, possessors, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs

ECHOES = frozenset({"it", "they", "he", "she", "we", "i"})
PEOPLE = ("force", "body", "official", "corporate")
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
        if token.dep == "ccomp" and lemma_of(above) == "know" and lemma_of(parse.head(above.index)) == "let":
            return above.head
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


def own_words(parse: Parse, index: int, speaker: int) -> bool:
    """Does the speaker say it of itself, of its own people, or of whom it speaks for?

    `Ruritania said it would pay`, `said its troops would leave`, `Ruritania would pay, its minister said`.
    """
    token = parse.tokens[index]
    theirs = any(t.tag == "PRP$" for t in parse.children(index, "poss"))
    if echoes(parse, index, speaker) or (theirs and any(belongs(lemma_of(token), c) for c in PEOPLE)):
        return True
    if _plain_body(parse, speaker) and (token.pos == "PROPN" or token.lower == parse.tokens[speaker].lower):
        return True
    whose = [parse.tokens[i] for i in possessors(parse, speaker)]
    whose += [t for t in parse.children(speaker, "amod", "compound", "nmod") if t.text[:1].isupper()]
    return any(t.tag == "PRP$" or t.lower == token.lower or _adjective(t.lower, token.lower) for t in whose)


def _plain_body(parse: Parse, speaker: int) -> bool:
    """`the company said`: a body called by its kind alone, right after its name."""
    token = parse.tokens[speaker]
    below = [t.lower for t in parse.children(speaker, "det", "amod", "compound", "poss", "prep", "nmod")]
    return token.pos == "NOUN" and below == ["the"] and belongs(lemma_of(token), "corporate")


def _adjective(word: str, name: str) -> bool:
    """`Ruritanian` of `Ruritania`: all but the name's last two letters begin it."""
    return len(name) > 4 and word.startswith(name[:-2]) and len(word) <= len(name) + 4
