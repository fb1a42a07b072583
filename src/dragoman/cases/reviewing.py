"""What waits for a reader's judgement: statements not judged yet, those whose claims are in doubt first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dragoman.cases.folder import Case
from dragoman.cases.judging import find
from dragoman.cases.situations import fresh
from dragoman.cases.views import find_actor
from dragoman.domain.case import Clocks, View
from dragoman.domain.claim import Status
from dragoman.domain.judgement import Accept, Correct, Reject, in_force
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement

_FIRST = (
    Status.DISPUTED,
    Status.POSSIBLE_CONFLICT,
    Status.INDEPENDENCE_UNKNOWN,
    Status.SINGLE_ROOT,
    Status.CORROBORATED,
    Status.SUPERSEDED,
)
_AROUND = 300


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to be judged, its claim, and how that stands."""

    statement: str
    claim: str
    status: str


def waiting(
    case: Case,
    clocks: Clocks,
    *,
    actor: str | None = None,
    matter: str | None = None,
    report: str | None = None,
    limit: int | None = None,
) -> Iterator[Item]:
    """Statements that nobody has judged."""
    archive = fresh(case, clocks)
    who = None if actor is None else find_actor(archive, clocks, actor)
    judged = {
        e.decision.target.statement
        for e in in_force(case.archive.log())
        if isinstance(e.decision, (Accept, Reject, Correct))
    }
    found = (
        Item(s["id"], row.id, status)
        for status in _FIRST
        for row in archive.rows(clocks, View.CLAIM, actor=who, matter=matter, status=status)
        for s in json.loads(row.record)["statements"]
        if s["side"] == "for" and s["id"] not in judged and report in (None, s["report"])
    )
    return islice(found, limit)


def beside(case: Case, item: Item) -> tuple[Report, Statement, str, str]:
    """The statement with its report, and the words before and after it."""
    report, statement = find(case, item.statement)
    span, text = statement.span, report.text
    before = text[max(span.start - _AROUND, 0) : span.start].rpartition("\n\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n\n")[0]
    return report, statement, before, after
