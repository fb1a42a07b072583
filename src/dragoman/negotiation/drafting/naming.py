"""Ids and words for options and wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dragoman.domain.statement import Strength
from dragoman.negotiation.drafting.candidates import Candidate
from dragoman.negotiation.drafting.finding import Key
from dragoman.negotiation.drafting.lexicon import lexicon
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.preferring import Wish
from dragoman.ports import Directory

_SMALL = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "of", "to", "in", "on", "at", "for", "from", "with"}
)
_LEVELS = MappingProxyType({"limited": "a limited part of "})
_STRENGTH = MappingProxyType(
    {Strength.RED_LINE: "red line", Strength.DEMAND: "demand", Strength.WANT: "want", Strength.HOPE: "hope"}
)


def ids_of(chosen: Sequence[Candidate], directory: Directory) -> Mapping[Key, str]:
    """An id for each option, such as `qat.provide_aid`; in the order given."""
    found: dict[Key, str] = {}
    taken: set[str] = set()
    for candidate in chosen:
        key = candidate.key
        parts = [f"{_short(key.owner, directory)}.{_deed_in_short(candidate)}"]
        if key.level:
            parts.append(key.level)
        ident = "_".join(parts).replace("-", "_")
        if ident in taken and key.place:
            ident = f"{ident}_{key.place.lower()}".replace("-", "_")
        while ident in taken:
            ident += "_also"
        taken.add(ident)
        found[key] = ident
    return found


def _deed_in_short(candidate: Candidate) -> str:
    """Act and thing; for a deed of no known kind its own first words."""
    key = candidate.key
    if key.act in lexicon().acts and key.thing in lexicon().things:
        return f"{key.act}_{key.thing}"
    said = next((f.deed.said for f in candidate.findings if f.deed.said), f"{key.act} {key.thing}")
    found = [w for w in re.findall(r"\w+", said.casefold()) if w not in _SMALL]
    return "_".join(found[:3]) or key.act


def _short(owner: str, directory: Directory) -> str:
    row = directory.entity(owner)
    name = row.country if row is not None and row.country and row.kind.value in ("state", "government") else owner
    return re.sub(r"[^\w]+", "_", (name or owner).casefold())


def text_of(candidate: Candidate, parties: Parties, *, owner: bool = False) -> str:
    """The option in words, its owner before it where asked."""
    key = candidate.key
    act, thing = lexicon().acts.get(key.act), lexicon().things.get(key.thing)
    if act is None or thing is None:
        words = next((f.deed.said for f in candidate.findings if f.deed.said), f"{key.act} {key.thing}")
    else:
        place = f" in {parties.name(parties.of(key.place) or key.place)}" if key.place else ""
        if key.place and len(key.place) == 3:
            place = f" in {parties.name(key.place)}"
        said = _LEVELS.get(key.level, "") + thing.said.format(place=place)
        promised = act.promised and any(f.promised for f in candidate.findings)
        words = (act.promised if promised else act.text).format(
            thing=said, guest=parties.name(candidate.guest) if candidate.guest else "the guest"
        )
    return f"{parties.name(key.owner)}: {words}" if owner else words


def wish_in_words(wish: Wish) -> str:
    """Strength and what it says: "demand: wants it"."""
    return f"{_STRENGTH[wish.strength]}: {wish.note}"


def act_in_words(key: Key) -> str:
    """The act and thing of a key without its owner."""
    act, thing = lexicon().acts.get(key.act), lexicon().things.get(key.thing)
    if act is None or thing is None:
        return f"{key.act} {key.thing}"
    return act.text.format(thing=thing.said.format(place=""), guest="the guest")
