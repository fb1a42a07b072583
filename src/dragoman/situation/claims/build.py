"""Claims from facts: grouped, their roots counted, their status decided, each with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from dragoman.domain.claim import Claim, Root, SideOf, Status, Support
from dragoman.situation.claims.conflict import conflicts
from dragoman.situation.claims.grades import digit_of
from dragoman.situation.claims.group import Group, group
from dragoman.situation.claims.interest import enemies, interests
from dragoman.situation.claims.links import links
from dragoman.situation.claims.overtaken import Overtaking, overtakings
from dragoman.situation.claims.reasons import reason_of
from dragoman.situation.claims.replay import Before
from dragoman.situation.claims.status import Standing, standings, status_of
from dragoman.situation.facts import Fact
from dragoman.situation.roots import Origin, leads_of, more_roots, roots_of


def build_claims(
    facts: Sequence[Fact], origins: Mapping[str, Origin], before: Before | None = None
) -> tuple[Claim, ...]:
    """The claims of `facts`, in the order of their first statements. `origins` holds each fact's, by its id.

    The same with an earlier grouping of most of them (`before`), and sooner.
    """
    groups = group(facts, before)
    leads = leads_of(facts)
    root_of: dict[str, tuple[str, Root]] = {}
    for one in groups:
        root_of.update(roots_of(one.facts, origins, leads))
    pairs = conflicts(groups)
    over = overtakings(groups, pairs, root_of)
    standing = standings(groups, pairs, over, root_of)
    linked = links(groups)
    foes = enemies(facts)
    ids = _ids(groups)
    return tuple(
        _claim(
            one,
            groups,
            ids,
            root_of,
            standing.get(one.number),
            linked.get(one.number, set()),
            foes,
            more_roots(one.facts, origins, root_of, leads),
        )
        for one in groups
    )


def _ids(groups: Sequence[Group]) -> list[str]:
    """An id for each group: a hash of where its first statement stands and what it tells; same input, same id."""
    found: list[str] = []
    seen: set[str] = set()
    for one in groups:
        head = one.facts[0]
        place = (head.report.id, head.statement.span.start, head.statement.span.end, head.act, head.actor, head.other)
        name = "c" + hashlib.sha256(repr((*place, head.negative, head.topic)).encode()).hexdigest()[:10]
        while name in seen:
            name += "x"
        seen.add(name)
        found.append(name)
    return found


def _claim(
    one: Group,
    groups: Sequence[Group],
    ids: Sequence[str],
    root_of: Mapping[str, tuple[str, Root]],
    standing: Standing | None,
    linked: set[int],
    foes: frozenset[frozenset[str]],
    more: tuple[Root, ...],
) -> Claim:
    head = one.head
    roots = tuple({root_of[f.id][0]: root_of[f.id][1] for f in reversed(one.facts)}.values())[::-1]
    roots += more
    status = status_of(standing, roots)
    interested = interests(roots, head, foes)
    digit, why = digit_of(status, roots, one.facts, interested)
    against = [n for n, _ in standing.disputes] if standing is not None else []
    amending = [o.later for o in standing.overtaken] if standing is not None else []
    statements = [
        Support(f.id, side, root_of[f.id][1])
        for side, members in (
            (SideOf.FOR, [one]),
            (SideOf.AGAINST, [groups[n] for n in dict.fromkeys(against)]),
            (SideOf.AMENDS, [groups[n] for n in dict.fromkeys(amending)]),
        )
        for member in members
        for f in member.facts
    ]
    doubted = [n for n, _ in standing.doubts] if standing is not None else []
    return Claim(
        id=ids[one.number],
        kind=head.kind.value,
        type=str(head.statement.type),
        actor=head.actor or next((f.actor for f in one.facts if f.actor is not None), None),
        other=next((f.other for f in one.facts if f.other is not None), None),
        matter=next((f.statement.matter for f in one.facts if f.statement.matter is not None), None),
        headline=_headline(one.facts).id,
        statements=tuple(statements),
        roots=roots,
        status=status,
        reason=reason_of(status, roots, standing, lambda n: groups[n]),
        earliest=one.days.earliest,
        latest=one.days.latest,
        superseded_by=tuple(ids[n] for n in dict.fromkeys(amending)) if status is Status.SUPERSEDED else (),
        rivals=tuple(ids[n] for n in sorted({*against, *doubted})),
        linked=tuple(ids[n] for n in sorted(linked)),
        digit=digit,
        digit_reason=why,
        interested=interested,
        realis=head.statement.realis.value,
        polarity=head.statement.polarity.value,
    )


def _headline(facts: Sequence[Fact]) -> Fact:
    """The statement that says most: a time, amounts, both sides, an object; of equals the first."""

    def says(fact: Fact) -> int:
        s = fact.statement
        return sum((fact.days.told, bool(s.amounts), fact.other is not None, s.object is not None, len(s.quote) < 240))

    return max(facts, key=lambda f: (says(f), -facts.index(f)))


__all__ = ["Overtaking", "build_claims"]
