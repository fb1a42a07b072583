"""Attributions by prepositions: "according to the ministry", "per the Courier", "in the envoy's view"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import phrase
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import is_document
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

_JUDGED = frozenset({"be", "remain", "become", "mean", "appear", "seem", "look"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "relcl", "conj", "advcl", "parataxis", "acl", "xcomp"})
_SPEAKING = frozenset(
    {
        "words",
        "account",
        "telling",
        "admission",
        "accounts",
        "count",
        "estimate",
        "estimates",
        "reckoning",
        "calculation",
    }
    | {"opinion", "view", "assessment", "estimation", "judgment", "judgement"}
)


def by_prepositions(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of prepositional phrases of `sentence`, in text order."""
    for token in context.tokens(sentence):
        if token.lower == "according":
            yield from _according(context, quotes, lexicon, sentence, token)
        elif token.pos in ("ADP", "SCONJ") and token.lower in lexicon.prepositions:
            yield from _phrase(context, quotes, lexicon, sentence, token)


def _according(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence, token: Token) -> Iterator[Draft]:
    parse = context.parse
    to = parse.child(token.index, "prep", "aux")
    if to is None and token.index + 1 < sentence.last and parse.tokens[token.index + 1].lower == "to":
        to = parse.tokens[token.index + 1]
    if to is None or to.lower != "to":
        return
    source = parse.child(to.index, "pobj") or parse.child(token.index, "pobj") or _teller(context, lexicon, to)
    if source is None or source.lemma.lower() in lexicon.silent:
        return
    cue = parse.span(token.index, to.index + 1)
    draft = _around(context, quotes, sentence, token, source, cue, Act.SPEECH, "according to")
    if draft is not None:
        yield draft


def _teller(context: Context, lexicon: Lexicon, to: Token) -> Token | None:
    """Who announced it, in "according to what the minister announced"."""
    told = context.parse.child(to.index, "pcomp")
    if told is None or lexicon.verb(told) is None:
        return None
    return context.parse.child(told.index, "nsubj")


def _phrase(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence, token: Token) -> Iterator[Draft]:
    parse = context.parse
    noun = parse.child(token.index, "pobj")
    if noun is None:
        return
    if token.lower in ("for", "to"):
        if not _judges(context, lexicon, sentence, token, noun):
            return
        source, cue, act = noun, parse.span(token.index, token.index + 1), Act.ATTITUDE
    elif token.lower == "by" and noun.lower == "accounts" and parse.child(noun.index, "det") is not None:
        yield from _by_all_accounts(context, sentence, token)
        return
    elif token.lower == "per":
        if noun.pos == "PROPN" or is_document(context, lexicon, noun):
            source, cue, act = noun, parse.span(token.index, token.index + 1), Act.SPEECH
        else:
            return
    elif noun.lower in lexicon.prepositions[token.lower]:
        holder = parse.child(noun.index, "poss")
        of = parse.child(noun.index, "prep")
        if holder is None and of is not None and of.lower == "of":
            holder = parse.child(of.index, "pobj")
        if holder is None:
            return
        source, cue = holder, parse.span(token.index, noun.index + 1)
        act = Act.SPEECH if noun.lower in _SPEAKING else Act.ATTITUDE
    else:
        return
    if (
        token.lower not in ("per", "for", "to")
        and token.index != sentence.first
        and parse.tokens[token.index - 1].text != ","
    ):
        return
    draft = _around(context, quotes, sentence, token, source, cue, act, f"{token.lower}-phrase")
    if draft is not None:
        yield draft


def _judges(context: Context, lexicon: Lexicon, sentence: Sentence, token: Token, noun: Token) -> bool:
    """True for "For the ministry, the deal is a defeat": a body or a person, first in the sentence, and a copula."""
    last = context.parse.edges(noun.index)[1]
    top = _clause_above(context.parse, token)
    holder = noun.pos == "PROPN" or noun.lemma.lower() in lexicon.institutions | lexicon.unnamed
    comma = last + 1 < sentence.last and context.parse.tokens[last + 1].text == ","
    return token.index == sentence.first and holder and comma and top.lemma in _JUDGED


def _by_all_accounts(context: Context, sentence: Sentence, token: Token) -> Iterator[Draft]:
    parse = context.parse
    left, right = parse.edges(token.index)
    first, last = _bounds(parse, sentence, _clause_above(parse, token), left, right)
    content = without(parse, first, last, [(left, right)])
    if content:
        yield Draft(parse.span(left, right + 1), token.index, None, None, content, Act.SPEECH, "by all accounts")


def _around(
    context: Context, quotes: Quotes, sentence: Sentence, token: Token, source: Token, cue: Span, act: Act, rule: str
) -> Draft | None:
    """The clause that the prepositional phrase hangs on, the phrase left out."""
    parse = context.parse
    left, right = parse.edges(token.index)
    right = max(right, parse.edges(source.index)[1])
    top = _clause_above(parse, token)
    before = quotes.before(token.start)
    if before is not None and before.words > 3 and parse.tokens[max(left - 1, 0)].text in "\"”'',":
        content: tuple[Span, ...] = (before.span,)
    else:
        first, last = _bounds(parse, sentence, top, left, right)
        first = _past_colon(parse, first, left)
        content = without(parse, first, last, [(left, right)])
    named = phrase(parse, source)
    return Draft(cue, token.index, named, source.index, content, act, rule) if content else None


def _past_colon(parse: Parse, first: int, left: int) -> int:
    """`first`, or `left` where a colon or semicolon parts the phrase from what stands before it."""
    mark = parse.tokens[left - 1].text if left > first else ""
    return left if mark in (":", ";") else first


def _clause_above(parse: Parse, token: Token) -> Token:
    above = token
    for above in parse.ancestors(token.index):
        if above.dep in _CLAUSAL and above.pos in ("VERB", "AUX"):
            return above
    return above


def _bounds(parse: Parse, sentence: Sentence, top: Token, left: int, right: int) -> tuple[int, int]:
    """Where the content starts and ends: the clause of `top`; for a phrase that leads or ends the sentence, all of it."""
    first, last = parse.edges(top.index)
    if top.dep == "relcl":
        first = min(first, top.index)
    if left <= sentence.first or (
        right >= sentence.last - 2 and top.dep in ("ROOT", "ccomp", "xcomp", "acl", "relcl", "conj")
    ):
        return sentence.first, sentence.last - 1
    return first, last
