"""Attributions by passives: "is believed to have left", "it is reported that", "was rejected by the council"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import agent, cue_span, passive, phrase, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.relays import CARRIED, CITED, is_outlet
from dragoman.statements.attributions.sources import can_speak, is_document
from dragoman.statements.context import Context

_AS = frozenset({"as"})
_TOLD = frozenset({"tell", "inform"})
_LINKS = {
    "accuse": frozenset({"of"}),
    "suspect": frozenset({"of"}),
    "blame": frozenset({"for"}),
    "charge": frozenset({"with"}),
    "put": frozenset({"at"}),
    "estimate": frozenset({"at"}),
}


def by_passives(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of passive verbs, with a source where a "by" phrase names one."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.pos != "VERB" or token.tag != "VBN":
            continue
        lemma = lexicon.lemma(token)
        doer = agent(parse, token)
        whole = passive(parse, token)
        if token.dep == "acl" and lemma in CITED | CARRIED:
            continue
        if not whole and not (token.dep == "acl" and doer is not None):
            continue
        if doer is not None and not can_speak(context, lexicon, doer):
            continue
        if whole and doer is None and lemma in _TOLD and (heard := _outlet_told(context, lexicon, sentence, token)):
            yield heard
            continue
        if whole and (draft := _quoted_as_saying(context, quotes, lexicon, token)) is not None:
            yield draft
            continue
        act = lexicon.passives.get(lemma)
        verb = lexicon.verbs.get(lemma)
        if doer is not None and act is None and verb is not None:
            document = is_document(context, lexicon, doer)
            act = verb.act("object", document=document) or verb.act("clause", document=document)
        content = _content(parse, token, doer, bare=doer is None) if act is not None else ()
        if act is None or not content:
            continue
        source = phrase(parse, doer, [token.index]) if doer is not None else None
        if source is not None and any(source.meets(s) for s in content):
            continue
        yield Draft(cue_span(parse, token), token.index, source, doer.index if doer else None, content, act, "passive")


def _outlet_told(context: Context, lexicon: Lexicon, sentence: Sentence, token: Token) -> Draft | None:
    """ "The Courier has been told that ...": who told it is not said, and the paper answers for it."""
    parse = context.parse
    paper = parse.child(token.index, "nsubjpass", "nsubj")
    if paper is None or not is_outlet(context, lexicon, paper):
        return None
    first = parse.edges(paper.index)[0]
    clause = parse.child(token.index, "ccomp")
    if clause is not None and clause.index > token.index:
        content = tidy(parse, *parse.edges(clause.index))
    elif first > sentence.first and parse.tokens[first - 1].text == ",":
        content = tidy(parse, sentence.first, first - 2)
    else:
        return None
    if content is None:
        return None
    return Draft(
        cue_span(parse, token), token.index, phrase(parse, paper), paper.index, (content,), Act.SPEECH, "passive"
    )


def _quoted_as_saying(context: Context, quotes: Quotes, lexicon: Lexicon, token: Token) -> Draft | None:
    """The source is the subject in "the envoy was quoted as saying that ..."."""
    parse = context.parse
    thing = parse.child(token.index, "nsubjpass")
    way = next((w for w in parse.children(token.index, "prep") if w.lower == "as"), None)
    saying = parse.child(way.index, "pcomp") if way is not None else None
    verb = lexicon.verb(saying) if saying is not None else None
    if thing is None or saying is None or verb is None or not verb.speaks:
        return None
    clause = parse.child(saying.index, "ccomp")
    quote = quotes.after(saying.end) or quotes.before(phrase(parse, thing, [token.index]).start)
    content = (
        tidy(parse, *parse.edges(clause.index)) if clause is not None else quote.span if quote is not None else None
    )
    if content is None:
        return None
    cue = cue_span(parse, token).join(parse.span(saying.index, saying.index + 1))
    return Draft(cue, token.index, phrase(parse, thing), thing.index, (content,), Act.SPEECH, "quoted as saying")


def _content(parse: Parse, token: Token, doer: Token | None, *, bare: bool) -> tuple[Span, ...]:
    """A that-clause; the subject with its infinitive or "as" phrase; with a source, the subject alone."""
    thing = parse.child(token.index, "nsubjpass", "nsubj")
    for clause in parse.children(token.index, "ccomp"):
        if clause.index > token.index and (thing is None or thing.lower == "it"):
            return _some(tidy(parse, *parse.edges(clause.index)))
    if token.dep == "acl":
        way = next((w for w in parse.children(token.index, "prep") if w.lower == "as"), None)
        noun = phrase(parse, parse.head(token.index), [token.index])
        return (noun, *_some(tidy(parse, *_view(parse, way)) if way else None))
    if thing is None or thing.lower in ("it", "there"):
        return ()
    named = phrase(parse, thing, [token.index])
    for rest in parse.children(token.index, "xcomp", "ccomp", "oprd", "prep"):
        links = _LINKS.get(token.lemma.lower(), _AS)
        if rest.index > token.index and (rest.dep != "prep" or rest.lower in links):
            return (named, *_some(tidy(parse, *parse.edges(rest.index))))
    return () if bare else (named,)


def _view(parse: Parse, way: Token) -> tuple[int, int]:
    """The "as" phrase up to a comma with a finite verb behind it, which the parse hangs on it by mistake."""
    first, last = parse.edges(way.index)
    for token in parse.tokens[first:last]:
        if token.text == "," and parse.tokens[token.index + 1].tag in ("VBD", "VBZ"):
            return first, token.index - 1
    return first, last


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()
