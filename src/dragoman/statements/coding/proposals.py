"""Whose proposal `this proposal` is: the party that last offered, asked or mediated before it is refused or taken up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.parse import Parse
from dragoman.domain.statement import Plover, Role, Statement
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs

ANSWERS = frozenset({"refuse", "accept"})
POINTING = frozenset({"this", "that", "the", "such", "these", "those"})
REACH = 2


def with_proposer(statement: Statement, before: Sequence[Statement], parse: Parse) -> Statement:
    """The statement with the proposer as recipient, where its object points back at a proposal; else as it is.

    Looks back over two sentences. The role keeps the words that stand in the clause.
    """
    thing = statement.object
    if statement.type not in ANSWERS or thing is None or (statement.recipient and statement.recipient.entity):
        return statement
    tokens = parse.tokens_in(thing.span)
    head = tokens[-1]
    if tokens[0].lower not in POINTING or not belongs(lemma_of(head), "proposal"):
        return statement
    number = parse.sentence(head.index).number
    holder = statement.actor.entity if statement.actor else None
    for earlier in reversed(before):
        if earlier.trigger_index is None or number - parse.sentence(earlier.trigger_index).number > REACH:
            break
        maker = earlier.actor
        if maker is not None and maker.entity not in (None, holder) and _proposes(earlier):
            role = Role(maker.entity, maker.country, maker.code, thing.text, thing.span)
            return replace(statement, recipient=role)
    return statement


def _proposes(statement: Statement) -> bool:
    mediated = statement.plover is Plover.CONSULT and statement.mode == "third-party"
    return mediated or statement.type in ("offer", "demand", "proposed")
