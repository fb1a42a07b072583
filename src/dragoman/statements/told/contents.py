"""What is told without a finite verb: headlines, and what somebody tells in a noun phrase (`spoke of seven dead`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Act, Attribution
from dragoman.domain.parse import Parse, Token
from dragoman.domain.predicate import Polarity
from dragoman.domain.report import BlockKind
from dragoman.domain.statement import Realis
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import FINITE, is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.context import Context
from dragoman.statements.told.lexicon import is_a, words
from dragoman.statements.told.subjects import names

HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
DENIALS = frozenset({"no", "not", "never", "without"})
PARTIES = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "FAC"})
NEARING = frozenset({"close", "set", "due", "ready", "about"})
COMING = frozenset({"expected", "due", "planned"})
FEWEST = 3
"""So many words a headline without a verb has at least."""
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Content:
    """What is told at `span` by the word `trigger`; `subject` is None where the word names it all."""

    span: Span
    trigger: int
    subject: int | None
    realis: Realis
    polarity: Polarity


def contents(context: Context, attributions: Sequence[Attribution], amounts: Sequence[Amount]) -> Iterator[Content]:
    """What headlines and noun phrases in the mouth of a source tell, in no order.

    A headline of a source is `X to close`, `X closed`, `X still in place`; a phrase has an amount, or names what happens and to whom.
    """
    parse = context.parse
    said: set[int] = set()
    for a in attributions:
        if a.act is not Act.SPEECH or (a.voice is None and a.through is None):
            continue
        for span in a.content[:1]:
            inside = parse.tokens_in(span)
            if not inside or len(inside) > LONGEST:
                continue
            sentence = parse.sentence(inside[0].index)
            if not sentence.body or any(_finite(parse, t) for t in inside):
                continue
            said.update(t.index for t in inside)
            found = _headline(context, inside) if sentence.kind in HEADS else None
            found = found or _phrase(context, a, inside, amounts)
            if found is not None:
                yield found
    for sentence in context.body():
        inside = parse.tokens[sentence.first : sentence.last]
        if sentence.kind not in HEADS or len(inside) > LONGEST or said & {t.index for t in inside}:
            continue
        if not any(_finite(parse, t) or t.text in "?:" for t in inside) and _full(context, inside):
            found = _headline(context, inside)
            if found is not None:
                yield found


def _full(context: Context, inside: Sequence[Token]) -> bool:
    """Does the headline name a party or a place?"""
    if len(inside) < FEWEST:
        return False
    first, last = inside[0].index, inside[-1].index
    if any(n.label in PARTIES and first <= n.first <= last for n in context.parse.names):
        return True
    return any(names(context, t.index) for t in inside if t.pos in ("PROPN", "NOUN", "ADJ"))


def _finite(parse: Parse, token: Token) -> bool:
    helping = parse.children(token.index, "aux", "auxpass")
    return is_verb(token) and (token.tag in FINITE or any(t.tag in (*FINITE, "MD") for t in helping))


def _headline(context: Context, inside: Sequence[Token]) -> Content | None:
    """`gas fee to rise`, `inspectors turned back at the plant`, `tanks still in place`."""
    parse, numbers = context.parse, {t.index for t in inside}
    inside = [t for t in inside if any(c.isalnum() for c in t.text)]
    if len(inside) < FEWEST:
        return None
    span = parse.span(inside[0].index, inside[-1].index + 1)
    polarity = Polarity.NEGATIVE if any(t.lower in DENIALS for t in inside) else Polarity.POSITIVE
    for token in inside[1:]:
        before = parse.tokens[token.index - 1]
        opens = not any(is_verb(t) for t in inside if t.index < token.index and t.tag not in ("VBG", "VBN"))
        if token.lower == "to" and token.tag == "TO" and before.pos in ("NOUN", "PROPN", "NUM") and opens:
            verb = parse.tokens[token.head]
            if is_verb(verb) and verb.index in numbers and verb.index > token.index and _tells(verb):
                return Content(span, verb.index, before.index, Realis.PREDICTED, polarity)
    for before, token in pairwise(inside):
        if before.pos not in ("NOUN", "PROPN") or before.lower in words()["abstract"]:
            continue
        if token.lower in ("still", "again", "now") and token is not inside[-1]:
            return Content(span, parse.tokens[token.index + 1].index, before.index, Realis.ACTUAL, polarity)
        after = parse.tokens[token.index + 1] if token is not inside[-1] else None
        if after is not None and token.lower in NEARING and after.lower == "to":
            coming = Realis.PREDICTED if any(is_verb(t) for t in inside if t.index > after.index) else Realis.ACTUAL
            return Content(span, token.index, before.index, coming, polarity)
        if after is not None and token.lower == "in" and after.lower in words()["state-noun"]:
            return Content(span, after.index, before.index, Realis.ACTUAL, polarity)
        if token.tag in ("VBN", "VBD") and is_a(token, "headline") and _without(parse, token):
            coming = Realis.PREDICTED if token.lower in COMING else Realis.ACTUAL
            return Content(span, token.index, before.index, coming, polarity)
    return None


def _without(parse: Parse, token: Token) -> bool:
    """Has the participle no object, and something behind it?"""
    below = [t for t in parse.children(token.index) if t.index > token.index]
    return not any(t.dep in ("dobj", "ccomp", "xcomp") for t in below)


def _tells(verb: Token) -> bool:
    return not (is_a(verb, "telling") or is_a(verb, "reading") or is_a(verb, "willing"))


def _phrase(context: Context, a: Attribution, inside: Sequence[Token], amounts: Sequence[Amount]) -> Content | None:
    """`seven dead`, `the arrival of 24 unmanned aircraft`, `40 million dollars annually`."""
    parse, numbers = context.parse, {t.index for t in inside}
    plain = [t for t in inside if any(c.isalnum() for c in t.text)]
    top = next((t for t in plain if t.head not in numbers or t.head == t.index), None)
    if top is None or len(plain) < 2 or top.pos not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    span = parse.span(plain[0].index, plain[-1].index + 1)
    if any(t.lower in ("i", "we", "you", "what", "how", "why") for t in plain):
        return None
    cue = parse.tokens[a.cue_head] if a.cue_head is not None else None
    cue = cue if cue is not None and cue.text.isalpha() else None
    if cue is not None and not is_a(cue, "figures"):
        return None
    counted = any(span.holds(m.span) for m in amounts) or any(t.dep == "nummod" and t.head == top.index for t in plain)
    happening = (
        (cue is None or is_a(cue, "notice"))
        and lemma_of(top) in words()["occurrence"]
        and any(names(context, t.index) for t in plain)
    )
    if not (counted or happening) or lemma_of(top) in words()["abstract"]:
        return None
    no = any(t.lower in DENIALS for t in plain) or _denied(parse, a)
    coming = cue is not None and lemma_of(cue) == "announce"
    realis = Realis.PREDICTED if coming else Realis.ACTUAL
    return Content(span, top.index, None, realis, Polarity.NEGATIVE if no else Polarity.POSITIVE)


def _denied(parse: Parse, a: Attribution) -> bool:
    return a.cue_head is not None and lemma_of(parse.tokens[a.cue_head]) in ("deny", "dispute", "reject")
