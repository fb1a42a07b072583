"""What each statement says of an option: who could do what, who wants it done, and whether it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.situation import Situation
from dragoman.domain.statement import AgreementStatus, Kind, Plover, Realis, Stance, Statement, Strength, Tie
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.lexicon import lexicon, named, opens, words
from dragoman.negotiation.drafting.owners import Asked, owner_of, place_of
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.phrases import Deed, deeds, general_deed, names_nothing
from dragoman.negotiation.drafting.sentences import sentence

_PAST = timedelta(days=400)


class Says(StrEnum):
    """What a finding says of its option."""

    WANTS = "wants"
    OFFERS = "offers"
    THREATENS = "threatens"
    REFUSES = "refuses"
    DONE = "done"
    POSSIBLE = "possible"
    HOLDS = "holds"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two findings one option: who, which act, on what, at which level, where."""

    owner: str
    act: str
    thing: str
    level: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a statement says of an option.

    `by` is who wants, offers, threatens or refuses, None for a fact or a possibility. `done` is the side of the option
    meant. `condition` is a finding that it hangs on, `unless` whether it comes without that. `span` are its words in
    the report. `key.owner` is "" where the one who could do it is not said.
    """

    key: Key
    deed: Deed
    says: Says
    by: str | None
    done: bool
    strength: Strength
    statement: str
    span: Span
    day: date | None
    past: bool = False
    condition: Finding | None = None
    unless: bool = False


_WANT = frozenset({Stance.WANT, Stance.PLAN, Stance.DEMAND, Stance.ACCEPT})
_SAYS = {
    Stance.OFFER: Says.OFFERS,
    Stance.THREATEN: Says.THREATENS,
    Stance.REFUSE: Says.REFUSES,
    Stance.OPPOSE: Says.WANTS,
    Stance.FEAR: Says.WANTS,
}
_ACTUAL = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})


def findings(situation: Situation, parties: Parties) -> tuple[Finding, ...]:
    """All findings of the statements that the clocks let in, in the order of the situation."""
    standing = {s.statement for claim in situation.claims for s in claim.statements}
    found: list[Finding] = []
    for name, statement in situation.statements.items():
        if name in standing:
            found += _of(name, statement, situation, parties)
    return tuple(found)


def _of(name: str, statement: Statement, situation: Situation, parties: Parties) -> Iterator[Finding]:
    report = situation.reports[situation.report_of[name]]
    if not any(b.kind.body and b.span.start <= statement.span.start < b.span.end for b in report.blocks):
        return
    actor = parties.role(statement.actor)
    says, by = _says(statement), actor
    if statement.kind is Kind.EVENT and statement.type == Plover.CONSULT and actor is not None:
        yield from _purpose(name, statement, situation, parties, actor)
    if says is None or (by is None and says in (Says.OFFERS, Says.THREATENS, Says.REFUSES, Says.WANTS)):
        return
    if statement.realis is Realis.PREDICTED:
        return
    around = sentence(report.text, statement.span)
    day, past = _day(statement, situation, report.id, around)
    phrase, offset = _phrase(statement, report.text)
    told = deeds(phrase, matter=statement.matter)
    if not told and statement.kind is Kind.STANCE and _own(statement, actor, parties):
        general = general_deed(phrase)
        told = (general,) if general is not None else ()
    if names_nothing(statement.object.text if statement.object else "") and not any(d.known for d in told):
        return
    for deed in told:
        if says is Says.DONE and not deed.known:
            continue
        span = Span(offset + deed.start, min(offset + max(deed.end, deed.start + 1), len(report.text)))
        asked = Asked(report.id, report.text, statement, deed, span, around, by, says is Says.WANTS)
        place = place_of(asked, parties)
        owner = owner_of(asked, parties, place)
        done = deed.done != (statement.polarity is Polarity.NEGATIVE)
        if statement.kind is Kind.STANCE and statement.type in (Stance.OPPOSE, Stance.FEAR):
            done = not done
        if says is Says.REFUSES and deed.done:
            done = not done
        key = Key(owner or "", deed.act, deed.thing, deed.level, place or "")
        strength = statement.strength or Strength.WANT
        condition, unless = _condition(asked, parties, key)
        yield Finding(
            key, deed, says, None if says in (Says.DONE, Says.POSSIBLE, Says.HOLDS) else by, done, strength, name, span, day,
            past, condition, unless,
        )  # fmt: skip


def _says(statement: Statement) -> Says | None:
    if statement.possible:
        return Says.POSSIBLE
    if statement.kind is Kind.STANCE:
        stance = Stance(statement.type)
        if statement.polarity is Polarity.NEGATIVE and stance in (Stance.DEMAND, Stance.OFFER, Stance.THREATEN):
            return None
        if statement.polarity is Polarity.NEGATIVE and stance is Stance.REFUSE:
            return Says.POSSIBLE
        return Says.WANTS if stance in _WANT else _SAYS[stance]
    if statement.kind is Kind.EVENT and statement.realis is Realis.ACTUAL:
        return Says.DONE if statement.factuality in _ACTUAL else None
    if statement.kind is Kind.TIE and statement.type in (Tie.HOSTS, Tie.OWES):
        return Says.HOLDS
    if statement.kind is Kind.AGREEMENT and statement.type != AgreementStatus.SIGNED:
        return Says.HOLDS
    if statement.kind is Kind.JUDGEMENT and statement.actor is not None and statement.realis is Realis.ACTUAL:
        return Says.DONE
    return None


def _own(statement: Statement, actor: str | None, parties: Parties) -> bool:
    """Whether a stance is about what its holder would do itself, so that its verb is an option of the holder's."""
    if statement.type in (Stance.OFFER, Stance.THREATEN, Stance.REFUSE):
        return True
    if statement.type == Stance.DEMAND:
        whose = parties.whose(statement)
        return whose is not None and whose != actor
    return statement.type in (Stance.PLAN, Stance.ACCEPT) and parties.whose(statement) in (actor, None)


