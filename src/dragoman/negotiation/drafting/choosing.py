"""Which options make the model: the few matters that connect most parties, and no more than a person can judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.domain.draft import MatterFound
from dragoman.negotiation.drafting.candidates import Candidate
from dragoman.negotiation.drafting.lexicon import lexicon

MOST_OPTIONS = 12
_LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates chosen, by owner; those left out; every matter; and why there is no negotiation, if there is none."""

    chosen: tuple[Candidate, ...]
    left_out: tuple[Candidate, ...]
    matters: tuple[MatterFound, ...]
    reasons: tuple[str, ...]


def choose(found: Sequence[Candidate], *, matters: Sequence[str] = (), most: int = MOST_OPTIONS) -> Choice:
    """The options of the model; `matters` asks for those alone (things or matters of statements)."""
    wanted = {lexicon().matters.get(m, m) for m in matters}
    pool = [c for c in found if c.weight >= _LEAST and (not wanted or c.key.thing in wanted)]
    ranked = _ranked(pool)
    order = {thing: k for k, thing in enumerate(ranked)}
    queue = sorted(
        pool, key=lambda c: (-c.weight * (1 + len(c.parties)) / (1 + order[c.key.thing] ** 0.5), c.key.owner, c.key.act)
    )
    chosen: list[Candidate] = []
    while queue and len(chosen) < most:
        known = {p for c in chosen for p in c.parties}
        things = {c.key.thing for c in chosen}
        reports = {r for c in chosen for r in c.reports}
        after = next(
            (
                c
                for c in queue
                if not chosen or c.near & known or c.key.thing in things or c.reports & reports or c.around & known
            ),
            None,
        )
        if after is None:
            break
        chosen.append(after)
        queue.remove(after)
    chosen = _pruned(chosen)
    rows = tuple(
        MatterFound(
            thing,
            tuple(sorted({p for c in found if c.key.thing == thing for p in c.parties})),
            sum(c.key.thing == thing for c in found),
            any(c.key.thing == thing for c in chosen),
        )
        for thing in _ranked(found)
    )
    reasons = _reasons(chosen, pool, matters)
    kept = tuple(sorted(chosen, key=lambda c: _owners(chosen).index(c.key.owner)))
    return Choice(() if reasons else kept, tuple(c for c in pool if c not in chosen), rows, reasons)


def _owners(chosen: Sequence[Candidate]) -> list[str]:
    """Owners, those of the weightiest options first."""
    total: dict[str, float] = defaultdict(float)
    for c in chosen:
        total[c.key.owner] += c.weight
    return sorted(total, key=lambda owner: (-total[owner], owner))


def _ranked(found: Sequence[Candidate]) -> list[str]:
    """Things by the number of parties they connect, then by weight."""
    parties: dict[str, set[str]] = defaultdict(set)
    weight: dict[str, float] = defaultdict(float)
    for c in found:
        parties[c.key.thing] |= c.parties
        weight[c.key.thing] += c.weight
    return sorted(parties, key=lambda t: (-len(parties[t]) * weight[t], t))


def _pruned(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Without the options of owners that nobody else has anything to do with, or that only did what nobody asked about."""
    asked = {c.key.owner for c in chosen if c.contested} | {f.by for c in chosen for f in c.findings if f.by}
    kept = [c for c in chosen if c.key.owner in asked or c.possible]
    return [c for c in kept if len(c.parties) > 1 or any(c.near & o.near for o in kept if o is not c)]


def _reasons(chosen: Sequence[Candidate], pool: Sequence[Candidate], matters: Sequence[str]) -> tuple[str, ...]:
    if not pool:
        about = f" on {', '.join(matters)}" if matters else ""
        return (f"no statement{about} names something that a party could do or leave undone",)
    owners = {c.key.owner for c in chosen or pool}
    if len(owners) < 2:
        return (
            f"only one party ({', '.join(sorted(owners)) or 'none'}) has anything that it could do or leave undone; a "
            "negotiation needs two",
        )
    if not any(c.contested for c in chosen):
        return (
            "nobody wants, refuses or waits for anything that another could do: what the reports tell is done by each "
            "alone",
        )
    return ()
