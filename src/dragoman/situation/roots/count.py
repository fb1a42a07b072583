"""The roots of a claim: origins that are one made one, relays followed to their ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.domain.claim import Root
from dragoman.situation.facts import Fact
from dragoman.situation.roots.chain import Origin


def roots_of(
    facts: Sequence[Fact], origins: Mapping[str, Origin], leads: Mapping[str, Fact] | None = None
) -> dict[str, tuple[str, Root]]:
    """The key and root of each fact of one claim, by the fact's id.

    1. A report that says it in its own words and on someone's word says it once, on that word. Its headline is on the word
       of whom the first paragraph (`leads`, by report) names for what it tells.
    2. An outlet that has its own report among these facts, resting on someone else, is followed to that one.
    3. Sources that may be one by what they are called are one; a joint source adds nothing where one of its members is
       known already.

    Where several outlets say it side by side, the first of them, or its source, is the fact's root; `more_roots` has the rest.
    """
    if len(facts) == 1:
        origin = _relays(facts, origins, leads or {})[facts[0].id]
        origin = origin.members[0] if origin.members else origin
        return {facts[0].id: (origin.key, origin.root)}
    ends = _followed(facts, _relays(facts, origins, leads or {}))
    keys = _joined(_by_key(ends.values()))
    shown: dict[str, Root] = {}
    for fact in facts:
        end = ends[fact.id]
        best = shown.get(keys[end.key])
        if best is None or _tells(end.root) > _tells(best):
            shown[keys[end.key]] = end.root
    found = {}
    for fact in facts:
        key = keys[ends[fact.id].key]
        via = origins[fact.id].root.via if fact.voices or ends[fact.id] is origins[fact.id] else shown[key].via
        found[fact.id] = key, replace(shown[key], via=via)
    return found


def _tells(root: Root) -> tuple[bool, bool, bool]:
    """Which of two names of one root says more: a person's, a known side's, one with capitals."""
    return root.kind == "person", root.side is not None, root.name[:1].isupper()


def leads_of(facts: Iterable[Fact]) -> dict[str, Fact]:
    """By report, the first thing that the paragraph below its headline tells on somebody's word, if it is its first."""
    headed = {f.report.id: f.block for f in facts if f.headline}
    first: dict[str, Fact] = {}
    for fact in facts:
        over = headed.get(fact.report.id)
        if over is None or fact.headline or fact.block > over + 1:
            continue
        known = first.get(fact.report.id)
        if known is None or fact.statement.span.start < known.statement.span.start:
            first[fact.report.id] = fact
    return {report: fact for report, fact in first.items() if fact.voices}


def _relays(facts: Sequence[Fact], origins: Mapping[str, Origin], leads: Mapping[str, Fact]) -> dict[str, Origin]:
    """The origin of each fact; an author's own words take the first source that the same report gives for them.

    A headline ("minister says") is on the word of whom the text below it names.
    """
    first: dict[str, Origin] = {}
    below: dict[str, Origin] = {}
    for fact in facts:
        if fact.voices:
            first.setdefault(fact.report.id, origins[fact.id])
            if not fact.headline:
                below.setdefault(fact.report.id, origins[fact.id])
    for fact in facts:
        lead = leads.get(fact.report.id)
        if fact.headline and not fact.voices and lead is not None and fact.telling.words & lead.telling.words:
            first.setdefault(fact.report.id, origins[lead.id])
    told = first | below
    found = {f.id: origins[f.id] if f.voices else told.get(f.report.id, origins[f.id]) for f in facts}
    return found | {f.id: below[f.report.id] for f in facts if f.headline and f.report.id in below}


def more_roots(
    facts: Sequence[Fact],
    origins: Mapping[str, Origin],
    found: Mapping[str, tuple[str, Root]],
    leads: Mapping[str, Fact] | None = None,
) -> tuple[Root, ...]:
    """The roots of a claim that no fact of it has for its own: the other members where outlets say it side by side."""
    joint = [origins[f.id] for f in facts if origins[f.id].members]
    if not joint:
        return ()
    trail = _trail(facts, _relays(facts, origins, leads or {}))
    known = {found[f.id][0] for f in facts} | {trail.end(origins[f.id]).key for f in facts}
    more: dict[str, Root] = {}
    for origin in joint:
        for member in origin.members:
            end = trail.end(member)
            if end.key not in known:
                more.setdefault(end.key, end.root)
    return tuple(more.values())


@dataclass(frozen=True, slots=True)
class _Trail:
    """Where outlets have it from, by their keys: `behind` in anybody's report, `own` in what they write themselves."""

    behind: Mapping[str, Origin]
    own: Mapping[str, Origin]

    def end(self, origin: Origin) -> Origin:
        """The source that an outlet's own, or another's, report names; of several that nobody names, the first."""
        end, seen = origin, set[str]()
        while True:
            nexts = [k for k in end.outlets if k in self.behind and k not in self.own and k not in seen]
            if not nexts:
                break
            seen.update(nexts)
            end = self.behind[nexts[0]]
        end = next((self.own[k] for k in end.outlets if k in self.own), end)
        return end.members[0] if end.members else end


def _trail(facts: Sequence[Fact], origins: Mapping[str, Origin]) -> _Trail:
    behind: dict[str, Origin] = {}
    for nearest in (True, False):
        for fact in facts:
            origin = origins[fact.id]
            for i, carrier in enumerate(origin.carriers):
                if (i == 0) == nearest and carrier not in origin.outlets:
                    behind.setdefault(carrier, origin)
    own = {
        key: origins[f.id] for f in facts if not f.voices for key in origins[f.id].outlets if not origins[f.id].carriers
    }
    return _Trail(behind, own)


def _followed(facts: Sequence[Fact], origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """The origin of each fact after following outlets to the sources that their own, or others', reports name."""
    trail = _trail(facts, origins)
    return {f.id: trail.end(origins[f.id]) for f in facts}


def _by_key(origins: Iterable[Origin]) -> list[Origin]:
    """One origin for each key, called by all that it is called."""
    found: dict[str, Origin] = {}
    for origin in origins:
        known = found.get(origin.key)
        found[origin.key] = replace(known, called=known.called | origin.called) if known is not None else origin
    return list(found.values())


def _joined(origins: Sequence[Origin]) -> dict[str, str]:
    """Each key's representative. The longest names come first, and each shorter one joins the one that it fits best.

    Two entities that are known to be different stay so, whatever they are called.
    """
    heads: list[Origin] = []
    found: dict[str, str] = {}
    for origin in sorted(
        origins, key=lambda o: (o.vague, bool(o.parts), -len(o.called.roles) - 9 * bool(o.called.person), o.key)
    ):
        fits = [(n, -i) for i, head in enumerate(heads) if (n := _fit(origin, head))]
        if fits:
            head = heads[-max(fits)[1]]
            found[origin.key] = head.key
            merged = replace(head, called=head.called.joined(origin.called)) if not origin.parts else head
            heads[-max(fits)[1]] = merged
        else:
            found[origin.key] = origin.key
            heads.append(origin)
    return found


def _fit(origin: Origin, head: Origin) -> int:
    if origin.vague:
        return 1
    if origin.key.startswith("side:") and head.key.startswith("side:"):
        return 0
    if origin.parts:
        either = [p.likeness(head.called) for p in origin.parts if head.called.roles]
        return max([*either, 9 if set(origin.outlets) & set(head.outlets) else 0])
    return origin.called.likeness(head.called)
