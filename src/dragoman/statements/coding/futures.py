"""What an announced act is: PLOVER codes help to come as AGREE, a retreat to come as CONCEDE, force to come as THREATEN."""

from __future__ import annotations

from dataclasses import replace

from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import AgreementStatus, Kind, Plover, Realis, Stance
from dragoman.statements.coding.arguments import is_passive, surface_subject
from dragoman.statements.coding.conditions import condition_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.roles import Pair
from dragoman.statements.coding.setting import Setting
from dragoman.statements.coding.speech import own_words, saying, speaker_of
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.word_classes import belongs

COMING = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
GIVEN = frozenset({Plover.CONSULT, Plover.AID, Plover.COOPERATE, Plover.SUPPORT, Plover.RETREAT, Plover.AGREE})
FORCED = frozenset({Plover.PROTEST, Plover.SANCTION, Plover.MOBILIZE, Plover.COERCE, Plover.ASSAULT})
PLANNED = frozenset({Plover.CONSULT, Plover.AID, Plover.COOPERATE})
BACKING = frozenset({"support", "back", "endorse", "recognise", "recognize", "sign", "ratify", "vote", "join"})
ANNOUNCED = PLANNED | {Plover.SUPPORT, Plover.RETREAT, Plover.MOBILIZE, AgreementStatus.SIGNED}
FIXED = frozenset({"due", "set", "schedule", "poised", "slate", "book", "arrange"})
HEDGES = frozenset({"probably", "likely", "perhaps", "possibly", "presumably", "eventually"})
LEAVING = frozenset({"withdraw", "ceasefire", "resign"})


def announced(
    trigger: Trigger, pair: Pair, setting: Setting, parties: Parties
) -> tuple[Kind, str, Plover, Pair, bool] | None:
    """Kind, type, PLOVER type and roles of an event to come, and whether its negation is in the type.

    None where the event is not to come, or nothing says that its actor means it.
    """
    if pair.actor is None:
        return None
    unbacked = trigger.entry.type == Plover.SUPPORT and lemma_of(trigger.site.token) in BACKING
    if setting.modal is None and setting.polarity is Polarity.NEGATIVE and (trigger.entry.mode == "access" or unbacked):
        return Kind.STANCE, Stance.REFUSE.value, Plover.REJECT, pair, True
    plover, parse = Plover(trigger.entry.type), trigger.site.parse
    if scheduled(parse, trigger, setting):
        if plover is Plover.CONSULT and pair.recipient is None:
            return None
        return Kind.EVENT, Plover.AGREE.value, Plover.AGREE, pair, False
    if setting.modal not in COMING:
        return None
    speaker = speaker_of(parse, trigger.site.clause)
    done_to = is_passive(parse, trigger.site.clause) and pair.actor in trigger.site.fill("obj")
    own = speaker is not None and not done_to and own_words(parse, pair.actor, speaker)
    body = (
        speaker is not None and not own and (_plain_body(parse, pair.actor) or _voice_of(pair.actor, speaker, parties))
    )
    own = own or body
    roles = Pair(speaker, pair.recipient) if own and not body and not _principal(parse, pair.actor) else pair
    negative = setting.polarity is Polarity.NEGATIVE
    if setting.modal in ("would", "'d") and not own:
        return None
    if speaker is not None and not own:
        if setting.modal in ("would", "'d") or negative or plover not in (Plover.CONSULT, Plover.PROTEST):
            return None
        if plover is Plover.PROTEST:
            return Kind.STANCE, Stance.THREATEN.value, Plover.THREATEN, roles, False
        return Kind.EVENT, Plover.AGREE.value, Plover.AGREE, roles, False
    if negative:
        held = plover in GIVEN or plover is Plover.CONCEDE
        return (Kind.STANCE, Stance.REFUSE.value, Plover.REJECT, roles, True) if held else None
    if plover is Plover.RETREAT and trigger.entry.mode in LEAVING and own:
        return Kind.EVENT, Plover.CONCEDE.value, Plover.CONCEDE, roles, False
    if plover in GIVEN and own:
        return Kind.STANCE, Stance.OFFER.value, Plover.AGREE, roles, False
    if plover in FORCED and (own or plover is Plover.PROTEST):
        return Kind.STANCE, Stance.THREATEN.value, Plover.THREATEN, roles, False
    if speaker is None and (trigger.entry.mode == "third-party" or _goes_on(parse, trigger.site.clause)):
        return None
    if plover in PLANNED and surface_subject(parse, trigger.site.clause) is not None:
        return Kind.EVENT, Plover.AGREE.value, Plover.AGREE, roles, False
    return None


