"""Judgements made, and taken back: each an entry of a log to which is only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from dragoman.cases.folder import Case
from dragoman.cases.judged import corrected_statement, fold, report_of, target_of
from dragoman.cases.versions import standing
from dragoman.domain.judgement import (
    Accept,
    Correct,
    Entry,
    Field,
    Grade,
    Judgement,
    Letter,
    Merge,
    Reject,
    Split,
    Target,
    Undo,
    in_force,
)
from dragoman.domain.report import Report
from dragoman.domain.statement import Role, Statement
from dragoman.errors import InputError, UsageError


def find(case: Case, statement: str) -> tuple[Report, Statement]:
    """A statement of a standing report by its global id; `InputError` where there is none."""
    report = report_of(statement)
    versions = standing(case.archive.versions(reports=[report]), None)
    number = statement.rpartition("#")[2]
    for version in versions:
        found = case.archive.statements({version.key: [number]})
        if found:
            return case.archive.report(version.key), found[version.key, number]
    what = f"report {report!r} has no statement {number!r}" if versions else f"no report {report!r}"
    raise InputError(f"{what}; `dragoman why CLAIM` shows the ids of statements (REPORT#NUMBER)")


def target(case: Case, statement: str) -> Target:
    return target_of(*find(case, statement))


def accept(case: Case, statement: str, *, note: str = "") -> Entry:
    """The statement is read rightly."""
    return _record(case, Accept(target(case, statement)), note)


def reject(case: Case, statement: str, *, note: str = "") -> Entry:
    """The report does not say this."""
    return _record(case, Reject(target(case, statement)), note)


def correct(case: Case, statement: str, changes: Mapping[Field, str | None], *, note: str = "") -> Entry:
    """The report says it otherwise; `UsageError` where nothing changes or a value does not fit its field."""
    report, found = find(case, statement)
    if not changes:
        raise UsageError("say what to correct")
    decision = Correct(target_of(report, found), tuple(changes.items()))
    try:
        after = corrected_statement(found, decision, report.published, case.directory)
    except ValueError as error:
        raise UsageError(str(error)) from error
    if after == found:
        raise UsageError(f"{statement} says so already")
    for name in (Field.ACTOR, Field.RECIPIENT):
        entity = changes.get(name)
        if entity is not None and not is_known(case, entity):
            raise InputError(f"nobody is called {entity!r}; give an entity id, see `dragoman actors`")
    return _record(case, decision, note)


def merge(case: Case, entity: str, into: str, *, name: str = "", note: str = "") -> Entry:
    """`entity`, an id or a name that stands for nobody known, is `into`; `name` makes `into` a new entity.

    `UsageError` for one merged into itself, `InputError` where one of them is not known.
    """
    if entity == into or _same(case, entity) == _same(case, into):
        raise UsageError(f"{entity} and {into} are the same already")
    if not is_known(case, entity):
        raise InputError(f"nobody in this case is called {entity!r}; see `dragoman actors`")
    if not name and not is_known(case, into):
        raise InputError(f"no entity {into!r}; to make it one, give its name with --name")
    return _record(case, Merge(entity, into, name), note)


def split(
    case: Case,
    entity: str,
    into: str,
    *,
    name: str = "",
    text: str = "",
    statements: tuple[str, ...] = (),
    reports: tuple[str, ...] = (),
    note: str = "",
) -> Entry:
    """What is taken for `entity` is `into` where it is called `text`, in some statements, or in some reports."""
    if entity == into:
        raise UsageError(f"{entity} cannot be split from itself")
    if not (text or statements or reports):
        raise UsageError("say what to split off: a name in the text, statements, or reports")
    if not is_known(case, entity):
        raise InputError(f"nobody in this case is called {entity!r}; see `dragoman actors`")
    if not name and not is_known(case, into):
        raise InputError(f"no entity {into!r}; to make it one, give its name with --name")
    for statement in statements:
        find(case, statement)
    known = {v.report for v in case.archive.versions(reports=reports)} if reports else set()
    for report in reports:
        if report not in known:
            raise InputError(f"no report {report!r}")
    return _record(case, Split(entity, into, name, text, statements, reports), note)


def grade(case: Case, source: str, letter: Letter, *, note: str = "") -> Entry:
    """How reliable an outlet or voice is; a source that no report names yet may be graded beforehand."""
    if not source.strip():
        raise UsageError("name an outlet or a voice")
    return _record(case, Grade(source.strip(), letter), note)


def undo(case: Case, number: int | None = None, *, note: str = "") -> Entry:
    """Takes back entry `number`, else the last one in force. An undo that is undone restores what it took back."""
    log = case.archive.log()
    if number is None:
        last = list(in_force(log))
        if not last:
            raise InputError("nothing to undo: no judgement is in force")
        number = last[-1].number
    found = next((e for e in log if e.number == number), None)
    if found is None:
        raise InputError(f"no entry {number} in the log; see `dragoman log`")
    if number not in standing_entries(log):
        raise InputError(f"entry {number} is taken back already; see `dragoman log`")
    return _record(case, Undo(number), note)


def standing_entries(log: tuple[Entry, ...]) -> frozenset[int]:
    """The numbers of the entries that are not taken back, undos among them."""
    undone: set[int] = set()
    stand = set()
    for entry in reversed(log):
        if entry.number in undone:
            continue
        stand.add(entry.number)
        if isinstance(entry.decision, Undo):
            undone.add(entry.decision.number)
    return frozenset(stand)


def is_known(case: Case, entity: str) -> bool:
    """True for an id of the catalogue or of an earlier judgement, and for an id or name that some report has."""
    if case.directory.entity(entity) is not None:
        return True
    for entry in in_force(case.archive.log()):
        if isinstance(entry.decision, (Merge, Split)) and entity == entry.decision.into:
            return True
    words = fold(entity)
    keys = [v.key for v in standing(case.archive.versions(), None)]
    return any(
        _is_called(role, entity, words)
        for reading in case.archive.bearing(keys)
        for s in reading.statements
        for role in (s.actor, s.recipient, *s.voices)
        if role is not None
    )


def _is_called(who: object, entity: str, words: str) -> bool:
    if isinstance(who, Role):
        return entity in (who.entity, who.side) or (who.entity is None and fold(who.text) == words)
    return getattr(who, "entity", None) == entity or (
        getattr(who, "entity", None) is None and fold(getattr(who, "name", "")) == words
    )


def _same(case: Case, entity: str) -> str:
    for entry in in_force(case.archive.log()):
        if isinstance(entry.decision, Merge) and entry.decision.entity == entity:
            entity = entry.decision.into
    return entity


def _record(case: Case, decision: Judgement | Undo, note: str) -> Entry:
    return case.archive.record(decision, made=datetime.now(UTC), note=note)


def describe(entry: Entry) -> str:
    """One line: what was decided."""
    match entry.decision:
        case Accept(target) | Reject(target):
            return f"{type(entry.decision).__name__.lower()} {target.statement}: “{' '.join(target.quote.split())}”"
        case Correct(target, changes):
            told = ", ".join(f"{field} = {value if value is not None else 'none'}" for field, value in changes)
            return f"correct {target.statement}: {told}"
        case Merge(entity, into, name):
            return f"merge {entity} into {into}{f' ({name})' if name else ''}"
        case Split(entity, into, name, text, statements, reports):
            where = f"“{text}”" if text else " ".join((*statements, *reports))
            return f"split {into}{f' ({name})' if name else ''} from {entity}: {where}"
        case Grade(source, letter):
            return f"grade {source} {letter}"
        case Undo(number):
            return f"undo {number}"


__all__ = ["accept", "correct", "describe", "find", "grade", "is_known", "merge", "reject", "split", "undo"]
