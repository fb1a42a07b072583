"""Who wants, offers, demands, refuses what on each matter, since when, and whether they still do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.domain.claim import Claim, SideOf, Status
from dragoman.domain.situation import Position
from dragoman.domain.statement import Kind, Strength
from dragoman.situation.claims.conflict import SAME_TIME, opposed
from dragoman.situation.claims.group import order
from dragoman.situation.facts import Fact
from dragoman.situation.succession import Succession
from dragoman.situation.words import concept, tokens

Key = tuple[str, str, str, str, int]
"""Actor, matter, stance, polarity, bearing."""
_RANK = (Strength.RED_LINE, Strength.DEMAND, Strength.WANT, Strength.HOPE)
_WORDS = 3
_LATEST = 8


def positions(
    facts: Mapping[str, Fact], claims: Sequence[Claim], succession: Succession, today: date | None
) -> tuple[Position, ...]:
    """One for each actor, matter, stance, polarity and bearing; by actor and matter, the latest first.

    A government's positions fall with it: they are not inherited. Age alone makes none earlier.
    """
    found: dict[Key, list[tuple[Claim, list[Fact]]]] = defaultdict(list)
    for claim in claims:
        if claim.kind != Kind.STANCE or claim.actor is None:
            continue
        by_type: dict[str, list[Fact]] = defaultdict(list)
        for support in claim.statements:
            if support.side is SideOf.FOR:
                by_type[facts[support.statement].statement.type].append(facts[support.statement])
        for stance, members in by_type.items():
            head = members[0]
            key = (claim.actor, matter_name(members), stance, head.statement.polarity.value, head.bearing)
            found[key].append((claim, members))
    heads = {key: [m[0] for _, m in rows] for key, rows in found.items()}
    reversed_ = _reversed(heads)
    made = (_position(key, rows, succession, today, replaced=key in reversed_) for key, rows in found.items())
    return tuple(sorted(made, key=_order))


def _reversed(heads: Mapping[Key, Sequence[Fact]]) -> set[Key]:
    """The keys of positions that the same actor reversed later on the same matter, however long after."""
    by_actor: dict[str, list[Key]] = defaultdict(list)
    for key in heads:
        by_actor[key[0] + "|" + key[1]].append(key)
    found = set()
    for keys in by_actor.values():
        for one in keys:
            for two in keys:
                if one[4] * two[4] == -1 and any(_replaces(b, a) for a in heads[one] for b in heads[two][-_LATEST:]):
                    found.add(one)
    return found


def _replaces(later: Fact, earlier: Fact) -> bool:
    a, b = earlier.days.start, later.days.start
    return a is not None and b is not None and b - a > SAME_TIME and opposed(earlier, later)


def _position(
    key: Key,
    rows: Sequence[tuple[Claim, list[Fact]]],
    succession: Succession,
    today: date | None,
    *,
    replaced: bool,
) -> Position:
    actor, matter, stance, polarity, bearing = key
    members = sorted((f for _, facts in rows for f in facts), key=order)
    days = [d for f in members for d in (f.days.earliest if f.days.told else None, f.days.mark) if d is not None]
    strengths = [f.statement.strength for f in members if f.statement.strength is not None]
    latest = max(days, default=None)
    fell = succession.fell(actor)
    over = replaced or (today is not None and fell is not None and fell < today)
    return Position(
        actor=actor,
        matter=matter,
        stance=stance,
        strength=min(strengths, key=_RANK.index).value if strengths else None,
        polarity=polarity,
        since=min(days, default=None),
        latest=latest,
        statements=tuple(dict.fromkeys(f.id for f in members)),
        claims=tuple(dict.fromkeys(c.id for c, _ in rows)),
        held="earlier" if over else _held({c.status for c, _ in rows}),
        bearing=bearing or 1,
    )


def _held(statuses: set[Status]) -> str:
    if statuses <= {Status.SUPERSEDED}:
        return "earlier"
    if statuses & {Status.DISPUTED}:
        return "contradicted"
    return "current"


def matter_name(members: Sequence[Fact]) -> str:
    """The matter, else what the first object is about in up to three words."""
    for fact in members:
        if fact.statement.matter or fact.topic:
            return fact.statement.matter or fact.topic or ""
    text = next(
        (f.statement.object.text for f in members if f.statement.object is not None), members[0].statement.quote
    )
    words = [w.casefold() for w in tokens(text) if concept(w) is not None]
    return "-".join(words[:_WORDS]) or "unsaid"


def _order(one: Position) -> tuple[str, str, int, str, str]:
    return one.actor, one.matter, -(one.latest or date.min).toordinal(), one.stance, one.polarity
