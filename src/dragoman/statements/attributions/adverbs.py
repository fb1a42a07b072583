"""Attributions by adverbs: "reportedly", "allegedly". They name no source."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

_CLAUSAL = frozenset({"ROOT", "ccomp", "relcl", "conj", "advcl", "parataxis", "acl", "xcomp"})


def by_adverbs(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of hearsay adverbs: the clause that they stand in."""
    parse = context.parse
    for token in context.tokens(sentence):
        act = lexicon.adverbs.get(token.lower) if token.pos == "ADV" else None
        if act is None:
            continue
        top = _clause(parse, token)
        first, last = parse.edges(top.index)
        content = without(parse, first, last, [(token.index, token.index)])
        if content:
            cue = parse.span(token.index, token.index + 1)
            yield Draft(cue, token.index, None, None, content, act, "adverb")


def _clause(parse: Parse, token: Token) -> Token:
    above = token
    for above in parse.ancestors(token.index):
        if above.dep in _CLAUSAL:
            return above
    return above
