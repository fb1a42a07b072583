"""Attributions by nouns: "the minister's claim that", "hopes of a deal", "voiced concern that", "a call for talks"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import DAYS, antecedent, phrase, subject, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.attributions.sources import can_speak
from dragoman.statements.context import Context

_HOLDER_PREPOSITIONS = frozenset({"by", "from", "of", "among"})
_HEARSAY = frozenset({"reports", "rumors", "rumours", "claims", "allegations", "suggestions", "speculation"})
_CLAIMS = frozenset({"claim", "allegation", "accusation", "warning", "assertion", "statement", "complaint", "concern"})
_TO = frozenset({"commitment", "objection", "opposition", "resistance", "reference", "threat"})
_WAYS = frozenset(
    {"air", "arrival", "television", "tv", "radio", "twitter", "facebook", "behalf", "condition", "record"}
)
_PHRASES = frozenset({"phrase", "term", "word", "words", "expression"})
_PRESS = frozenset({"newspaper", "media", "press", "news", "agency", "television", "radio"})
_CONTENT_PREPOSITIONS = frozenset({"about", "for", "of", "over", "on", "against", "to"})


def by_nouns(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of nouns with a clause, an infinitive or a prepositional phrase as their content."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.lower in _PHRASES and (used := _used(context, quotes, lexicon, token)) is not None:
            yield used
            continue
        act = lexicon.nouns.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if act is None or any(t.lower == "no" for t in parse.children(token.index, "det")):
            continue
        found = _holder(context, lexicon, token)
        if found is None:
            heard = _hearsay(parse, token)
            if heard is not None:
                yield heard
            continue
        holder, cue = found
        content = _content(parse, token) or _quote_after(context, quotes, token)
        if content is None or content.meets(cue):
            continue
        if not can_speak(context, lexicon, antecedent(parse, holder)):
            continue
        source = phrase(parse, holder, [token.index])
        if source.meets(content):
            continue
        yield Draft(cue, token.index, source, holder.index, (content,), act, "noun")


def _holder(context: Context, lexicon: Lexicon, noun: Token) -> tuple[Token, Span] | None:
    """Whose claim or hope it is, with the cue: possessor, "by/from/of" phrase, or subject of the verb that carries it."""
    parse = context.parse
    own = parse.span(noun.index, noun.index + 1)
    holder = parse.child(noun.index, "poss")
    if holder is not None:
        return holder, own
    verb = parse.head(noun.index)
    if noun.dep == "dobj" and verb.lemma.lower() in lexicon.light and verb.index < noun.index:
        doer = subject(parse, verb)
        if doer is not None:
            return doer, parse.span(verb.index, noun.index + 1)
    for link in parse.children(noun.index, "prep"):
        if (link.lower in _HOLDER_PREPOSITIONS and link.lower != "of") or (
            link.lower == "of" and _has_clause(parse, noun)
        ):
            someone = parse.child(link.index, "pobj")
            if someone is not None and (
                someone.pos == "PROPN" or someone.lemma.lower() in lexicon.unnamed | lexicon.institutions
            ):
                return someone, own
        if link.lower == "in" and _has_clause(parse, noun):
            paper = parse.child(link.index, "pobj")
            if paper is not None and is_outlet(context, lexicon, paper):
                return paper, own
    for label in parse.children(noun.index, "compound", "nmod", "amod"):
        if label.pos == "PROPN" and label.index < noun.index and _has_clause(parse, noun):
            return label, own
        body = label.pos == "PROPN" or label.lower in lexicon.institutions
        if body and label.index < noun.index and noun.lemma.lower() in _CLAIMS and _speaks_of(parse, noun):
            return label, own
    return None


def _used(context: Context, quotes: Quotes, lexicon: Lexicon, noun: Token) -> Draft | None:
    """ "'A Russian lake', a phrase the president used": the quote before the noun is the words of whoever used it."""
    parse = context.parse
    verb = parse.child(noun.index, "relcl")
    who = parse.child(verb.index, "nsubj") if verb is not None and verb.lemma in ("use", "coin", "utter") else None
    quote = quotes.before(parse.tokens[parse.edges(noun.index)[0]].start)
    if verb is None or who is None or quote is None or not can_speak(context, lexicon, antecedent(parse, who)):
        return None
    source = phrase(parse, who, [verb.index])
    return Draft(
        parse.span(verb.index, verb.index + 1), verb.index, source, who.index, (quote.span,), Act.SPEECH, "used"
    )


def _speaks_of(parse: Parse, noun: Token) -> bool:
    """True for claims "about" something, or with a clause."""
    about = any(t.lower in ("about", "that") for t in parse.children(noun.index, "prep"))
    return about or _has_clause(parse, noun)


def _hearsay(parse: Parse, noun: Token) -> Draft | None:
    """ "Reports that ...", whose reports is not said: their own unnamed source."""
    clause = next((c for c in parse.children(noun.index, "acl", "ccomp", "relcl") if _that(parse, c)), None)
    before = parse.tokens[noun.index - 1] if noun.index else None
    of_press = before is not None and before.lower in _PRESS and noun.lower in ("report", "reports")
    if not (noun.lower in _HEARSAY or of_press) or clause is None or parse.child(noun.index, "poss") is not None:
        return None
    if before is not None and before.pos in ("PROPN", "NOUN") and not of_press:
        return None
    content = tidy(parse, *parse.edges(clause.index))
    if content is None:
        return None
    cue = parse.span(noun.index, noun.index + 1)
    return Draft(cue, noun.index, None, None, (content,), Act.SPEECH, "hearsay", speaker=noun.index)


def _quote_after(context: Context, quotes: Quotes, noun: Token) -> Span | None:
    """The quote that a colon after the noun brings in."""
    quote = quotes.after(noun.end)
    colon = quote is not None and ":" in context.text[noun.end : quote.span.start]
    return quote.span if quote is not None and colon else None


def _has_clause(parse: Parse, noun: Token) -> bool:
    own = parse.children(noun.index, "acl", "ccomp", "relcl")
    late = parse.children(noun.head, "ccomp") if noun.dep == "dobj" else ()
    return any(_that(parse, c) for c in (*own, *late) if c.index > noun.index)


def _end(parse: Parse, clause: Token) -> int:
    """Last token of a clause before a verb without a subject that goes on with the carrier of the noun."""
    for other in parse.children(clause.index, "conj"):
        link = parse.child(clause.index, "cc")
        alone = parse.child(other.index, "nsubj", "nsubjpass", "aux", "auxpass") is None
        if other.tag in ("VBD", "VBZ") and alone and link is not None and link.index < other.index:
            return link.index - 1
    return parse.edges(clause.index)[1]


def _that(parse: Parse, clause: Token) -> bool:
    mark = parse.child(clause.index, "mark")
    if mark is not None:
        return mark.lower in ("that", "whether")
    first = parse.tokens[parse.edges(clause.index)[0]]
    return first.tag == "IN" and first.lower == "that"


def _content(parse: Parse, noun: Token) -> Span | None:
    for clause in parse.children(noun.index, "acl", "ccomp", "relcl", "xcomp"):
        infinitive = any(t.lower == "to" for t in parse.children(clause.index, "aux"))
        if clause.index > noun.index and (_that(parse, clause) or infinitive):
            return tidy(parse, parse.edges(clause.index)[0], _end(parse, clause))
    verb = parse.head(noun.index)
    if noun.dep == "dobj":
        for clause in parse.children(verb.index, "ccomp"):
            if clause.index > noun.index and _that(parse, clause):
                return tidy(parse, parse.edges(clause.index)[0], _end(parse, clause))
    for link in parse.children(noun.index, "prep"):
        if link.index > noun.index and link.lower in _CONTENT_PREPOSITIONS:
            inner = parse.child(link.index, "pobj", "pcomp")
            heard = link.lower == "to" and noun.lemma.lower() not in _TO
            if inner is not None and not heard and inner.text not in DAYS and inner.lower not in _WAYS:
                return tidy(parse, *parse.edges(inner.index))
    return None
