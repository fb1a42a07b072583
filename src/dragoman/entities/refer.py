"""Whom noun phrases and pronouns of a report stand for, on its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.domain.entity import EntityKind
from dragoman.domain.mention import Mention, MentionType, Referent, Referents, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.domain.report import Report
from dragoman.entities.back import Antecedents
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.institutions import pattern_at
from dragoman.entities.mentions import Found
from dragoman.entities.words import nouns

_KINDS = {
    EntityKind.STATE: VoiceKind.INSTITUTION,
    EntityKind.GOVERNMENT: VoiceKind.INSTITUTION,
    EntityKind.GROUP: VoiceKind.INSTITUTION,
    EntityKind.BODY: VoiceKind.INSTITUTION,
    EntityKind.INSTITUTION: VoiceKind.INSTITUTION,
    EntityKind.OUTLET: VoiceKind.OUTLET,
    EntityKind.PERSON: VoiceKind.PERSON,
}
_PARSED = {MentionType.PERSON: VoiceKind.PERSON, MentionType.ORGANISATION: VoiceKind.INSTITUTION}


@dataclass
class _Refer:
    report: Report
    parse: Parse
    catalogue: Catalogue
    day: date | None
    by_token: dict[int, Referent] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)


def refer(report: Report, parse: Parse, found: Sequence[Found], catalogue: Catalogue) -> Referents:
    """Referents of names first, then of institutions told by a noun, then of pronouns and nouns that refer back."""
    work = _Refer(report, parse, catalogue, report.published)
    for item in found:
        if item.kind is EntityKind.STATE and item.mention.entity:
            for i in range(item.first, item.last):
                work.states[i] = item.mention.entity
        if item.via != "adjective" and item.via != "thing":
            referent = _of_mention(work, item)
            if referent:
                work.by_token[item.mention.head] = referent
    for item in found:
        if item.via == "adjective":
            _demonym(work, item)
    _nouns(work, first=True)
    back = Antecedents(parse, catalogue, work.by_token, work.day).find()
    _follow(work, back)
    _nouns(work, first=False)
    _appositions(work)
    _follow(work, back)
    return Referents(work.by_token, back)


def _nouns(work: _Refer, *, first: bool) -> None:
    """Referents of common nouns; the first time only those that neither refer back nor hang on a pronoun."""
    for token in work.parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in work.by_token:
            continue
        if first and (_may_refer_back(work, token) or _owned_by_pronoun(work.parse, token)):
            continue
        referent = _of_noun(work, token)
        if referent:
            work.by_token[token.index] = referent


def _may_refer_back(work: _Refer, token: Token) -> bool:
    parse = work.parse
    if token.dep == "appos" or _state_beside(work, token.index):
        return False
    definite = any(c.lower in ("the", "this", "that") for c in parse.children(token.index, "det"))
    return definite and token.tag not in ("NNS", "NNPS") and _bare(parse, token)


def _bare(parse: Parse, token: Token) -> bool:
    return not any(c.pos == "PROPN" or c.dep == "poss" for c in parse.children(token.index, "compound", "nmod", "poss"))


def _owned_by_pronoun(parse: Parse, token: Token) -> bool:
    owner = parse.child(token.index, "poss")
    return owner is not None and owner.pos == "PRON"


def _follow(work: _Refer, back: dict[int, int]) -> None:
    for index, before in back.items():
        work.by_token[index] = _as_government(work, index, work.by_token[before])


def _as_government(work: _Refer, index: int, before: Referent) -> Referent:
    """ "The government" of a state named before is that state's government; "the old regime" the one that it followed."""
    token = work.parse.tokens[index]
    if token.pos != "NOUN" or token.lemma.lower() not in nouns("state", "governments") or not before.country:
        return before
    side = before.side or before.country
    if is_past(work.parse, index):
        side = work.catalogue.predecessor(before.country, work.day) or side
    entity = work.catalogue.entities.get(side)
    name = entity.name if entity else before.name
    return Referent(side, name, before.country, f"{before.country}GOV", VoiceKind.INSTITUTION, side=side)


