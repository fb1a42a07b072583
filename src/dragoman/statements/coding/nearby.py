"""Whom an act touches where no slot names it: a name inside its object, or the place where it was done."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.parse import Token
from dragoman.domain.statement import Kind, Plover, Stance
from dragoman.statements.coding.arguments import FINITE, is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.word_classes import belongs

INSIDE_OBJECT = frozenset(
    {
        Plover.SANCTION,
        Plover.RETREAT,
        Plover.CONCEDE,
        Plover.ACCUSE,
        Plover.SUPPORT,
        Plover.COERCE,
        Plover.AID,
        Plover.AGREE,
        Plover.REJECT,
        Stance.REFUSE,
        Stance.ACCEPT,
        Stance.DEMAND,
        Stance.THREATEN,
        Stance.OFFER,
        Stance.WANT,
        Stance.PLAN,
    }
)
ANSWERS = frozenset({Stance.REFUSE, Stance.ACCEPT, Plover.REJECT})
WISHES = frozenset({Stance.WANT, Stance.PLAN})
AT_A_PLACE = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.AID})
OF = frozenset({"of", "by", "from"})
TOWARDS = OF | {"with", "against", "to", "between", "for", "on", "in"}
CLAUSES = frozenset({"relcl", "parataxis", "appos", "advcl", "conj", "acl", "ccomp"})
WHERE = frozenset({"in", "at", "near", "inside", "outside", "across", "into"})


def others(trigger: Trigger, parties: Parties, actors: frozenset[int]) -> Iterator[int]:
    """Heads of names that are not the actors', the likeliest first."""
    own = {parties.role(a).entity for a in actors} | {parties.role(a).country for a in actors}
    own.discard(None)
    for index in _places(trigger, parties):
        role = parties.role(index)
        if index not in actors and role.entity is not None and role.entity not in own and role.country not in own:
            yield index


def _places(trigger: Trigger, parties: Parties) -> Iterator[int]:
    site, parse = trigger.site, trigger.site.parse
    if trigger.entry.type in INSIDE_OBJECT:
        heads = site.fill("obj") if site.pos == "v" else ()
        if not heads and trigger.entry.kind is Kind.STANCE:
            heads = object_heads(site, trigger.entry.object)
        through = OF if trigger.entry.type == Stance.DEMAND else TOWARDS
        if trigger.entry.type in WISHES:
            through = OF | {"with", "against", "to", "on"} | ({"in"} if _of_upheaval(trigger, heads) else set())
        for head in heads:
            if trigger.entry.type in ANSWERS:
                yield from _makers(trigger, head, parties)
            yield from (t.index for t in parse.children(head, "dative") if parties.is_party(t.index))
            for token in _under(trigger, head, through):
                own = token.dep == "compound" and trigger.entry.type == Plover.COERCE
                if _named(token, parties) and not own:
                    yield token.index
    if trigger.entry.type == Plover.AID or trigger.entry.mode == "return":
        yield from _receivers(trigger, parties)
    counted = any(parse.tokens[i].pos in ("NUM", "PRON") for i in site.fill("obj")) if site.pos == "v" else False
    if counted:
        return
    if trigger.entry.type in AT_A_PLACE or trigger.entry.mode == "ceasefire":
        for prep in parse.children(site.clause, "prep"):
            place = parse.child(prep.index, "pobj") if prep.lower in WHERE else None
            if place is not None and parties.is_name(place.index) and parties.label(place.index) in ("GPE", "LOC"):
                yield place.index


def _makers(trigger: Trigger, head: int, parties: Parties) -> Iterator[int]:
    """Who made what is refused or taken up (`the offer that Graustark made`)."""
    for clause in trigger.site.parse.children(head, "relcl"):
        maker = trigger.site.parse.child(clause.index, "nsubj")
        if maker is not None and maker.tag not in ("WDT", "WP") and parties.is_party(maker.index):
            yield maker.index


def _of_upheaval(trigger: Trigger, heads: tuple[int, ...]) -> bool:
    """Is the rule over a place, or a presence there, what the wish is about (`regime change in Zenda`)?"""
    parse = trigger.site.parse
    nouns = [h for h in heads if not is_verb(parse.tokens[h])]
    nouns += [t.index for h in heads for t in parse.children(h, "dobj")]
    return any(belongs(lemma_of(parse.tokens[i]), "upheaval") for i in nouns)


def _receivers(trigger: Trigger, parties: Parties) -> Iterator[int]:
    """Names behind a later `to` of the clause that the parser hung on another word (`tents for the winter to Zenda`)."""
    parse = trigger.site.parse
    for token in parse.tokens[trigger.site.index : parse.sentence(trigger.site.index).last]:
        if token.index > trigger.site.index and token.tag in FINITE and token.dep not in ("relcl", "acl"):
            return
        place = parse.child(token.index, "pobj") if token.lower == "to" and token.dep in ("prep", "dative") else None
        if place is not None and parties.label(place.index) in ("GPE", "NORP", "ORG", "LOC") and place.pos == "PROPN":
            yield place.index


def _under(trigger: Trigger, head: int, through: frozenset[str]) -> Iterator[Token]:
    """The tokens that a noun or an infinitive governs, near ones first, but for clauses and other prepositions."""
    parse = trigger.site.parse
    kept = [head]
    for i in kept:
        for child in parse.children(i):
            aside = child.dep == "prep" and (child.lower not in through or _for_somebody(trigger, child))
            if aside or child.index == trigger.site.index or child.dep in CLAUSES:
                continue
            kept.append(child.index)
            yield child


def _for_somebody(trigger: Trigger, prep: Token) -> bool:
    """`on behalf of`, `on the part of`."""
    noun = trigger.site.parse.child(prep.index, "pobj")
    return noun is not None and noun.lower in ("behalf", "part", "account")


def _named(token: Token, parties: Parties) -> bool:
    if token.pos not in ("PROPN", "ADJ") or parties.in_dateline(token.index):
        return False
    label = parties.label(token.index)
    if token.pos == "ADJ":
        return label == "NORP" and parties.is_party(token.index)
    if token.dep == "compound":
        return label == "GPE" and parties.is_party(token.index)
    if token.dep == "pobj" and parties.context.parse.head(token.index).lower == "in":
        return label == "GPE"
    return token.dep in ("pobj", "poss", "dobj") and (parties.is_party(token.index) or label == "GPE")
