"""Cues that say that nothing was said, or not yet: "declined to comment on", "would not say whether", "could demand that"."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.attributions.lexicon import Lexicon

_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_MODALS = frozenset({"could", "may", "might", "would", "should", "can", "will", "'ll", "’ll", "wo", "ca"})
_PLANS = frozenset(
    {"expect", "plan", "intend", "set", "due", "want", "hope", "likely", "able", "prepare", "ready", "need"}
)


def is_nobody(parse: Parse, source: Token) -> bool:
    """True for "neither side" and "no official"."""
    return source.lower in _NOBODY or any(t.lower in _NOBODY for t in parse.children(source.index, "det", "preconj"))


def is_unsaid(parse: Parse, lexicon: Lexicon, cue: Token) -> bool:
    """True for cues that are negated, refused, conditional or still to come. A denial says something.

    "Would like to see" and "can confirm" are ways of speaking.
    """
    lemma = lexicon.lemma(cue)
    if lemma in lexicon.refusals:
        held = parse.child(cue.index, "xcomp")
        return held is not None and lexicon.lemma(held) in lexicon.telling
    words = parse.children(cue.index, "aux", "neg", "preconj", "mark")
    head = parse.head(cue.index)
    if cue.dep == "conj" and cue.tag == "VB" and head.pos == "VERB" and not any(t.dep == "aux" for t in words):
        words = (*words, *parse.children(head.index, "aux", "neg", "preconj", "cc"))
    lowers = {t.lower for t in words}
    if "neither" in lowers or (lemma in lexicon.telling and any(t.dep == "neg" for t in words)):
        return True
    if lowers & _MODALS:
        return not (lemma in ("like", "confirm", "say", "tell") and lowers & {"would", "can"} and "not" not in lowers)
    infinitive = "to" in lowers and cue.dep in ("xcomp", "ccomp", "acl", "advcl", "relcl")
    return "if" in lowers or (infinitive and lexicon.lemma(head) in _PLANS)
