"""Turns of phrase that tell something, though their verb or their subject alone would not."""

from __future__ import annotations

from dragoman.domain.attribution import Manner
from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.arguments import FINITE, is_passive
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.context import Context
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import is_a, words

CALLED = frozenset({"up", "off", "back", "in", "out"})
"""With these "call" is no word of telling."""
WE = frozenset({"we", "us", "our", "ours"})
SOMEBODY = frozenset({"somebody", "someone"})


def acts(parse: Parse, head: Token, counted: bool, said: bool) -> bool:
    """Is a verb of telling, reading or feeling used of a deed or a state (`called up`, `made it unusable`)?"""
    verb, below = lemma_of(head), [t for t in parse.children(head.index) if t.index > head.index]
    things = [t for t in below if t.dep in ("dobj", "nsubjpass")]
    if verb == "call":
        helped = bool(things) or bool(parse.children(head.index, "aux", "auxpass"))
        return helped and any(t.dep in ("prt", "advmod") and t.lower in CALLED for t in below)
    if verb in ("declare", "rule"):
        span = parse.tokens[head.index + 1 : parse.sentence(head.index).last]
        return said and bool(things) and any(is_a(t, "ruled") for t in span if t.pos == "ADJ")
    if verb == "make":
        return said and any(is_a(t, "state") for t in below if t.dep in ("ccomp", "oprd", "acomp"))
    if verb == "expect":
        return said and counted and bool(things)
    return (
        verb in words()["witness"]
        and counted
        and bool(things)
        and any(_teller(parse, t) for t in _subject(parse, head))
    )


def _subject(parse: Parse, head: Token) -> tuple[Token, ...]:
    return tuple(t for t in parse.children(head.index, "nsubj") if t.index < head.index)


def _teller(parse: Parse, subject: Token) -> bool:
    """`this reporter`, `our correspondent`."""
    own = any(t.lower in ("this", "our") for t in parse.children(subject.index, "det", "poss"))
    return own and subject.lower in ("reporter", "correspondent", "newspaper", "paper")


def witnessed(context: Context, clause: Clause, counted: bool) -> bool:
    """Does the teller say in the third person what was there to be counted (`this reporter counted seven coffins`)?"""
    parse = context.parse
    head = parse.tokens[clause.head]
    return lemma_of(head) in words()["witness"] and counted and _teller(parse, parse.tokens[clause.subject])


def stands_for(context: Context, clause: Clause, counted: bool) -> bool:
    """Is the subject of what somebody says one that tells here: `somebody paid 600`, `the reason is ...`, `behind it stands ...`?"""
    parse, subject, head = context.parse, context.parse.tokens[clause.subject], context.parse.tokens[clause.head]
    if clause.attribution is None:
        return subject.lower == "it" and is_a(head, "providing") and _has_clause(parse, head)
    if subject.lower in SOMEBODY:
        return counted
    if speaker(clause, subject):
        return True
    if subject.index > clause.head:
        fronted = any(t.index < head.index for t in parse.children(head.index, "prep"))
        return fronted and lemma_of(head) in ("stand", "be", "lie", "sit") and (counted or subject.pos == "PROPN")
    if subject.lower == "it":
        return cleft(parse, clause.head) is not None
    if is_a(subject, "cause"):
        return lemma_of(head) == "be" and any(t.pos in ("NOUN", "PROPN") for t in parse.children(head.index, "attr"))
    return subject.lower == "decision" and is_passive(parse, head.index)


def _has_clause(parse: Parse, head: Token) -> bool:
    return any(any(m.lower == "that" for m in parse.children(t.index)) for t in parse.children(head.index, "ccomp"))


def causes(parse: Parse, token: Token) -> bool:
    """`the reason for the decision` behind "is"."""
    return is_a(token, "cause") and any(t.lower in ("for", "of", "behind") for t in parse.children(token.index, "prep"))


def cleft(parse: Parse, head: int) -> Token | None:
    """The clause at the end of `it was the mayor's men who began`."""
    if lemma_of(parse.tokens[head]) != "be":
        return None
    for t in parse.children(head, "attr"):
        for clause in parse.children(t.index, "relcl"):
            finite = clause.tag in FINITE or any(a.tag in (*FINITE, "MD") for a in parse.children(clause.index))
            if (
                finite
                and lemma_of(clause) != "be"
                and any(w.lower in ("who", "that", "which") for w in parse.children(clause.index, "nsubj"))
            ):
                return clause
    return None


def speaker(clause: Clause, token: Token) -> bool:
    """Is it the "we" of somebody who is quoted?"""
    over = clause.attribution
    return over is not None and over.manner is not Manner.INDIRECT and over.voice is not None and token.lower in WE