def _of_mention(work: _Refer, item: Found) -> Referent | None:
    mention = item.mention
    if item.kind is None or mention.entity is None:
        return _unknown(work, mention)
    entity = work.catalogue.entities[mention.entity]
    acts = item.kind is not EntityKind.PLACE
    return Referent(
        entity=mention.entity,
        name=entity.name,
        country=mention.country,
        code=mention.code,
        kind=_KINDS.get(item.kind),
        acts=acts,
        sex=entity.sex,
        side=work.catalogue.side(mention.entity, work.day) if acts else None,
    )


def _unknown(work: _Refer, mention: Mention) -> Referent | None:
    """A name that the catalogue does not hold stays a name: a person or organisation, of a state beside it at most."""
    kind = _PARSED.get(mention.type)
    name = " ".join(mention.text.split())
    if kind is None:
        return Referent(None, name, acts=False) if mention.type is MentionType.PLACE else None
    state = _state_beside(work, mention.head)
    code = f"{state}GOV" if state and kind is VoiceKind.INSTITUTION else state
    side = work.catalogue.government(state, work.day) if state and kind is VoiceKind.INSTITUTION else None
    return Referent(slug(name), name, state, code, kind, side=side)


def slug(name: str) -> str:
    """Small letters and digits of `name`, joined by hyphens."""
    from dragoman.entities.atoms import fold

    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


def _state_beside(work: _Refer, head: int) -> str | None:
    """The state named by an adjective, compound or possessor of the noun phrase headed by `head`."""
    owner = work.parse.child(head, "poss")
    if owner is not None and owner.index not in work.states:
        referent = work.by_token.get(owner.index)
        return referent.country if referent and referent.side else None
    for child in work.parse.children(head, "poss", "amod", "compound", "nmod"):
        if child.index in work.states:
            return work.states[child.index]
        for below in work.parse.children(child.index, "conj"):
            if below.index in work.states:
                return work.states[below.index]
    for child in work.parse.children(head, "prep"):
        if child.lower == "of":
            for below in work.parse.children(child.index, "pobj"):
                if below.index in work.states:
                    return work.states[below.index]
    return None


def _demonym(work: _Refer, item: Found) -> None:
    """ "The Russians" and "a Russian" are people of the state; an adjective before a noun is nobody."""
    token = work.parse.tokens[item.mention.head]
    if token.dep in ("amod", "compound", "nmod", "acomp", "attr") or item.mention.entity is None:
        return
    state = item.mention.entity
    plural = token.tag in ("NNS", "NNPS") or token.pos == "ADJ"
    work.by_token[token.index] = Referent(
        state,
        work.catalogue.entities[state].name,
        state,
        state,
        VoiceKind.INSTITUTION,
        plural=plural,
        side=work.catalogue.government(state, work.day),
    )


def _of_noun(work: _Refer, token: Token) -> Referent | None:
    state = _state_beside(work, token.index)
    plural = token.tag in ("NNS", "NNPS")
    title = _office(work, token, state) or _team(work, token)
    if title:
        return title
    pattern = pattern_at(work.parse, token.index)
    phrase = _phrase(work, token.index)
    if pattern and state:
        entity = work.catalogue.entities[state]
        is_government = token.lemma.lower() in nouns("state", "governments")
        government = work.catalogue.government(state, work.day)
        if is_government and is_past(work.parse, token.index):
            government = work.catalogue.predecessor(state, work.day) or government
        return Referent(
            entity=government if is_government else f"{state.lower()}-{pattern.slug}",
            name=work.catalogue.entities[government].name if is_government else phrase,
            country=state,
            code=f"{state}{pattern.sector}"[:6] if pattern.sector else entity.code,
            kind=pattern.kind,
            plural=plural,
            side=government,
        )
    if token.lemma.lower() in nouns("unnamed", "words") and not any(
        c.index in work.by_token and c.dep in ("compound", "appos") for c in work.parse.children(token.index)
    ):
        acts_for = work.catalogue.government(state, work.day) if state else None
        return Referent(None, phrase, state, state, VoiceKind.UNNAMED, plural=plural, side=acts_for)
    if pattern:
        return Referent(
            None, phrase, None, f"---{pattern.sector}" if pattern.sector else None, pattern.kind, plural=plural
        )
    return None


