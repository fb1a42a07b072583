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
from dragoman.domain.statement import ASSERTED, Kind, Role, Statement
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.unlisted import unlisted
from dragoman.ports import Directory

_ABLE = frozenset({EntityKind.STATE, EntityKind.GOVERNMENT, EntityKind.GROUP, EntityKind.BODY, EntityKind.INSTITUTION})
_NAMED = frozenset({MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE, MentionType.NATIONALITY})
_CAPITALS = re.compile(r"\b[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?\b")
_OFFICES = (
    r"(?:\w+ ){0,2}?(?:minister|president|chancellor|premier|government|ministry|cabinet|king|queen|parliament|envoy|"
    r"ambassador|spokes(?:man|woman|person)|council|delegation|negotiators?)\b"
)
_OFFICE = re.compile(rf"(?:[Tt]he )?([A-Z][a-zà-ÿ]+)(?:['’]s)? {_OFFICES}")
_HOLDER = re.compile(rf"(?:\b([A-Z][a-zà-ÿ]+)['’]s|\b[Ii]ts) {_OFFICES}, ([A-Z][a-zà-ÿ]+ [A-Z][a-zà-ÿ]+),")


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

    def __post_init__(self) -> None:
        counts: dict[str, Counter[MentionType]] = defaultdict(Counter)
        for reading in self.situation.readings:
            for mention in reading.mentions:
                if mention.entity is not None:
                    counts[mention.entity][mention.type] += 1
        self._types = {entity: types.most_common(1)[0][0] for entity, types in counts.items()}
        known = {m.text.casefold() for r in self.situation.readings for m in r.mentions if m.entity is not None}
        actors = {
            s.actor.text.removeprefix("Both ")
            for s in self.situation.statements.values()
            if s.kind is Kind.STANCE and s.actor is not None and s.actor.side in (None, s.actor.entity)
        }
        self._sides = frozenset(
            role.side
            for s in self.situation.statements.values()
            for role in (s.actor, s.recipient)
            if role and role.side and s.type != ASSERTED
        )
        self._unlisted = unlisted((r.text for r in self.situation.reports.values()), known, actors)
        self._offices = dict([*self._held(), *self._appointed()])
        self._mentions = {
            r.report.id: tuple(sorted(self._named(r.report.id), key=lambda n: n.span.start))
            for r in self.situation.readings
        }

    def role(self, role: Role | None) -> str | None:
        """Whom a role stands for, None where that can hold no option or is unknown."""
        if role is None:
            return None
        for entity in (role.side, role.entity, role.country if role.entity is None else None):
            found = self.of(entity) if entity else None
            if found is not None:
                return found
        return None

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

    def whose(self, statement: Statement) -> str | None:
        """Who would carry a stance out, where the reading says so and it is a party of the day."""
        return self.of(statement.whose) if statement.whose else None

    def speaking(self) -> frozenset[str]:
        """The parties that want, offer, refuse or threaten something in the reports."""
        if self._speaking is None:
            said = (self.role(s.actor) for s in self.situation.statements.values() if s.kind is Kind.STANCE)
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
                return entity
            return slug or self._offices.get(entity)
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

    def _held(self) -> Iterator[tuple[str, str]]:
        """People of no listed country whom a report calls an office of an unlisted one: "Lutha's prime minister"."""
        for statement in self.situation.statements.values():
            for role in (statement.actor, statement.recipient) if statement.type != ASSERTED else ():
                if role is None or role.entity is None or role.side is not None:
                    continue
                told = _OFFICE.match(role.text)
                slug = self._slug(told.group(1)) if told else None
                if slug is not None:
                    yield role.entity, slug

    def _appointed(self) -> Iterator[tuple[str, str]]:
        """The same for a name behind the office: "Lutha's prime minister, Rosa Venn", "..., its chancellor, Leo Brandt"."""
        for report in self.situation.reports.values():
            for told in _HOLDER.finditer(report.text):
                whose = told.group(1)
                if whose is None:
                    before = report.text[report.text.rfind(". ", 0, told.start()) + 1 : told.start()]
                    named = [m for m in _CAPITALS.findall(before) if self._slug(m)]
                    whose = named[0] if len(set(named)) == 1 else ""
                slug = self._slug(whose)
                if slug is not None:
                    yield told.group(2).casefold().replace(" ", "-"), slug

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
        for found in _CAPITALS.finditer(reading.report.text) if self._unlisted else ():
            slug = self._unlisted.get(found.group().casefold())
            if slug is not None:
                adjective = found.group().casefold().replace(" ", "-") != slug
                yield Named(slug, Span(found.start(), found.end()), adjective, slug)
