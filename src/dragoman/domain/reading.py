"""All that one report was found to say."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Attribution
from dragoman.domain.mention import Mention
from dragoman.domain.predicate import Predicate
from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.domain.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and what stands in it, each list in text order."""

    report: Report
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
