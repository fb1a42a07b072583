"""Where a statement says that something happened, and whether two such places can be one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from dragoman.domain.entity import EntityKind
from dragoman.domain.statement import Role
from dragoman.ports import Directory
from dragoman.situation.words import root_of_name, tokens

_POINTS = frozenset({"city"})


class Apart(Enum):
    """Whether two places are two: known of listed ones, likely of others with names that have nothing in common."""

    NO = 0
    LIKELY = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: `id` is the catalogue's where it holds it, else None; `country` is that in which it lies, or which it
    is (`whole`); `point` is true of cities, of which none lies in another; `names` are the roots of its names."""

    id: str | None
    country: str | None
    whole: bool
    point: bool
    names: frozenset[str]


def place_of(role: Role | None, directory: Directory) -> Place | None:
    """The place that a role names, None where it has no name ("the quay")."""
    if role is None:
        return None
    names = frozenset(root_of_name(w) for w in tokens(role.text) if w[:1].isupper())
    listed = directory.entity(role.entity) if role.entity is not None else None
    if listed is None:
        return Place(None, role.country, False, False, names) if names else None
    whole = listed.kind in (EntityKind.STATE, EntityKind.GOVERNMENT)
    if not whole and listed.kind is not EntityKind.PLACE:
        return None
    return Place(listed.id, listed.country or role.country, whole, listed.detail in _POINTS, names)


def apart(one: Place | None, two: Place | None) -> Apart:
    """Whether two places are two. One that lies, or may lie, in the other is not another."""
    if one is None or two is None or (one.id is not None and one.id == two.id):
        return Apart.NO
    if one.country is not None and two.country is not None and one.country != two.country:
        return Apart.YES if one.id is not None and two.id is not None else Apart.NO
    if one.whole or two.whole:
        return Apart.NO
    if one.point and two.point:
        return Apart.YES
    if one.id is None and two.id is None and one.names.isdisjoint(two.names):
        return Apart.LIKELY
    return Apart.NO
