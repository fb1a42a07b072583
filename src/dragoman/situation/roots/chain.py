"""The root of one statement: the inner end of its chain of voices, or whoever wrote the passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.domain.attribution import Voice
from dragoman.domain.claim import Root
from dragoman.domain.mention import VoiceKind
from dragoman.domain.report import Report
from dragoman.domain.situation import Judgements
from dragoman.situation.copies import Copies, same_outlet
from dragoman.situation.facts import Fact
from dragoman.situation.roots.called import (
    NOBODY,
    PRONOUNS,
    Called,
    called,
    is_document,
    parts,
    reporters,
    seat,
    singled_out,
    vague,
    whose,
)
from dragoman.situation.roots.outlets import Outlets
from dragoman.situation.sides import Sides
from dragoman.situation.words import CALENDAR, tokens

UNKNOWN_OUTLET = "the author of"
"""Begins the name of a root of which no outlet is known."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A root before the claim is known: `key` is equal for one originator; `called` is what it is called.

    `outlets` are the keys of the outlets that the root is, if it is one or several: their own reports may tell whom they
    have it from. `carriers` are the keys of the outlets that it came through, the report's own first. `parts` are what the
    members of a joint source are called; `members` are those of several outlets, or of their sources, each an origin.
    `vague` is True of a paper, report or body without a name.
    """

    key: str
    root: Root
    called: Called = NOBODY
    outlets: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    parts: tuple[Called, ...] = ()
    members: tuple[Origin, ...] = ()
    vague: bool = False


class Origins:
    """Finds the origin of facts over the copies of a set of reports."""

    def __init__(self, reports: Mapping[str, Report], copies: Copies, sides: Sides, judgements: Judgements) -> None:
        self._reports, self._copies, self._sides = reports, copies, sides
        self._letters = {same_outlet(k): v for k, v in judgements.letters.items()}
        names = [r.outlet for r in reports.values() if r.outlet]
        self._outlets = Outlets([*names, *copies.credits.values()])
        self._authors: dict[str, Origin] = {}

    def of(self, fact: Fact) -> Origin:
        """The originator of a statement."""
        author = self._author(self._home(fact))
        if not fact.voices:
            return author
        carriers = list(author.outlets)
        carrier = author.root.name
        for voice in fact.voices[:-1]:
            key = self._outlet(voice)
            if key is not None:
                carriers.append(key)
                carrier = voice.name
        origin = self._voice(fact, fact.voices[-1], carrier, carriers[-1] if carriers else author.key)
        hearsay = len(fact.voices) > 1 and not origin.root.named and vague(fact.voices[-2].name)
        return replace(origin, carriers=tuple(carriers), vague=origin.vague or hearsay)

    def _home(self, fact: Fact) -> Report:
        source = self._copies.paragraphs.get((fact.report.id, fact.block))
        return self._reports[source] if source is not None else fact.report

    def _author(self, report: Report) -> Origin:
        if report.id not in self._authors:
            outlet = self._copies.credits.get(report.id) or report.outlet
            name = outlet or ", ".join(report.authors) or f"{UNKNOWN_OUTLET} {report.title or report.id}"
            if outlet:
                key = self._outlets.key(outlet) or same_outlet(outlet)
                origin = Origin(f"outlet:{key}", self._root(name, "author", name), outlets=(key,))
            else:
                key = f"author:{same_outlet(name) if report.authors else report.id}"
                origin = Origin(key, self._root(name, "author", name))
            self._authors[report.id] = origin
        return self._authors[report.id]

    def _root(self, name: str, kind: str, via: str, *, entity: str | None = None, side: str | None = None) -> Root:
        letter = self._letters.get(same_outlet(entity or "")) or self._letters.get(same_outlet(name)) or "F"
        return Root(name, kind, via, named=kind != VoiceKind.UNNAMED, letter=letter, side=side)

    def _outlet(self, voice: Voice) -> str | None:
        """The key of the outlet that a voice is."""
        known = self._outlets.key(voice.name)
        return known or (same_outlet(voice.name) if voice.kind is VoiceKind.OUTLET else None)

    def _voice(self, fact: Fact, voice: Voice, carrier: str, carrier_key: str) -> Origin:
        name = fact.attributed if voice.name.casefold() in PRONOUNS and fact.attributed else voice.name
        if name.casefold() in CALENDAR and fact.attributed:
            name = fact.attributed
            voice = replace(voice, name=name, kind=VoiceKind.UNNAMED, entity=None)
        if voice.kind is VoiceKind.UNNAMED and reporters(name):
            return self._of_reporters(name, carrier, carrier_key)
        named = self._outlets.key(name) is not None or (voice.entity is not None and self._sides.known(voice.entity))
        if vague(name) and not named:
            root = self._root(name, _kind(voice.kind, name).value, carrier)
            return Origin(f"vague:{carrier_key}:{name.casefold()}", root, vague=True)
        members = parts(name)
        outlets = [key for m in members if (key := self._outlets.key(m)) is not None]
        if voice.kind is VoiceKind.OUTLET and not outlets:
            outlets = [same_outlet(name)]
        if outlets and len(outlets) == len(members):
            single = [self._of_outlet(k, m, carrier) for k, m in zip(outlets, members, strict=True)]
            return _joint(f"outlet:{'+'.join(outlets)}", self._root(name, "outlet", carrier), single)
        entity = self._sides.entity(voice.entity) if voice.entity else None
        side = self._sides.of(entity, fact.report.published) if entity else None
        kind = _kind(voice.kind, name)
        root = self._root(name, kind.value, carrier, entity=entity, side=side)
        if kind is VoiceKind.UNNAMED and not vague(name):
            return self._unnamed(name, root, carrier_key)
        words = called(name, kind)
        if words.roles <= (told := called(fact.attributed, kind)).roles or told.person & words.person:
            words |= told
        hints = called(fact.attributed_body, VoiceKind.INSTITUTION).roles if fact.attributed_body else frozenset()
        words = replace(words, hints=hints | seat(name) | seat(fact.attributed))
        joint = tuple(called(m, VoiceKind.INSTITUTION) for m in members) if len(members) > 1 else ()
        known = self._sides.known(entity) or (side is not None and side != entity)
        if fact.speaker is not None and not known:
            root = replace(root, side=fact.speaker)
        if (entity and known) or (fact.speaker is not None and not joint):
            key = f"side:{(side or entity) if known else fact.speaker}"
        else:
            key = f"name:{' '.join(sorted(words.person or words.roles))}"
        return Origin(key, root, words, parts=joint, outlets=tuple(outlets), vague=not (words.roles or words.person))

    def _of_outlet(self, key: str, name: str, carrier: str) -> Origin:
        return Origin(f"outlet:{key}", self._root(name, "outlet", carrier), outlets=(key,))

    def _of_reporters(self, name: str, carrier: str, carrier_key: str) -> Origin:
        """The outlet whose reporters are meant: the one in their name, else the one that carries their word."""
        named = [k for w in tokens(name) if w[:1].isupper() and (k := self._outlets.key(w)) is not None]
        key = named[0] if named else carrier_key
        return self._of_outlet(key, self._outlets.name(key) if named else carrier, carrier)

    def _unnamed(self, name: str, root: Root, carrier: str) -> Origin:
        """Somebody whom an outlet does not name: the one that cites them, or those whose sources they are said to be."""
        keys = [k for m in parts(whose(name)) if (k := self._outlets.key(m)) is not None]
        if not keys:
            return Origin(f"unnamed:{carrier}", root)
        single = [Origin(f"unnamed:{k}", replace(root, via=self._outlets.name(k))) for k in keys]
        return _joint(f"unnamed:{'+'.join(keys)}", root, single)


def _joint(key: str, root: Root, members: Sequence[Origin]) -> Origin:
    """One origin of several, or the only one of them."""
    if len(members) == 1:
        return members[0]
    outlets = tuple(o for m in members for o in m.outlets)
    return Origin(key, root, outlets=outlets, members=tuple(members))


def _kind(kind: VoiceKind, name: str) -> VoiceKind:
    """The kind of a voice, where a common noun that singles out an office, body or document is no unnamed one."""
    if name.casefold() in PRONOUNS:
        return VoiceKind.UNNAMED
    if kind is VoiceKind.UNNAMED and singled_out(name):
        return VoiceKind.INSTITUTION
    if kind is VoiceKind.UNNAMED and is_document(name):
        return VoiceKind.DOCUMENT
    return kind
