"""Judgements in force, applied: which statements are left out or read otherwise, and who is whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.domain.attribution import Voice
from dragoman.domain.entity import Entity, EntityKind
from dragoman.domain.judgement import Correct, Entry, Field, Grade, Merge, Reject, Split, Target
from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.situation import Judgements
from dragoman.domain.statement import ASSERTED, AgreementStatus, Kind, Plover, Realis, Role, Stance, Statement, Tie
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, Grain, TimeExpression, interval
from dragoman.ports import Directory

_TYPES: dict[Kind, frozenset[str]] = {
    Kind.EVENT: frozenset(Plover),
    Kind.STANCE: frozenset(Stance),
    Kind.TIE: frozenset(Tie),
    Kind.AGREEMENT: frozenset(AgreementStatus),
    Kind.JUDGEMENT: frozenset({"positive", "negative", "signal", "unclear", ASSERTED}),
}


@dataclass(frozen=True)
class Decisions:
    """What entries in force come to: `same` maps an entity to the one it was merged into, `letters` a source to its grade.

    `targets` holds by report what was decided about its statements, `names` who is called otherwise, both in order.
    """

    same: Mapping[str, str]
    letters: Mapping[str, str]
    names: tuple[Merge | Split, ...]
    targets: Mapping[str, tuple[Reject | Correct, ...]]


def decisions_of(entries: Iterable[Entry]) -> Decisions:
    """What `entries` come to, before any report is looked at."""
    decisions = [e.decision for e in entries]
    same: dict[str, str] = {}
    for one in decisions:
        if isinstance(one, Merge):
            same = {**{k: one.into if v == one.entity else v for k, v in same.items()}, one.entity: one.into}
            same.pop(one.into, None)
    targets: dict[str, tuple[Reject | Correct, ...]] = {}
    for one in decisions:
        if isinstance(one, (Reject, Correct)):
            name = report_of(one.target.statement)
            targets[name] = (*targets.get(name, ()), one)
    letters = {one.source: str(one.letter) for one in decisions if isinstance(one, Grade)}
    return Decisions(same, letters, tuple(d for d in decisions if isinstance(d, (Merge, Split))), targets)


def judgements_of(decisions: Decisions, readings: Iterable[Reading], directory: Directory) -> Judgements:
    """What was decided about these readings. `directory` knows the entities that the decisions made."""
    rejected: set[str] = set()
    corrected: dict[str, Statement] = {}
    if decisions.names or decisions.targets:
        for reading in readings:
            out, other = _judged(reading, decisions.targets.get(reading.report.id, ()), decisions.names, directory)
            rejected |= out
            corrected |= other
    return Judgements(frozenset(rejected), corrected, decisions.same, decisions.letters)


def _judged(
    reading: Reading, decisions: Sequence[Any], names: Sequence[Merge | Split], directory: Directory
) -> tuple[set[str], dict[str, Statement]]:
    report = reading.report
    now = {s.id: s for s in reading.statements}
    rejected: set[str] = set()
    for one in decisions:
        statement = aim(one.target, report, reading.statements)
        if statement is None:
            continue
        if isinstance(one, Reject):
            rejected.add(f"{report.id}#{statement.id}")
        else:
            now[statement.id] = corrected_statement(now[statement.id], one, report.published, directory)
    for name in names:
        now = {i: _renamed(s, f"{report.id}#{i}", name, report, directory) for i, s in now.items()}
    changed = {f"{report.id}#{s.id}": now[s.id] for s in reading.statements if now[s.id] is not s}
    return rejected, {name: s for name, s in changed.items() if name not in rejected}


def report_of(statement: str) -> str:
    """The report's id in a statement's global id."""
    return statement.rpartition("#")[0]


def aim(target: Target, report: Report, statements: Sequence[Statement]) -> Statement | None:
    """The statement that was meant, found again by its words in another version of the text; None where it is gone."""
    if report_of(target.statement) != report.id:
        return None
    number = target.statement.rpartition("#")[2]
    if not target.sha256 or target.sha256 == report.sha256:
        found = next((s for s in statements if s.id == number), None)
        if found is not None and (not target.quote or gist(found) == target.gist):
            return found
    alike = [s for s in statements if s.quote == target.quote and gist(s) == target.gist]
    return alike[0] if alike else None


def gist(statement: Statement) -> str:
    """What a statement tells, in short: enough to tell the statements of one clause apart."""
    s = statement
    roles = "/".join(r.text if r else "" for r in (s.actor, s.recipient))
    return f"{s.kind}/{s.type}/{roles}"


def target_of(report: Report, statement: Statement) -> Target:
    return Target(f"{report.id}#{statement.id}", statement.quote, report.sha256, gist(statement))


def corrected_statement(statement: Statement, correct: Correct, day: date | None, directory: Directory) -> Statement:
    """The statement with its fields changed; `ValueError` says what a field cannot be."""
    for field, value in correct.changes:
        statement = _with(statement, field, value, day, directory)
    return statement


def _with(s: Statement, field: Field, value: str | None, day: date | None, directory: Directory) -> Statement:
    match field:
        case Field.ACTOR:
            return replace(s, actor=_role(s.actor, s, value, day, directory))
        case Field.RECIPIENT:
            return replace(s, recipient=_role(s.recipient, s, value, day, directory))
        case Field.MATTER:
            return replace(s, matter=value)
        case Field.TIME:
            return replace(s, time=None if value is None else _time(s, value))
        case Field.TYPE:
            if value not in _TYPES[s.kind]:
                raise ValueError(f"{value!r} is no type of {s.kind}; one of {', '.join(sorted(_TYPES[s.kind]))}")
            return replace(s, type=value, plover=Plover(value) if s.kind is Kind.EVENT else s.plover)
    nouns: dict[Field, Any] = {Field.POLARITY: Polarity, Field.REALIS: Realis, Field.FACTUALITY: Factuality}
    noun = nouns[field]
    if value not in frozenset(noun):
        raise ValueError(f"{value!r} is no {field}; one of {', '.join(noun)}")
    return replace(s, **{str(field): noun(value)})


def _role(role: Role | None, s: Statement, entity: str | None, day: date | None, directory: Directory) -> Role | None:
    if entity is None:
        return None
    text, span = (role.text, role.span) if role else ("", Span(s.span.start, s.span.start))
    return _role_of(Role(None, None, None, text, span), entity, day, directory)


def _role_of(role: Role, entity: str, day: date | None, directory: Directory) -> Role:
    found = directory.entity(entity)
    country, code = (found.country, found.code) if found else (role.country, role.code)
    return replace(role, entity=entity, country=country, code=code, side=directory.side(entity, day) or entity)


def _time(s: Statement, value: str) -> TimeExpression:
    days = interval(value)
    if days is None:
        raise ValueError(f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    long = (days[1] - days[0]).days
    grain = Grain.DAY if not long else Grain.MONTH if long < 31 else Grain.YEAR if long < 366 else Grain.VAGUE
    span, text = (s.time.span, s.time.text) if s.time else (Span(s.span.start, s.span.start), "")
    return TimeExpression(span, text, value, grain, Anchor.ABSOLUTE, *days)


def _renamed(s: Statement, name: str, change: Merge | Split, report: Report, directory: Directory) -> Statement:
    if isinstance(change, Split) and (
        (change.statements and name not in change.statements) or (change.reports and report.id not in change.reports)
    ):
        return s
    words = fold(change.text if isinstance(change, Split) else change.entity)
    by_words = bool(words) and not (isinstance(change, Split) and not change.text)

    def meant(entity: str | None, text: str) -> bool:
        if isinstance(change, Split):
            return entity == change.entity and (not words or fold(text) == words)
        return entity is None and by_words and fold(text) == words

    def role(old: Role | None) -> Role | None:
        if old is None or not meant(old.entity, old.text):
            return old
        return _role_of(old, change.into, report.published, directory)

    def voice(old: Voice) -> Voice:
        return replace(old, entity=change.into) if meant(old.entity, old.name) else old

    actor, recipient, voices = role(s.actor), role(s.recipient), tuple(map(voice, s.voices))
    if actor is s.actor and recipient is s.recipient and voices == s.voices:
        return s
    return replace(s, actor=actor, recipient=recipient, voices=voices)


def fold(name: str) -> str:
    """A name for comparison: lower case, without an article or a possessive."""
    words = name.casefold().replace("’", "'").removesuffix("'s").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


@dataclass(frozen=True)
class Judged:
    """A `Directory` that also knows the entities that merging and splitting made, by id."""

    directory: Directory
    made: Mapping[str, Entity]

    def entity(self, entity: str) -> Entity | None:
        return self.directory.entity(entity) or self.made.get(entity)

    def side(self, entity: str, day: date | None) -> str | None:
        return entity if entity in self.made else self.directory.side(entity, day)

    def government(self, country: str, day: date | None) -> str:
        return self.directory.government(country, day)


def made_entities(entries: Iterable[Entry], directory: Directory) -> Iterator[Entity]:
    """The entities that merging and splitting made, which no list holds."""
    for entry in entries:
        one = entry.decision
        if isinstance(one, (Merge, Split)) and one.name and directory.entity(one.into) is None:
            like = directory.entity(one.entity)
            yield Entity(
                one.into, one.name, like.kind if like else EntityKind.GROUP, country=like.country if like else None
            )
