"""Puts triggers, roles and settings together into statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Attribution, Voice
from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Factuality, Predicate
from dragoman.domain.statement import Kind, Realis, Role, Stance, Statement, Strength, Words
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression
from dragoman.statements.amounts import amounts_of
from dragoman.statements.attributions import chain
from dragoman.statements.coding.arguments import surface_subject
from dragoman.statements.coding.candidates import Candidate, Refusal, candidates
from dragoman.statements.coding.clauses import clause_span
from dragoman.statements.coding.conditions import condition_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.matters import matter_of
from dragoman.statements.coding.objects import (
    before_condition,
    complement_subject,
    object_heads,
    object_span,
    own_act,
    without_time,
)
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.proposals import with_proposer
from dragoman.statements.coding.speech import echoes, saying
from dragoman.statements.coding.timing import timed
from dragoman.statements.coding.word_classes import belongs
from dragoman.statements.context import Context
from dragoman.statements.times import time_of

STANCE_REALIS = {
    Stance.OFFER: Realis.OFFERED,
    Stance.ACCEPT: Realis.PLANNED,
    Stance.PLAN: Realis.PLANNED,
    Stance.THREATEN: Realis.PLANNED,
}


def code(
    context: Context,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    amounts: Sequence[Amount],
    predicates: Sequence[Predicate],
) -> tuple[Statement, ...]:
    """Every statement that the report's body makes, in text order; `id` counts them from s1."""
    graded = {p.index: p for p in predicates}
    by_id = {a.id: a for a in attributions}
    parties = Parties(context)
    found: list[Statement] = []
    seen: set[tuple[object, ...]] = set()
    for candidate in candidates(context):
        if not isinstance(candidate, Refusal):
            attribution, voices = chain(attributions, candidate.trigger.site.index, context)
            contents = by_id[attribution].content if attribution else ()
            index = candidate.trigger.site.index
            when = time_of(context, times, index)
            spoken = said_by_holder(context.parse, candidate) if when is None else None
            when = time_of(context, times, spoken) if spoken is not None else when
            told = when.span if when is not None else None
            statement = _complete(candidate, context, parties, contents, graded, f"s{len(found) + 1}", told)
            statement = with_proposer(statement, found, context.parse)
            statement = timed(statement, candidate.trigger.site, when, context.report.published)
            key = (
                statement.span,
                statement.kind,
                statement.type,
                statement.actor,
                statement.recipient,
                statement.object,
            )
            if key in seen:
                continue
            seen.add(key)
            found.append(
                replace(
                    statement,
                    attribution=attribution,
                    voices=_others(voices, statement),
                    amounts=amounts_of(context, amounts, index, statement.span),
                )
            )
    return tuple(found)


def said_by_holder(parse: Parse, candidate: Candidate) -> int | None:
    """The verb with which the holder of a stance says it: its day is the day of the offer or the demand."""
    stance = candidate.kind is Kind.STANCE and candidate.plover is not None
    verb = saying(parse, candidate.trigger.site.clause) if stance else None
    speaker = surface_subject(parse, verb) if verb is not None else None
    holder = candidate.pair.actor
    return verb if speaker is not None and holder is not None and echoes(parse, holder, speaker) else None


def _others(voices: tuple[Voice, ...], statement: Statement) -> tuple[Voice, ...]:
    """The voices without a last one that is the holder of the stance itself."""
    holder = statement.actor
    if statement.kind is Kind.STANCE and voices and holder is not None and holder.entity is not None:
        itself = voices[-1].entity == holder.entity or (voices[-1].entity is None and holder.text in voices[-1].name)
        return voices[:-1] if itself else voices
    return voices


def _complete(
    candidate: Candidate,
    context: Context,
    parties: Parties,
    contents: Sequence[Span],
    graded: Mapping[int, Predicate],
    number: str,
    told: Span | None,
) -> Statement:
    parse, site, entry = context.parse, candidate.trigger.site, candidate.trigger.entry
    actor = None if candidate.pair.actor is None else parties.role(candidate.pair.actor)
    if entry.kind is Kind.AGREEMENT and candidate.pair.actor is not None:
        actor = None if belongs(lemma_of(parse.tokens[candidate.pair.actor]), "deal") else actor
    recipient = None if candidate.pair.recipient is None else parties.role(candidate.pair.recipient)
    trigger = parse.span(site.index, site.index + 1)
    heads = object_heads(site, entry.object)
    above = site.clause if site.pos == "m" else site.index
    core = object_span(parse, heads[0], above) if heads else None
    held = candidate.kind is Kind.STANCE and heads
    thing = object_span(parse, heads[0], above, whole=True) if held else core
    thing = own_act(parse, site.clause, thing) if thing and site.pos == "m" and entry.actor[0] != "speaker" else thing
    thing = without_time(parse, thing, told) if thing else None
    visit = candidate.type == Stance.DEMAND and entry.mode == "meet" and heads and parse.head(heads[0]).dep == "prep"
    if thing and visit:
        thing = parse.span(parse.head(heads[0]).index, parse.head(heads[0]).index + 1).join(thing)
    roles = [
        parties.joined(i).join(r.span)
        for i, r in ((candidate.pair.actor, actor), (candidate.pair.recipient, recipient))
        if r and i is not None and not _addressed(parse, i, site.clause)
    ]
    span = clause_span(parse, site.clause, roles, contents, thing, trigger)
    condition = condition_of(parse, site.clause, site.index)
    thing = before_condition(parse, thing, condition) if thing and condition else thing
    grade = _weaker(graded.get(site.index), graded.get(site.clause))
    text = context.text
    return Statement(
        number,
        span,
        span.of(text),
        candidate.kind,
        candidate.type,
        Words(trigger, trigger.of(text)),
        site.index,
        actor=actor,
        recipient=recipient,
        object=Words(thing, thing.of(text)) if thing else None,
        matter=_matter_of_either(candidate, context, core, thing, heads[0]) if heads else None,
        condition=Words(condition, condition.of(text)) if condition else None,
        realis=_realis(candidate),
        polarity=candidate.setting.polarity,
        factuality=grade.factuality if grade else Factuality.CERTAIN,
        author_factuality=grade.author_factuality if grade else Factuality.CERTAIN,
        evidential=grade.evidential if grade else None,
        plover=candidate.plover,
        mode=entry.mode,
        whose=_whose(candidate, parties, heads, actor, recipient),
        strength=_strength(candidate),
        hedges=grade.hedges if grade else (),
        possible=candidate.possible,
        why=entry.name,
    )


