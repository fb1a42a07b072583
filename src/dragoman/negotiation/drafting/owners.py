"""Who could carry a deed out, and where: options belong to whoever can, not to who talks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.domain.statement import Kind, Stance, Statement
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.lexicon import lexicon
from dragoman.negotiation.drafting.parties import Named, Parties
from dragoman.negotiation.drafting.phrases import Deed

_SELF = frozenset({Stance.OFFER, Stance.THREATEN, Stance.REFUSE, Stance.PLAN, Stance.ACCEPT})
_NO_VERB = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "any", "some", "all", "no", "more", "less", "one", "two", "three"}
    | {"four", "five", "six", "seven", "eight", "nine", "ten"}
)
_MODALS = frozenset({"will", "would", "wo", "'ll", "'d", "shall", "can", "could", "ca"})
_PLACING = frozenset({"in", "at", "of", "from", "on", "to"})
_HOLDING = ("to", "from", "in", "of", "by", "with", "at")


@dataclass(frozen=True, slots=True)
class Asked:
    """A deed in its place: `span` its words in `text`, `around` the sentence, `by` who says it.

    `wanted`: somebody wants it of somebody. `clause` is the span of a clause of its own (a condition), whose subject
    is then the one who acts. `priced`: it is the price of a deed whose words end there, which the other side pays.
    """

    report: str
    text: str
    statement: Statement
    deed: Deed
    span: Span
    around: Span
    by: str | None
    wanted: bool
    clause: Span | None = None
    priced: int | None = None


def place_of(asked: Asked, parties: Parties) -> str | None:
    """The state in which the thing stands, where its name or words say so; None for things without a place."""
    thing = lexicon().things.get(asked.deed.thing)
    if thing is None or not thing.place:
        return None
    told = asked.statement.span
    reach = Span(
        asked.span.start, told.end if told.end >= asked.span.end and asked.clause is None else asked.around.end
    )
    for named in parties.within(asked.report, reach):
        if named.where is None or named.adjective:
            continue
        if named.span.start < asked.span.end or _preposition(asked, named) in _PLACING:
            return named.where if named.party != asked.by else None
    return None


def owner_of(asked: Asked, parties: Parties, place: str | None) -> str | None:
    """The party that could do the deed; None where nothing says who."""
    statement, act = asked.statement, lexicon().acts.get(asked.deed.act)
    kind = act.owner if act is not None else "doer"
    if asked.clause is not None:
        return _of_clause(asked, parties, kind, place)
    if statement.kind is Kind.EVENT or statement.kind is Kind.JUDGEMENT or statement.possible:
        return (
            _host(asked, parties, place)
            if kind == "host" and asked.deed.act == "allow"
            else parties.holder(statement, asked.report)
        )
    if statement.kind in (Kind.TIE, Kind.AGREEMENT):
        return _of_tie(asked, parties, kind, place)
    if statement.type in _SELF:
        return parties.holder(statement, asked.report)
    whose = parties.whose(statement, asked.report)
    if kind == "holder":
        return _holder(asked, parties) or (whose if whose != asked.by else None) or _other(asked, parties)
    if kind == "host":
        host = _host(asked, parties, place)
        return host or (whose if whose != asked.by else _other(asked, parties))
    if kind == "guest":
        leave = not asked.deed.done and not clausal(statement, asked.text) and whose == asked.by
        return _guest(asked, parties) or (None if leave else whose or asked.by)
    recipient = parties.role(statement.recipient, asked.report)
    if statement.type == Stance.WANT and whose == asked.by and not clausal(statement, asked.text):
        for one in (recipient, _adjective(asked, parties), _other(asked, parties)):
            if one is not None and one != asked.by:
                return one
        return None
    if statement.type == Stance.DEMAND or asked.deed.act in ("lift", "compensate", "pay"):
        for one in (recipient, whose, _adjective(asked, parties)):
            if one is not None and one != asked.by:
                return one
        if statement.trigger is not None and statement.trigger.text.casefold() == "price":
            return None
        return _other(asked, parties) or (_beside(asked, parties) if asked.deed.known else None)
    return whose or recipient


def clausal(statement: Statement, text: str) -> bool:
    """Is what is wanted or offered a clause that begins with its verb (`to pay`, `would pay`, `paying`), not a thing?"""
    obj, trigger = statement.object, statement.trigger
    if obj is None or trigger is None:
        return False
    first = obj.text.split()[0].casefold() if obj.text.split() else ""
    between = text[trigger.span.end : obj.span.start].split()
    if first in _NO_VERB or first[:1].isdigit():
        return False
    gerund = first.endswith("ing") and len(obj.text.split()) > 1 and first not in ("nothing", "something", "anything")
    return trigger.text.casefold() in _MODALS or gerund or (bool(between) and between[-1].casefold() == "to")


def asked_of_nobody(statement: Statement) -> bool:
    """Is nobody named of whom it is asked, so that it may be asked of the one with whom the asker deals?"""
    told = statement.trigger.text.casefold() if statement.trigger is not None else ""
    asking = statement.type in (Stance.DEMAND, Stance.WANT)
    return asking and statement.recipient is None and told not in ("price", "should", "must")


def partner_of(asked: Asked, parties: Parties) -> str | None:
    """With whom something is to be done that takes two: the one addressed, else the one other who speaks in the reports
    and is named in the paragraph."""
    addressed = parties.role(asked.statement.recipient, asked.report)
    if addressed is not None and addressed != asked.by:
        return addressed
    block = next((b.span for b in parties.blocks(asked.report) if b.span.start <= asked.span.start < b.span.end), None)
    named = {n.party for n in parties.within(asked.report, block)} if block is not None else set()
    others = (named & parties.speaking()) - {asked.by}
    return others.pop() if len(others) == 1 else None


def _of_clause(asked: Asked, parties: Parties, kind: str, place: str | None) -> str | None:
    """The subject of a condition: the last party named before the deed and not under "against" or "of"."""
    assert asked.clause is not None
    if asked.deed.act == "allow" and place is not None:
        return _host(asked, parties, place)
    before = [n for n in parties.within(asked.report, Span(asked.clause.start, asked.span.start)) if not n.adjective]
    able = [n.party for n in before if _preposition(asked, n) not in ("against", "on", "for", "with")]
    if able:
        return able[-1]
    adjectives = [
        n.party for n in parties.within(asked.report, asked.clause) if n.adjective and n.span.end <= asked.span.end
    ]
    if adjectives:
        return adjectives[-1]
    statement = asked.statement
    if asked.deed.act == "sign":
        after = parties.within(asked.report, Span(asked.span.end, asked.clause.end))
        return next((n.party for n in after if n.party != asked.by), None)
    if asked.priced is not None:
        paid = parties.within(asked.report, Span(statement.span.start, asked.clause.start))
        partner = [
            n.party for n in paid if n.party != asked.by and _preposition(asked, n) in ("for", "to", "with", "from")
        ]
        if partner:
            return partner[-1]
    for one in (parties.role(statement.recipient, asked.report), parties.holder(statement, asked.report)):
        if one is not None and one != asked.by:
            return one
    if _pronoun(asked) and asked.priced is None:
        return asked.by
    told = parties.within(asked.report, Span(statement.span.start, asked.clause.start))
    others = list(dict.fromkeys(n.party for n in told if n.party != asked.by))
    return others[0] if len(others) == 1 else None


def _pronoun(asked: Asked) -> bool:
    """The clause has no subject of its own ("in exchange for securing the sites")."""
    assert asked.clause is not None
    told = asked.text[asked.clause.start : asked.span.end]
    return asked.span.start - asked.clause.start <= 2 and not re.search(r"\b(?:is|are|was|were|be|been)\b", told)


def _of_tie(asked: Asked, parties: Parties, kind: str, place: str | None) -> str | None:
    first, second = (parties.role(r, asked.report) for r in (asked.statement.actor, asked.statement.recipient))
    if asked.statement.kind is Kind.AGREEMENT:
        return first or second
    if kind == "guest":
        return second
    return first


def _host(asked: Asked, parties: Parties, place: str | None) -> str | None:
    return parties.of_country(place) if place is not None and len(place) == 3 and place.isupper() else place


def _guest(asked: Asked, parties: Parties) -> str | None:
    """Whose presence: the adjective before it ("the Russian garrison")."""
    return _adjective(asked, parties)


def _adjective(asked: Asked, parties: Parties) -> str | None:
    """The party whose adjective or possessive stands right before the thing."""
    at = asked.span.start - asked.deed.start + asked.deed.at
    for named in parties.within(asked.report, Span(max(0, at - 40), at)):
        between = asked.text[named.span.end : at]
        if named.adjective and len(between.split()) <= 2 and "," not in between:
            return named.party
        if between.startswith(("'s ", "’s ")) and len(between.split()) <= 3:
            return named.party
    return None


def _holder(asked: Asked, parties: Parties) -> str | None:
    """The party named in the deed's own words after "to", "from", "in" and the like, the speaker left out."""
    obj = asked.statement.object
    end = obj.span.end if obj is not None else asked.around.end
    for named in parties.within(asked.report, Span(asked.span.start, max(end, asked.statement.span.end))):
        if named.party != asked.by and _preposition(asked, named) in _HOLDING and _preposition(asked, named) != "by":
            return named.party
    return None


