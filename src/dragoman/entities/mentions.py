"""Mentions of people, organisations, places and nationalities: the catalogue's names, then the parser's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.domain.entity import EntityKind
from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.parse import Name, Parse, Token
from dragoman.domain.report import Report
from dragoman.domain.text import Span
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.gazetteer import Gazetteer, Hit
from dragoman.entities.people import TITLES, Surnames
from dragoman.entities.things import find_things

_PARSER = {
    "PERSON": MentionType.PERSON,
    "ORG": MentionType.ORGANISATION,
    "GPE": MentionType.PLACE,
    "LOC": MentionType.PLACE,
    "FAC": MentionType.PLACE,
    "NORP": MentionType.NATIONALITY,
    "LAW": MentionType.DOCUMENT,
}
_TYPES = {
    EntityKind.STATE: MentionType.PLACE,
    EntityKind.GOVERNMENT: MentionType.ORGANISATION,
    EntityKind.GROUP: MentionType.ORGANISATION,
    EntityKind.BODY: MentionType.ORGANISATION,
    EntityKind.INSTITUTION: MentionType.ORGANISATION,
    EntityKind.OUTLET: MentionType.ORGANISATION,
    EntityKind.PERSON: MentionType.PERSON,
    EntityKind.PLACE: MentionType.PLACE,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its tokens (half-open), how the name was found, and the catalogue's kind of it.

    `via`: name, adjective, metonym (of the catalogue), surname, thing, or the parser's label.
    """

    mention: Mention
    first: int
    last: int
    via: str
    kind: EntityKind | None


