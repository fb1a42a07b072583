"""What one report codes as one thing and another may tell as another."""

from __future__ import annotations

from dragoman.domain.statement import Kind
from dragoman.situation.acts import acts
from dragoman.situation.claims.same import same_form
from dragoman.situation.facts import Fact
from dragoman.situation.words import concept

_CODED = frozenset({Kind.EVENT, Kind.AGREEMENT})


def kin(fact: Fact, head: Fact) -> bool:
    """True where what one is coded as may be told as the other, and neither has happened where the other has not.

    Two codes of one clause are two statements, whatever they share, and so they are in a copy of it.
    """
    if fact.asserted and head.asserted:
        return _ahead(fact) == _ahead(head)
    if _one_clause(fact, head):
        return False
    if fact.kind is Kind.STANCE and head.kind is Kind.STANCE:
        types = {str(fact.statement.type), str(head.statement.type)}
        either = any(types <= group for group in acts().kin) or (fact.act == head.act and _one_unknown(fact, head))
        return fact.bearing == head.bearing and either
    if fact.asserted or head.asserted:
        if _names_stance(fact, head) or _names_stance(head, fact):
            return True
        return _ahead(fact) is not None and _ahead(fact) == _ahead(head)
    if fact.act == head.act:
        known = fact.actor is not None or head.actor is not None or _one_number(fact, head)
        if fact.kind is Kind.AGREEMENT and fact.statement.type != head.statement.type:
            return False
        return fact.kind in _CODED and fact.mood == head.mood and known and same_form(fact, head)
    return _crosses(fact) and _crosses(head) and _ahead(fact) is not None and _ahead(fact) == _ahead(head)


def _one_number(fact: Fact, head: Fact) -> bool:
    """True where a number is in both: "seven guards were killed"."""
    return any(w[:1].isdigit() for w in fact.telling.marked & head.telling.marked)


def _names_stance(told: Fact, stance: Fact) -> bool:
    """True where a state of affairs told names the offer, demand or plan that the other is ("the bid stands at 250 million")."""
    if not told.asserted or stance.kind is not Kind.STANCE or told.mood != "actual":
        return False
    return concept(str(stance.statement.type)) in told.telling.words


def _one_clause(fact: Fact, head: Fact) -> bool:
    one, two = fact.statement, head.statement
    if fact.report.id == head.report.id:
        return one.span.meets(two.span)
    return one.quote in two.quote or two.quote in one.quote


def _one_unknown(fact: Fact, head: Fact) -> bool:
    return (fact.actor is None) != (head.actor is None)


def _crosses(fact: Fact) -> bool:
    """True of what one report may code as one act and another as another; a meeting is not what was agreed at it."""
    return fact.act != "CONSULT" and (fact.kind in _CODED or (fact.kind is Kind.STANCE and _ahead(fact) is True))


def _ahead(fact: Fact) -> bool | None:
    """True of what lies ahead, also as a stance; False of what is or was; None of what was only wanted or tried."""
    if fact.kind is Kind.STANCE:
        return True if str(fact.statement.type) in acts().kin[0] else None
    return {"ahead": True, "open": True, "tried": None}.get(fact.mood, False)
