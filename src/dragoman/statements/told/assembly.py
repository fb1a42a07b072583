"""Statements of what is told and has no other code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Attribution
from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Factuality, Predicate
from dragoman.domain.statement import ASSERTED, Kind, Realis, Statement, Words
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression
from dragoman.statements.amounts import amounts_of
from dragoman.statements.attributions import chain
from dragoman.statements.coding.conditions import condition_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_span, without_time
from dragoman.statements.coding.parties import Parties
from dragoman.statements.context import Context
from dragoman.statements.times import time_of
from dragoman.statements.told.actors import actor
from dragoman.statements.told.clauses import Clause, clauses, spoken
from dragoman.statements.told.contents import Content, contents
from dragoman.statements.told.elsewhere import of_reports
from dragoman.statements.told.lexicon import words
from dragoman.statements.told.quotes import sharing, told_span, widened
from dragoman.statements.told.settings import setting_told
from dragoman.statements.told.worth import worth_telling

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
    shared: set[int | None] = set()
    for clause in clauses(context, attributions):
        if clause.head in shared or taken & {clause.head, clause.predicate}:
            continue
        shared.add(sharing(context.parse, clause.head))
        statement = _statement(context, clause, attributions, times, amounts, graded, parties)
        if statement is not None and not any(_covers(s.span, statement.span) for s in coded):
            contained = clause.attribution.content if clause.attribution is not None else ()
            span = widened(context.parse, context.text, statement.span, contained)
            found.append(replace(statement, span=span, quote=span.of(context.text)))
    for content in contents(context, attributions, amounts):
        if content.trigger in taken or any(_covers(s.span, content.span) for s in (*coded, *found)):
            continue
        bare = _bare(context, content, attributions, times, amounts, parties)
        if bare is not None:
            found.append(bare)
    kept = of_reports(context, found, coded, attributions, times)
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(kept, len(coded) + 1))


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
    subject = parties.after_dateline(clause.subject)
    trigger = parse.span(head, head + 1)
    span = told_span(parties, clause, subject, trigger)
    measures = amounts_of(context, amounts, head, span)
    setting = setting_told(parse, clause)
    when = time_of(context, times, head)
    if not worth_telling(context, clause, span, setting, measures, when is not None and span.holds(when.span)):
        return None
    attribution, voices = chain(attributions, head, context)
    thing = _thing(parse, head, when.span if when is not None else None)
    if thing is not None and not span.meets(thing):
        thing = None
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
        actor=actor(parties, clause, subject, measures),
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


def _bare(
    context: Context,
    content: Content,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    amounts: Sequence[Amount],
    parties: Parties,
) -> Statement | None:
    """What a headline or a noun phrase tells, None where it is only thought."""
    parse, text, span = context.parse, context.text, content.span
    attribution, voices = chain(attributions, content.trigger, context)
    by_id = {a.id: a for a in attributions} if attribution is not None else {}
    if attribution is not None and not spoken(by_id[attribution], by_id):
        return None
    trigger = parse.span(content.trigger, content.trigger + 1)
    role = parties.role(content.subject) if content.subject is not None else None
    held = Factuality.CERTAIN if content.realis is Realis.ACTUAL else Factuality.PROBABLE
    return Statement(
        "",
        span,
        span.of(text),
        Kind.JUDGEMENT,
        ASSERTED,
        Words(trigger, trigger.of(text)),
        content.trigger,
        attribution=attribution,
        voices=voices,
        actor=role if role is not None and role.country is not None else None,
        realis=content.realis,
        polarity=content.polarity,
        factuality=held,
        author_factuality=held if attribution is None else Factuality.UNCOMMITTED,
        time=time_of(context, times, content.trigger),
        amounts=tuple(a for a in amounts if span.holds(a.span)),
        why="told without a verb, no other code",
    )


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
