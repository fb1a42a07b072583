"""Statements of what is told and has no other code."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Attribution
from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Factuality, Predicate
from dragoman.domain.statement import ASSERTED, Kind, Role, Statement, Words
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression
from dragoman.statements.amounts import amounts_of
from dragoman.statements.attributions import chain
from dragoman.statements.coding.clauses import clause_span
from dragoman.statements.coding.conditions import condition_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_span, without_time
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.registers import register_of_blocks
from dragoman.statements.context import Context
from dragoman.statements.times import time_of
from dragoman.statements.told.clauses import Clause, clauses
from dragoman.statements.told.lexicon import words
from dragoman.statements.told.settings import setting_told
from dragoman.statements.told.worth import worth_telling

DATELINE = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?\([A-Z][^()\n]{1,40}\) ?[-\u2013\u2014]{1,2} ")
HALF = 0.5
"""A clause of which a coded statement covers so much has its code."""


def told(
    context: Context,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    amounts: Sequence[Amount],
    predicates: Sequence[Predicate],
    coded: Sequence[Statement],
) -> tuple[Statement, ...]:
    """A judgement of type "asserted" for every clause that tells a state of affairs and that `coded` does not cover.

    In text order; the ids go on from those of `coded`.
    """
    graded = {p.index: p for p in predicates}
    parties = Parties(context)
    taken = {s.trigger_index for s in coded}
    found: list[Statement] = []
    for clause in clauses(context, attributions):
        if taken & {clause.head, clause.predicate}:
            continue
        statement = _statement(context, clause, attributions, times, amounts, graded, parties)
        if statement is not None and not any(_covers(s.span, statement.span) for s in coded):
            found.append(statement)
    other = _other_registers(context, found, coded)
    kept = (s for s in found if _block(context, s) not in other)
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(kept, len(coded) + 1))


def _block(context: Context, statement: Statement) -> int | None:
    index = statement.trigger_index
    return None if index is None else context.parse.sentence(index).block


def _other_registers(
    context: Context, found: Sequence[Statement], coded: Sequence[Statement]
) -> Collection[int | None]:
    """The blocks of `found` that are no report; those with a coded statement are one."""
    open_ones = {_block(context, s) for s in found} - {_block(context, s) for s in coded}
    sentences = tuple(s for s in context.parse.sentences if s.block in open_ones)
    return register_of_blocks(Parse(context.parse.tokens, sentences), context.text)


def _covers(coded: Span, clause: Span) -> bool:
    return min(coded.end, clause.end) - max(coded.start, clause.start) >= HALF * len(clause)


def _statement(
    context: Context,
    clause: Clause,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    amounts: Sequence[Amount],
    graded: Mapping[int, Predicate],
    parties: Parties,
) -> Statement | None:
    parse, text, head = context.parse, context.text, clause.predicate
    contents = clause.attribution.content if clause.attribution is not None else ()
    subject = parties.after_dateline(clause.subject)
    trigger = parse.span(head, head + 1)
    span = clause_span(parse, clause.head, [parties.span(subject)], contents, None, trigger)
    span = _undated(text, _unmarked(parse, clause.head, span))
    measures = amounts_of(context, amounts, head, span)
    setting = setting_told(parse, clause)
    if not worth_telling(context, clause, span, setting, measures):
        return None
    attribution, voices = chain(attributions, head, context)
    when = time_of(context, times, head)
    thing = _thing(parse, head, when.span if when is not None else None)
    condition = condition_of(parse, head, head)
    grade = graded.get(head)
    return Statement(
        "",
        span,
        span.of(text),
        Kind.JUDGEMENT,
        ASSERTED,
        Words(trigger, trigger.of(text)),
        head,
        attribution=attribution,
        voices=voices,
        actor=_actor(parties, subject, measures),
        object=Words(thing, thing.of(text)) if thing is not None else None,
        condition=Words(condition, condition.of(text)) if condition is not None else None,
        realis=setting.realis,
        polarity=setting.polarity,
        factuality=grade.factuality if grade else Factuality.CERTAIN,
        author_factuality=grade.author_factuality if grade else Factuality.CERTAIN,
        evidential=grade.evidential if grade else None,
        time=when,
        amounts=measures,
        hedges=grade.hedges if grade else (),
        possible=setting.possible,
        why="told, no other code",
    )


def _unmarked(parse: Parse, head: int, span: Span) -> Span:
    """The clause without "that" and what stands before it."""
    mark = next((t for t in parse.children(head) if t.lower == "that" and span.start <= t.start), None)
    opens = mark is not None and mark.index < head and mark.dep not in ("nsubj", "nsubjpass")
    return Span(parse.tokens[mark.index + 1].start, span.end) if mark is not None and opens else span


def _undated(text: str, span: Span) -> Span:
    """The clause without the day and the agency of a dateline that names no city (`Nov 14 (Agency) - ...`)."""
    found = DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found is not None else span


def _actor(parties: Parties, subject: int, amounts: Sequence[Amount]) -> Role | None:
    """Whom or what the subject names, None where it has no name and is not counted.

    At the head of a sentence a number's capital would pass for a name, so what is counted is left out there.
    """
    if parties.context.parse.tokens[subject].lower in words()["pointing"]:
        return None
    role = parties.role(subject)
    if role.entity is not None or role.country is not None:
        return role
    if role.text[:1].isupper():
        return None
    return role if any(role.span.holds(a.span) or a.span.holds(role.span) for a in amounts) else None


def _thing(parse: Parse, head: int, told: Span | None) -> Span | None:
    """The object or complement of the predicate."""
    for dep in ("dobj", "attr", "acomp", "oprd", "xcomp"):
        below = parse.child(head, dep)
        if below is not None and below.index > head and not below.lower.endswith(("self", "selves")):
            return without_time(parse, object_span(parse, below.index, head), told)
    verb, prep = parse.tokens[head], parse.child(head, "prep")
    opens = lemma_of(verb) == "be" or lemma_of(verb) in words()["prepositional"]
    if opens and prep is not None and prep.index == head + 1:
        thing = object_span(parse, prep.index, head)
        return None if told is not None and thing.meets(told) else thing
    return None
