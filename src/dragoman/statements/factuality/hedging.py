"""The words that grade an event itself: its modals, adverbs, adjectives and negations."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.factuality import lexicon

_FINDS = frozenset({"see", "have", "know", "feel", "find", "expect", "fear", "want"})


def local(parse: Parse, token: Token) -> list[tuple[Token, int]]:
    """The words that grade `token` itself, with their level; below 0 for negations."""
    found: list[tuple[Token, int]] = []
    verbal = token.pos in ("VERB", "AUX")
    for child in parse.children(token.index):
        value = _of_verb(parse, child, token) if verbal else _of_noun(parse, child)
        if value is not None:
            found.append((child, value))
    return found


def _of_verb(parse: Parse, child: Token, verb: Token) -> int | None:
    low = child.lower
    if child.dep == "neg" or (low in ("neither", "nor") and child.dep in ("preconj", "advmod")):
        return None if _softened(parse, child) else -3
    if child.tag == "MD":
        return _modal(parse, child, verb)
    if child.dep in ("advmod", "npadvmod"):
        return lexicon.adverbs().get(low)
    if child.dep == "parataxis" and child.lemma in ("seem", "appear") and _bare_it(parse, child):
        return 2
    absent = child.dep in ("nsubj", "nsubjpass") and _nobody(parse, child)
    return -3 if absent or (child.dep == "dobj" and (low == "nothing" or _undone(parse, child, verb))) else None


def _bare_it(parse: Parse, child: Token) -> bool:
    """True for an inserted "it seems", "it would appear"."""
    own = parse.child(child.index, "nsubj")
    return own is not None and own.lower == "it" and not parse.children(child.index, "ccomp", "xcomp", "oprd", "acomp")


def _undone(parse: Parse, thing: Token, verb: Token) -> bool:
    """True for "made no plans", "held no talks"; not for "sees no end", which is seen."""
    if verb.lemma in _FINDS or not lexicon.is_event_noun(thing.lemma.lower()):
        return False
    return any(t.lower == "no" for t in parse.children(thing.index, "det"))


def _of_noun(parse: Parse, child: Token) -> int | None:
    low = child.lower
    if child.dep == "neg" or (low in ("no", "neither", "without") and child.dep in ("det", "preconj")):
        return None if _softened(parse, child) else -3
    if child.dep in ("amod", "advmod"):
        return lexicon.adjectives().get(low, lexicon.adverbs().get(low) if child.dep == "advmod" else None)
    return 0 if child.dep == "det" and low == "any" else None


def _softened(parse: Parse, negation: Token) -> bool:
    """True for "not only", "not just", "not necessarily": what follows is not denied."""
    after = parse.tokens[negation.index + 1].lower if negation.index + 1 < len(parse.tokens) else ""
    return after in ("only", "just", "merely", "simply", "necessarily", "least")


def _nobody(parse: Parse, subject: Token) -> bool:
    if subject.lower in ("nobody", "none", "nothing", "no-one"):
        return True
    return any(
        t.lower == "no" or (t.lower == "neither" and t.dep in ("det", "preconj", "cc"))
        for t in parse.children(subject.index)
        if t.index < subject.index
    )


def _modal(parse: Parse, modal: Token, verb: Token) -> int:
    low = modal.lower
    value = lexicon.modals().get(low, 3)
    perfect = any(t.lower in ("have", "'ve") for t in parse.children(verb.index, "aux"))
    if low in ("would", "should", "could", "ought") and perfect:
        return 0
    if low == "could" and verb.lemma in ("see", "hear", "smell") and parse.children(verb.index, "auxpass"):
        return 3
    return value
