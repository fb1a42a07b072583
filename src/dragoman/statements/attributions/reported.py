"""Whose words another passes on: "quoted the envoy as saying that ...", "citing an officer as saying that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import passive, phrase, subject, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.context import Context

_QUOTING = frozenset({"quote", "cite"})
RULE = "quoted them as saying"


def by_quoting(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The source is the object of the verb of quoting; its subject passed the words on."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.pos != "VERB" or token.lemma.lower() not in _QUOTING or passive(parse, token):
            continue
        who = parse.child(token.index, "dobj")
        saying = _saying(context, lexicon, token)
        if who is None or saying is None:
            continue
        content = _told(context, quotes, saying) or _before(context, quotes, sentence, token)
        if content is None:
            continue
        source = phrase(parse, who, [saying.index])
        teller = _teller(context, lexicon, token)
        cue = parse.span(saying.index, saying.index + 1)
        through = teller.index if teller is not None and teller.index != who.index else None
        yield Draft(cue, token.index, source, who.index, (content,), Act.SPEECH, RULE, through=through)


def _teller(context: Context, lexicon: Lexicon, token: Token) -> Token | None:
    """The subject; of a participle, that of the verb of saying whose clause it was hung on."""
    parse = context.parse
    above = parse.head(token.index)
    while token.dep == "advcl" and above.dep in ("ccomp", "xcomp") and parse.child(token.index, "nsubj") is None:
        above = parse.head(above.index)
        verb = lexicon.verb(above)
        if verb is not None and verb.speaks:
            return subject(parse, above)
    return subject(parse, token)


def passes_on(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """True for the verb of "quoted the envoy as saying", which says nothing else."""
    return token.lemma.lower() in _QUOTING and _saying(context, lexicon, token) is not None


def _saying(context: Context, lexicon: Lexicon, token: Token) -> Token | None:
    """The participle of "as saying", which the parse hangs on the verb or on its object."""
    parse = context.parse
    who = parse.child(token.index, "dobj")
    for way in (*parse.children(token.index, "prep"), *(parse.children(who.index, "prep") if who is not None else ())):
        saying = parse.child(way.index, "pcomp") if way.lower == "as" else None
        verb = lexicon.verb(saying) if saying is not None else None
        if verb is not None and verb.speaks:
            return saying
    return None


def _before(context: Context, quotes: Quotes, sentence: Sentence, token: Token) -> Span | None:
    """The quote or clause that "the agency quoted him as saying" follows."""
    parse = context.parse
    who = parse.child(token.index, "nsubj")
    if who is None:
        return None
    first = parse.edges(who.index)[0]
    quote = quotes.before(parse.tokens[first].start)
    if quote is not None:
        return quote.span
    opens = first > sentence.first and parse.tokens[first - 1].text == ","
    return tidy(parse, sentence.first, first - 2) if opens and parse.child(token.index, "ccomp") is not None else None


def _told(context: Context, quotes: Quotes, saying: Token) -> Span | None:
    clause = context.parse.child(saying.index, "ccomp")
    if clause is not None and clause.index > saying.index:
        return tidy(context.parse, *context.parse.edges(clause.index))
    quote = quotes.after(saying.end)
    return quote.span if quote is not None else None
