"""Turns triggers into candidate statements, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import AgreementStatus, Kind, Plover, Realis, Stance
from dragoman.statements.coding.arguments import is_passive, is_verb
from dragoman.statements.coding.futures import announced
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.registers import register_of_blocks
from dragoman.statements.coding.roles import Pair, pairs
from dragoman.statements.coding.setting import Setting, setting_of
from dragoman.statements.coding.speech import echoes, speaker_of
from dragoman.statements.coding.triggers import Trigger, find_triggers
from dragoman.statements.coding.word_classes import belongs
from dragoman.statements.context import Context

SPOKEN = {
    Stance.OFFER: Plover.AGREE,
    Stance.DEMAND: Plover.REQUEST,
    Stance.REFUSE: Plover.REJECT,
    Stance.THREATEN: Plover.THREATEN,
    Stance.ACCEPT: Plover.AGREE,
}
TALKING = frozenset({"negotiate", "mediate", "broker", "parley", "bargain"})
ALONE = frozenset({"governs-desired", "governs-offered", "governs-planned", "governs-demanded", "governs-refused"})


MUTUAL = frozenset({Plover.CONSULT, Plover.COOPERATE, Plover.SUPPORT, Plover.AGREE})
DUTIES = frozenset({"must", "should", "ought"})


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
        for trigger in triggers:
            if sentence.block in other:
                yield Refusal(trigger, f"not a report but {other[sentence.block]}")
                continue
            yield from _judge(context.parse, trigger, triggers, parties)


def _judge(
    parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], parties: Parties
) -> Iterator[Candidate | Refusal]:
    """What a trigger comes to; the event beside an agreement's status where no status is said."""
    found = tuple(_judged(parse, trigger, triggers, parties))
    if trigger.beside is not None and all(isinstance(f, Refusal) for f in found):
        found = tuple(_judged(parse, Trigger(trigger.site, trigger.beside), triggers, parties))
    yield from found


def _judged(
    parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], parties: Parties
) -> Iterator[Candidate | Refusal]:
    setting = setting_of(parse, trigger.site.clause, trigger.site.index)
    if setting.under == "governs-tried" and _talks(trigger):
        setting = replace(setting, realis=Realis.ACTUAL)
    why = _refused(parse, trigger, triggers, setting)
    if why:
        yield Refusal(trigger, why)
        return
    found = pairs(trigger, parties)
    if not found and trigger.entry.kind is Kind.AGREEMENT:
        found = (Pair(None, None),)
    why = _unfilled(trigger, found, parties)
    if why:
        yield Refusal(trigger, why)
        return
    for pair in found:
        made = _candidate(trigger, pair, setting)
        unreal = made.kind is Kind.EVENT and made.setting.modal in ("would", "'d") and made.plover is not Plover.CONCEDE
        yield Refusal(trigger, f"only {setting.modal}") if unreal else made


def _refused(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], setting: Setting) -> str | None:
    kind = trigger.entry.kind
    if setting.asked:
        return "a question, or one of two alternatives"
    if trigger.site.pos == "n" and _said_by_verb(parse, trigger, triggers):
        return "its verb says it"
    tried = setting.under == "governs-tried" and _talks(trigger)
    if kind in (Kind.EVENT, Kind.TIE) and setting.under is not None and not tried:
        return f"not said to happen ({setting.under})"
    if setting.modal in DUTIES and trigger.site.pos != "m":
        return f"only {setting.modal}"
    if trigger.site.pos == "m" and any(lemma_of(t) == "have" for t in parse.children(trigger.site.clause, "aux")):
        return "a regret"
    if _named_only(parse, trigger):
        return "named, not said to happen"
    if kind is Kind.STANCE and trigger.entry.type == Stance.WANT and _attempt_to_talk(trigger, triggers):
        return "an attempt to talk is talk"
    if kind is Kind.STANCE and setting.under in ALONE:
        return f"part of what is wanted ({setting.under})"
    if (
        kind is Kind.STANCE
        and trigger.entry.type not in SPOKEN
        and setting.modal is not None
        and setting.modal != "will"
    ):
        return f"only {setting.modal}"
    if (kind in (Kind.EVENT, Kind.TIE) or setting.possible) and _of_anybody(parse, trigger):
        return "of anybody, as in a rule"
    if kind is Kind.AGREEMENT and trigger.site.token.dep == "amod":
        return "a mere attribute"
    if kind is Kind.AGREEMENT:
        return _unsigned(trigger, setting)
    if kind is Kind.STANCE and _empty_object(parse, trigger):
        return "what is wanted is not said, or only how a source speaks"
    if setting.possible and setting.polarity is Polarity.NEGATIVE and kind in (Kind.EVENT, Kind.STANCE):
        return "said to be impossible"
    if setting.under == "if":
        return "stands in a condition"
    if trigger.site.pos == "n" and trigger.site.carrier is None and kind is Kind.EVENT and setting.modal is not None:
        return f"its clause is only {setting.modal}"
    return None


