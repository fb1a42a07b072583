"""What an input rests on, as the interchange form writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.finding import Finding
from dragoman.negotiation.drafting.sentences import sentence


def evidence_of(situation: Situation, found: Iterable[Finding | str]) -> tuple[Mapping[str, object], ...]:
    """One record for each statement behind `found`, each run of words once; the words of a condition are those of its
    clause, those of an agreement that stands for a host's leave its sentence."""
    rows: dict[tuple[str, int, int], Mapping[str, object]] = {}
    for one in found:
        name = one if isinstance(one, str) else one.statement
        statement = situation.statements[name]
        span = statement.span
        if isinstance(one, str) and statement.kind is Kind.AGREEMENT:
            span = Span(span.start, sentence(situation.reports[situation.report_of[name]].text, span).end)
        if isinstance(one, Finding) and not span.start <= one.span.start < span.end:
            span = Span(min(span.start, one.span.start), max(span.end, one.span.end))
        rows.setdefault((situation.report_of[name], span.start, span.end), _record(situation, name, span))
    return tuple(rows.values())


def _record(situation: Situation, name: str, span: Span) -> Mapping[str, object]:
    report = situation.reports[situation.report_of[name]]
    statement = situation.statements[name]
    return {
        "statement": name,
        "report": report.id,
        "start": span.start,
        "end": span.end,
        "quote": report.text[span.start : span.end],
        "day": report.published.isoformat() if report.published else None,
        "voices": [v.name for v in statement.voices],
        "outlet": report.outlet,
        "status": next(
            (c.status.value for c in situation.claims if any(s.statement == name for s in c.statements)), None
        ),
        "hedges": [h.of(report.text) for h in statement.hedges],
    }
