"""Readable names of the ids of a situation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.domain.entity import EntityKind
from dragoman.ports import Directory
from dragoman.situation.sides import Sides

_STATES = frozenset({EntityKind.STATE, EntityKind.GOVERNMENT})


def names_of(ids: Iterable[str], acting: Iterable[str], sides: Sides, directory: Directory) -> Mapping[str, str]:
    """A name for each id; the only one of `acting` that is its country, or a government of it, has the country's name."""
    found = {i: sides.name(i) for i in sorted(set(ids))}
    governments: dict[str, list[str]] = defaultdict(list)
    for i in sorted(set(acting)):
        entity = directory.entity(i)
        if entity is not None and entity.kind in _STATES and entity.country is not None:
            governments[entity.country].append(i)
    for country, those in governments.items():
        state = directory.entity(country)
        if len(those) == 1 and state is not None and state.kind is EntityKind.STATE:
            found[those[0]] = state.name
    return found