def _talks(trigger: Trigger) -> bool:
    """Is it negotiation or mediation, of which an attempt is already a part?"""
    return trigger.entry.type == Plover.CONSULT and lemma_of(trigger.site.token) in TALKING


def _attempt_to_talk(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    inner = trigger.site.complement("to")
    tried = belongs(lemma_of(trigger.site.token), "governs-tried")
    return tried and any(t.site.index == inner and _talks(t) for t in triggers)


def _unsigned(trigger: Trigger, setting: Setting) -> str | None:
    """Why no status of an agreement is said; one to be signed is proposed."""
    if setting.under is None and setting.modal is None:
        return None if setting.polarity is Polarity.POSITIVE else "denied"
    near = setting.under in ("governs-planned", "governs-offered") and setting.modal is None
    return None if near and trigger.entry.type == AgreementStatus.SIGNED else "not said to be so"


def _named_only(parse: Parse, trigger: Trigger) -> bool:
    """Is the verb a mere name of an activity after a noun (`its interest in selling`, `a way of ending`)?"""
    token = trigger.site.token
    while token.dep == "conj" and is_verb(parse.head(token.index)):
        token = parse.head(token.index)
    prep = parse.head(token.index)
    return (
        trigger.site.pos == "v"
        and token.dep == "pcomp"
        and prep.lower != "but"
        and parse.head(prep.index).pos in ("NOUN", "PROPN")
    )


def _said_by_verb(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Is a verb that governs the noun a trigger of the same type, or its carrier another trigger?"""
    above = {t.index for t in parse.ancestors(trigger.site.index)}
    for other in triggers:
        if other.site.pos != "v" or other.entry.kind not in (Kind.EVENT, Kind.STANCE):
            continue
        if other.site.index in above and other.entry.type == trigger.entry.type:
            return True
        if other.site.index == trigger.site.carrier and trigger.entry.kind is not Kind.AGREEMENT:
            return True
    return False


def _unfilled(trigger: Trigger, found: tuple[Pair, ...], parties: Parties) -> str | None:
    entry = trigger.entry
    if not found:
        return "nobody stands in its roles"
    if entry.kind in (Kind.EVENT, Kind.STANCE, Kind.TIE) and found[0].actor is None and trigger.site.pos != "v":
        return "nobody does it"
    if entry.kind is Kind.STANCE and found[0].actor is None:
        return "nobody holds it"
    if any(p.actor is not None and parties.is_outlet(p.actor) for p in found) and entry.kind in (
        Kind.EVENT,
        Kind.STANCE,
    ):
        return "an outlet at its work"
    if trigger.entry.mode == "military" and _at_home(found[0], parties):
        return "an army's own affairs"
    if found[0].actor is None and trigger.site.token.dep == "amod" and trigger.site.pos == "v":
        return "a mere attribute"
    alone = trigger.site.pos == "n" and trigger.site.carrier is None and found[0].recipient is None
    if alone and entry.type == Plover.CONSULT:
        return "the other side is not named"
    if found[0].actor is None and entry.type in MUTUAL:
        return "one side is not named"
    if found[0].actor is None and entry.kind is Kind.AGREEMENT:
        other = trigger.site.fill("subj") if trigger.site.pos == "v" and "subj" not in entry.object else ()
        return "no party does it" if other and found[0].recipient is None else None
    if (
        found[0].actor is None
        and not is_passive(trigger.site.parse, trigger.site.clause)
        and not _by_weapon(trigger, parties, found[0])
    ):
        return "nobody does it"
    if entry.kind is Kind.TIE and (found[0].actor is None or found[0].recipient is None):
        return "a tie has two ends"
    if entry.kind in (Kind.TIE, Kind.JUDGEMENT) and not (found[0].actor is not None and parties.known(found[0].actor)):
        return "its party is not known"
    return None


def _of_anybody(parse: Parse, trigger: Trigger) -> bool:
    """Is it said in the present of any one of a kind (`a player who occupies the island may ...`)?"""
    clause = parse.tokens[trigger.site.clause]
    aux = [t.lower for t in parse.children(clause.index, "aux", "auxpass")]
    present = (clause.tag in ("VBZ", "VBP") and not aux) or any(w in ("may", "must", "can") for w in aux)
    subject = trigger.site.fill("subj") if present and trigger.site.pos == "v" else ()
    return any(
        parse.tokens[i].tag in ("NN", "NNP", "JJ") and any(t.lower in ("a", "an") for t in parse.children(i, "det"))
        for i in subject
    )


def _by_weapon(trigger: Trigger, parties: Parties, pair: Pair) -> bool:
    """Is force used on somebody by an attack or a weapon whose side is not said (`a drone strike wounded two men`)?"""
    against = trigger.entry.type == Plover.ASSAULT and pair.recipient is not None and parties.is_party(pair.recipient)
    subject = trigger.site.fill("subj") if against else ()
    return any(belongs(lemma_of(trigger.site.parse.tokens[i]), "weapon-doer") for i in subject)


def _empty_object(parse: Parse, trigger: Trigger) -> bool:
    """`what it wants`, `asked not to be named`, `declined to comment`."""
    heads = object_heads(trigger.site, trigger.entry.object)
    return any(parse.tokens[h].tag in ("WP", "WDT") or belongs(lemma_of(parse.tokens[h]), "anonymous") for h in heads)


def _said_of_oneself(trigger: Trigger, pair: Pair) -> bool:
    """`Ruritania said it would veto the loan`."""
    parse = trigger.site.parse
    speaker = speaker_of(parse, trigger.site.clause)
    return speaker is not None and pair.actor is not None and echoes(parse, pair.actor, speaker)


def _at_home(pair: Pair, parties: Parties) -> bool:
    """Are both of one country (a government trains its own army)?"""
    if pair.actor is None or pair.recipient is None:
        return False
    actor, recipient = parties.role(pair.actor), parties.role(pair.recipient)
    return actor.country is not None and actor.country == recipient.country


def _candidate(trigger: Trigger, pair: Pair, setting: Setting) -> Candidate:
    entry = trigger.entry
    if entry.kind is Kind.EVENT:
        coming = announced(trigger, pair, setting)
        if coming is not None:
            kind, type_, given, roles, turned = coming
            setting = replace(setting, polarity=Polarity.POSITIVE) if turned else setting
            return Candidate(trigger, roles, setting, kind, type_, given)
        return Candidate(trigger, pair, setting, entry.kind, entry.type, Plover(entry.type), setting.possible)
    if entry.kind is Kind.STANCE:
        stance = Stance(entry.type)
        if trigger.site.pos == "m":
            setting = replace(setting, polarity=Polarity.POSITIVE)
        unspoken = stance is Stance.OFFER and trigger.site.pos == "v"
        denied = stance in (Stance.ACCEPT, Stance.OFFER) and setting.polarity is Polarity.NEGATIVE
        if denied and not setting.possible and not unspoken:
            setting = replace(setting, polarity=Polarity.POSITIVE)
            return Candidate(trigger, pair, setting, Kind.STANCE, Stance.REFUSE.value, Plover.REJECT)
        plover = SPOKEN.get(stance)
        promised = setting.modal in ("would", "'d") and _said_of_oneself(trigger, pair)
        if setting.modal is not None and plover is not None and setting.realis is Realis.CONDITIONAL and not promised:
            return Candidate(trigger, pair, setting, Kind.EVENT, plover.value, plover, True)
        return Candidate(trigger, pair, setting, Kind.STANCE, stance.value, plover)
    status = AgreementStatus.PROPOSED.value if entry.kind is Kind.AGREEMENT and setting.under else entry.type
    done = trigger.beside is not None and setting.under is None and pair.actor is not None
    act = Plover(trigger.beside.type) if trigger.beside is not None and done else None
    return Candidate(trigger, pair, setting, entry.kind, status, act, setting.possible)
