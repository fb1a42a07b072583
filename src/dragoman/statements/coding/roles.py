"""Who fills the roles of a trigger: one pair for every conjoined actor and recipient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.triggers import Trigger

MOST = 4


class Pair(NamedTuple):
    """Head tokens of an actor and a recipient; None where nobody stands in the role."""

    actor: int | None
    recipient: int | None


def pairs(trigger: Trigger, parties: Parties) -> tuple[Pair, ...]:
    """Every actor with every recipient, at most four of each; both ways where actors act on each other."""
    site, entry = trigger.site, trigger.entry
    actors = _first(entry.actor, site, parties, frozenset())
    taken = frozenset(actors) | _pronouns_for(actors, site, parties)
    recipients = _first(tuple(s for s in entry.recipient if s != "each"), site, parties, taken)
    if not recipients and "each" in entry.recipient and len(actors) > 1:
        return tuple(Pair(a, b) for a in actors[:MOST] for b in actors[:MOST] if a != b)
    recipients = tuple(r for r in recipients if r not in actors)
    return tuple(
        Pair(a, r) for a in (actors[:MOST] or (None,)) for r in (recipients[:MOST] or (None,)) if (a, r) != (None, None)
    )


def _first(slots: tuple[str, ...], site: Site, parties: Parties, leave: frozenset[int]) -> tuple[int, ...]:
    for slot in slots:
        found = tuple(dict.fromkeys(_in_slot(slot, site, parties, leave)))
        if found:
            return found
    return ()


def _in_slot(slot: str, site: Site, parties: Parties, leave: frozenset[int]) -> Iterator[int]:
    any_noun = slot.endswith("!")
    for head in site.fill(slot.rstrip("!")):
        for index in parties.each(head):
            inside = parties.inside(index, leave)
            if inside is not None and inside not in leave:
                yield inside
                if inside != index:
                    yield from (i for i in parties.each(inside) if i != inside and i not in leave)
            elif any_noun and index not in leave and site.parse.tokens[index].pos in ("NOUN", "PROPN"):
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