def _phrase(statement: Statement, text: str) -> tuple[str, int]:
    """The words that name the deed, and where they begin: the object, with the trigger where that names the act."""
    obj, trigger = statement.object, statement.trigger
    if obj is None and trigger is None:
        return statement.quote, statement.span.start
    if obj is None or not obj.text.strip():
        assert trigger is not None
        if statement.kind is Kind.STANCE and statement.type != Stance.REFUSE:
            start = trigger.span.end
        else:
            start = trigger.span.start
        end = max(statement.span.end, start)
        return text[start:end], start
    start, end = obj.span.start, obj.span.end
    joined = statement.kind is not Kind.STANCE or statement.type in (Stance.REFUSE, Stance.OFFER)
    if statement.kind is Kind.STANCE and statement.span.end > end and len(words(obj.text)) < 5:
        end = statement.span.end
    if joined and trigger is not None:
        if trigger.span.start < start:
            start = trigger.span.start
        elif trigger.span.end > end:
            end = trigger.span.end
    return text[start:end], start


def _accord(clause: str) -> tuple[Deed, ...]:
    """A condition that is an agreement with somebody: that it is signed."""
    for word in words(clause)[:8]:
        if named((word,), 0, lexicon().things["accord"].words):
            return (Deed("sign", "accord", True, "", word.start, word.end, word.start),)
    return ()


def _day(
    statement: Statement, situation: Situation, report: str, around: Span
) -> tuple[date | None, bool]:
    """The last day on which it is said to hold, and whether that lies long before its report."""
    published = situation.reports[report].published
    time = statement.time
    reading = next(r for r in situation.readings if r.report.id == report)
    if time is None and _THEN.match(statement.quote):
        before = [t for t in reading.times if t.span.end <= statement.span.start and t.latest and t.anchor != "sentence"]
        if before and published is not None and before[-1].latest is not None and before[-1].latest < published:
            return before[-1].latest, False
    if time is not None and (time.latest or time.earliest):
        day = time.latest or time.earliest
        if published is not None and day is not None and day > published:
            day = published
        return day, bool(published and day and statement.kind is Kind.EVENT and published - day > _PAST)
    if statement.kind is Kind.EVENT and published is not None:
        told = [t.latest for t in reading.times if around.start <= t.span.start < around.end and t.latest]
        if told and published - max(told) > _PAST:
            return max(told), True
    return published, False


