"""Turns triggers into candidate statements, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import AgreementStatus, Kind, Plover, Realis, Stance
from dragoman.statements.coding.futures import announced, coming
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.refusals import refused
from dragoman.statements.coding.registers import register_of_blocks
from dragoman.statements.coding.roles import Pair, pairs
from dragoman.statements.coding.setting import Setting, no_longer, setting_of
from dragoman.statements.coding.speech import own_words, speaker_of
from dragoman.statements.coding.talks import said_in_talk, talks
from dragoman.statements.coding.triggers import Trigger, find_triggers
from dragoman.statements.coding.unfilled import done_to_a_thing, unfilled
from dragoman.statements.context import Context

SPOKEN = {
    Stance.OFFER: Plover.AGREE,
    Stance.DEMAND: Plover.REQUEST,
    Stance.REFUSE: Plover.REJECT,
    Stance.THREATEN: Plover.THREATEN,
    Stance.ACCEPT: Plover.AGREE,
}

TO_COME = frozenset({AgreementStatus.SIGNED, AgreementStatus.IN_FORCE})
DROPPED = frozenset({Stance.DEMAND.value, Stance.REFUSE.value, Stance.OPPOSE.value})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement in the making."""

    trigger: Trigger
    pair: Pair
    setting: Setting
    kind: Kind
    type: str
    plover: Plover | None
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A trigger that makes no statement, and why."""

    trigger: Trigger
    why: str


def candidates(context: Context) -> Iterator[Candidate | Refusal]:
    """What the triggers of the report's body come to, in text order."""
    parties = Parties(context)
    other = register_of_blocks(context.parse, context.text)
    for sentence in context.body():
        triggers = tuple(find_triggers(context.parse, sentence, parties))
        found: list[Candidate | Refusal] = []
        for trigger in triggers:
            if sentence.block in other:
                found.append(Refusal(trigger, f"not a report but {other[sentence.block]}"))
                continue
            found.extend(_judge(context.parse, trigger, triggers, parties))
        yield from _once(found)


def _once(found: list[Candidate | Refusal]) -> Iterator[Candidate | Refusal]:
    """The candidates of a sentence, an auxiliary (`would`) left out where its verb or what it governs is one itself."""
    verbs = {f.trigger.site.clause for f in found if isinstance(f, Candidate) and f.trigger.site.pos != "m"}
    for one in found:
        own = isinstance(one, Candidate) and one.trigger.site.pos == "m" and one.trigger.site.clause in verbs
        yield Refusal(one.trigger, "its verb says it") if own else one


def _judge(
    parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], parties: Parties
) -> Iterator[Candidate | Refusal]:
    """What a trigger comes to; the event beside an agreement's status where no status is said."""
    found = tuple(_judged(parse, trigger, triggers, parties))
    if trigger.beside is not None and all(isinstance(f, Refusal) for f in found):
        found = tuple(_judged(parse, Trigger(trigger.site, trigger.beside), triggers, parties))
    if trigger.entry.kind is Kind.AGREEMENT and all(isinstance(f, Refusal) for f in found):
        setting = coming(parse, trigger, setting_of(parse, trigger.site.clause, trigger.site.index))
        signed = (
            trigger.entry.type in TO_COME
            and "expire" not in trigger.entry.words
            and setting.modal in ("will", "'ll", "shall")
        )
        if signed and setting.under is None and setting.polarity is Polarity.POSITIVE and not setting.asked:
            two = tuple(Pair(a, b) for a, b in pairs(trigger, parties) if a is not None)[:1] or (Pair(None, None),)
            found = (Candidate(trigger, two[0], setting, Kind.AGREEMENT, AgreementStatus.PROPOSED.value, None),)
    yield from found