def _other(asked: Asked, parties: Parties) -> str | None:
    """The one other party of the sentence, where there is one alone; a sanctioned or aided place is none."""
    trigger = asked.statement.trigger
    start = trigger.span.start if trigger is not None else asked.around.start
    named = parties.within(asked.report, Span(max(asked.around.start, start), asked.around.end))
    others = list(dict.fromkeys(n.party for n in named if n.party not in {asked.by, *_beside_speaker(asked, parties)}))
    return others[0] if len(others) == 1 else None


def _beside_speaker(asked: Asked, parties: Parties) -> frozenset[str | None]:
    """Who says the same with the same verb: "both Ruritania and Borduria want it"."""
    trigger = asked.statement.trigger
    if trigger is None:
        return frozenset()
    reading = next(r for r in parties.situation.readings if r.report.id == asked.report)
    same = (s for s in reading.statements if s.trigger is not None and s.trigger.span == trigger.span)
    return frozenset(parties.role(s.actor, asked.report) for s in same)


def _beside(asked: Asked, parties: Parties) -> str | None:
    """The one other party of the paragraph, where there is one alone."""
    block = next((b.span for b in parties.blocks(asked.report) if b.span.start <= asked.span.start < b.span.end), None)
    named = parties.within(asked.report, block) if block is not None else ()
    others = list(dict.fromkeys(n.party for n in named if n.party != asked.by))
    return others[0] if len(others) == 1 else None


def _preposition(asked: Asked, named: Named) -> str:
    """The preposition before a name, over articles and titles."""
    before = asked.text[max(0, named.span.start - 40) : named.span.start].casefold().split()
    for word in reversed(before[-4:]):
        if word in ("against", "on", "for", "with", "to", "from", "in", "of", "by", "at"):
            return word
        if word.endswith((",", ".")):
            break
    return ""
