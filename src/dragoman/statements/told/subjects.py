"""Of what something is told: the subjects of clauses, and the names in phrases."""

from __future__ import annotations

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Token
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.context import Context
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import words

ASIDE = frozenset({"relcl", "advcl", "acl", "conj", "appos"})


def can_be_told(context: Context, clause: Clause) -> bool:
    """Does the subject stand before its verb for something: no pointing word, no clause, no idea?"""
    parse, token = context.parse, context.parse.tokens[clause.subject]
    if token.dep in ("expl", "csubj", "csubjpass") or is_verb(token):
        return False
    if token.lower in words()["pointing"] and not _part(context, token):
        return False
    if token.index > clause.head or parse.child(clause.head, "expl") is not None:
        return False
    if token.pos == "PRON":
        known = context.referents.at(token.index) is not None or token.index in context.referents.antecedent
        said = clause.attribution is not None and lemma_of(parse.tokens[clause.head]) != "be"
        return known or _part(context, token) or (said and token.lower in ("it", "they", "he", "she"))
    return lemma_of(token) not in words()["abstract"]


def _part(context: Context, token: Token) -> bool:
    """`most of those on view`, `one of the ships`."""
    return any(t.lower == "of" for t in context.parse.children(token.index, "prep"))


def definite(context: Context, subject: int) -> bool:
    """`the strike`, `its reserves`, `all three shifts`, `most of them`, `it`."""
    token = context.parse.tokens[subject]
    if token.pos == "PRON" or (token.lower in words()["pointing"] and _part(context, token)):
        return True
    return any(
        t.dep in ("poss", "nummod") or t.lower in ("the", "all", "both", "this", "these", "that")
        for t in context.parse.children(subject)
    )


def outlet(context: Context, subject: int) -> bool:
    referent = context.referents.at(subject)
    return referent is not None and referent.kind is VoiceKind.OUTLET


def names(context: Context, index: int) -> bool:
    """Is there a name in the phrase headed by token `index`, the clauses in it left out?"""
    parse, found = context.parse, [index]
    for i in found:
        if _name(context, parse.tokens[i]):
            return True
        found.extend(t.index for t in parse.children(i) if t.dep not in ASIDE)
    return False


def _name(context: Context, token: Token) -> bool:
    if token.pos == "PROPN" and token.text[:1].isupper():
        return not any(n.first <= token.index < n.last and n.label in ("DATE", "TIME") for n in context.parse.names)
    referent = context.referents.at(token.index)
    return referent is not None and referent.entity is not None