def find_mentions(report: Report, parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """Every named mention in text order, none overlapping another."""
    day = report.published
    found: list[Found] = []
    surnames = Surnames(catalogue, day)
    names = _by_sentence(parse)
    for sentence in parse.sentences:
        hits = list(gazetteer.find(parse, sentence))
        parsed = names.get(sentence.number, [])
        here = [f for h in hits if (f := _of_hit(h, parse, catalogue, parsed, surnames, day, report.text)) is not None]
        taken = {i for f in here for i in range(f.first, f.last)}
        for name in parsed:
            if not taken.intersection(range(name.first, name.last)):
                other = _of_name(name, parse, surnames, catalogue, report.text)
                if other:
                    here.append(other)
                    taken.update(range(name.first, name.last))
        for token in parse.tokens[sentence.first : sentence.last]:
            if token.tag in ("NNP", "NNPS") and token.index not in taken and _stands_alone(parse, token):
                bare = _of_surname(token, parse, surnames, report.text)
                if bare:
                    here.append(bare)
                    taken.add(token.index)
        here += [
            Found(m, m.head, m.head + 1, "thing", None)
            for m in find_things(parse, sentence, report.text)
            if m.head not in taken
        ]
        found += sorted(here, key=lambda f: f.first)
    return tuple(found)


def _by_sentence(parse: Parse) -> dict[int, list[Name]]:
    names: dict[int, list[Name]] = {}
    for name in parse.names:
        if name.label in _PARSER:
            names.setdefault(parse.sentence(name.first).number, []).append(name)
    return names


def head_of(parse: Parse, first: int, last: int) -> int:
    """The number of the token among `first` to `last` that governs the others."""
    for i in range(last - 1, first - 1, -1):
        head = parse.tokens[i].head
        if head == i or not first <= head < last:
            return i
    return last - 1


def _of_hit(
    hit: Hit,
    parse: Parse,
    catalogue: Catalogue,
    names: Sequence[Name],
    surnames: Surnames,
    day: date | None,
    text: str,
) -> Found | None:
    entity = _choose(hit, catalogue, day, in_place=_is_where(parse, hit))
    if entity is None:
        return None
    kind = catalogue.entities[entity].kind
    first, last = hit.first, hit.last
    over = [n for n in names if n.first < last and first < n.last and (n.first < first or n.last > last)]
    if (
        over
        and hit.via == "name"
        and kind in (EntityKind.PLACE, EntityKind.STATE, EntityKind.PERSON, EntityKind.OUTLET)
    ):
        wider = over[0]
        if wider.label in ("PERSON", "ORG") and wider.last > last and kind is not EntityKind.PERSON:
            return None
    country = catalogue.entities[entity].country
    head = head_of(parse, first, last)
    kind_type = _TYPES[kind]
    if hit.via == "adjective":
        kind_type = MentionType.NATIONALITY
    elif kind is EntityKind.STATE and _acts(parse, head):
        kind_type = MentionType.ORGANISATION
    for person in (entity,) if kind is EntityKind.PERSON else catalogue.entities[entity].heads:
        if kind is EntityKind.PERSON or surnames.is_named(person, text[hit.start : hit.end]):
            surnames.saw(person)
    code = catalogue.entities[entity].code
    if kind is EntityKind.PERSON:
        country, code = surnames.country_and_code(entity)
    span = Span(hit.start, hit.end)
    mention = Mention(span, span.of(text), kind_type, entity, country, code, head)
    return Found(mention, first, last, hit.via, kind)


def _is_where(parse: Parse, hit: Hit) -> bool:
    """True for a name after a preposition of place."""
    head = parse.tokens[head_of(parse, hit.first, hit.last)]
    return head.dep == "pobj" and parse.head(head.index).lower in ("in", "at", "near", "outside", "around", "inside")


def _choose(hit: Hit, catalogue: Catalogue, day: date | None, *, in_place: bool) -> str | None:
    """The first id that fits the day; a person in or near an office before others; the city where a place is meant."""
    if hit.via == "metonym" and in_place and len(hit.ids) > 1:
        return hit.ids[1]
    alive = [i for i in hit.ids if catalogue.entities[i].kind is EntityKind.GOVERNMENT or _fits(catalogue, i, day)]
    near = [i for i in alive if catalogue.entities[i].kind is not EntityKind.PERSON or catalogue.near_office(i, day)]
    if alive and all(catalogue.entities[i].kind is EntityKind.PERSON for i in alive):
        return (near or alive)[0] if len(near or alive) == 1 else None
    return next(iter(near or alive or hit.ids), None)


def _fits(catalogue: Catalogue, entity: str, day: date | None) -> bool:
    period = catalogue.entities[entity].period
    return day is None or period.first is None or period.first <= day


def _acts(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    if token.dep in ("conj", "appos"):
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        return above.pos == "VERB" and above.lemma not in ("be", "have", "remain")
    return token.dep == "pobj" and above.dep == "agent"


def _of_name(name: Name, parse: Parse, surnames: Surnames, catalogue: Catalogue, text: str) -> Found | None:
    first, last = _trimmed(parse, name)
    if first >= last:
        return None
    kind = _PARSER[name.label]
    head = head_of(parse, first, last)
    span = parse.span(first, last)
    mention = Mention(span, span.of(text), kind, head=head)
    if kind is MentionType.PERSON or (kind is not MentionType.NATIONALITY and last - first == 1):
        person = surnames.whose(parse, first, last, sure=kind is MentionType.PERSON)
        if person:
            country, code = surnames.country_and_code(person)
            mention = replace(mention, type=MentionType.PERSON, entity=person, country=country, code=code)
            return Found(mention, first, last, "surname", EntityKind.PERSON)
        if kind is MentionType.PERSON:
            surnames.heard(parse, first, last)
    return Found(mention, first, last, name.label, None)


def _stands_alone(parse: Parse, token: Token) -> bool:
    """True where no other name stands before the word in its noun phrase, titles apart, and it is no modifier."""
    if token.dep in ("compound", "amod", "nmod"):
        return False
    return all(c.lower in TITLES or c.pos != "PROPN" for c in parse.children(token.index, "compound"))


def _of_surname(token: Token, parse: Parse, surnames: Surnames, text: str) -> Found | None:
    """A surname that the parser did not take for a name, of somebody named before."""
    person = surnames.known(token.text)
    if person is None:
        return None
    country, code = surnames.country_and_code(person)
    span = Span(token.start, token.end)
    mention = Mention(span, span.of(text), MentionType.PERSON, person, country, code, token.index)
    return Found(mention, token.index, token.index + 1, "surname", EntityKind.PERSON)


def _trimmed(parse: Parse, name: Name) -> tuple[int, int]:
    first, last = name.first, name.last
    while first < last and _edge(parse.tokens[first]):
        first += 1
    while last > first and (_edge(parse.tokens[last - 1]) or parse.tokens[last - 1].tag == "POS"):
        last -= 1
    return first, last


def _edge(token: Token) -> bool:
    return token.lower in ("the", "a", "an") or not any(c.isalnum() for c in token.text)
