"""All readings of a case become one situation, as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from dragoman.domain.claim import Claim
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Judgements, Situation
from dragoman.domain.statement import Statement
from dragoman.ports import Directory
from dragoman.situation import clocks, views
from dragoman.situation.claims import Before, build_claims, replay
from dragoman.situation.collecting import uncollected
from dragoman.situation.copies import NO_COPIES, Copies, copies_among
from dragoman.situation.facts import Fact
from dragoman.situation.naming import names_of
from dragoman.situation.roots import Origins
from dragoman.situation.sheets import Sheet, sheet_of
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
    whole = clocks.latest(readings)
    sides = Sides(directory, judgements)
    with uncollected():
        statements = {r.report.id: judged(r, judgements) for r in whole.values()}
        sheets = [sheet_of(r, sides, statements[r.report.id]) for r in whole.values()]
    found = assemble_sheets(sheets, directory, as_of=as_of, known_by=known_by, judgements=judgements)
    kept = tuple(whole[name] for name in found.reports)
    return replace(
        found,
        readings=kept,
        reports=MappingProxyType({r.report.id: r.report for r in kept}),
        statements=MappingProxyType({name: s for report in found.reports for name, s in statements[report]}),
    )


def judged(reading: Reading, judgements: Judgements) -> tuple[tuple[str, Statement], ...]:
    """The statements of a report with their global ids, rejected ones out and corrected ones put right."""
    named = ((statement_id(reading.report.id, s.id), s) for s in reading.statements)
    return tuple((name, judgements.corrected.get(name, s)) for name, s in named if name not in judgements.rejected)


def assemble_sheets(
    sheets: Iterable[Sheet],
    directory: Directory,
    *,
    as_of: date | None = None,
    known_by: date | None = None,
    judgements: Judgements = NO_JUDGEMENTS,
) -> Situation:
    """The same from the sheets of reports, one each, made with the same directory and judgements.

    The situation has no readings, its reports no texts, its statements only what bears on claims and views.
    """
    return assemble_again(sheets, directory, Earlier(), as_of=as_of, known_by=known_by, judgements=judgements)[0]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was found before among most of the sheets: how their facts were grouped, and the copies.

    `copies` are of reports with the same ids and pages. They change nothing but the time that assembling takes.
    """

    grouping: Before | None = None
    copies: Copies = NO_COPIES


def assemble_again(
    sheets: Iterable[Sheet],
    directory: Directory,
    earlier: Earlier,
    *,
    as_of: date | None,
    known_by: date | None,
    judgements: Judgements,
) -> tuple[Situation, Copies]:
    """The situation, and the copies in it, sooner for what was found before."""
    with uncollected():
        return _assembled(tuple(sheets), directory, as_of, known_by, judgements, earlier)


def _assembled(
    sheets: Sequence[Sheet],
    directory: Directory,
    as_of: date | None,
    known_by: date | None,
    judgements: Judgements,
    earlier: Earlier,
) -> tuple[Situation, Copies]:
    kept, undated = clocks.known(sheets, known_by)
    sides = Sides(directory, judgements)
    every = [f for sheet in kept for f in sheet.facts]
    facts = clocks.held(every, as_of)
    by_id = {f.id: f for f in facts}
    reports = {s.report.id: s.report for s in kept}
    credits = {s.report.id: s.credit for s in kept if s.credit is not None}
    copies = copies_among(list(reports.values()), {s.report.id: s.page for s in kept}, credits, earlier.copies)
    origins = Origins(reports, copies, sides, judgements)
    claims = build_claims(facts, {f.id: origins.of(f) for f in facts}, _narrowed(earlier.grouping, sheets, by_id))
    names = names_of(_ids(facts, claims), _acting(facts), sides, directory)
    today = as_of or known_by or max((r.published for r in reports.values() if r.published), default=None)
    succession = Succession(directory)
    timeless = sum(clocks.timeless(f) for f in every) if as_of is not None else 0
    found = Situation(
        readings=(),
        statements=MappingProxyType({f.id: f.statement for f in every}),
        reports=MappingProxyType(reports),
        report_of=MappingProxyType({f.id: f.report.id for f in every}),
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
    return found, copies


def _narrowed(before: Before | None, sheets: Iterable[Sheet], held: Mapping[str, Fact]) -> Before | None:
    """The earlier grouping, with what the clocks leave out among its facts that are no more; None where that is too much."""
    if before is None:
        return None
    out = [f for s in sheets for f in s.facts if f.id not in held and f.id not in before.come]
    gone = (*before.gone, *out)
    return replace(before, gone=gone) if len(gone) + len(before.come) <= len(held) * replay.MOST_CHANGED else None


def _acting(facts: Sequence[Fact]) -> set[str]:
    return {s for f in facts for s in (f.actor, f.other) if s is not None}


def _ids(facts: Sequence[Fact], claims: Sequence[Claim]) -> set[str]:
    ids = _acting(facts)
    ids |= {role.entity for f in facts for role in (f.statement.actor, f.statement.recipient) if role and role.entity}
    return ids | {r.side for c in claims for r in c.roots if r.side is not None}
