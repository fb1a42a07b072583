"""Attributions by adjectives with a copula: "is keen to", "was aware that", "are wary of"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import antecedent, passive, phrase, subject, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import can_speak
from dragoman.statements.context import Context

_PLAIN = frozenset({"clear", "plain"})
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "feel", "sound", "grow", "get", "stay"})
_PREPOSITIONS = frozenset({"of", "about", "with", "by", "for", "at", "over", "to", "on", "in"})


def by_adjectives(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of predicative adjectives and participles, attitudes for the most part."""
    parse = context.parse
    for token in context.tokens(sentence):
        act = lexicon.adjectives.get(token.lower) if token.pos in ("ADJ", "VERB") else None
        if token.lower in _PLAIN and (told := _made_clear(context, lexicon, token)) is not None:
            yield told
            continue
        if act is None:
            continue
        carrier = parse.head(token.index)
        if token.dep in ("acomp", "oprd") and carrier.lemma.lower() in _COPULAS:
            holder = subject(parse, carrier)
        elif token.tag == "VBN" and passive(parse, token):
            carrier, holder = token, parse.child(token.index, "nsubjpass", "nsubj")
        else:
            continue
        if holder is None or not can_speak(context, lexicon, antecedent(parse, holder)):
            continue
        found = _content(parse, token, carrier)
        if found is None:
            continue
        content, last = found
        first = min(
            [
                carrier.index,
                *(t.index for t in parse.children(carrier.index, "auxpass", "neg") if t.index < token.index),
            ]
        )
        source = phrase(parse, holder, [token.index])
        cue = parse.span(min(first, token.index), max(last, token.index, carrier.index) + 1)
        if not source.meets(content) and not cue.meets(content):
            yield Draft(cue, token.index, source, holder.index, (content,), act, "adjective")


def _made_clear(context: Context, lexicon: Lexicon, token: Token) -> Draft | None:
    """ "The ministry made (it) clear that ..."."""
    parse = context.parse
    made = parse.head(token.index)
    holder = parse.child(made.index, "nsubj") if made.lemma == "make" and made.index < token.index else None
    if holder is None or not can_speak(context, lexicon, antecedent(parse, holder)):
        return None
    clauses = (*parse.children(token.index, "advcl", "ccomp"), *parse.children(made.index, "advcl", "ccomp"))
    for clause in clauses:
        mark = parse.child(clause.index, "mark")
        span = tidy(parse, *parse.edges(clause.index)) if mark is not None and mark.lower == "that" else None
        if span is not None and clause.index > token.index:
            cue = parse.span(made.index, token.index + 1)
            return Draft(
                cue, made.index, phrase(parse, holder, [made.index]), holder.index, (span,), Act.SPEECH, "clear"
            )
    return None


def _content(parse: Parse, token: Token, carrier: Token) -> tuple[Span, int] | None:
    """The content and the last token of the cue (a preposition belongs to the cue)."""
    for top in (token, carrier):
        for clause in parse.children(top.index, "ccomp", "xcomp"):
            if clause.index > token.index:
                span = tidy(parse, *parse.edges(clause.index))
                if span is not None:
                    return span, token.index
    for clause in (*parse.children(carrier.index, "advcl"), *parse.children(token.index, "advcl")):
        mark = parse.child(clause.index, "mark")
        if mark is not None and mark.lower == "for" and mark.index == token.index + 1:
            span = tidy(parse, mark.index + 1, parse.edges(clause.index)[1])
            if span is not None:
                return span, mark.index
    for link in parse.children(token.index, "prep", "agent"):
        if link.index > token.index and link.lower in _PREPOSITIONS:
            inner = parse.child(link.index, "pobj", "pcomp")
            span = tidy(parse, *parse.edges(inner.index)) if inner is not None else None
            if span is not None:
                return span, link.index
    return None
