"""Entities: who and what names stand for, with their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EntityKind(StrEnum):
    STATE = "state"
    GOVERNMENT = "government"
    GROUP = "group"
    BODY = "body"
    OUTLET = "outlet"
    PERSON = "person"
    PLACE = "place"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Period:
    """Days of validity, both included; None is open or unknown."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date | None) -> bool:
        """True where `day` may lie within; an unknown day always may."""
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Office:
    """A term of a person at the head of a state, ministry, group or body.

    `office`: head-of-state, head-of-government, foreign-minister, defence-minister, envoy, other.
    `country` is an alpha-3 code, `body` a group's or body's id; one of the two may be empty.
    """

    person: str
    country: str
    body: str
    office: str
    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class Entity:
    """A row of the catalogue or of a user's own list.

    `country`: the state it acts for or stands in (alpha-3) or None; `code`: a PLOVER actor code or None.
    `detail`: the row's own kind (igo, armed-group, newspaper, city ...). `follows`: the government that it replaced.
    `sex`: of a person, "m", "f" or "".
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...] = ()
    country: str | None = None
    code: str | None = None
    period: Period = Period()
    detail: str = ""
    sex: str = ""
    follows: str = ""
    heads: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    source: str = ""


def first_day(text: str) -> date | None:
    """The first day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean; None for "". Else `ValueError`."""
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(text: str) -> date | None:
    """The last day that it may mean."""
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
