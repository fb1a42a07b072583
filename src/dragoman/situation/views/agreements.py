"""Agreements as things: parties, how they got to their last status, and their next day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.domain.situation import AgreementState, AgreementStep
from dragoman.domain.statement import Kind
from dragoman.situation.claims.group import order
from dragoman.situation.claims.same import parties
from dragoman.situation.facts import Fact
from dragoman.situation.succession import Succession

_LIVING = frozenset({"signed", "in-force", "tested", "frozen"})


@dataclass
class _Deal:
    sides: frozenset[str]
    matter: str | None
    facts: list[Fact] = field(default_factory=list)


def agreements(facts: Iterable[Fact], succession: Succession, today: date | None) -> tuple[AgreementState, ...]:
    """One for each set of parties and matter; those with a next deadline first, the nearest first.

    `today` is the day of the view: a deadline before it is past. A statement with fewer parties joins the deal that has
    them all. What a government signed is inherited by the one that followed it.
    """
    deals: dict[str | None, list[_Deal]] = {}
    for fact in sorted((f for f in facts if f.kind is Kind.AGREEMENT), key=lambda f: (-len(parties(f)), order(f))):
        sides = parties(fact)
        if not sides:
            continue
        row = deals.setdefault(fact.statement.matter, [])
        deal = next((d for d in row if sides <= d.sides), None)
        if deal is None:
            deal = _Deal(sides, fact.statement.matter)
            row.append(deal)
        deal.facts.append(fact)
    found = [_inherited(_state(deal, today), succession, today) for row in deals.values() for deal in row]
    return tuple(sorted(found, key=lambda a: (a.deadline or date.max, a.id)))


def _state(deal: _Deal, today: date | None) -> AgreementState:
    members = sorted(deal.facts, key=lambda f: (f.days.mark or date.max, order(f)))
    steps: list[AgreementStep] = []
    for fact in members:
        status = _status(fact)
        if not steps or steps[-1].status != status:
            steps.append(AgreementStep(status, fact.days.earliest, fact.days.latest, fact.id))
    ends = sorted(d for f in members for d in _deadlines(f) if today is None or d >= today)
    name = "-".join((*sorted(deal.sides), deal.matter or "agreement"))
    return AgreementState(
        name, tuple(sorted(deal.sides)), deal.matter, steps[-1].status, tuple(steps), ends[0] if ends else None
    )


def _inherited(deal: AgreementState, succession: Succession, today: date | None) -> AgreementState:
    """The deal with those who took it over by `today`; one that was never signed, or has ended, is left as it is."""
    if deal.status not in _LIVING:
        return deal
    steps, heirs = list(deal.steps), list[str]()
    for party in deal.parties:
        heir, day = succession.heir(party, today)
        if heir is not None and heir not in deal.parties:
            heirs.append(heir)
            if day is not None:
                steps.append(AgreementStep("inherited", day, day, deal.steps[-1].statement))
    return replace(deal, steps=tuple(steps), heirs=tuple(heirs), status=steps[-1].status)


def _status(fact: Fact) -> str:
    """The status said; "not signed" and "about to be signed" are no more than proposed."""
    status = str(fact.statement.type)
    if fact.mood != "actual" or fact.negative:
        return "proposed" if status in ("signed", "in-force", "drafted", "proposed") else f"not {status}"
    return status


def _deadlines(fact: Fact) -> list[date]:
    """The last days by which something is to become of the deal: a deadline told, or a told day after the report."""
    deadline, latest, published = fact.statement.deadline, fact.days.latest, fact.published
    found = [deadline.latest] if deadline is not None and deadline.latest is not None else []
    if fact.days.told and latest is not None and published is not None and latest > published:
        found.append(latest)
    return found
