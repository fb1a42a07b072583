"""Who fills the roles of a trigger: one pair for every conjoined actor and recipient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.domain.parse import Parse
from dragoman.domain.statement import Kind, Stance
from dragoman.statements.coding.arguments import conjuncts, is_verb, owner
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.parties import DOERS, INSIDE, Parties
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.triggers import Trigger, sense_at
from dragoman.statements.coding.word_classes import belongs

MOST = 4
SPOKEN = frozenset({Stance.OFFER, Stance.ACCEPT, Stance.REFUSE, Stance.DEMAND, Stance.THREATEN})


class Pair(NamedTuple):
    """Head tokens of an actor and a recipient; None where nobody stands in the role."""

    actor: int | None
    recipient: int | None


def pairs(trigger: Trigger, parties: Parties) -> tuple[Pair, ...]:
    """Every actor with every recipient, at most four of each; both ways where actors act on each other."""
    site, entry = trigger.site, trigger.entry
    through = () if entry.kind is Kind.JUDGEMENT else DOERS
    actors = _first(entry.actor, site, parties, frozenset(), through)
    taken = frozenset(actors) | _pronouns_for(actors, site, parties)
    before, after = _around_each(entry.recipient)
    recipients = _first(before, site, parties, taken, INSIDE)
    if not recipients and "each" in entry.recipient and len(actors) > 1:
        return tuple(Pair(a, b) for a in actors[:MOST] for b in actors[:MOST] if a != b)
    recipients = recipients or _first(after, site, parties, taken, INSIDE)
    if not recipients and entry.kind is Kind.STANCE:
        recipients = _of_action(trigger, parties, taken)
    if not recipients and entry.kind is not Kind.TIE:
        recipients = _named(before + after, site, parties, taken)
    recipients = tuple(r for r in recipients if r not in actors)
    return tuple(
        Pair(a, r) for a in (actors[:MOST] or (None,)) for r in (recipients[:MOST] or (None,)) if (a, r) != (None, None)
    )


def _around_each(slots: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if "each" not in slots:
        return slots, ()
    at = slots.index("each")
    return slots[:at], slots[at + 1 :]


def _named(slots: tuple[str, ...], site: Site, parties: Parties, leave: frozenset[int]) -> tuple[int, ...]:
    """Names behind `with` or `between` that are known as no party: who deals with a party is one."""
    heads = (h for slot in slots if slot in ("with", "between") for h in site.fill(slot))
    return tuple(i for h in heads for i in conjuncts(site.parse, h) if i not in leave and parties.is_name(i))


def _of_action(trigger: Trigger, parties: Parties, taken: frozenset[int]) -> tuple[int, ...]:
    """Whom the action that a stance is about would be done to (`agreed to lend money to ...`)."""
    parse, site = trigger.site.parse, trigger.site
    for head in object_heads(site, trigger.entry.object):
        if not is_verb(parse.tokens[head]):
            found = _first(("to", "with", "from", "against"), Site(parse, head, "n"), parties, taken, INSIDE)
            return found or _holder(parse, head, parties, taken)
        for index in (head, *(t.index for t in parse.children(head, "dobj", "xcomp"))):
            act = sense_at(parse, index, parties)
            if act is None:
                continue
            slots = tuple(s for s in act.entry.recipient if s != "each")
            found = _first(slots, act.site, parties, taken, INSIDE)
            if not found and act.entry.kind is Kind.STANCE:
                return _of_action(act, parties, taken)
            if found:
                return found
        if trigger.entry.type in SPOKEN:
            found = _first(("to", "with", "from"), Site(parse, head, "v"), parties, taken, INSIDE)
            threatened = trigger.entry.type == Stance.THREATEN
            return found or (_first(("obj",), Site(parse, head, "v"), parties, taken, INSIDE) if threatened else ())
    return ()


def _holder(parse: Parse, head: int, parties: Parties, taken: frozenset[int]) -> tuple[int, ...]:
    """Who has what is asked back (`the return of money sent to ...`)."""
    if not belongs(lemma_of(parse.tokens[head]), "giving-back"):
        return ()
    for thing in Site(parse, head, "n").fill("of"):
        for clause in parse.children(thing, "acl"):
            if clause.tag == "VBN":
                return _first(("to", "by", "from", "in"), Site(parse, clause.index, "v"), parties, taken, INSIDE)
    return ()


def _first(
    slots: tuple[str, ...], site: Site, parties: Parties, leave: frozenset[int], through: tuple[str, ...]
) -> tuple[int, ...]:
    for slot in slots:
        found = tuple(dict.fromkeys(_in_slot(slot, site, parties, leave, through)))
        if found:
            return found
    return ()


def _in_slot(slot: str, site: Site, parties: Parties, leave: frozenset[int], through: tuple[str, ...]) -> Iterator[int]:
    any_noun = slot.endswith("!")
    if slot.endswith("*"):
        yield from (i for head in site.fill(slot[:-1]) for i in parties.each(head) if i not in leave)
        return
    for head in site.fill(slot.rstrip("!")):
        head = parties.after_dateline(head)
        if any_noun and site.parse.tokens[head].lower in ("it", "this", "that"):
            continue
        if site.pos == "m" and slot == "subj" and not parties.is_party(head):
            continue
        if slot == "subj" and belongs(lemma_of(site.parse.tokens[head]), "document"):
            head = owner(site.parse, head) or head
        loose = site.pos == "a" and site.carrier is None
        for index in (head,) if loose else parties.each(head):
            inside = parties.inside(index, leave, through=through)
            if inside is not None and inside not in leave:
                yield inside
                if inside != index:
                    yield from (i for i in parties.each(inside) if i != inside and i not in leave)
            elif (
                any_noun
                and index not in leave
                and site.parse.tokens[index].pos in ("NOUN", "PROPN")
                and site.parse.tokens[index].text[0].isalnum()
                and not belongs(lemma_of(site.parse.tokens[index]), "no-side")
            ):
                yield index


def _pronouns_for(actors: tuple[int, ...], site: Site, parties: Parties) -> frozenset[int]:
    """Possessives of the sentence that stand for the actor (`Russia lifted its blockade of ...`)."""
    if not actors:
        return frozenset()
    sentence = site.parse.sentence(site.index)
    known = {r.entity for a in actors if (r := parties.context.referents.at(a)) is not None}
    found = set()
    for token in site.parse.tokens[sentence.first : sentence.last]:
        if token.tag != "PRP$":
            continue
        referent = parties.context.referents.at(token.index)
        if referent is None or referent.entity in known:
            found.add(token.index)
    return frozenset(found)
