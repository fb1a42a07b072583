"""The roots of a claim: origins that are one made one, relays followed to their ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.domain.claim import Root
from dragoman.situation.copies import same_outlet
from dragoman.situation.facts import Fact
from dragoman.situation.roots.chain import Origin


def roots_of(facts: Sequence[Fact], origins: Mapping[str, Origin]) -> dict[str, tuple[str, Root]]:
    """The key and root of each fact of one claim, by the fact's id.

    1. An outlet that has its own report among these facts, resting on someone else, is followed to that one.
    2. Names of which one's words hold all of the other's are one source.
    """
    ends = _followed(facts, origins)
    keys = _joined(sorted({o.key: o for o in ends.values()}.values(), key=lambda o: o.key))
    shown: dict[str, Root] = {}
    for fact in facts:
        end = ends[fact.id]
        best = shown.get(keys[end.key])
        if best is None or (len(end.root.name), best.name) > (len(best.name), end.root.name):
            shown[keys[end.key]] = end.root
    found = {}
    for fact in facts:
        end = ends[fact.id]
        key = keys[end.key]
        found[fact.id] = key, replace(shown[key], via=origins[fact.id].root.via)
    return found


def _followed(facts: Sequence[Fact], origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """The origin of each fact after following outlets to the sources that their own reports name."""
    behind: dict[str, list[Origin]] = {}
    for fact in facts:
        origin = origins[fact.id]
        carrier = same_outlet(origin.root.via) if fact.voices else ""
        if carrier and origin.outlet != carrier:
            behind.setdefault(carrier, []).append(origin)
    found = {}
    for fact in facts:
        end, seen = origins[fact.id], set[str]()
        while end.outlet and end.outlet in behind and end.outlet not in seen:
            own = any(not f.voices and origins[f.id].outlet == end.outlet for f in facts)
            if own:
                break
            seen.add(end.outlet)
            end = behind[end.outlet][0]
        found[fact.id] = end
    return found


def _joined(origins: Sequence[Origin]) -> dict[str, str]:
    """Each key's representative: names of which one's words hold the other's are one."""
    parent = {o.key: o.key for o in origins}
    named = [o for o in origins if o.words]
    for i, one in enumerate(named):
        for two in named[:i]:
            known = one.key.startswith("side:") and two.key.startswith("side:")
            if not known and (one.words <= two.words or two.words <= one.words):
                a, b = sorted((_top(parent, one.key), _top(parent, two.key)))
                parent[b] = a
    return {key: _top(parent, key) for key in parent}


def _top(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key
