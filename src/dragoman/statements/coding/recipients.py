"""Whom a statement touches, beyond the slots of its trigger: the one told, the ground, the place of people, a joined verb's."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.domain.statement import Kind, Plover, Stance
from dragoman.statements.coding.arguments import FINITE, is_verb, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.speech import echoes, saying
from dragoman.statements.coding.triggers import Trigger, sense_at
from dragoman.statements.coding.word_classes import belongs

NO_PREPOSITION = frozenset({"subj", "obj", "dat", "csubj", "poss", "adj", "light", "owner", "speaker", "topic", "each"})
TELLING = frozenset({"tell", "assure", "inform", "promise"})
OF_PARTIES = frozenset(
    {
        Plover.SUPPORT,
        Plover.ACCUSE,
        Plover.REJECT,
        Plover.AGREE,
        Plover.CONSULT,
        Plover.REQUEST,
        Plover.THREATEN,
        Plover.CONCEDE,
        Plover.COOPERATE,
    }
)


def fitting(
    recipients: tuple[int, ...], trigger: Trigger, actors: tuple[int, ...], parties: Parties
) -> tuple[int, ...]:
    """The recipients without things, where only somebody can be dealt with so, and without the actor's own places."""
    words = trigger.entry.kind is Kind.STANCE or trigger.entry.type in OF_PARTIES
    kept = (r for r in recipients if not words or _somebody(r, parties))
    threat = trigger.entry.type == Stance.THREATEN
    return tuple(r for r in kept if not _own_place(r, actors, parties) and not (threat and _own(r, actors, parties)))


def _somebody(index: int, parties: Parties) -> bool:
    token = parties.context.parse.tokens[index]
    below = parties.context.parse.children(index, "amod")
    if token.tag == "NNS" and any(t.tag == "JJR" or _more(t, parties.context.parse) for t in below):
        return False
    if belongs(lemma_of(token), "deal"):
        return False
    beside = parties.context.parse.children(index, "appos")
    if any(t.pos == "PROPN" and parties.label(t.index) == "PERSON" for t in beside):
        return True
    people = any(belongs(lemma_of(token), c) for c in ("person-victim", "partitive"))
    if parties.is_party(index) or token.pos in ("PROPN", "PRON") or people:
        return True
    role = parties.role(index)
    return role.entity is not None or role.country is not None


def _more(token: Token, parse: Parse) -> bool:
    return any(t.lower == "more" for t in parse.children(token.index))


def _own(index: int, actors: tuple[int, ...], parties: Parties) -> bool:
    """Is it the actor's own (`its security`)?"""
    known = {parties.role(a).entity for a in actors}
    owners = parties.context.parse.children(index, "poss")
    return any(t.tag == "PRP$" and parties.role(t.index).entity in {None, *known} for t in owners)


def _own_place(index: int, actors: tuple[int, ...], parties: Parties) -> bool:
    """Is it a name before a noun that is the actor's own (`its Zenda air base`)?"""
    parse = parties.context.parse
    if parse.tokens[index].dep not in ("compound", "nmod", "amod"):
        return False
    return _own(parse.tokens[index].head, actors, parties)


def joined_to(trigger: Trigger, parties: Parties) -> Trigger | None:
    """The act of the same type that the verb is joined to without a subject of its own (`withdrew from X and left`)."""
    site, parse = trigger.site, trigger.site.parse
    token = site.token
    if site.pos != "v" or trigger.entry.kind is not Kind.EVENT or parse.children(token.index, "nsubj", "nsubjpass"):
        return None
    above = parse.head(token.index)
    bound = token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG")
    if not bound or above.index == token.index or not is_verb(above):
        return None
    act = sense_at(parse, above.index, parties)
    return act if act is not None and act.entry.type == trigger.entry.type else None


def in_predicate(trigger: Trigger, parties: Parties) -> tuple[int, ...]:
    """Against whom an attack is said to be something (`the strikes were effective against the rebels`)."""
    site, parse = trigger.site, trigger.site.parse
    if trigger.entry.type != Plover.ASSAULT or site.pos != "n" or site.token.dep != "nsubj":
        return ()
    for word in parse.children(site.token.head, "acomp", "oprd", "attr", "xcomp"):
        for prep in parse.children(word.index, "prep"):
            pobj = parse.child(prep.index, "pobj") if prep.lower == "against" else None
            if pobj is not None:
                return tuple(i for i in parties.each(pobj.index) if parties.is_party(i))
    return ()


def told(site: Site, parties: Parties) -> tuple[int, ...]:
    """Whom the speaker tells it (`told the envoy that he was ready to ...`, `it would pay, it told the envoy`)."""
    verb, clause = saying(site.parse, site.clause), site.parse.tokens[site.clause]
    if verb is None or clause.dep != "ccomp" or lemma_of(site.parse.tokens[verb]) not in TELLING:
        return ()
    speaker = surface_subject(site.parse, verb)
    actor = surface_subject(site.parse, clause.index)
    if speaker is None or actor is None:
        return ()
    same = echoes(site.parse, actor, speaker)
    if verb > clause.index:
        last = max((t.index for t in site.parse.children(verb, "ccomp") if t.index < verb), default=0)
        same = last == clause.index and (same or _echoed(site.parse, speaker))
    if not same:
        return ()
    heads = [t.index for t in site.parse.children(verb, "dobj", "dative")][-1:]
    heads = [h for h in heads if not belongs(lemma_of(site.parse.tokens[h]), "press")]
    return tuple(i for h in heads for i in parties.each(h) if parties.is_party(i) and not parties.is_outlet(i))


def _echoed(parse: Parse, speaker: int) -> bool:
    return parse.tokens[speaker].lower in ("it", "they", "he", "she")


def home(index: int, parties: Parties) -> int:
    """The named place of people who have no name (`tents to families in Zenda`), else the people themselves."""
    parse = parties.context.parse
    if parse.tokens[index].pos != "NOUN" or parties.role(index).entity is not None:
        return index
    for prep in parse.children(index, "prep"):
        place = parse.child(prep.index, "pobj") if prep.lower in ("in", "from", "of") else None
        if place is not None and parties.is_name(place.index):
            return place.index
    return index


def ground(slots: tuple[str, ...], site: Site) -> tuple[int, ...]:
    """The ground that force or a rule is laid on where no name says whose it is (`a curfew in the town`)."""
    heads = (h for slot in slots if slot not in NO_PREPOSITION and slot[-1] not in "!*" for h in site.fill(slot))
    return tuple(h for h in heads if belongs(lemma_of(site.parse.tokens[h]), "ground"))[:1]


def tells_relative(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Is an attack told again by its own relative clause (`the offensive that toppled the king`)?"""
    site = trigger.site
    clauses = {
        t.index
        for t in site.parse.children(site.index, "relcl")
        if t.tag in FINITE and surface_subject(site.parse, t.index) == site.index
    }
    same = (t for t in triggers if t.site.index in clauses and t.entry.kind is trigger.entry.kind)
    return site.pos == "n" and any(t.entry.type == trigger.entry.type for t in same)
