"""Whom an actor acts for: one id for a president, a ministry, an army and their government."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache

from dragoman.domain.entity import EntityKind
from dragoman.domain.situation import Judgements
from dragoman.domain.statement import Role
from dragoman.ports import Directory
from dragoman.situation.places import Place, place_of
from dragoman.situation.unlisted import Unlisted
from dragoman.situation.words import DATA, tokens

_PREFIXED = re.compile(r"^(?P<state>[a-z]{3})-(?P<organ>.+)$")
_PART_OF = re.compile(r"^(?:[\w’'%-]+\s+){0,3}?(?P<head>[\w-]+)\s+(?:of|in|along|inside)\s")
TEXT = "~"
"""Begins the id of an actor that only the words of the text name."""


@cache
def _organs() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "organs.toml").read_text(encoding="utf-8"))["organs"].split())


@cache
def _not_names() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "organs.toml").read_text(encoding="utf-8"))["not_names"].split())


@cache
def _parts() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "organs.toml").read_text(encoding="utf-8"))["parts"].split())


class Sides:
    """Looks up sides by entity and day; remembers what it found."""

    def __init__(self, directory: Directory, judgements: Judgements) -> None:
        self._directory = directory
        self._same = judgements.same
        self._found: dict[tuple[str, date | None], str] = {}
        self._names: dict[str, str] = {}

    def entity(self, entity: str) -> str:
        """The id that an entity was merged into, else its own."""
        seen = {entity}
        while (into := self._same.get(entity)) is not None and into not in seen:
            entity = into
            seen.add(entity)
        return entity

    def known(self, entity: str | None) -> bool:
        """True where the catalogue holds the entity."""
        return entity is not None and self._directory.entity(self.entity(entity)) is not None

    def of(self, entity: str, day: date | None) -> str:
        """The side of an entity on `day`; itself where it acts for nobody else."""
        key = (entity, day)
        if key not in self._found:
            merged = self.entity(entity)
            self._found[key] = self.entity(self._directory.side(merged, day) or self._organ(merged, day) or merged)
        return self._found[key]

    def moved(self, role: Role | None, published: date | None) -> bool:
        """True where the reading has already put a known entity on another side than that of its report's day."""
        if role is None or role.entity is None or role.side in (None, role.entity) or not self.known(role.entity):
            return False
        return self.entity(role.side or "") != self.of(role.entity, published)

    def of_role(
        self, role: Role | None, day: date | None, *, then: bool = False, unlisted: Unlisted | None = None
    ) -> str | None:
        """The side of a role; an id made of its words where no entity is known, None where those are no name.

        A role's own side is that of its report's day; with `then`, a known entity's side of `day` counts before it.
        What the catalogue does not hold acts for the state of which its report calls it an organ (`unlisted`).
        """
        if role is None:
            return None
        if role.entity is not None:
            if role.side and not (then and self.known(role.entity)):
                return self.entity(role.side)
            found = self.of(role.entity, day)
            if unlisted is None or found != self.entity(role.entity) or self.known(role.entity):
                return found
            state = unlisted.side(role.entity.replace("-", " ") if _pronoun(role.text) else role.text, role.span.start)
            return self.entity(state or unlisted.full_name(found) or found)
        if role.country is not None:
            return self.of(role.country, day)
        state = unlisted.side(role.text, role.span.start) if unlisted is not None else None
        return self.entity(state) if state is not None else self._by_words(role.text)

    def of_any_time(self, role: Role) -> str | None:
        """The country of a role that names it, or an organ of it, whoever governed it; None for any other."""
        named = self._directory.entity(role.entity) if role.entity is not None else None
        organ = _PREFIXED.match(role.entity or "")
        if named is not None and named.kind is EntityKind.STATE:
            return self.entity(named.id)
        return self.entity(organ["state"].upper()) if organ is not None and organ["organ"] in _organs() else None

    def of_country(self, role: Role | None, day: date | None, *, unlisted: Unlisted | None = None) -> str | None:
        """The government on `day` of the country that a role is of, None where it is of none."""
        if role is None:
            return None
        if role.country is None:
            return unlisted.related(role.text) if unlisted is not None and not self.known(role.entity) else None
        return self.entity(self._directory.government(role.country, day))

    def place(self, role: Role | None) -> Place | None:
        """The place that a role names."""
        return place_of(role, self._directory)

    def _organ(self, entity: str, day: date | None) -> str | None:
        """The government of an organ named after its state ("syr-army"), None where `entity` is no such slug."""
        match = _PREFIXED.match(entity)
        if match is None or match["organ"] not in _organs():
            return None
        state = self._directory.entity(match["state"].upper())
        if state is None or state.kind is not EntityKind.STATE:
            return None
        return self._directory.government(state.id, day)

    def _by_words(self, text: str) -> str | None:
        if _part(text):
            return None
        names = [w for w in tokens(text) if w[:1].isupper() and w.casefold() not in _not_names()]
        words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in names]
        if not words:
            return None
        key = TEXT + "-".join(words)
        self._names.setdefault(key, text)
        return key

    def name(self, entity: str) -> str:
        """A readable name of an id."""
        found = self._directory.entity(entity)
        if found is not None:
            return found.name
        if entity.startswith(TEXT):
            return entity[1:].replace("-", " ").title()
        return entity.replace("-", " ").title() if len(entity) > 3 else entity


def _part(text: str) -> bool:
    """True of a part of what the capitals name ("much of northern Ruritania"), which is not its side."""
    head = _PART_OF.match(text)
    return head is not None and head["head"].casefold() in _parts()


def _pronoun(text: str) -> bool:
    return text.casefold() in _not_names()
