"""Who or what a clause that is told names as its subject."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Manner
from dragoman.domain.statement import Role
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.parties import Parties
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import is_a, words
from dragoman.statements.told.turns import cleft

THIRD = frozenset({"he", "she", "it", "they"})
"""No speaker means himself by these in his own words."""


def actor(parties: Parties, clause: Clause, subject: int, amounts: Sequence[Amount]) -> Role | None:
    """Whom or what the subject names, None where it has no name and is not counted.

    At the head of a sentence a number's capital would pass for a name, so what is counted is left out there.
    """
    token = parties.context.parse.tokens[subject]
    if token.lower in words()["pointing"] or _of_a_thing(parties, clause, token.lower, amounts):
        return None
    role = parties.role(subject)
    if (token.lower == "we" and role.country is None) or _own(clause, token.lower, role):
        return None
    own_word = token.pos == "NOUN" and token.text.islower() and role.entity in (token.lower, lemma_of(token))
    if own_word and role.country is None:
        return None
    if role.entity is not None or role.country is not None:
        return role
    if role.text[:1].isupper():
        return None
    return role if any(role.span.holds(a.span) or a.span.holds(role.span) for a in amounts) else None


def _of_a_thing(parties: Parties, clause: Clause, subject: str, amounts: Sequence[Amount]) -> bool:
    """Is it a pronoun of what only a thing does (`it stood at 30 million`), or of nothing (`it was the army that ...`)?"""
    parse = parties.context.parse
    if subject in ("it", "they") and amounts and is_a(parse.tokens[clause.head], "standing"):
        return True
    return subject == "it" and cleft(parse, clause.head) is not None


def _own(clause: Clause, subject: str, role: Role) -> bool:
    over = clause.attribution
    if over is None or over.manner is not Manner.DIRECT or over.referent is None:
        return False
    return subject in THIRD and role.entity == over.referent.entity