def coming(parse: Parse, trigger: Trigger, setting: Setting) -> Setting:
    """The setting of what somebody said `would` come to pass, as `will`; a conditional stays one.

    Only of acts that a report announces: visits, help, agreements, moves and retreats.
    """
    if setting.modal not in ("would", "'d") or setting.under is not None or _told_type(trigger) not in ANNOUNCED:
        return setting
    verb = saying(parse, trigger.site.clause)
    past = verb is not None and (parse.tokens[verb].tag in ("VBD", "VBN") or parse.tokens[verb].dep == "relcl")
    perfect = any(t.lower == "have" for t in parse.children(trigger.site.clause, "aux"))
    speaker, actor = speaker_of(parse, trigger.site.clause), surface_subject(parse, trigger.site.clause)
    own = speaker is not None and actor is not None and own_words(parse, actor, speaker)
    if own or not past or perfect or condition_of(parse, trigger.site.clause, trigger.site.index) is not None:
        return setting
    return replace(setting, modal="will", realis=Realis.PREDICTED)


def _goes_on(parse: Parse, clause: int) -> bool:
    """`will continue to mediate`, `will probably visit`: a forecast of the author's, nothing announced."""
    above = parse.head(clause)
    hedged = any(t.lower in HEDGES for t in parse.children(clause, "advmod"))
    return hedged or (parse.tokens[clause].dep == "xcomp" and lemma_of(above) in ("continue", "remain", "keep", "tend"))


def _told_type(trigger: Trigger) -> str:
    return (trigger.beside or trigger.entry).type


def scheduled(parse: Parse, trigger: Trigger, setting: Setting) -> bool:
    """Is it a visit, help or work that is fixed for a day to come (`is due to visit`)?"""
    if setting.under != "governs-planned" or setting.governor is None or setting.polarity is Polarity.NEGATIVE:
        return False
    governor = parse.tokens[setting.governor]
    fixed = lemma_of(governor) in FIXED or (governor.lower == "expected" and trigger.entry.type == Plover.CONSULT)
    return fixed and trigger.entry.type in PLANNED and surface_subject(parse, trigger.site.clause) is not None


def _voice_of(actor: int, speaker: int, parties: Parties) -> bool:
    """Does the speaker speak for the actor: one of its country, or one named by office alone (`the ministry said`)?"""
    parse = parties.context.parse
    token, theirs, own = parse.tokens[speaker], parties.role(speaker), parties.role(actor)
    if not belongs(lemma_of(token), "official-voice"):
        return False
    if theirs.country is not None or own.country is not None:
        return theirs.country == own.country
    bare = any(t.lower in ("the", "its", "his", "her", "their") for t in parse.children(speaker, "det", "poss"))
    return token.pos == "NOUN" and bare and not any(t.pos == "PROPN" for t in parse.tokens_in(theirs.span))


def _principal(parse: Parse, actor: int) -> bool:
    """Is it named itself, and the speaker speaks for it (`Ruritania will pay, its minister said`)?"""
    token = parse.tokens[actor]
    return token.pos == "PROPN" and not parse.children(actor, "poss")


def _plain_body(parse: Parse, index: int) -> bool:
    """Is it `the government`, `the army`: a body without a name, in the mouth of one who speaks for it?"""
    token = parse.tokens[index]
    below = [t.lower for t in parse.children(index, "det", "amod", "compound", "poss", "prep")]
    return token.pos == "NOUN" and below == ["the"] and belongs(lemma_of(token), "body")
