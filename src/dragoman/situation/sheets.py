"""What the situation takes from one report, with its text left behind: enough for everything that follows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Role, Statement, Words
from dragoman.situation.copies import Page, credited, page_of
from dragoman.situation.facts import Fact, facts_of
from dragoman.situation.remaking import Parts, remade
from dragoman.situation.sides import Sides

_STATEMENT, _ROLE = Parts(Statement), Parts(Role)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The facts of a report, and what copies of it are known by; `report` has neither text nor blocks.

    Of the statements in the facts what no later step looks at is left out; all their spans are those of their clauses.
    `credit` is the outlet that the report names as its text's origin. It depends on the report, on who is who, and on
    what was decided about its statements and the names in it, and on no other report.
    """

    report: Report
    facts: tuple[Fact, ...]
    page: Page
    credit: str | None


def sheet_of(reading: Reading, sides: Sides, statements: tuple[tuple[str, Statement], ...]) -> Sheet:
    """The sheet of a reading, whose `statements` that count are given with their global ids."""
    report = replace(reading.report, text="", blocks=(), path="")
    facts = tuple(facts_of(reading, sides, statements, kept=report, bare=_bare))
    return Sheet(report, facts, page_of(reading.report), credited(reading.report))


def _bare(statement: Statement) -> Statement:
    s = statement
    return remade(
        s,
        _STATEMENT,
        trigger=s.trigger and Words(s.span, s.trigger.text),
        actor=s.actor and remade(s.actor, _ROLE, span=s.span),
        recipient=s.recipient and remade(s.recipient, _ROLE, span=s.span),
        object=s.object and Words(s.span, s.object.text),
        place=None,
        condition=None,
        evidential=None,
        hedges=(),
        why="",
    )
