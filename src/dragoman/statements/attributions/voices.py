"""The voice that a source adds to a chain: its name as a reader would write it, and its kind."""

from __future__ import annotations

import re

from dragoman.domain.attribution import Voice
from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.grammar import antecedent
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.context import Context

_SPACE = re.compile(r"\s+")
_LEADING = re.compile(r"^(?:the|a|an)\s+(?=[A-Z])|[,;:\s]+$|['’]s?$", re.IGNORECASE)


def voice_of(context: Context, lexicon: Lexicon, source: Span, head: Token) -> Voice:
    """The voice of the noun phrase `source` headed by `head`."""
    head = antecedent(context.parse, head)
    referent = context.referents.at(head.index)
    if referent is not None and referent.kind is not None:
        unnamed = referent.kind is VoiceKind.UNNAMED
        return Voice(_words(context, source) if unnamed else referent.name, referent.entity, referent.kind)
    if head.pos == "PRON" and referent is not None:
        return Voice(referent.name, referent.entity, VoiceKind.PERSON)
    return Voice(_name(context, source, head), referent.entity if referent else None, kind_of(context, lexicon, head))


def kind_of(context: Context, lexicon: Lexicon, head: Token) -> VoiceKind:
    """Person, institution, outlet, document or unnamed, by the head noun and the parser's name labels."""
    word = head.lemma.lower()
    label = next((n.label for n in context.parse.names if n.first <= head.index < n.last), "")
    if head.pos == "PROPN" or label in ("PERSON", "ORG", "GPE"):
        if label == "PERSON":
            return VoiceKind.PERSON
        if head.lower in lexicon.outlets or head.lower in _PAPERS:
            return VoiceKind.OUTLET
        if label in ("ORG", "GPE", "NORP", "FAC", "LOC"):
            return VoiceKind.INSTITUTION
        return VoiceKind.DOCUMENT if word in lexicon.documents else VoiceKind.PERSON
    if word in lexicon.outlets:
        return VoiceKind.OUTLET
    if word in lexicon.documents:
        return VoiceKind.DOCUMENT
    if word in lexicon.institutions:
        return VoiceKind.INSTITUTION
    return VoiceKind.UNNAMED


_PAPERS = frozenset(
    [
        "times",
        "post",
        "journal",
        "herald",
        "tribune",
        "courier",
        "gazette",
        "chronicle",
        "guardian",
        "mirror",
        "telegraph",
        "news",
        "reuters",
        "bloomberg",
    ]
)


def _name(context: Context, source: Span, head: Token) -> str:
    name = next(
        (n for n in context.parse.names if n.first <= head.index < n.last and n.label in ("PERSON", "ORG")), None
    )
    if name is not None:
        return _tidy(context.parse.span(name.first, name.last).of(context.text))
    return _words(context, source)


def _words(context: Context, source: Span) -> str:
    return _tidy(source.of(context.text)) or source.of(context.text)


def _tidy(words: str) -> str:
    return _LEADING.sub("", _SPACE.sub(" ", words).strip()).strip()


def referent_of(context: Context, head: Token | None) -> Referent | None:
    """Whom the source stands for, where the entities room knows."""
    return context.referents.at(antecedent(context.parse, head).index) if head is not None else None


def own_outlet(context: Context, parse: Parse, voice: Voice) -> bool:
    """True where the voice is the report's own outlet."""
    outlet = context.report.outlet
    return outlet is not None and outlet.casefold().removeprefix("the ") == voice.name.casefold().removeprefix("the ")
