"""Who fills the roles of a trigger: one pair for every conjoined actor and recipient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.domain.parse import Parse
from dragoman.domain.statement import Kind, Plover, Stance
from dragoman.statements.coding.arguments import conjuncts, is_passive, is_verb, owner, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.nearby import INSIDE_OBJECT, others
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.parties import DOERS, INSIDE, Parties
from dragoman.statements.coding.recipients import NO_PREPOSITION, fitting, ground, home, in_predicate, joined_to, told
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.triggers import Trigger, sense_at
from dragoman.statements.coding.word_classes import belongs

MOST = 4
LEADING = frozenset({"lead", "launch", "mount", "stage", "carry", "conduct", "wage", "order", "begin", "open"})
OVER_GROUND = frozenset({Plover.COERCE, Plover.MOBILIZE, Plover.ASSAULT})
WISHES = frozenset({Stance.WANT, Stance.FEAR, Stance.DEMAND, Stance.OPPOSE})
SPOKEN = frozenset({Stance.OFFER, Stance.ACCEPT, Stance.REFUSE, Stance.DEMAND, Stance.THREATEN})
TOLD = SPOKEN | {Stance.PLAN}


class Pair(NamedTuple):
    """Head tokens of an actor and a recipient; None where nobody stands in the role."""

    actor: int | None
    recipient: int | None


def pairs(trigger: Trigger, parties: Parties) -> tuple[Pair, ...]:
    """Every actor with every recipient, at most four of each; both ways where actors act on each other."""
    site, entry = trigger.site, trigger.entry
    through = () if entry.kind is Kind.JUDGEMENT else DOERS
    actors = _first(entry.actor, site, parties, frozenset(), through)
    if not actors and entry.kind is Kind.STANCE and site.pos == "v" and "subj" in entry.actor:
        actors = tuple(i for h in site.fill("subj") for i in conjuncts(site.parse, h) if parties.is_name(i))
    actors = _owners(actors, site, parties)
    before, after = _around_each(entry.recipient)
    if not actors and "each" in entry.recipient and site.pos == "v" and is_passive(site.parse, site.index):
        actors = _first(("between",), site, parties, frozenset(), through)
    taken = frozenset(actors) | _pronouns_for(actors, site, parties)
    recipients = fitting(_first(before, site, parties, taken, INSIDE), trigger, actors, parties)
    if not recipients and entry.kind is Kind.STANCE and "each" in entry.recipient:
        recipients = _of_action(trigger, parties, taken)
    if not recipients and "each" in entry.recipient and len(actors) > 1:
        return tuple(Pair(a, b) for a in actors[:MOST] for b in actors[:MOST] if a != b)
    recipients = recipients or fitting(_first(after, site, parties, taken, INSIDE), trigger, actors, parties)
    if not recipients and entry.kind is Kind.STANCE:
        recipients = fitting(_of_action(trigger, parties, taken), trigger, actors, parties)
    recipients = recipients or in_predicate(trigger, parties)
    if not recipients and entry.type in TOLD:
        recipients = tuple(r for r in told(site, parties) if r not in taken)
    if not recipients and entry.kind is not Kind.TIE:
        recipients = fitting(_named(before + after, site, parties, taken, entry.mode), trigger, actors, parties)
    if not recipients and (entry.kind is Kind.EVENT or entry.type in INSIDE_OBJECT):
        recipients = tuple(others(trigger, parties, frozenset(actors)))[:1]
    if not recipients and trigger.beside is not None and trigger.beside.mode == "ceasefire":
        recipients = tuple(others(Trigger(site, trigger.beside), parties, frozenset(actors)))[:1]
    above = None if recipients else joined_to(trigger, parties)
    if above is not None:
        shared = (p.recipient for p in pairs(above, parties))
        recipients = tuple(dict.fromkeys(r for r in shared if r is not None and r not in taken))
    if not recipients and entry.type in OVER_GROUND:
        recipients = ground(before + after, site)
    if entry.type == Plover.AID:
        recipients = tuple(home(r, parties) for r in recipients)
    itself = entry.kind is Kind.EVENT and any(_itself(r, actors, parties) for r in recipients)
    if itself and not any(site.parse.tokens[a].pos == "PROPN" for a in actors):
        return ()
    recipients = tuple(r for r in recipients if r not in actors and not _part_of(r, actors, site.parse))
    return tuple(
        Pair(a, r) for a in (actors[:MOST] or (None,)) for r in (recipients[:MOST] or (None,)) if (a, r) != (None, None)
    )


def _itself(index: int, actors: tuple[int, ...], parties: Parties) -> bool:
    """Is it a pronoun that stands for an actor?"""
    entity = parties.role(index).entity
    known = any(parties.role(a).entity == entity for a in actors)
    return known and entity is not None and parties.context.parse.tokens[index].pos == "PRON"


def _owners(actors: tuple[int, ...], site: Site, parties: Parties) -> tuple[int, ...]:
    """A possessive that stands for nobody known is read as the subject before it (`delayed their promised aid`)."""
    if len(actors) != 1 or site.parse.tokens[actors[0]].tag != "PRP$":
        return actors
    known = parties.role(actors[0]).entity
    verb = next((t for t in site.parse.ancestors(actors[0]) if is_verb(t) and t.index < actors[0]), None)
    subject = surface_subject(site.parse, verb.index) if verb is not None else None
    if subject is None or not parties.is_party(subject) or subject > actors[0]:
        return actors
    if known is not None:
        return (subject,) if parties.role(subject).entity == known and site.pos == "n" else actors
    many = len(parties.each(subject)) > 1 or site.parse.tokens[subject].tag in ("NNS", "NNPS")
    fits = many == (site.parse.tokens[actors[0]].lower == "their")
    return parties.each(subject) if fits else actors


def _possessing(parse: Parse, index: int, parties: Parties) -> int:
    """The subject of the verb that a possessive stands behind, where nobody else is known for it (`signalled its ...`)."""
    verb = next((t for t in parse.ancestors(index) if is_verb(t)), None)
    subject = surface_subject(parse, verb.index) if verb is not None and verb.index < index else None
    return subject if subject is not None and subject < index and parties.is_party(subject) else index


def _part_of(index: int, actors: tuple[int, ...], parse: Parse) -> bool:
    """Is it a word of an actor's own name?"""
    token = parse.tokens[index]
    while token.dep in ("compound", "amod", "nmod"):
        token = parse.head(token.index)
        if token.index in actors:
            return True
    return False


