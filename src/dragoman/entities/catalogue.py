"""The dated catalogue: what a name may stand for, and who acted for whom on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from dragoman.domain.entity import Entity, EntityKind, Office
from dragoman.entities.atoms import key
from dragoman.entities.rows import institution_words, shipped_entities, shipped_offices, state_words

_SURNAME_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM"})
_HEADS = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "envoy", "other")


class Catalogue:
    """Entities and offices by id, name and day; a user's rows win over shipped ones of the same id."""

    def __init__(self, entities: Iterable[Entity] = (), offices: Iterable[Office] = ()) -> None:
        self.entities = {e.id: e for e in (*shipped_entities(), *entities)}
        self.offices: dict[str, list[Office]] = defaultdict(list)
        for office in (*shipped_offices(), *offices):
            self.offices[office.person].append(office)
        self._by_country: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities.values():
            if entity.kind is EntityKind.GOVERNMENT and entity.country:
                self._by_country[entity.country].append(entity)

    @cached_property
    def names(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Ids by the atoms of a name, best first: a state before a place, a group before an outlet."""
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for entity in self.entities.values():
            for name in (entity.name, *entity.names):
                if entity.id not in found[key(name)]:
                    found[key(name)].append(entity.id)
        return {k: tuple(v) for k, v in found.items() if k}

    @cached_property
    def adjectives(self) -> dict[tuple[str, ...], str]:
        """A state's id by adjective or demonym."""
        words = ((s, w) for s, w, what in state_words() if what in ("adjectives", "demonyms"))
        return {key(w): s for s, w in reversed(list(words)) if s in self.entities}

    @cached_property
    def metonyms(self) -> dict[tuple[str, ...], str]:
        """A state's id by a capital or seat of power that stands for its government."""
        return {key(w): s for s, w, what in reversed(state_words()) if what == "metonyms"}

    @cached_property
    def surnames(self) -> dict[str, tuple[str, ...]]:
        """Persons' ids by folded surname."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity in self.entities.values():
            if entity.kind is EntityKind.PERSON:
                east = any(o.country in _SURNAME_FIRST for o in self.offices[entity.id])
                for name in (entity.name, *entity.names):
                    parts = [p for p in key(name) if p not in ("al", "el", "bin", "jr", "ii", "iii")]
                    if parts and entity.id not in found[parts[0 if east else -1]]:
                        found[parts[0 if east else -1]].append(entity.id)
        return {k: tuple(v) for k, v in found.items()}

    def entity(self, entity: str) -> Entity | None:
        """The row of an id, or the institution that an id such as "ken-central-bank" names; None where there is none."""
        found = self.entities.get(entity)
        return found if found is not None else self._institution(entity)

    def _institution(self, entity: str) -> Entity | None:
        state, _, rest = entity.partition("-")
        words = institution_words().get(rest)
        if words is None or state.upper() not in self.entities:
            return None
        return Entity(
            entity, f"{self._adjective(state.upper())} {words}", EntityKind.INSTITUTION, country=state.upper()
        )

    def _adjective(self, state: str) -> str:
        adjective = next((w for s, w, what in state_words() if s == state and what == "adjectives"), None)
        return adjective or self.entities[state].name

    def offices_on(self, person: str, day: date | None) -> list[Office]:
        """The terms that hold on `day`, or, where none does, the last one that ended before it; weightiest first."""
        terms = sorted(self.offices.get(person, ()), key=lambda o: _HEADS.index(o.office) if o.office in _HEADS else 9)
        if day is None:
            return terms
        return [o for o in terms if o.period.holds(day)]

    def last_office(self, person: str, day: date | None) -> Office | None:
        """The term that ended last before `day`."""
        over = [o for o in self.offices.get(person, ()) if o.period.last and (day is None or o.period.last < day)]
        return max(over, key=lambda o: o.period.last or date.min, default=None)

    def near_office(self, person: str, day: date | None, years: int = 6) -> bool:
        """True where the person held some office within so many years of `day`."""
        if day is None:
            return bool(self.offices.get(person))
        slack = timedelta(days=366 * years)
        return any(
            (o.period.first is None or o.period.first - slack <= day)
            and (o.period.last is None or day <= o.period.last + slack)
            for o in self.offices.get(person, ())
        )

    def holder(self, country: str, office: str, day: date | None) -> str | None:
        """The one person known to hold the office that day."""
        if day is None:
            return None
        people = {
            o.person
            for terms in self.offices.values()
            for o in terms
            if o.country == country and o.office == office and o.period.first and o.period.holds(day)
        }
        return people.pop() if len(people) == 1 else None

    @cached_property
    def _broken(self) -> frozenset[str]:
        """States in which, since 1990, one government replaced another by force or collapse."""
        return frozenset(
            g.country
            for rows in self._by_country.values()
            for g in rows
            if g.country
            and g.follows in self.entities
            and self.entities[g.follows].country == g.country
            and g.period.first
            and g.period.first.year >= 1990
        )

    def government(self, country: str, day: date | None) -> str:
        """The id of the one government in force that day where governments followed one another, else the country.

        On the day of the change it is the later one.
        """
        if day is None or country not in self._broken:
            return country
        sitting = [g for g in self._by_country.get(country, ()) if g.period.holds(day) and g.period.first]
        over = {g.follows for g in sitting}
        sitting = [g for g in sitting if g.id not in over]
        return sitting[0].id if len(sitting) == 1 else country

    def predecessor(self, country: str, day: date | None) -> str | None:
        """The government that the one of `day` followed; None where none is known."""
        now = self.entities.get(self.government(country, day))
        return now.follows if now is not None and now.follows in self.entities else None

    def side(self, entity: str, day: date | None) -> str | None:
        """Whom `entity` acts for on `day`: a person's government or group, a state's government; None if nobody."""
        found = self.entities.get(entity)
        if found is None:
            return None
        if found.kind is EntityKind.STATE:
            return self.government(entity, day)
        if found.kind is not EntityKind.PERSON:
            return (
                None if found.kind is EntityKind.PLACE else (found.country and self._state_body(found, day)) or entity
            )
        for terms in (self.offices_on(entity, day), [self.last_office(entity, day)]):
            for office in terms:
                if office and (office.country or office.body):
                    then = day if office.period.holds(day) else office.period.last
                    led = [g for g in self._by_country.get(office.country, ()) if entity in g.heads]
                    held = [g.id for g in led if g.period.holds(then)]
                    if held and office.country in self._broken:
                        return held[-1]
                    return self.government(office.country, then) if office.country else office.body
        return None

    def _state_body(self, entity: Entity, day: date | None) -> str | None:
        if entity.kind is EntityKind.BODY and entity.country:
            return self.government(entity.country, day)
        return None