_THEN = re.compile(r"\W*(?:subsequently|afterwards?|thereafter|then|later|after (?:that|this))\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:(?:attempts?|efforts?|bids?|seeking|seeks?|aim(?:ed|ing)?|hop(?:e|es|ing)|in order) (?:to|at)"
    r"|to (?:secure|win|obtain|get))\b",
    re.IGNORECASE,
)


def _purpose(
    name: str, statement: Statement, situation: Situation, parties: Parties, actor: str
) -> Iterator[Finding]:
    """What a party talks for, where the sentence goes on to say so ("talks, in an effort to win compensation")."""
    report = situation.reports[situation.report_of[name]]
    around = sentence(report.text, statement.span)
    told = _PURPOSE.search(report.text, statement.span.end, around.end)
    if told is None or any(
        other.kind is Kind.STANCE and told.start() <= (other.trigger.span.start if other.trigger else -1) < around.end
        for other in next(r for r in situation.readings if r.report.id == report.id).statements
    ):
        return
    clause = report.text[told.end() : around.end]
    for deed in deeds(clause)[:1]:
        span = Span(told.end() + deed.start, told.end() + deed.end)
        asked = Asked(report.id, report.text, statement, deed, span, around, actor, True)
        place = place_of(asked, parties)
        act = lexicon().acts[deed.act]
        partner = parties.role(statement.recipient)
        owner = actor if act.owner == "guest" else partner if partner != actor else None
        if owner is not None:
            key = Key(owner, deed.act, deed.thing, deed.level, place or "")
            yield Finding(key, deed, Says.WANTS, actor, deed.done, Strength.WANT, name, span, report.published)


def _condition(asked: Asked, parties: Parties, key: Key) -> tuple[Finding | None, bool]:
    """The deed that a statement's deed hangs on, read from the clause after the word that hangs it there."""
    own = asked.statement.condition
    regions = [Span(asked.span.end, asked.around.end)]
    if own is not None and own.span.start < asked.span.start:
        regions.append(Span(own.span.start, own.span.end))
    for region in regions:
        found = words(asked.text[region.start : region.end])
        for k in range(len(found)):
            for kind, runs in lexicon().links.items():
                size = opens(found, k, runs)
                if not size:
                    continue
                start, offset = region.start + found[k].start, region.start + found[k + size - 1].end
                told = _hanging(asked, parties, key, kind, start, Span(offset, region.end))
                if told is not None:
                    return told, kind == "unless"
    return None, False


def _hanging(asked: Asked, parties: Parties, key: Key, kind: str, start: int, clause: Span) -> Finding | None:
    """The first deed of a clause that somebody can do and that is not the deed that hangs on it."""
    text = clause.of(asked.text)
    for deed in deeds(text, cut=False) or _accord(text) or tuple(d for d in [general_deed(text)] if d):
        span = Span(clause.start + deed.start, clause.start + deed.end)
        priced = asked.span.end if kind == "price" else None
        inner = Asked(
            asked.report, asked.text, asked.statement, deed, span, Span(start, clause.end), key.owner or asked.by, True,
            clause, priced,
        )  # fmt: skip
        place = place_of(inner, parties)
        other = Key(owner_of(inner, parties, place) or "", deed.act, deed.thing, deed.level, place or "")
        if other.owner and other != key:
            name = f"{asked.report}#{asked.statement.id}"
            by = key.owner or asked.by
            return Finding(
                other, deed, Says.NAMED, by, deed.done, Strength.DEMAND, name, Span(start, max(span.end, start + 1)), None
            )
    return None


def _accord(clause: str) -> tuple[Deed, ...]:
    """A condition that is an agreement with somebody: that it is signed."""
    for word in words(clause)[:8]:
        if named((word,), 0, lexicon().things["accord"].words):
            return (Deed("sign", "accord", True, "", word.start, word.end, word.start),)
    return ()


