"""All readings of a case become one situation, as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from dragoman.domain.claim import Claim
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Judgements, Situation
from dragoman.domain.statement import Statement
from dragoman.ports import Directory
from dragoman.situation import clocks, views
from dragoman.situation.claims import build_claims
from dragoman.situation.collecting import uncollected
from dragoman.situation.copies import find_copies
from dragoman.situation.facts import Fact, facts_of
from dragoman.situation.naming import names_of
from dragoman.situation.roots import Origins
from dragoman.situation.sides import Sides
from dragoman.situation.succession import Succession

NO_JUDGEMENTS = Judgements()


def statement_id(report: str, statement: str) -> str:
    """The id of a statement among all reports."""
    return f"{report}#{statement}"


def assemble(
    readings: Sequence[Reading],
    directory: Directory,
    *,
    as_of: date | None = None,
    known_by: date | None = None,
    judgements: Judgements = NO_JUDGEMENTS,
) -> Situation:
    """What `readings` add up to, the same whatever their order and however often one comes.

    `as_of` asks how things stood that day, `known_by` what had been published by then; None sets no bound. Nothing
    published after `known_by` has any influence on the result. n log n in statements, linear in words.
    """
    with uncollected():
        return _assembled(readings, directory, as_of, known_by, judgements)


def _assembled(
    readings: Sequence[Reading],
    directory: Directory,
    as_of: date | None,
    known_by: date | None,
    judgements: Judgements,
) -> Situation:
    kept, undated = clocks.known(readings, known_by)
    sides = Sides(directory, judgements)
    statements = {r.report.id: _statements(r, judgements) for r in kept}
    every = [f for r in kept for f in facts_of(r, sides, statements[r.report.id])]
    facts = clocks.held(every, as_of)
    by_id = {f.id: f for f in facts}
    reports = {r.report.id: r.report for r in kept}
    copies = find_copies(list(reports.values()))
    origins = Origins(reports, copies, sides, judgements)
    claims = build_claims(facts, {f.id: origins.of(f) for f in facts})
    names = names_of(_ids(facts, claims), _acting(facts), sides, directory)
    today = as_of or known_by or max((r.published for r in reports.values() if r.published), default=None)
    succession = Succession(directory)
    timeless = sum(clocks.timeless(f) for f in every) if as_of is not None else 0
    return Situation(
        readings=tuple(kept),
        statements=MappingProxyType({name: s for rows in statements.values() for name, s in rows}),
        reports=MappingProxyType(reports),
        report_of=MappingProxyType({name: report for report, rows in statements.items() for name, _ in rows}),
        names=MappingProxyType(dict(names)),
        actors=views.actors(facts, sides, directory, names),
        claims=claims,
        positions=views.positions(by_id, claims, succession, today),
        ties=views.ties(facts, succession),
        agreements=views.agreements(facts, succession, today),
        timeline=views.timeline(claims, by_id),
        outlooks=views.outlooks(by_id, today),
        copies=copies.reports,
        as_of=as_of,
        known_by=known_by,
        undated=undated,
        notes=clocks.notes(as_of, known_by, undated, timeless),
    )


def _statements(reading: Reading, judgements: Judgements) -> tuple[tuple[str, Statement], ...]:
    """The statements of a report with their global ids, rejected ones out and corrected ones put right."""
    named = ((statement_id(reading.report.id, s.id), s) for s in reading.statements)
    return tuple((name, judgements.corrected.get(name, s)) for name, s in named if name not in judgements.rejected)


def _acting(facts: Sequence[Fact]) -> set[str]:
    return {s for f in facts for s in (f.actor, f.other) if s is not None}


def _ids(facts: Sequence[Fact], claims: Sequence[Claim]) -> set[str]:
    ids = _acting(facts)
    ids |= {role.entity for f in facts for role in (f.statement.actor, f.statement.recipient) if role and role.entity}
    return ids | {r.side for c in claims for r in c.roots if r.side is not None}
