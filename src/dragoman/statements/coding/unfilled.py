"""Why those who fill the roles of a trigger make no statement."""

from __future__ import annotations

from dragoman.domain.statement import Kind, Plover, Stance
from dragoman.statements.coding.arguments import is_passive
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.roles import Pair
from dragoman.statements.coding.setting import Setting
from dragoman.statements.coding.talks import talk_to_come
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.word_classes import belongs

MUTUAL = frozenset({Plover.CONSULT, Plover.COOPERATE, Plover.SUPPORT, Plover.AGREE})
TO_THINGS = frozenset({Plover.COERCE, Plover.RETREAT, Plover.ASSAULT, Plover.MOBILIZE})


def unfilled(trigger: Trigger, found: tuple[Pair, ...], parties: Parties) -> str | None:
    """Why those who fill its roles do not make a statement; None where they do."""
    entry = trigger.entry
    if not found:
        return "nobody stands in its roles"
    if "none" in entry.actor and (found[0].recipient is not None or object_heads(trigger.site, entry.object)):
        return None
    if entry.kind in (Kind.EVENT, Kind.STANCE, Kind.TIE) and found[0].actor is None and trigger.site.pos != "v":
        return "nobody does it"
    if entry.type == Plover.CONSULT and found[0].recipient is None and talk_to_come(trigger):
        return "the other side is not named"
    if entry.kind is Kind.STANCE and found[0].actor is None:
        return "nobody holds it"
    sought = entry.type in (Stance.WANT, Stance.DEMAND, Stance.PLAN, Stance.OFFER)
    if sought and found[0].recipient is None and not object_heads(trigger.site, entry.object):
        return "what is wanted is not said"
    if trigger.site.pos == "m" and entry.type == Stance.DEMAND and _of_itself(found[0], parties):
        return "a duty of one's own"
    if entry.words[0] == "force" and found[0].actor is None:
        return "forced by nobody named"
    if entry.mode == "release" and entry.type == Plover.RETREAT and found[0].recipient is None:
        return "nobody is let go"
    if entry.type == Plover.ASSAULT and trigger.site.token.dep == "attr" and found[0].recipient is None:
        return "a comparison"
    if any(p.actor is not None and parties.is_outlet(p.actor) for p in found) and entry.kind in (
        Kind.EVENT,
        Kind.STANCE,
    ):
        return "an outlet at its work"
    if trigger.entry.mode == "military" and _at_home(found[0], parties):
        return "an army's own affairs"
    attribute = trigger.site.token.dep == "amod" or (
        trigger.site.token.dep == "acl" and entry.mode in ("access", "military")
    )
    if found[0].actor is None and attribute and trigger.site.pos == "v":
        return "a mere attribute"
    alone = trigger.site.pos == "n" and trigger.site.carrier is None and found[0].recipient is None
    fight = entry.type == Plover.ASSAULT and "between" in entry.actor and found[0].recipient is None
    if (alone and entry.type == Plover.CONSULT) or fight:
        return "the other side is not named"
    if found[0].actor is None and entry.type in MUTUAL and (entry.mode != "judicial" or found[0].recipient is None):
        return "one side is not named"
    if found[0].actor is None and entry.kind is Kind.AGREEMENT:
        other = trigger.site.fill("subj") if trigger.site.pos == "v" and "subj" not in entry.object else ()
        thing = any(trigger.site.parse.tokens[i].pos == "NOUN" for i in other)
        return "no party does it" if thing and found[0].recipient is None else None
    if (
        found[0].actor is None
        and not is_passive(trigger.site.parse, trigger.site.clause)
        and not _by_weapon(trigger, parties, found[0])
    ):
        return "nobody does it"
    if entry.kind is Kind.TIE and (found[0].actor is None or found[0].recipient is None):
        return "a tie has two ends"
    if entry.kind is Kind.TIE and not _tied(parties, found[0]):
        return "an end of it is not known"
    if entry.kind in (Kind.TIE, Kind.JUDGEMENT) and not (found[0].actor is not None and parties.known(found[0].actor)):
        return "its party is not known"
    return None


def _tied(parties: Parties, pair: Pair) -> bool:
    """Does its other end stand for somebody, and does a people lead more than some of its own (`Kurdish-led forces`)?"""
    if pair.actor is None or pair.recipient is None:
        return False
    tokens, other = parties.context.parse.tokens, parties.role(pair.recipient)
    if tokens[pair.recipient].pos == "PRON" and tokens[pair.recipient].lower != "those" and other.entity is None:
        return False
    own = parties.role(pair.actor)
    peoples = parties.context.parse.children(pair.recipient, "amod")
    led = any(
        t.lower == "led" and pair.actor in [c.index for c in parties.context.parse.children(t.index)] for t in peoples
    )
    return not (led and other.entity is None and (tokens[pair.actor].pos == "ADJ" or own.country is None))


def done_to_a_thing(trigger: Trigger, setting: Setting) -> bool:
    """Does it tell what befell a thing and name no party (`the embargo was lifted`, `the talks opened`)?"""
    site, parse = trigger.site, trigger.site.parse
    if "none" in trigger.entry.actor:
        return bool(object_heads(site, trigger.entry.object))
    if trigger.entry.kind is not Kind.EVENT or trigger.entry.type not in TO_THINGS or site.pos != "v":
        return False
    if parse.children(site.index, "agent"):
        return False
    if site.token.dep in ("acl", "amod", "relcl") or not is_passive(parse, site.index) or setting.under is not None:
        return False
    if trigger.entry.type == Plover.COERCE and not any(
        c.slot == "obj" and c.values[0].startswith("#") for c in trigger.entry.frame
    ):
        return False
    return any(parse.tokens[i].pos == "NOUN" for i in site.fill("obj")) and setting.modal in (None, "will")


def _by_weapon(trigger: Trigger, parties: Parties, pair: Pair) -> bool:
    """Is force used on somebody by an attack or a weapon whose side is not said (`a drone strike wounded two men`)?"""
    against = trigger.entry.type == Plover.ASSAULT and pair.recipient is not None and parties.is_party(pair.recipient)
    subject = trigger.site.fill("subj") if against else ()
    return any(belongs(lemma_of(trigger.site.parse.tokens[i]), "weapon-doer") for i in subject)


def _of_itself(pair: Pair, parties: Parties) -> bool:
    """Does somebody say it of the state that he speaks for?"""
    if pair.actor is None or pair.recipient is None:
        return False
    actor, recipient = parties.role(pair.actor), parties.role(pair.recipient)
    return recipient.entity is not None and recipient.entity in (actor.country, actor.side)


def _at_home(pair: Pair, parties: Parties) -> bool:
    """Are both of one country (a government trains its own army)?"""
    if pair.actor is None or pair.recipient is None:
        return False
    actor, recipient = parties.role(pair.actor), parties.role(pair.recipient)
    return actor.country is not None and actor.country == recipient.country
