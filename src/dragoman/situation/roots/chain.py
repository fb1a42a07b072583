"""The root of one statement: the inner end of its chain of voices, or whoever wrote the passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.domain.attribution import Voice
from dragoman.domain.claim import Root
from dragoman.domain.mention import VoiceKind
from dragoman.domain.report import Report
from dragoman.domain.situation import Judgements
from dragoman.situation.copies import Copies, same_outlet
from dragoman.situation.facts import Fact
from dragoman.situation.roots.names import letter_of, words_of
from dragoman.situation.sides import Sides


@dataclass(frozen=True, slots=True)
class Origin:
    """A root before the claim is known: `key` is equal for one originator, `words` are what it is called by.

    `outlet` is an outlet's name for comparison where the root is one, since that outlet's own report may tell of whom it
    has it; "" else.
    """

    key: str
    root: Root
    words: frozenset[str]
    outlet: str = ""


class Origins:
    """Finds the origin of facts over the copies of a set of reports."""

    def __init__(self, reports: Mapping[str, Report], copies: Copies, sides: Sides, judgements: Judgements) -> None:
        self._reports, self._copies, self._sides, self._letters = reports, copies, sides, judgements.letters
        self._authors: dict[str, Origin] = {}

    def of(self, fact: Fact) -> Origin:
        """The originator of a statement."""
        home = self._home(fact)
        outer = self._author(home)
        carrier, carrier_key = outer.root.name, outer.outlet or outer.key
        for voice in fact.voices[:-1]:
            if voice.kind is VoiceKind.OUTLET:
                carrier, carrier_key = voice.name, same_outlet(voice.name)
        if not fact.voices:
            return outer
        return self._voice(fact, fact.voices[-1], carrier, carrier_key)

    def _home(self, fact: Fact) -> Report:
        source = self._copies.paragraphs.get((fact.report.id, fact.block))
        return self._reports[source] if source is not None else fact.report

    def _author(self, report: Report) -> Origin:
        if report.id in self._authors:
            return self._authors[report.id]
        outlet = self._copies.credits.get(report.id) or report.outlet
        name = outlet or ", ".join(report.authors) or report.title or report.id
        kind = "outlet" if outlet else "author"
        key = (
            f"outlet:{same_outlet(outlet)}"
            if outlet
            else "author:" + (same_outlet(name) if report.authors else report.id)
        )
        letter = letter_of(self._letters, name, None)
        origin = Origin(key, Root(name, kind, name, letter=letter), frozenset(), same_outlet(outlet) if outlet else "")
        self._authors[report.id] = origin
        return origin

    def _voice(self, fact: Fact, voice: Voice, carrier: str, carrier_key: str) -> Origin:
        entity = self._sides.entity(voice.entity) if voice.entity else None
        letter = letter_of(self._letters, voice.name, entity)
        side = self._sides.of(entity, fact.report.published) if entity else None
        if voice.kind is VoiceKind.UNNAMED:
            root = Root(voice.name, "unnamed", carrier, named=False, letter=letter, side=side)
            return Origin(f"unnamed:{carrier_key}", root, frozenset())
        if voice.kind is VoiceKind.OUTLET:
            root = Root(voice.name, "outlet", carrier, letter=letter)
            return Origin(f"outlet:{same_outlet(voice.name)}", root, frozenset(), same_outlet(voice.name))
        root = Root(voice.name, voice.kind.value, carrier, letter=letter, side=side)
        words = words_of(voice.name) | words_of(fact.attributed)
        if side is not None and side != entity:
            return Origin(f"side:{side}", root, words)
        return Origin(f"side:{entity}" if entity else f"name:{' '.join(sorted(words_of(voice.name)))}", root, words)
