"""What each statement says of an option: who could do what, who wants it done, and whether it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED, AgreementStatus, Kind, Plover, Realis, Stance, Statement, Strength, Tie
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.conditions import condition_of, purposes_of
from dragoman.negotiation.drafting.days import day_of
from dragoman.negotiation.drafting.deed_words import acted, of_no_kind, phrase_of, should_not, takes_two, to_another
from dragoman.negotiation.drafting.finding import Finding, Key, Says
from dragoman.negotiation.drafting.lexicon import lexicon, starts, words
from dragoman.negotiation.drafting.owners import Asked, clausal, owner_of, partner_of, place_of
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.phrases import Deed, deeds, names_nothing
from dragoman.negotiation.drafting.plain_deeds import general_deed, of_a_deed
from dragoman.negotiation.drafting.sentences import sentence

_WANT = frozenset({Stance.WANT, Stance.PLAN, Stance.DEMAND, Stance.ACCEPT})
_SAYS = {
    Stance.OFFER: Says.OFFERS,
    Stance.THREATEN: Says.THREATENS,
    Stance.REFUSE: Says.REFUSES,
    Stance.OPPOSE: Says.WANTS,
    Stance.FEAR: Says.WANTS,
}
_VIOLENT = frozenset({Plover.ASSAULT, Plover.PROTEST, Plover.ACCUSE})
_BY_FORCE = frozenset({"attack", "cede", "cease", "release"})
_ASKED_TO = re.compile(r"(?:[Tt]he |[Ii]ts )?(?:[\w'’-]+ ){1,3}?to (?=[a-z]+ )(?!(?:the|a|an|its|their|his|her) )")
_ACTUAL = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})


def findings(situation: Situation, parties: Parties) -> tuple[Finding, ...]:
    """All findings of the statements that the clocks let in, in the order of the situation."""
    standing = {s.statement for claim in situation.claims for s in claim.statements}
    found: list[Finding] = []
    for name, statement in situation.statements.items():
        if name not in standing or statement.type == ASSERTED:
            continue
        told = tuple(_of(name, statement, situation, parties))
        found += told or _taken_up(name, statement, situation, parties, found)
    return tuple(found)


def _taken_up(
    name: str, statement: Statement, situation: Situation, parties: Parties, before: Sequence[Finding]
) -> Iterator[Finding]:
    """A refusal or acceptance of what was proposed before in the same report: the last offer of another party."""
    if statement.kind is not Kind.STANCE or statement.type not in (Stance.REFUSE, Stance.ACCEPT):
        return
    if statement.polarity is Polarity.NEGATIVE:
        return
    report = situation.report_of[name]
    actor, obj = parties.holder(statement, report), statement.object
    if actor is None or obj is None or not {w.text for w in words(obj.text)[-3:]} & lexicon().proposal:
        return
    proposer = parties.role(statement.recipient, report)
    offers = [
        f
        for f in before
        if situation.report_of[f.statement] == report
        and (f.says is Says.OFFERS or f.key.act == "mediate")
        and f.by != actor
        and proposer in (None, f.by)
    ]
    if offers:
        last = offers[-1]
        done = last.done == (statement.type == Stance.ACCEPT)
        day = situation.reports[report].published
        strength = statement.strength or Strength.WANT
        yield Finding(last.key, last.deed, Says.WANTS, actor, done, strength, name, obj.span, day)


def _of(name: str, statement: Statement, situation: Situation, parties: Parties) -> Iterator[Finding]:
    report = situation.reports[situation.report_of[name]]
    if not any(b.kind.body and b.span.start <= statement.span.start < b.span.end for b in report.blocks):
        return
    actor = parties.holder(statement, report.id)
    says, by = _says(statement), actor
    if statement.kind is Kind.EVENT and statement.type == Plover.CONSULT and actor is not None:
        yield from purposes_of(name, statement, situation, parties, actor)
    if says is None or (by is None and says in (Says.OFFERS, Says.THREATENS, Says.REFUSES, Says.WANTS)):
        return
    if statement.realis is Realis.PREDICTED:
        return
    positive = statement.polarity is Polarity.POSITIVE
    if statement.type == Stance.PLAN and statement.kind is Kind.STANCE and statement.object is not None and positive:
        others = {n.party for n in parties.within(report.id, statement.object.span)} - {actor}
        says = Says.OFFERS if others and to_another(statement.object.text) else says
    around = sentence(report.text, statement.span)
    day, past = day_of(statement, situation, report.id, around)
    phrase, offset = phrase_of(statement, report.text)
    stance = statement.kind is Kind.STANCE
    does = stance and clausal(statement, report.text)
    asked_to = (
        _ASKED_TO.match(phrase) if stance and statement.type in (Stance.WANT, Stance.DEMAND) and not does else None
    )
    named_by_noun = stance and statement.object is not None and of_a_deed(statement.object.text)
    told = deeds(phrase, matter=None if named_by_noun or asked_to else statement.matter, bare=asked_to is None)
    if not told and asked_to is not None:
        phrase, offset = phrase[asked_to.end() :], offset + asked_to.end()
        told = deeds(phrase, bare=False)
    if not told and _gone(statement, actor, parties, report.id):
        told = (Deed("keep", "presence", False, "", 0, len(phrase), 0),)
    if not told and statement.kind is Kind.STANCE and _own(statement, actor, parties, report.id):
        general = (
            general_deed(phrase, clause=True)
            if asked_to
            else of_no_kind(statement, report.text) or general_deed(phrase)
        )
        told = (general,) if general is not None else ()
        if general is not None and statement.object is not None and not asked_to and not acted(statement):
            offset = statement.object.span.start
    if names_nothing(statement.object.text if statement.object else "") and not any(d.known for d in told):
        return
    near = frozenset(n.party for n in parties.within(report.id, around))
    beside = {w.text for w in words(report.text[max(0, statement.span.start - 30) : statement.span.end])}
    undone = statement.kind is Kind.STANCE and bool(beside & lexicon().undone)
    promised = bool({w.text for w in words(phrase)} & lexicon().promise)
    for deed in told:
        if says is Says.DONE and (not deed.known or (statement.type in _VIOLENT and deed.act not in _BY_FORCE)):
            continue
        span = Span(offset + deed.start, min(offset + max(deed.end, deed.start + 1), len(report.text)))
        asked = Asked(report.id, report.text, statement, deed, span, around, by, says is Says.WANTS)
        place = place_of(asked, parties)
        owner = owner_of(asked, parties, place)
        owner = None if asked_to is not None and owner == by else owner
        done = deed.done != (statement.polarity is Polarity.NEGATIVE)
        if statement.kind is Kind.STANCE and statement.type in (Stance.OPPOSE, Stance.FEAR):
            done = not done
        if should_not(statement, report.text):
            done = not done
        if says is Says.REFUSES and deed.done:
            done = not done
        key = Key(owner or "", deed.act, deed.thing, deed.level, place or "")
        strength = statement.strength or Strength.WANT
        condition, link = condition_of(asked, parties, key)
        yield Finding(
            key, deed, says, None if says in (Says.DONE, Says.POSSIBLE, Says.HOLDS) else by, done, strength, name, span, day,
            past or undone, near, condition, link == "unless", promised, link == "waits",
        )  # fmt: skip
        partner = partner_of(asked, parties) if says is Says.OFFERS and takes_two(phrase, deed) else None
        if partner is not None:
            yield Finding(
                Key(partner, deed.act, deed.thing, deed.level, place or ""), deed, Says.WANTS, by, done, strength, name,
                span, day, past or undone, near,
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
    if statement.kind is Kind.TIE and statement.type in (Tie.HOSTS, Tie.OWES) and not statement.past:
        return Says.HOLDS
    if statement.kind is Kind.AGREEMENT and statement.type != AgreementStatus.SIGNED:
        return Says.HOLDS
    if statement.kind is Kind.JUDGEMENT and statement.actor is not None and statement.realis is Realis.ACTUAL:
        return Says.DONE
    return None


def _gone(statement: Statement, actor: str | None, parties: Parties, report: str) -> bool:
    """Whether another party, no thing of its own named, is wanted out: "wants the foreigners gone"."""
    if statement.kind is not Kind.STANCE or statement.object is None or statement.type not in _WANT:
        return False
    whose = parties.whose(statement, report)
    found = words(statement.object.text)
    away = lexicon().acts["keep"].no
    return whose not in (None, actor) and any(starts(found[-2:], k, away) for k in range(len(found[-2:])))


def _own(statement: Statement, actor: str | None, parties: Parties, report: str) -> bool:
    """Whether a stance is about what its holder would do itself, so that its verb is an option of the holder's."""
    if statement.type in (Stance.OFFER, Stance.THREATEN, Stance.REFUSE):
        return True
    if statement.type == Stance.DEMAND:
        return actor is not None and parties.whose(statement, report) != actor
    if statement.type == Stance.WANT and not clausal(statement, parties.situation.reports[report].text):
        return actor is not None
    if statement.type == Stance.WANT:
        return actor is not None and parties.whose(statement, report) == actor
    return statement.type in (Stance.PLAN, Stance.ACCEPT) and parties.whose(statement, report) in (actor, None)
