"""Nouns for tests: made-up countries, made-up outlets, plain statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.attribution import Voice
from dragoman.domain.entity import Entity, EntityKind, Period
from dragoman.domain.mention import VoiceKind
from dragoman.domain.predicate import Polarity
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.statement import Kind, Plover, Realis, Role, Statement, Words
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, Grain, TimeExpression

HERE = Span(0, 1)
FALL = date(2024, 6, 30)


class Countries:
    """A directory of Ruritania, Graustark (a government fell on 30 June 2024), a minister, a ministry and a port."""

    entities: ClassVar = {
        e.id: e
        for e in (
            Entity("RUR", "Ruritania", EntityKind.STATE, country="RUR"),
            Entity("GRA", "Graustark", EntityKind.STATE, country="GRA"),
            Entity("SYL", "Sylvania", EntityKind.STATE, country="SYL"),
            Entity("graustark-old", "old government", EntityKind.GOVERNMENT, country="GRA", period=Period(None, FALL)),
            Entity(
                "graustark-new",
                "new one",
                EntityKind.GOVERNMENT,
                country="GRA",
                period=Period(date(2024, 7, 1)),
                follows="graustark-old",
            ),
            Entity("rur-minister", "the minister of Ruritania", EntityKind.PERSON, country="RUR"),
            Entity("port", "Port Example", EntityKind.PLACE),
        )
    }

    def entity(self, entity: str) -> Entity | None:
        return self.entities.get(entity)

    def side(self, entity: str, day: date | None) -> str | None:
        found = self.entities.get(entity)
        if found is None or found.kind is EntityKind.PLACE:
            return None
        return self.government(found.country or "", day) if found.kind is not EntityKind.GOVERNMENT else entity

    def government(self, country: str, day: date | None) -> str:
        if country != "GRA" or day is None:
            return country
        return "graustark-old" if day <= FALL else "graustark-new"


def role(entity: str | None, text: str = "") -> Role | None:
    return Role(entity, None, None, text or entity or "", HERE) if entity or text else None


def voice(name: str, kind: str = "institution", entity: str | None = None) -> Voice:
    return Voice(name, entity, VoiceKind(kind))


def on(first: str, last: str | None = None) -> TimeExpression:
    return TimeExpression(
        HERE, first, first, Grain.DAY, Anchor.ABSOLUTE, date.fromisoformat(first), date.fromisoformat(last or first)
    )


def money(value: float, unit: str = "USD") -> Amount:
    return Amount(HERE, f"{value} {unit}", value, None, None, unit, Qualifier.EXACT)


def says(
    what: str,
    *,
    id: str = "s1",
    kind: Kind = Kind.EVENT,
    type: str = Plover.AID,
    actor: str | None = "RUR",
    other: str | None = "SYL",
    trigger: str = "did",
    matter: str | None = None,
    voices: tuple[Voice, ...] = (),
    time: TimeExpression | None = None,
    amounts: tuple[Amount, ...] = (),
    negative: bool = False,
    realis: Realis | None = None,
) -> Statement:
    """A statement about `what`; its place is filled in by `report`."""
    return Statement(
        id,
        HERE,
        what,
        kind,
        type,
        Words(HERE, trigger),
        actor=role(actor),
        recipient=role(other),
        object=Words(HERE, what),
        matter=matter,
        voices=voices,
        time=time,
        amounts=amounts,
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        realis=realis or (Realis.DESIRED if kind is Kind.STANCE else Realis.ACTUAL),
    )


def report(
    name: str, day: str | None, *statements: Statement, outlet: str | None = None, text: str | None = None
) -> Reading:
    """A reading of one paragraph a statement, numbered s1, s2 ..., or of the paragraphs of `text`."""
    placed, blocks, words = [], [], ""
    for number, statement in enumerate(statements, 1):
        quote = f"{name} tells: {statement.quote}."
        span = Span(len(words), len(words) + len(quote))
        placed.append(replace(statement, id=f"s{number}", span=span, quote=quote))
        blocks.append(Block(span, BlockKind.PARAGRAPH))
        words += quote + "\n\n"
    if text is not None:
        words, blocks, at = text, [], 0
        for piece in text.split("\n\n"):
            blocks.append(Block(Span(at, at + len(piece)), BlockKind.PARAGRAPH))
            at += len(piece) + 2
        placed = [replace(s, span=blocks[0].span, quote=blocks[0].span.of(text)) for s in placed]
    published = date.fromisoformat(day) if day else None
    noun = Report(name, name, words, tuple(blocks), outlet=outlet or f"Outlet of {name}", published=published)
    return Reading(noun, statements=tuple(placed))
