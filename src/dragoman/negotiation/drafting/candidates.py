"""Findings of one owner, act and thing become one candidate option."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.domain.predicate import Factuality
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Stance, Strength
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.finding import Finding, Key, Says
from dragoman.negotiation.drafting.lexicon import lexicon
from dragoman.negotiation.drafting.owners import asked_of_nobody
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.partners import Partners

WINDOW = timedelta(days=730)
_HALF = 180.0
_SAYS = {
    Says.OFFERS: 3.0,
    Says.THREATENS: 3.0,
    Says.REFUSES: 3.0,
    Says.WANTS: 2.0,
    Says.DONE: 1.5,
    Says.POSSIBLE: 1.0,
    Says.HOLDS: 1.0,
    Says.NAMED: 2.0,
}
_FACT = {Factuality.CERTAIN: 1.0, Factuality.PROBABLE: 0.7, Factuality.POSSIBLE: 0.4, Factuality.UNCOMMITTED: 0.7}
_STRENGTH = {Strength.RED_LINE: 1.5, Strength.DEMAND: 1.2, Strength.WANT: 1.0, Strength.HOPE: 0.8}
_TOLD = 0.5
"""What a deed counts that is only told, that nobody wants or judges."""
_UNNAMED = 0.5
"""What a deed counts that the tables do not name."""
_PROCEDURE = frozenset({"talks", "accord"})
_OWN_AFFAIRS = _PROCEDURE | {"engagement"}
"""What everybody may do, so that nobody's is meant where nobody is named."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An option that the reports name. `around` are the parties named in those reports; `beside` are statements that stand for it indirectly (the host's side of a stay)."""

    key: Key
    findings: tuple[Finding, ...]
    weight: float
    beside: tuple[str, ...] = ()
    guest: str = ""
    around: frozenset[str] = frozenset()

    @property
    def parties(self) -> frozenset[str]:
        """The owner, and whoever wants, offers or waits for it."""
        found = {self.key.owner} | {f.by for f in self.findings if f.by}
        found |= {f.condition.key.owner for f in self.findings if f.condition is not None}
        return frozenset(found | ({self.guest} if self.guest else set()))

    @property
    def near(self) -> frozenset[str]:
        """The parties named in the sentences of its findings, its own among them."""
        return self.parties.union(*(f.near for f in self.findings))

    @property
    def reports(self) -> frozenset[str]:
        return frozenset(f.statement.rsplit("#", 1)[0] for f in self.findings)

    @property
    def contested(self) -> bool:
        """Whether another party's will bears on it: it is asked, refused, threatened or tied to another's deed."""
        act = lexicon().acts.get(self.key.act)
        stay = act is not None and bool(act.host) and bool(self.key.place) and any(f.by for f in self.findings)
        if self.guest or stay:
            return True
        return any(
            (f.by is not None and f.by != self.key.owner)
            or f.says in (Says.REFUSES, Says.THREATENS, Says.OFFERS)
            or f.condition is not None
            for f in self.findings
        )

    @property
    def possible(self) -> bool:
        return bool(self.findings) and all(f.says in (Says.POSSIBLE, Says.NAMED) for f in self.findings)


def weight_of(finding: Finding, situation: Situation, today: date | None) -> float:
    """How much a finding counts: by what it says, its age (half in 180 days) and its factuality."""
    statement = situation.statements[finding.statement]
    age = max(0, (today - finding.day).days) if today is not None and finding.day is not None else 0
    base = _SAYS[finding.says] * _FACT[statement.factuality] * 0.5 ** (age / _HALF)
    return float(base * (_STRENGTH[finding.strength] if statement.kind is Kind.STANCE else 1.0))


def candidates(
    found: Sequence[Finding], situation: Situation, parties: Parties, today: date | None
) -> tuple[Candidate, ...]:
    """The options, the weightiest first, from the findings that are not long past, those of a condition among them."""
    live = [f for f in found if not f.past and (today is None or f.day is None or today - f.day <= WINDOW)]
    live = _owned(
        situation, parties, [*live, *(replace(f.condition, day=f.day) for f in live if f.condition is not None)]
    )
    live = _placed(live)
    groups: dict[Key, list[Finding]] = defaultdict(list)
    for finding in live:
        if finding.key.owner:
            groups[finding.key].append(finding)
    made = [_candidate(key, rows, situation, today) for key, rows in groups.items()]
    made += _hosts(made, situation, parties, today)
    named = {
        r: frozenset(n.party for n in parties.within(r, Span(0, len(text.text))))
        for r, text in situation.reports.items()
    }
    made = [replace(c, around=frozenset().union(*(named[_report(f, situation)] for f in c.findings))) for c in made]
    return tuple(sorted(made, key=lambda c: (-c.weight, _sortable(c.key))))


def _judged(finding: Finding, situation: Situation) -> bool:
    return situation.statements[finding.statement].kind is Kind.JUDGEMENT


def _report(finding: Finding, situation: Situation) -> str:
    return situation.report_of[finding.statement]


def _sortable(key: Key) -> tuple[str, ...]:
    return key.owner, key.act, key.thing, key.level, key.place


def _candidate(key: Key, rows: Sequence[Finding], situation: Situation, today: date | None) -> Candidate:
    weight = sum(weight_of(f, situation, today) for f in rows)
    made = Candidate(key, tuple(rows), weight * (0.3 if key.thing in _PROCEDURE else 1.0))
    known = 1.0 if any(f.deed.known for f in rows) else _UNNAMED
    if all(f.says in (Says.DONE, Says.HOLDS) and not _judged(f, situation) for f in rows):
        known *= _TOLD
    return replace(made, weight=made.weight * known * (2.0 if made.contested else 0.5))


def _owned(situation: Situation, parties: Parties, found: Iterable[Finding]) -> list[Finding]:
    """Findings whose owner is not said go to the one party that others say it of, where there is one alone; those of
    which nobody says it, to the one with whom the asker deals."""
    found, partners = list(found), Partners(parties)
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for f in found:
        if f.key.owner and f.deed.known and f.key.thing not in _OWN_AFFAIRS:
            owners[f.key.act, f.key.thing].add(f.key.owner)
    kept = []
    for f in found:
        known = owners[f.key.act, f.key.thing] - {f.by or ""}
        if not f.key.owner and len(known) == 1:
            f = replace(f, key=replace(f.key, owner=next(iter(known))))
        elif not f.key.owner and not known and f.by and asked_of_nobody(situation.statements[f.statement]):
            asking = {g.by for g in found if (g.key.act, g.key.thing) == (f.key.act, f.key.thing)}
            demanded = {
                g.key.owner
                for g in found
                if g.by == f.by and g.key.owner and situation.statements[g.statement].type == Stance.DEMAND
            }
            partner = next(iter(demanded)) if len(demanded) == 1 else partners.of(f.by)
            if partner is not None and partner not in asking:
                f = replace(f, key=replace(f.key, owner=partner), guessed=True)
        if f.condition is not None and not f.condition.key.owner:
            hung = owners[f.condition.key.act, f.condition.key.thing] - {f.key.owner}
            owner = next(iter(hung)) if len(hung) == 1 else "" if hung else partners.of(f.key.owner) or ""
            f = replace(f, condition=replace(f.condition, key=replace(f.condition.key, owner=owner)) if owner else None)
        kept.append(f)
    return kept


def _placed(found: Iterable[Finding]) -> list[Finding]:
    """Findings without a place stand where all others of their owner, act and thing do."""
    found = list(found)
    places: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for f in found:
        if f.key.place:
            places[f.key.owner, f.key.act, f.key.thing].add(f.key.place)
    kept = []
    for f in found:
        known = places[f.key.owner, f.key.act, f.key.thing]
        if not f.key.place and len(known) == 1:
            f = replace(f, key=replace(f.key, place=next(iter(known))))
        kept.append(f)
    return kept


def _hosts(made: Sequence[Candidate], situation: Situation, parties: Parties, today: date | None) -> list[Candidate]:
    """The leave that a host gives or refuses, beside each stay; its statements are those on dealings of the two."""
    added: list[Candidate] = []
    have = {c.key for c in made}
    for guest in made:
        act = lexicon().acts.get(guest.key.act)
        if act is None or not act.host or not guest.key.place or guest.key.level:
            continue
        host = parties.of(guest.key.place) or ""
        key = Key(host, act.host, guest.key.thing, "", guest.key.place)
        if not host or host == guest.key.owner or key in have or any(c.key == key for c in added):
            continue
        dealings = _dealings(situation, parties, guest.key.owner, host, today)
        beside = dealings
        if dealings:
            added.append(Candidate(key, (), guest.weight * 0.9, beside[:2], guest.key.owner))
    return added


def _dealings(situation: Situation, parties: Parties, one: str, other: str, today: date | None) -> tuple[str, ...]:
    """Statements between two parties that the clocks let in: of agreements, else of talks, else what one asks or
    offers."""
    standing = {s.statement for c in situation.claims for s in c.statements}
    rank: Mapping[str, int] = {
        "agreement": 0,
        "CONSULT": 1,
        "AGREE": 0,
        "hosts": 0,
        **dict.fromkeys(("offer", "demand", "accept", "refuse"), 2),
    }
    found = []
    for name, statement in situation.statements.items():
        sort = rank.get(statement.kind.value, rank.get(statement.type))
        told = situation.reports[situation.report_of[name]].published
        if today is not None and told is not None and today - told > WINDOW:
            continue
        if name not in standing or sort is None:
            continue
        report = situation.report_of[name]
        if {parties.role(r, report) for r in (statement.actor, statement.recipient)} == {one, other}:
            found.append((sort, name))
    best = min((sort for sort, _ in found), default=0)
    return tuple(name for sort, name in sorted(found) if sort == best)
