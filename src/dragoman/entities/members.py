"""Nouns for the people of a body: "Hamas fighters", "officials of the European Union", "a delegation from the party"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Token
from dragoman.entities.nominals import Work, phrase_at
from dragoman.entities.words import nouns

_OF = frozenset({"of", "from"})


def of_members(work: Work, token: Token) -> Referent | None:
    """The body that the people named by a noun belong to and act for; None where no body stands beside it."""
    if token.lemma.lower() not in nouns("members", "words") or token.lower == "member":
        return None
    body = _body_beside(work, token)
    if body is None:
        return None
    unnamed = token.lemma.lower() in nouns("unnamed", "words")
    kind = VoiceKind.UNNAMED if unnamed else VoiceKind.INSTITUTION
    return replace(body, name=phrase_at(work, token.index), kind=kind, sex="", plural=token.tag in ("NNS", "NNPS"))


def _body_beside(work: Work, token: Token) -> Referent | None:
    parse = work.parse
    for child in parse.children(token.index, "compound", "nmod", "poss"):
        body = _body(work, child)
        if body is not None:
            return body
    for prep in parse.children(token.index, "prep"):
        if prep.lower in _OF and prep.index == token.index + 1:
            for inner in parse.children(prep.index, "pobj"):
                return _body(work, inner)
    return None


def _body(work: Work, token: Token) -> Referent | None:
    """What `token` names; a noun for a body stands for the name beside it ("the Hamas group")."""
    found = work.by_token.get(token.index)
    if found is None and token.lemma.lower() in nouns("members", "bodies"):
        beside = work.parse.children(token.index, "compound", "nmod", "appos")
        found = next((r for c in beside if (r := work.by_token.get(c.index)) is not None), None)
    if found is None or found.kind is not VoiceKind.INSTITUTION or found.entity is None or not found.acts:
        return None
    return None if found.entity in work.states.values() else found
