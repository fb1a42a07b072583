"""Who takes part: every side with those who act for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.domain.entity import EntityKind
from dragoman.domain.situation import Actor
from dragoman.domain.statement import ASSERTED
from dragoman.ports import Directory
from dragoman.situation.facts import Fact
from dragoman.situation.sides import TEXT, Sides

_NO_ACTORS = frozenset({EntityKind.PLACE})


def actors(facts: Iterable[Fact], sides: Sides, directory: Directory, names: Mapping[str, str]) -> tuple[Actor, ...]:
    """Sides that act or are acted on, those in most statements first. Mere places are none.

    A name that no catalogue holds counts from its second statement on. Who is only told about (a judgement of type
    "asserted") does not act.
    """
    statements: dict[str, dict[str, str]] = defaultdict(dict)
    also: dict[str, set[str]] = defaultdict(set)
    for fact in (f for f in facts if f.statement.type != ASSERTED):
        for side, role in ((fact.actor, fact.statement.actor), (fact.other, fact.statement.recipient)):
            if side is not None:
                statements[side][fact.id] = fact.report.id
                if role is not None and role.entity is not None and sides.entity(role.entity) != side:
                    also[side].add(sides.entity(role.entity))
    found = []
    for side, told in statements.items():
        known = directory.entity(side)
        if (known is not None and known.kind in _NO_ACTORS) or (side.startswith(TEXT) and len(told) < 2):
            continue
        kind = known.kind.value if known is not None else "unknown"
        reports = len(set(told.values()))
        found.append(
            Actor(
                side, names.get(side) or sides.name(side), kind, tuple(sorted(also[side])), tuple(sorted(told)), reports
            )
        )
    return tuple(sorted(found, key=lambda a: (-len(a.statements), a.id)))