def _office(work: _Refer, token: Token, state: str | None) -> Referent | None:
    """ "The Syrian president": the one who held the office that day, where the catalogue knows exactly one."""
    words = nouns("office")
    before = work.parse.tokens[token.index - 1].lower if token.index else ""
    name = f"{before} {token.lower}" if f"{before} {token.lower}" in words else token.lower
    if name not in words or state is None or token.dep in ("compound", "nmod"):
        return None
    if any(c.lower in ("former", "ex", "late", "deputy", "vice", "acting") for c in work.parse.children(token.index)):
        return None
    person = work.catalogue.holder(state, words[name], work.day)
    side = work.catalogue.government(state, work.day)
    if person is None:
        return Referent(
            f"{state.lower()}-{slug(name)}",
            _phrase(work, token.index),
            state,
            f"{state}GOV",
            VoiceKind.PERSON,
            side=side,
        )
    entity = work.catalogue.entities[person]
    acts_for = work.catalogue.side(person, work.day) or side
    return Referent(person, entity.name, state, f"{state}GOV", VoiceKind.PERSON, sex=entity.sex, side=acts_for)


def _team(work: _Refer, token: Token) -> Referent | None:
    """ "Her team", "the premier's delegation" where the possessor is in office: they act for the possessor's side."""
    owner = work.parse.child(token.index, "poss") or work.parse.child(token.index, "compound", "nmod")
    of = work.by_token.get(owner.index) if owner else None
    if (
        of is None
        or of.kind is not VoiceKind.PERSON
        or of.side is None
        or token.lemma.lower() not in nouns("state", "teams")
    ):
        return None
    name = work.catalogue.entities[of.side].name if of.side in work.catalogue.entities else of.name
    return Referent(of.side, name, of.country, of.code, VoiceKind.INSTITUTION, side=of.side)


def is_past(parse: Parse, head: int) -> bool:
    """True where an adjective says that the thing is no more."""
    return any(c.lower in nouns("state", "past") for c in parse.children(head, "amod", "compound", "nmod"))


def _phrase(work: _Refer, head: int) -> str:
    """The words from the first modifier of `head` to its last of-phrase or name, without clauses."""
    first = head
    for child in work.parse.children(head, "amod", "compound", "poss", "nmod", "nummod", "quantmod"):
        first = min(first, work.parse.edges(child.index)[0])
    last = head
    for child in work.parse.children(head, "prep"):
        if child.index == last + 1 and child.lower in ("of", "in", "from", "for", "to", "with"):
            last = work.parse.edges(child.index)[1]
            break
    tokens = work.parse.tokens
    if last - first > 12:
        last = head
    return " ".join(work.report.text[tokens[first].start : tokens[last].end].split())


def _appositions(work: _Refer) -> None:
    """A named apposition says who the noun is: "the interim president, Ahmed al-Sharaa"; and the other way round."""
    for token in work.parse.tokens:
        if token.dep != "appos":
            continue
        outer, inner = work.by_token.get(token.head), work.by_token.get(token.index)
        if outer and outer.kind is VoiceKind.PERSON and work.parse.tokens[token.head].pos == "PROPN":
            work.by_token[token.head] = _with_title(work, token, outer)
        elif inner and inner.entity and (outer is None or _says_who(inner, outer)):
            work.by_token[token.head] = inner


def _says_who(inner: Referent, outer: Referent) -> bool:
    named = outer.entity is None or inner.kind is VoiceKind.PERSON
    return named and outer.kind in (VoiceKind.PERSON, VoiceKind.UNNAMED, inner.kind)


def _with_title(work: _Refer, title: Token, person: Referent) -> Referent:
    """A person whom the catalogue gives no state acts for the one of a title in apposition, unless it is a former one."""
    state = _state_beside(work, title.index)
    if person.country or state is None or is_past(work.parse, title.index):
        return person
    government = work.catalogue.government(state, work.day)
    return replace(person, country=state, code=f"{state}GOV", side=government)