def _around_each(slots: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if "each" not in slots:
        return slots, ()
    at = slots.index("each")
    return slots[:at], slots[at + 1 :]


def _named(
    slots: tuple[str, ...], site: Site, parties: Parties, leave: frozenset[int], mode: str | None
) -> tuple[int, ...]:
    """Names of places behind the first preposition that holds one: what is done to a place is done to its people."""
    for slot in slots:
        visited = slot == "obj" and mode == "visit"
        heads = () if (slot in NO_PREPOSITION and not visited) or slot.endswith("!") else site.fill(slot)
        found = tuple(i for h in heads for i in conjuncts(site.parse, h) if i not in leave and parties.is_name(i))
        if found:
            return found
    return ()


def _of_action(trigger: Trigger, parties: Parties, taken: frozenset[int]) -> tuple[int, ...]:
    """Whom the action that a stance is about would be done to (`agreed to lend money to ...`)."""
    parse, site = trigger.site.parse, trigger.site
    for head in object_heads(site, trigger.entry.object):
        other = next(iter(parse.children(head, "nsubj")), None) if is_verb(parse.tokens[head]) else None
        if other is not None and trigger.entry.type in WISHES:
            theirs = parties.inside(other.index, taken, through=DOERS)
            return () if theirs is None or _same(theirs, taken, parties) else (theirs,)
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
            return found or (_struck(parse, head, parties, taken) if threatened else ())
    return ()


def _same(index: int, actors: frozenset[int], parties: Parties) -> bool:
    """Is it one of the actors again, or a pronoun that may be?"""
    if index in actors:
        return True
    entity = parties.role(index).entity
    if entity is None:
        return parties.context.parse.tokens[index].pos == "PRON"
    return any(parties.role(a).entity == entity for a in actors)


def _struck(parse: Parse, head: int, parties: Parties, taken: frozenset[int]) -> tuple[int, ...]:
    """The other side's whose thing a threat is about, not one's own (`to send home the Graustark troops`)."""
    inner = Site(parse, head, "v")
    own = any(t.tag == "PRP$" for thing in inner.fill("obj") for t in parse.children(thing, "poss"))
    return () if own else _first(("obj",), inner, parties, taken, INSIDE)


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
        if slot == "none":
            return ()
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
        if slot == "poss" and site.parse.tokens[head].tag == "PRP$" and not parties.is_party(head):
            head = _possessing(site.parse, head, parties)
        if any_noun and site.parse.tokens[head].lower in ("it", "this", "that"):
            continue
        if site.pos == "m" and slot == "subj" and not parties.is_party(head):
            continue
        word, above = lemma_of(site.parse.tokens[head]), lemma_of(site.parse.head(head))
        led = belongs(word, "attack-noun") and site.token.dep == "relcl" and above in LEADING
        if slot == "subj" and (led or belongs(word, "document")):
            head = owner(site.parse, head) or head
        loose = site.pos == "a" and site.carrier is None
        for index in (head,) if loose else parties.each(head):
            inside = parties.inside(index, leave, through=through)
            if inside is not None and inside != index and _held_by(site.parse, inside):
                inside = None if any_noun else index
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


def _held_by(parse: Parse, index: int) -> bool:
    """Is it a pronoun behind the `by` of a participle (`two men held by them`)?"""
    return parse.tokens[index].pos == "PRON" and parse.head(index).dep == "agent"


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
