"""Finds trigger words and the sense that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.statement import Kind
from dragoman.statements.coding.frames import fits
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.lexicon import Entry, senses
from dragoman.statements.coding.parties import Parties
from dragoman.statements.coding.slots import Site

GROUPS = (
    frozenset({Kind.EVENT, Kind.STANCE}),
    frozenset({Kind.TIE}),
    frozenset({Kind.AGREEMENT}),
    frozenset({Kind.JUDGEMENT}),
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sense at its place; `beside` is the event sense that fits a word which changes an agreement's status."""

    site: Site
    entry: Entry
    beside: Entry | None = None


def find_triggers(parse: Parse, sentence: Sentence, parties: Parties) -> Iterator[Trigger]:
    """One trigger a word and group of kinds (events and stances make one group), in text order."""
    for token in parse.tokens[sentence.first : sentence.last]:
        for pos in _tags(parse, token):
            found = _senses(token, pos)
            if not found:
                continue
            site = Site(parse, token.index, pos)
            fitting = [[e for e in found if e.kind in group and fits(e, site, parties)] for group in GROUPS]
            yield from _joined([Trigger(site, _narrowest(some)) for some in fitting if some])
            if any(fitting):
                break


def _joined(found: list[Trigger]) -> list[Trigger]:
    """The triggers, an event and an agreement's status of one word joined into one."""
    event = next((t for t in found if t.entry.kind is Kind.EVENT), None)
    status = next((t for t in found if t.entry.kind is Kind.AGREEMENT), None)
    if event is None or status is None:
        return found
    return [*(t for t in found if t is not event and t is not status), replace(status, beside=event.entry)]


def sense_at(parse: Parse, index: int, parties: Parties) -> Trigger | None:
    """The event, stance or tie that a word would trigger; None where no sense fits."""
    token = parse.tokens[index]
    for pos in _tags(parse, token):
        site = Site(parse, index, pos)
        for group in GROUPS[:2]:
            found = [e for e in _senses(token, pos) if e.kind in group and fits(e, site, parties)]
            if found:
                return Trigger(site, _narrowest(found))
    return None


def _senses(token: Token, pos: str) -> tuple[Entry, ...]:
    """The senses of the word; a participle is an adjective by its own form (`allied`)."""
    if pos == "a" and token.pos == "VERB":
        return senses().get((token.lower, pos), ())
    return senses().get((lemma_of(token), pos), ())


def _narrowest(found: list[Entry]) -> Entry:
    return max(found, key=lambda e: (e.weight, e.kind is Kind.EVENT, -e.line))


def _tags(parse: Parse, token: Token) -> tuple[str, ...]:
    if token.tag == "MD":
        return ("m",)
    if token.pos in ("VERB", "AUX"):
        return ("v", "a") if token.tag == "VBN" else ("v",)
    if token.pos == "NOUN" or (token.pos == "PROPN" and token.text.islower()):
        return ("n",)
    if token.pos == "ADJ":
        return ("a", "v") if token.tag.startswith("VB") else ("a",)
    if token.pos == "ADV":
        return ("a",)
    return ()
