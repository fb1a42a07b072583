"""Nouns as the JSON objects that `--json` prints; the contract that checks outside the project read."""

from __future__ import annotations

from typing import Any

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Attribution, Voice
from dragoman.domain.mention import Mention
from dragoman.domain.predicate import Predicate
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Role, Statement, Words
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression

Record = dict[str, Any]


def reading_record(reading: Reading, *, with_text: bool = False) -> Record:
    """One line of `dragoman read --json`."""
    return {
        "report": report_record(reading.report, with_text=with_text),
        "mentions": [_mention(m) for m in reading.mentions],
        "times": [time_record(t) for t in reading.times],
        "amounts": [amount_record(a) for a in reading.amounts],
        "predicates": [_predicate(p) for p in reading.predicates],
        "attributions": [_attribution(a, reading.report.text) for a in reading.attributions],
        "statements": [statement_record(s) for s in reading.statements],
        "problems": [problem_record(p) for p in reading.problems],
    }


def report_record(report: Report, *, with_text: bool = False) -> Record:
    record: Record = {
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "outlet": report.outlet,
        "authors": list(report.authors),
        "published": report.published.isoformat() if report.published else None,
        "published_from": str(report.published_from),
        "url": report.url,
        "language": report.language,
        "words": report.words,
        "sha256": report.sha256,
        "blocks": [{"start": b.span.start, "end": b.span.end, "kind": str(b.kind)} for b in report.blocks],
    }
    return {**record, "text": report.text} if with_text else record


def problem_record(problem: Problem) -> Record:
    return {"where": problem.where, "what": problem.what, "todo": problem.todo}


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _words(words: Words | None) -> Record | None:
    return None if words is None else {"text": words.text, **_span(words.span)}


def _mention(mention: Mention) -> Record:
    return {
        **_span(mention.span),
        "text": mention.text,
        "type": str(mention.type),
        "entity": mention.entity,
        "country": mention.country,
        "code": mention.code,
    }


def time_record(time: TimeExpression) -> Record:
    return {
        **_span(time.span),
        "text": time.text,
        "value": time.value,
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
        "grain": str(time.grain),
        "anchor": str(time.anchor),
        "flags": list(time.flags),
    }


def amount_record(amount: Amount) -> Record:
    return {
        **_span(amount.span),
        "text": amount.text,
        "value": amount.value,
        "low": amount.low,
        "high": amount.high,
        "unit": amount.unit,
        "qualifier": str(amount.qualifier),
        "of": amount.of,
        "per": amount.per,
        "flags": list(amount.flags),
    }


def _predicate(predicate: Predicate) -> Record:
    return {
        **_span(predicate.span),
        "text": predicate.text,
        "factuality": str(predicate.factuality),
        "polarity": str(predicate.polarity),
        "author_factuality": str(predicate.author_factuality),
        "evidential": predicate.evidential,
        "hedges": [_span(h) for h in predicate.hedges],
    }


def _attribution(attribution: Attribution, text: str) -> Record:
    source, cue = attribution.source, attribution.cue
    return {
        "id": attribution.id,
        "source": None
        if source is None
        else {
            **_span(source),
            "text": source.of(text),
            "entity": attribution.referent.entity if attribution.referent else None,
        },
        "cue": None if cue is None else {**_span(cue), "text": cue.of(text)},
        "content": [_span(c) for c in attribution.content],
        "act": str(attribution.act),
        "manner": str(attribution.manner),
        "within": attribution.within,
    }


def voice_record(voice: Voice) -> Record:
    return {"name": voice.name, "entity": voice.entity, "kind": str(voice.kind)}


def role_record(role: Role | None) -> Record | None:
    if role is None:
        return None
    return {
        "entity": role.entity,
        "country": role.country,
        "code": role.code,
        "text": role.text,
        **_span(role.span),
        "side": role.side,
    }


def statement_record(statement: Statement) -> Record:
    s = statement
    return {
        "id": s.id,
        **_span(s.span),
        "quote": s.quote,
        "attribution": s.attribution,
        "voices": [voice_record(v) for v in s.voices],
        "kind": str(s.kind),
        "type": str(s.type),
        "trigger": _words(s.trigger),
        "actor": role_record(s.actor),
        "recipient": role_record(s.recipient),
        "object": _words(s.object),
        "matter": s.matter,
        "condition": _words(s.condition),
        "realis": str(s.realis),
        "polarity": str(s.polarity),
        "factuality": str(s.factuality),
        "author_factuality": str(s.author_factuality),
        "evidential": s.evidential,
        "time": time_record(s.time) if s.time else None,
        "amounts": [amount_record(a) for a in s.amounts],
        "plover": str(s.plover) if s.plover else None,
        "mode": s.mode,
        "whose": s.whose,
        "strength": str(s.strength) if s.strength else None,
        "forecast": None
        if s.forecast is None
        else {
            "word": s.forecast.word,
            "low": s.forecast.low,
            "high": s.forecast.high,
            "by": s.forecast.by.isoformat() if s.forecast.by else None,
            "vague": s.forecast.vague,
        },
        "hedges": [_span(h) for h in s.hedges],
        "possible": s.possible,
        "deadline": time_record(s.deadline) if s.deadline else None,
        "place": role_record(s.place),
        "why": s.why,
        "past": s.past,
    }
