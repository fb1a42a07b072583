"""Who can hold an option: the parties of a situation, as they are called on its day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.domain.entity import EntityKind
from dragoman.domain.mention import MentionType
from dragoman.domain.report import Block
from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED, Kind, Role, Stance, Statement
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.bodies import find_bodies
from dragoman.negotiation.drafting.offices import Offices
from dragoman.negotiation.drafting.principals import Principals
from dragoman.negotiation.drafting.unlisted import unlisted
from dragoman.ports import Directory

_ABLE = frozenset({EntityKind.STATE, EntityKind.GOVERNMENT, EntityKind.GROUP, EntityKind.BODY, EntityKind.INSTITUTION})
_NAMED = frozenset({MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE, MentionType.NATIONALITY})
_CAPITALS = re.compile(r"\b[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?\b")
_BODY = re.compile(r"\b(?:[Tt]he )?([A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3})")
_IN = re.compile(r"\b(?:in|at|from|near|to)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A party named in a text, with the place of its name; `adjective` for "Russian", `where` for a mere place."""

    party: str
    span: Span
    adjective: bool
    where: str | None


@dataclass
class Parties:
    """Looks up parties; `day` is the day of the view, None where none is known."""

    situation: Situation
    directory: Directory
    day: date | None
    _mentions: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    _known: dict[str, str | None] = field(default_factory=dict)
    _types: Mapping[str, MentionType] = field(default_factory=dict)
    _unlisted: Mapping[str, str] = field(default_factory=dict)
    _sides: frozenset[str] = frozenset()
    _offices: Mapping[str, str] = field(default_factory=dict)
    _speaking: frozenset[str] | None = None
    _bodies: frozenset[str] = frozenset()
    _called: Mapping[str, str] = field(default_factory=dict)
    _plain: re.Pattern[str] | None = None
    _principals: Principals | None = None

    def __post_init__(self) -> None:
        counts: dict[str, Counter[MentionType]] = defaultdict(Counter)
        for reading in self.situation.readings:
            for mention in reading.mentions:
                slug = mention.entity or re.sub(r"[^a-z0-9]+", "-", mention.text.casefold()).strip("-")
                counts[slug][mention.type] += 1
        self._types = {entity: types.most_common(1)[0][0] for entity, types in counts.items()}
        known = {m.text.casefold() for r in self.situation.readings for m in r.mentions if m.entity is not None}
        stances = [s for s in self.situation.statements.values() if s.kind is Kind.STANCE]
        held = [s.actor for s in stances if s.actor is not None]
        held += [s.recipient for s in stances if s.recipient is not None and s.type != Stance.THREATEN]
        actors = {
            part
            for r in held
            if r.side in (None, r.entity)
            for part in (r.text.removeprefix("Both "), (r.entity or "").replace("-", " ").title())
        }
        bodies = find_bodies(self.situation, self.directory, self._types)
        self._bodies, self._called, self._plain = bodies.ids, bodies.called, bodies.pattern
        self._sides = frozenset(
            role.side
            for s in self.situation.statements.values()
            for role in (s.actor, s.recipient)
            if role and role.side and s.type != ASSERTED
        )
        unlisted_sides = (side for side in self._sides if self.directory.entity(side) is None)
        self._called = {**self._called, **{side.replace("-", " "): side for side in unlisted_sides}}
        self._unlisted = unlisted((r.text for r in self.situation.reports.values()), known, actors)
        offices = Offices(self.situation, self._slug, self._sides, self._bodies | frozenset(self._unlisted.values()))
        self._offices = dict(offices.held())
        self._mentions = {
            r.report.id: tuple(sorted(self._named(r.report.id), key=lambda n: n.span.start))
            for r in self.situation.readings
        }
        self._principals = Principals(self.situation, self._sides_named, {})
        self._offices = {
            **dict(offices.heads()),
            **dict(offices.appointed(self._principals.before)),
            **self._offices,
        }
        self._known.clear()
        self._principals = Principals(self.situation, self._sides_named, self._holders())

    def _sides_named(self, report: str, span: Span) -> tuple[str, ...]:
        """Parties named between two places, those left out that are named as places alone."""
        text = self.situation.reports[report].text
        return tuple(
            n.party
            for n in self.within(report, span)
            if n.adjective or not _IN.search(text[max(0, n.span.start - 12) : n.span.start])
        )

    def _holders(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """Where in each report a stance is held, and by which party."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for name, statement in self.situation.statements.items():
            if statement.kind is Kind.STANCE and statement.actor is not None:
                party = self.role(statement.actor)
                if party is not None:
                    found[self.situation.report_of[name]].append((statement.actor.span.start, party))
        return {report: tuple(sorted(rows)) for report, rows in found.items()}

    def role(self, role: Role | None, report: str | None = None) -> str | None:
        """Whom a role stands for, None where that can hold no option or is unknown.

        With the `report` that it stands in, offices told by a noun alone are looked up too.
        """
        if role is None:
            return None
        if role.entity is not None and role.entity in self._offices:
            return self._offices[role.entity]
        if report is not None and role.side is None and role.country is None and self._principals is not None:
            principal = self._principals.of(report, role)
            if principal is not None and (role.entity is None or self.directory.entity(role.entity) is None):
                return principal
        for entity in (role.side, role.entity, role.country if role.entity is None else None):
            found = self.of(entity) if entity else None
            if found is not None:
                return found
        return None

    def holder(self, statement: Statement, report: str) -> str | None:
        """Who holds a stance or does a deed; "his government" is that of who says so."""
        role = statement.actor
        if role is not None and role.side is None and role.text.casefold().startswith(("his ", "her ")):
            told = [self._offices[v.entity] for v in statement.voices if v.entity and v.entity in self._offices]
            if told:
                return told[-1]
        return self.role(role, report)

    def of(self, entity: str) -> str | None:
        """The party of an entity id on the day of the view; None for what is gone, or holds no option."""
        if entity not in self._known:
            self._known[entity] = self._of(entity)
        return self._known[entity]

    def of_country(self, country: str) -> str:
        """The party that governs a state on the day of the view."""
        return self.directory.government(country, self.day)

    def name(self, party: str) -> str:
        entity = self.directory.entity(party)
        return entity.name if entity is not None else self.situation.names.get(party, party.replace("-", " ").title())

    def within(self, report: str, span: Span) -> tuple[Named, ...]:
        """The parties named between two places of a report, in order."""
        return tuple(m for m in self._mentions.get(report, ()) if span.start <= m.span.start < span.end)

    def blocks(self, report: str) -> tuple[Block, ...]:
        return self.situation.reports[report].blocks

    def whose(self, statement: Statement, report: str | None = None) -> str | None:
        """Who would carry a stance out, where the reading says so and it is a party of the day."""
        for role in (statement.actor, statement.recipient):
            if role is not None and role.entity is not None and role.entity == statement.whose:
                return self.role(role, report)
        return self.of(statement.whose) if statement.whose else None

    def speaking(self) -> frozenset[str]:
        """The parties that want, offer, refuse or threaten something in the reports."""
        if self._speaking is None:
            where = self.situation.report_of
            said = (self.role(s.actor, where[n]) for n, s in self.situation.statements.items() if s.kind is Kind.STANCE)
            self._speaking = frozenset(p for p in said if p is not None)
        return self._speaking

    def gone(self, entity: str) -> bool:
        """Whether an entity was a government that had been replaced by the day of the view."""
        row = self.directory.entity(entity)
        if row is None or row.kind is not EntityKind.GOVERNMENT:
            return False
        return bool(row.country) and self.of_country(row.country or "") != entity

    def _of(self, entity: str) -> str | None:
        if entity.startswith("~"):
            return None
        row = self.directory.entity(entity)
        side = self.directory.side(entity, self.day) or entity
        if side != entity:
            return self.of(side)
        if row is None:
            if self._prefix(entity):
                return self.of_country(entity[:3].upper())
            slug = self._unlisted.get(entity.replace("-", " ")) or next(
                (s for s in self._unlisted.values() if s.endswith(f"-{entity}")), None
            )
            if slug is None and (entity in self._sides or self._types.get(entity) is MentionType.ORGANISATION):
                return self._full(entity)
            told = self._offices.get(entity) or slug
            body = entity in self._bodies and self._types.get(entity) is not MentionType.NATIONALITY
            full = self._full(entity)
            return full if told is None and (body or full != entity) else told
        if row.kind is EntityKind.PERSON:
            return None
        if row.kind is EntityKind.STATE:
            return self.of_country(row.id)
        if row.kind is EntityKind.GOVERNMENT:
            return None if self.gone(entity) else entity
        if row.kind not in _ABLE:
            return None
        if self.day is not None and not row.period.holds(self.day):
            return None
        return entity

    def _full(self, entity: str) -> str:
        """`dockers-union` for `union`, where the reports name one such body alone."""
        longer = {b for b in self._bodies if b.endswith(f"-{entity}")}
        return longer.pop() if len(longer) == 1 else entity

    def _slug(self, name: str) -> str | None:
        """An unlisted party by its name as written."""
        folded = name.casefold().replace(" ", "-")
        return self._unlisted.get(name.casefold()) or (folded if self._unlisted_side(folded) else None)

    def _unlisted_side(self, entity: str) -> bool:
        return entity in self._sides and self.directory.entity(entity) is None

    def _prefix(self, entity: str) -> bool:
        head, dash, _ = entity.partition("-")
        state = self.directory.entity(head.upper()) if dash and len(head) == 3 else None
        return state is not None and state.kind is EntityKind.STATE

    def _named(self, report: str) -> Iterator[Named]:
        reading = next(r for r in self.situation.readings if r.report.id == report)
        for mention in reading.mentions:
            if mention.type not in _NAMED or (mention.entity is None and mention.country is None):
                continue
            party = self.of(mention.entity) if mention.entity else None
            row = self.directory.entity(mention.entity) if mention.entity else None
            place = row is not None and row.kind is EntityKind.PLACE
            where = mention.country if place or (row is not None and row.kind is EntityKind.STATE) else None
            if party is None and mention.country and (row is None or place):
                party = self.of_country(mention.country)
            if party is not None or where is not None:
                adjective = mention.type is MentionType.NATIONALITY
                yield Named(party or self.of_country(where or ""), mention.span, adjective, where)
        for told in self._plain.finditer(reading.report.text) if self._plain else ():
            name = re.sub(r"['’]", "", told.group(1))
            party = self.of(self._called[name]) if name in self._called else None
            if party is not None:
                yield Named(party, Span(told.start(1), told.end(1)), False, None)
        taken = {m.span.start for m in reading.mentions if m.entity is not None and self.of(m.entity) is not None}
        for found in _BODY.finditer(reading.report.text) if self._called else ():
            body = self._called.get(re.sub(r"['’]s?", "", found.group(1)).casefold())
            party = self.of(body) if body and found.start(1) not in taken else None
            if party is not None:
                yield Named(party, Span(found.start(1), found.end(1)), False, None)
        for found in _CAPITALS.finditer(reading.report.text) if self._unlisted else ():
            slug = self._unlisted.get(found.group().casefold())
            if slug is not None:
                adjective = found.group().casefold().replace(" ", "-") != slug
                yield Named(slug, Span(found.start(), found.end()), adjective, slug)
