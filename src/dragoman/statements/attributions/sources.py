"""Which noun phrases can be a source, and what sort of voice they make."""

from __future__ import annotations

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Token
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.context import Context

_DUMMIES = frozenset(
    {"it", "this", "that", "there", "these", "those", "what", "everything", "nothing", "something", "which"}
)


def can_speak(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True unless the noun phrase is a thing that only seems to speak ("the law says", "the move suggests")."""
    referent = context.referents.at(head.index)
    if referent is not None and referent.kind is not None:
        return True
    if head.lower in _DUMMIES:
        return head.index in context.referents.antecedent
    return head.pos in ("PROPN", "PRON", "NUM") or head.lemma.lower() not in lexicon.silent


def is_document(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True for a noun phrase that names a text, a body of data or a study."""
    referent = context.referents.at(head.index)
    if referent is not None:
        return referent.kind is VoiceKind.DOCUMENT
    return head.lemma.lower() in lexicon.documents and head.lemma.lower() not in lexicon.outlets
