"""What common nouns stand for: offices, institutions and peoples of a state, teams of an office holder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.domain.report import Report
from dragoman.entities.atoms import fold
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.institutions import pattern_at
from dragoman.entities.words import nouns


@dataclass
class Work:
    """What is known of one report so far; `acting` are slugs of unknown places that act, `states` states by token."""

    report: Report
    parse: Parse
    catalogue: Catalogue
    day: date | None
    by_token: dict[int, Referent] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    acting: frozenset[str] = frozenset()


def slug(name: str) -> str:
    """Small letters and digits of `name`, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


def state_beside(work: Work, head: int) -> str | None:
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


def _of_several(work: Work, token: Token) -> bool:
    """True for "the ministers of Ruritania, Strelia and Zenda": people of several states."""
    links = [c for c in work.parse.children(token.index, "prep") if c.lower == "of"]
    inner = [t for link in links for t in work.parse.children(link.index, "pobj")]
    sorts = work.parse.children(token.index, "amod", "poss")
    return any(
        t.index in work.states and any(c.index in work.states for c in work.parse.children(t.index, "conj"))
        for t in (*inner, *sorts)
    )


def of_noun(work: Work, token: Token) -> Referent | None:
    plural = token.tag in ("NNS", "NNPS")
    state = state_beside(work, token.index) if not (plural and _of_several(work, token)) else None
    title = _office(work, token, state) or _team(work, token)
    if title:
        return title
    if state is not None and not plural and token.lower in nouns("state", "sides"):
        government = work.catalogue.government(state, work.day)
        name = work.catalogue.entities[government].name
        return Referent(government, name, state, f"{state}GOV", VoiceKind.INSTITUTION, side=government)
    pattern = pattern_at(work.parse, token.index)
    phrase = phrase_at(work, token.index)
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
    named = token.pos == "PROPN" and token.tag == "NNP" and token.text.istitle() and _titled(work, token)
    if (
        token.lemma.lower() in nouns("unnamed", "words")
        and not named
        and not any(
            c.index in work.by_token and c.dep in ("compound", "appos") for c in work.parse.children(token.index)
        )
    ):
        acts_for = work.catalogue.government(state, work.day) if state else None
        return Referent(None, phrase, state, state, VoiceKind.UNNAMED, plural=plural, side=acts_for)
    if pattern:
        return Referent(
            None, phrase, None, f"---{pattern.sector}" if pattern.sector else None, pattern.kind, plural=plural
        )
    return None


def _titled(work: Work, token: Token) -> bool:
    """True for a name made of a noun for people: "The Insider", a capital letter after "the" and nothing else beside it."""
    own = work.parse.children(token.index, "det", "amod", "compound", "poss", "nmod")
    return len(own) == 1 and own[0].lower == "the" and not state_beside(work, token.index)


def _office(work: Work, token: Token, state: str | None) -> Referent | None:
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
            phrase_at(work, token.index),
            state,
            f"{state}GOV",
            VoiceKind.PERSON,
            side=side,
        )
    entity = work.catalogue.entities[person]
    acts_for = work.catalogue.side(person, work.day) or side
    return Referent(person, entity.name, state, f"{state}GOV", VoiceKind.PERSON, sex=entity.sex, side=acts_for)


def _team(work: Work, token: Token) -> Referent | None:
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


def phrase_at(work: Work, head: int) -> str:
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
