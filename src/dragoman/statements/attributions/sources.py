"""Which noun phrases can be a source, and what sort of voice they make."""

from __future__ import annotations

import calendar

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Token
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.context import Context

_DUMMIES = frozenset({"it", "this", "that", "there", "these", "those", "what", "which"}) | {
    "everything", "nothing", "something", "nobody", "none", "anyone", "anybody", "whoever",
}  # fmt: skip

_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name}) - {"", "May", "April", "June"}
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship")


def can_speak(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True unless the noun phrase is a thing that only seems to speak ("the law says", "the move suggests")."""
    referent = context.referents.at(head.index)
    if referent is not None and referent.kind is not None:
        return True
    if head.text in _CALENDAR:
        return False
    if head.lower in _DUMMIES:
        return head.index in context.referents.antecedent
    if head.pos in ("PROPN", "PRON", "NUM"):
        return True
    return head.lemma.lower() not in lexicon.silent and (known(context, lexicon, head) or not _abstract(head))


def _abstract(head: Token) -> bool:
    """True for nouns made of verbs and adjectives ("the decision", "the readiness")."""
    return head.lemma.lower().endswith(_ABSTRACT)


def is_document(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True for a noun phrase that names a text, a body of data or a study."""
    referent = context.referents.at(head.index)
    if referent is not None:
        return referent.kind is VoiceKind.DOCUMENT
    words = {head.lower, head.lemma.lower()}
    return bool(words & lexicon.documents) and not words & lexicon.outlets


def known(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True where the head noun is one of people, bodies or documents, or a name."""
    if context.referents.at(head.index) is not None or head.pos in ("PROPN", "PRON", "NUM"):
        return True
    word = head.lemma.lower()
    lists = (
        lexicon.documents,
        lexicon.institutions,
        lexicon.outlets,
        lexicon.unnamed,
        lexicon.published,
        lexicon.roles,
    )
    return any(word in words or head.lower in words for words in lists) or word.endswith(("er", "or", "ist", "ian"))


def publishes(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True for outlets, documents, institutes and experts: what they think is known because they said so."""
    referent = context.referents.at(head.index)
    if referent is not None and referent.kind in (VoiceKind.OUTLET, VoiceKind.DOCUMENT):
        return True
    name = referent.name.lower() if referent is not None else ""
    words = {head.lower, head.lemma.lower(), *name.split()}
    return bool(words & lexicon.published) or is_document(context, lexicon, head)