def _judged(
    parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], parties: Parties
) -> Iterator[Candidate | Refusal]:
    setting = setting_of(parse, trigger.site.clause, trigger.site.index)
    ended = no_longer(parse, trigger.site.clause)
    if ended and any(c.slot == "longer" for c in trigger.entry.frame):
        setting = replace(setting, polarity=Polarity.POSITIVE)
    if said_in_talk(parse, trigger, setting):
        setting = replace(setting, realis=Realis.ACTUAL, under=None, governor=None)
    setting = coming(parse, trigger, setting)
    if setting.under == "governs-tried" and talks(trigger):
        setting = replace(setting, realis=Realis.ACTUAL)
    why = refused(parse, trigger, triggers, setting)
    if why:
        yield Refusal(trigger, why)
        return
    found = pairs(trigger, parties)
    if not found and (trigger.entry.kind is Kind.AGREEMENT or done_to_a_thing(trigger, setting)):
        found = (Pair(None, None),)
    why = unfilled(trigger, found, parties)
    if why:
        yield Refusal(trigger, why)
        return
    for pair in found:
        made = _candidate(trigger, pair, setting, parties)
        if ended and made.type in DROPPED:
            setting_now = replace(setting, polarity=Polarity.POSITIVE)
            made = Candidate(trigger, pair, setting_now, Kind.EVENT, Plover.CONCEDE.value, Plover.CONCEDE)
        unreal = made.kind is Kind.EVENT and made.setting.modal in ("would", "'d") and made.plover is not Plover.CONCEDE
        yield Refusal(trigger, f"only {setting.modal}") if unreal else made


def _said_of_oneself(trigger: Trigger, pair: Pair) -> bool:
    """`Ruritania said it would veto the loan`."""
    parse = trigger.site.parse
    speaker = speaker_of(parse, trigger.site.clause)
    return speaker is not None and pair.actor is not None and own_words(parse, pair.actor, speaker)


def _candidate(trigger: Trigger, pair: Pair, setting: Setting, parties: Parties) -> Candidate:
    entry = trigger.entry
    if entry.kind is Kind.EVENT:
        told = announced(trigger, pair, setting, parties)
        if told is not None:
            kind, type_, given, roles, turned = told
            setting = replace(setting, polarity=Polarity.POSITIVE) if turned else setting
            return Candidate(trigger, roles, setting, kind, type_, given)
        return Candidate(trigger, pair, setting, entry.kind, entry.type, Plover(entry.type), setting.possible)
    if entry.kind is Kind.STANCE:
        stance = Stance(entry.type)
        if trigger.site.pos == "m" or any(c.slot == "neg" or c.values == ("no",) for c in entry.frame):
            setting = replace(setting, polarity=Polarity.POSITIVE)
        unspoken = stance is Stance.OFFER and trigger.site.pos == "v"
        denied = stance in (Stance.ACCEPT, Stance.OFFER) and setting.polarity is Polarity.NEGATIVE
        if denied and not setting.possible and not unspoken:
            setting = replace(setting, polarity=Polarity.POSITIVE)
            return Candidate(trigger, pair, setting, Kind.STANCE, Stance.REFUSE.value, Plover.REJECT)
        plover = SPOKEN.get(stance)
        promised = setting.modal in ("would", "'d") and _said_of_oneself(trigger, pair)
        if (
            setting.modal is not None
            and plover is not None
            and setting.realis is Realis.CONDITIONAL
            and not promised
            and trigger.site.pos != "m"
        ):
            return Candidate(trigger, pair, setting, Kind.EVENT, plover.value, plover, True)
        return Candidate(trigger, pair, setting, Kind.STANCE, stance.value, plover)
    if entry.kind is Kind.JUDGEMENT and entry.type == "positive" and setting.polarity is Polarity.NEGATIVE:
        return Candidate(trigger, pair, replace(setting, polarity=Polarity.POSITIVE), entry.kind, "negative", None)
    status = AgreementStatus.PROPOSED.value if entry.kind is Kind.AGREEMENT and setting.under else entry.type
    done = trigger.beside is not None and setting.under is None and pair.actor is not None
    act = Plover(trigger.beside.type) if trigger.beside is not None and done else None
    return Candidate(trigger, pair, setting, entry.kind, status, act, setting.possible)
