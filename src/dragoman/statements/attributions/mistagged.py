"""Cues that the parse takes for nouns: "..., the Courier states", "Ruritania claims that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import SUBJECTS, tidy
from dragoman.statements.attributions.inflection import third_person
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.context import Context

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENERS = frozenset({",", '"', "”", "''", "»", "."})


def by_mistagged(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """A name and a verb of saying in "-s" that the parse holds to be a compound noun, with a clause or quote beside it."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.index == sentence.first or not _nameless(context.parse, token):
            continue
        verb = lexicon.verb(token)
        if verb is None or verb.people.get("clause") is not Act.SPEECH or token.lower != third_person(verb.lemma):
            continue
        first = _name(context, lexicon, sentence, token)
        source = tidy(parse, first, token.index - 1) if first < token.index else None
        if source is None:
            continue
        cue = parse.span(token.index, token.index + 1)
        after = parse.tokens[token.index + 1] if token.index + 1 < sentence.last else None
        content = None
        promises = after is not None and after.lower == "to" and "infinitive" in verb.people
        if after is not None and (after.lower == "that" or promises):
            content = tidy(parse, after.index, sentence.last - 1)
        elif after is None or after.text in ".,":
            before = quotes.before(parse.tokens[first].start)
            if before is not None and before.words > 2:
                content = before.span
        if content is not None:
            yield Draft(cue, token.index, source, token.index - 1, (content,), Act.SPEECH, "mistagged")


def _name(context: Context, lexicon: Lexicon, sentence: Sentence, token: Token) -> int:
    """First token of the run of proper nouns (and an article) right before `token`; `token` itself where there is none."""
    first = token.index
    while first > sentence.first and context.parse.tokens[first - 1].pos == "PROPN":
        first -= 1
    if sentence.first < first < token.index and context.parse.tokens[first - 1].pos == "DET":
        first -= 1
    if first == token.index and token.index > sentence.first:
        first = _noun_phrase(context, lexicon, sentence, token)
    before = context.parse.tokens[first - 1] if first > sentence.first else None
    opens = before is None or before.text in _OPENERS or before.pos in ("CCONJ", "SCONJ")
    return first if opens else token.index


def _noun_phrase(context: Context, lexicon: Lexicon, sentence: Sentence, token: Token) -> int:
    """First token of "the same weekly" right before `token`; `token` itself where no such phrase stands there."""
    tokens = context.parse.tokens
    last = tokens[token.index - 1].lower
    if last not in lexicon.outlets | lexicon.institutions | lexicon.roles:
        return token.index
    for at in range(token.index - 1, max(sentence.first - 1, token.index - 5), -1):
        if tokens[at].pos == "DET":
            return at
        if tokens[at].pos not in ("ADJ", "NOUN", "PROPN"):
            break
    return token.index


def _nameless(parse: Parse, token: Token) -> bool:
    """True for a plural noun, and for a verb in "-s" whose subject the parse does not see."""
    if token.pos in _NOUNS:
        return token.tag == "NNS"
    return token.tag == "VBZ" and parse.child(token.index, *SUBJECTS) is None
