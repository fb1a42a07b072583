"""Attributions to an outlet's own eyes: "as the Post saw", "Example Wire reporters saw tanks cross", "a reporter counted"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import cue_span, phrase, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

_SEEING = frozenset({"see", "witness", "watch", "hear", "observe", "count", "note"})
_REPORTERS = frozenset({"reporter", "correspondent", "journalist", "photographer", "crew", "stringer"})


def by_witnesses(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """What outlets and their reporters saw: a clause, the clause that "as they saw" hangs on, or what they counted."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.pos != "VERB" or token.lemma.lower() not in _SEEING:
            continue
        who = parse.child(token.index, "nsubj")
        outlet = outlet_of(context, lexicon, who) if who is not None else None
        content = _seen(parse, token) if outlet is not None else ()
        if who is None or outlet is None or not content:
            continue
        speaker = outlet.index if outlet.index != who.index else None
        source = phrase(parse, who, [token.index])
        yield Draft(
            cue_span(parse, token), token.index, source, who.index, content, Act.SPEECH, "witness", speaker=speaker
        )


def outlet_of(context: Context, lexicon: Lexicon, who: Token) -> Token | None:
    """The outlet that the noun phrase is, or whose reporters it names."""
    if is_outlet(context, lexicon, who):
        return who
    if who.lemma.lower() not in _REPORTERS:
        return None
    parse = context.parse
    links = [t for t in parse.children(who.index, "prep") if t.lower in ("of", "for", "from", "at", "with")]
    inner = [t for link in links for t in parse.children(link.index, "pobj")]
    near = (*parse.children(who.index, "compound", "poss", "nmod"), *inner)
    return next((t for t in near if is_outlet(context, lexicon, t)), None)


def _seen(parse: Parse, token: Token) -> tuple[Span, ...]:
    if token.dep == "advcl" and any(t.lower == "as" for t in parse.children(token.index, "mark")):
        return without(parse, *parse.edges(parse.head(token.index).index), [parse.edges(token.index)])
    clause = parse.child(token.index, "ccomp")
    if clause is None and token.lemma.lower() == "count":
        clause = parse.child(token.index, "dobj")
    if clause is None or clause.index < token.index:
        return ()
    span = tidy(parse, *parse.edges(clause.index))
    return (span,) if span is not None else ()