def _addressed(parse: Parse, index: int, clause: int) -> bool:
    """Is it whom the clause is told to?"""
    verb = saying(parse, clause)
    return verb is not None and parse.tokens[index].dep in ("dobj", "dative") and parse.tokens[index].head == verb


def _matter(candidate: Candidate, context: Context, thing: Span, head: int) -> str | None:
    """The matter of the object; what a pronoun that is judged stands for gives its own."""
    if candidate.type == Stance.DEMAND and candidate.trigger.entry.mode == "meet":
        return "visit"
    parse, earlier = context.parse, context.referents.antecedent.get(head)
    if candidate.kind is Kind.JUDGEMENT and parse.tokens[head].lower == "it" and earlier is not None:
        judged = parse.tokens[earlier]
        judged = parse.head(earlier) if judged.dep == "poss" else judged
        first, last = parse.edges(judged.index)
        return matter_of(parse, parse.span(first, last + 1), judged.index, named=False)
    named = candidate.kind in (Kind.STANCE, Kind.AGREEMENT)
    return matter_of(context.parse, thing, head, named=named)


def _weaker(first: Predicate | None, second: Predicate | None) -> Predicate | None:
    """The grade of a word and of its carrier: the less certain one."""
    if first is None or second is None:
        return first or second
    order = tuple(Factuality)
    return max(first, second, key=lambda p: (order.index(p.author_factuality), order.index(p.factuality)))


def _realis(candidate: Candidate) -> Realis:
    if candidate.kind is Kind.STANCE:
        told = candidate.type == Stance.REFUSE and not candidate.setting.possible and candidate.setting.under is None
        return Realis.ACTUAL if told else STANCE_REALIS.get(Stance(candidate.type), Realis.DESIRED)
    return candidate.setting.realis


def _matter_of_either(
    candidate: Candidate, context: Context, core: Span | None, whole: Span | None, head: int
) -> str | None:
    """The matter of what is wanted, without the clauses that narrow it down; of a second infinitive where it has none."""
    found = _matter(candidate, context, core, head) if core is not None else None
    narrowed = whole is None or any(t.dep == "relcl" for t in context.parse.tokens_in(whole))
    return found if found or narrowed or whole is None else _matter(candidate, context, whole, head)


def _whose(
    candidate: Candidate, parties: Parties, heads: tuple[int, ...], actor: Role | None, recipient: Role | None
) -> str | None:
    """The entity that would carry the action of a stance out."""
    if candidate.kind is not Kind.STANCE:
        return None
    parse = parties.context.parse
    own = complement_subject(parse, heads[0]) if heads else None
    if own is not None and candidate.pair.actor is not None and candidate.pair.actor not in parties.each(own):
        found = parties.inside(own)
        return parties.role(found).entity if found is not None else None
    if candidate.type == Stance.DEMAND:
        return recipient.entity if recipient is not None else None
    return actor.entity if actor and candidate.type not in (Stance.FEAR, Stance.OPPOSE) else None


def _strength(candidate: Candidate) -> Strength | None:
    if candidate.kind is not Kind.STANCE:
        return None
    site = candidate.trigger.site
    word = lemma_of(site.token)
    if candidate.type == Stance.REFUSE and any(t.lower == "never" for t in site.parse.children(site.clause)):
        return Strength.RED_LINE
    for strength in (Strength.RED_LINE, Strength.DEMAND, Strength.HOPE):
        if belongs(word, f"strength-{strength.value}"):
            return strength
    if candidate.type == Stance.DEMAND and candidate.trigger.entry.mode == "meet":
        return Strength.WANT
    return Strength.DEMAND if candidate.type in (Stance.DEMAND, Stance.REFUSE, Stance.THREATEN) else Strength.WANT
