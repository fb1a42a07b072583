"""One report becomes times, amounts, graded predicates, attributions and coded statements, each a span of its text."""

from __future__ import annotations

from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.statements.amounts import find_amounts
from dragoman.statements.attributions import find_attributions
from dragoman.statements.coding import code
from dragoman.statements.context import Context
from dragoman.statements.factuality import grade
from dragoman.statements.forecasts import mark_forecasts
from dragoman.statements.places import with_places
from dragoman.statements.sides import on_their_days
from dragoman.statements.times import find_times, load_calendar
from dragoman.statements.told import told

__all__ = ["Context", "load_calendar", "read"]

LONGEST_SENTENCE = 400


def read(context: Context) -> Reading:
    """All that the rules of this room find in one report.

    Sentences of more than 400 words are reported as a problem, and no statement is taken from them.
    """
    times = find_times(context)
    amounts = find_amounts(context, times)
    attributions = find_attributions(context)
    predicates = grade(context, attributions)
    coded = mark_forecasts(context, code(context, attributions, times, amounts, predicates), times)
    others = told(context, attributions, times, amounts, predicates, coded)
    statements = tuple(sorted((*coded, *others), key=lambda s: s.span.start)) if others else coded
    statements = with_places(context, statements)
    if context.directory is not None:
        statements = on_their_days(statements, context)
    long = [s for s in context.body() if s.last - s.first > LONGEST_SENTENCE]
    spans = [context.parse.span(s.first, s.last) for s in long]
    problems = tuple(
        Problem(
            f"{context.report.path}: code point {span.start}",
            f"a sentence of {s.last - s.first} words",
            "no statement was taken from it; set full stops",
        )
        for s, span in zip(long, spans, strict=True)
    )
    kept = tuple(s for s in statements if not any(span.meets(s.span) for span in spans))
    return Reading(
        context.report,
        context.mentions,
        times,
        amounts,
        predicates,
        tuple(a for a in attributions if not any(span.meets(a.content[0]) for span in spans)),
        kept,
        problems,
    )