def _day(
    statement: Statement, situation: Situation, report: str, around: Span
) -> tuple[date | None, bool]:
    """The last day on which it is said to hold, and whether that lies long before its report."""
    published = situation.reports[report].published
    time = statement.time
    alone = sum(s.side is SideOf.FOR for s in claim.statements) == 1
    began = claim.earliest if alone else None
    if time is None and statement.kind is Kind.STANCE and began is not None and published is not None and began < published:
        return began, False
    if time is not None and (time.latest or time.earliest):
        day = time.latest or time.earliest
        if published is not None and day is not None and day > published:
            day = published
        return day, bool(published and day and statement.kind is Kind.EVENT and published - day > _PAST)
    if statement.kind is Kind.EVENT and published is not None:
        told = [t.latest for t in reading.times if around.start <= t.span.start < around.end and t.latest]
        if told and published - max(told) > _PAST:
            return max(told), True
    return published, False


_THEN = re.compile(r"\W*(?:subsequently|afterwards?|thereafter|then|later|after (?:that|this))\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:(?:attempts?|efforts?|bids?|seeking|seeks?|aim(?:ed|ing)?|hop(?:e|es|ing)|in order) (?:to|at)"
    r"|to (?:secure|win|obtain|get))\b",
    re.IGNORECASE,
)


def _purpose(
    name: str, statement: Statement, situation: Situation, parties: Parties, actor: str
) -> Iterator[Finding]:
    """What a party talks for, where the sentence goes on to say so ("talks, in an effort to win compensation")."""
    report = situation.reports[situation.report_of[name]]
    around = sentence(report.text, statement.span)
    told = _PURPOSE.search(report.text, statement.span.end, around.end)
    if told is None or any(
        other.kind is Kind.STANCE and told.start() <= (other.trigger.span.start if other.trigger else -1) < around.end
        for other in next(r for r in situation.readings if r.report.id == report.id).statements
    ):
        return
    clause = report.text[told.end() : around.end]
    for deed in deeds(clause)[:1]:
        span = Span(told.end() + deed.start, told.end() + deed.end)
        asked = Asked(report.id, report.text, statement, deed, span, around, actor, True)
        place = place_of(asked, parties)
        act = lexicon().acts[deed.act]
        partner = parties.role(statement.recipient)
        owner = actor if act.owner == "guest" else partner if partner != actor else None
        if owner is not None:
            key = Key(owner, deed.act, deed.thing, deed.level, place or "")
            yield Finding(key, deed, Says.WANTS, actor, deed.done, Strength.WANT, name, span, report.published)


def _condition(asked: Asked, parties: Parties, key: Key) -> tuple[Finding | None, bool]:
    """The deed that a statement's deed hangs on, read from the clause after the word that hangs it there."""
    found = words(asked.text[asked.span.end : asked.around.end])
    for k in range(len(found)):
        for kind, runs in lexicon().links.items():
            size = opens(found, k, runs)
            if not size:
                continue
            start = asked.span.end + found[k].start
            clause = asked.text[asked.span.end + found[k + size - 1].end : asked.around.end]
            offset = asked.span.end + found[k + size - 1].end
            for deed in deeds(clause, cut=False) or _accord(clause) or tuple(d for d in [general_deed(clause)] if d):
                span = Span(offset + deed.start, offset + deed.end)
                inner = Asked(
                    asked.report, asked.text, asked.statement, deed, span,
                    Span(start, asked.around.end), key.owner or asked.by, True, Span(offset, asked.around.end),
                    asked.span.end if kind == "price" else None,
                )  # fmt: skip
                place = place_of(inner, parties)
                owner = owner_of(inner, parties, place)
                if owner is None:
                    continue
                other = Key(owner, deed.act, deed.thing, deed.level, place or "")
                if other == key:
                    continue
                name = f"{asked.report}#{asked.statement.id}"
                return (
                    Finding(other, deed, Says.NAMED, key.owner or asked.by, deed.done, Strength.DEMAND, name, Span(start, span.end), None),
                    kind == "unless",
                )  # fmt: skip
            return None, False
    return None, False
