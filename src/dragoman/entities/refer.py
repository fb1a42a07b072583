"""Whom noun phrases and pronouns of a report stand for, on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.entity import EntityKind
from dragoman.domain.mention import MentionType, Referent, Referents, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.domain.report import Report
from dragoman.entities.back import Antecedents
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.institutions import pattern_at
from dragoman.entities.members import of_members
from dragoman.entities.mentions import Found
from dragoman.entities.nominals import Work, is_past, of_noun, phrase_at, slug, state_beside
from dragoman.entities.people import TITLES
from dragoman.entities.strangers import ACTING_PARTS, Strangers, acting_places, find_strangers, is_person
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


def refer(report: Report, parse: Parse, found: Sequence[Found], catalogue: Catalogue) -> Referents:
    """Referents of names first, then of institutions told by a noun, then of pronouns and nouns that refer back."""
    strangers = find_strangers(parse, found)
    acting = (acting_places(parse, found) | strangers.states) - {slug(name) for name in strangers.people}
    work = Work(report, parse, catalogue, report.published, acting=acting)
    for item in found:
        if item.kind is EntityKind.STATE and item.mention.entity:
            for i in range(item.first, item.last):
                work.states[i] = item.mention.entity
        if item.via != "adjective" and item.via != "thing":
            referent = _of_mention(work, item)
            if referent:
                work.by_token[item.mention.head] = referent
    _bare_names(work, found, strangers)
    _untagged(work, found)
    for item in found:
        if item.via == "adjective":
            _demonym(work, item)
    _nouns(work, first=True)
    antecedents = Antecedents(parse, catalogue, work.by_token, work.day)
    back = antecedents.find()
    _follow(work, antecedents.nearest)
    _nouns(work, first=False)
    _appositions(work)
    _follow(work, antecedents.nearest)
    for pronoun, owner in antecedents.owned.items():
        work.by_token[pronoun] = _thing_of(work, owner)
        back[pronoun] = parse.tokens[owner].head
    return Referents(work.by_token, back)


def _thing_of(work: Work, owner: int) -> Referent:
    """The thing of a party, in "the navy's harbour": it cannot speak; whose it is stays told."""
    whose, thing = work.by_token[owner], work.parse.head(owner)
    entity = f"{whose.entity}-{slug(thing.text)}".lower() if whose.entity is not None else None
    return Referent(entity, phrase_at(work, thing.index), whose.country, whose.code, side=whose.side)


def _nouns(work: Work, *, first: bool) -> None:
    """Referents of common nouns; the first time only those that neither refer back nor hang on a pronoun."""
    for token in work.parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in work.by_token:
            continue
        if first and (_may_refer_back(work, token) or _owned_by_pronoun(work.parse, token)):
            continue
        referent = of_members(work, token) or of_noun(work, token)
        if referent:
            work.by_token[token.index] = referent


def _may_refer_back(work: Work, token: Token) -> bool:
    parse = work.parse
    if token.dep == "appos" or state_beside(work, token.index):
        return False
    definite = any(c.lower in ("the", "this", "that") for c in parse.children(token.index, "det"))
    return definite and token.tag not in ("NNS", "NNPS") and _bare(parse, token)


def _bare(parse: Parse, token: Token) -> bool:
    return not any(c.pos == "PROPN" or c.dep == "poss" for c in parse.children(token.index, "compound", "nmod", "poss"))


def _owned_by_pronoun(parse: Parse, token: Token) -> bool:
    owner = parse.child(token.index, "poss")
    return owner is not None and owner.pos == "PRON"


def _follow(work: Work, back: dict[int, int]) -> None:
    for index, before in back.items():
        work.by_token[index] = _as_government(work, index, work.by_token[before])


def _as_government(work: Work, index: int, before: Referent) -> Referent:
    """ "The government" of a state named before is that state's government; "the old regime" the one that it followed."""
    token = work.parse.tokens[index]
    if token.pos != "NOUN" or token.lemma.lower() not in nouns("state", "governments") or not before.country:
        return before
    side = before.side or before.country
    if any(c.lower in nouns("state", "new") for c in work.parse.children(index, "amod")):
        side = work.catalogue.government(before.country, work.day) or side
    if is_past(work.parse, index):
        side = work.catalogue.predecessor(before.country, work.day) or side
    entity = work.catalogue.entities.get(side)
    name = entity.name if entity else before.name
    return Referent(side, name, before.country, f"{before.country}GOV", VoiceKind.INSTITUTION, side=side)


def _of_mention(work: Work, item: Found) -> Referent | None:
    mention = item.mention
    if item.kind is None or mention.entity is None:
        return _unknown(work, item)
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


def _unknown(work: Work, item: Found) -> Referent | None:
    """A name that the catalogue does not hold stays a name: a person or organisation, of a state beside it at most.

    A place that acts somewhere in the report, or is dealt with, is taken for a state or town that acts.
    """
    mention = item.mention
    if (own := _own_outlet(work, mention.text)) is not None:
        return own
    kind = _PARSED.get(mention.type)
    if kind is VoiceKind.INSTITUTION and is_person(work.parse, item):
        kind = VoiceKind.PERSON
    name = " ".join(mention.text.split())
    if name.lower() in nouns("collective") or name.lower() in nouns("person", "words"):
        return None
    if slug(name) in work.acting and item.via in ("GPE", "PERSON", "ORG"):
        return Referent(slug(name), name, kind=VoiceKind.INSTITUTION, side=slug(name))
    if kind is None:
        return Referent(None, name, acts=False) if mention.type is MentionType.PLACE else None
    if kind is VoiceKind.PERSON:
        name = _untitled(name)
    state = state_beside(work, mention.head)
    if kind is VoiceKind.INSTITUTION:
        if state and pattern_at(work.parse, mention.head) is not None:
            return of_noun(work, work.parse.tokens[mention.head])
        if state is None:
            return _of_stranger(work, item, name)
    code = f"{state}GOV" if state and kind is VoiceKind.INSTITUTION else state
    side = work.catalogue.government(state, work.day) if state and kind is VoiceKind.INSTITUTION else None
    return Referent(slug(name), name, state, code, kind, side=side)


def _own_outlet(work: Work, name: str) -> Referent | None:
    """The report's own outlet, by its name or the last words of it ("the Courier")."""
    outlet = work.report.outlet
    words = name.lower().removeprefix("the ").split()
    if not outlet or not words or outlet.lower().split()[-len(words) :] != words:
        return None
    return Referent(slug(outlet), outlet, kind=VoiceKind.OUTLET)


def _of_stranger(work: Work, item: Found, name: str) -> Referent:
    """A body of nobody known; a ministry, army or the like acts for the state that only the report tells of."""
    parse, head = work.parse, item.mention.head
    if pattern_at(parse, head) is None:
        return Referent(slug(name), name, kind=VoiceKind.INSTITUTION)
    words = [*parse.tokens[item.first : item.last], *parse.children(head, "poss", "amod", "compound", "nmod")]
    side = next((s for t in words if (s := _acting_state(work, t.lower)) is not None), None)
    return Referent(slug(name), name, kind=VoiceKind.INSTITUTION, side=side)


def _acting_state(work: Work, word: str) -> str | None:
    """The state known to the report alone whose name, or whose people's name, `word` is."""
    stems = (word, word.removesuffix("n"), word.removesuffix("ian"), word.removesuffix("ian") + "a")
    return next((stem for stem in stems if stem in work.acting), None)


_KEPT = frozenset({"king", "queen", "pope", "prince", "princess", "emir", "sheikh", "sir", "count", "duke"})


def _untitled(name: str) -> str:
    """A person's name without the title that the parser counts to it ("Colonel Ann Example")."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in TITLES and not (len(words) == 2 and words[0].lower() in _KEPT):
        words = words[1:]
    return " ".join(words)


def _bare_names(work: Work, found: Sequence[Found], strangers: Strangers) -> None:
    """A bare surname, labelled or not, stands for the one person whom the report names in full; a state is one everywhere."""
    parse, taken = work.parse, set[int]()
    bare = [(f.first, f.last, f.mention.head) for f in found if f.kind is None]
    for first, last, head in bare:
        taken.update(range(first, last))
        _surname(work, strangers, first, last, head)
    for item in found:
        taken.update(range(item.first, item.last))
    for token in parse.tokens if strangers.people or work.acting else ():
        if token.pos != "PROPN" or token.index in taken or token.dep in ("compound", "amod", "nmod"):
            continue
        _surname(work, strangers, token.index, token.index + 1, token.index)
        if token.index not in work.by_token and (state := slug(token.text)) in work.acting:
            work.by_token[token.index] = Referent(state, token.text, kind=VoiceKind.INSTITUTION, side=state)


def _surname(work: Work, strangers: Strangers, first: int, last: int, head: int) -> None:
    if _own_outlet(work, work.parse.span(first, last).of(work.report.text)) is not None:
        return
    full = strangers.surname_of(work.parse, first, last)
    if full is not None and full != (first, last):
        name = _untitled(" ".join(work.parse.span(*full).of(work.report.text).split()))
        known = next((r for i in range(*full) if (r := work.by_token.get(i)) and r.kind is VoiceKind.PERSON), None)
        work.by_token[head] = known or Referent(slug(name), name, kind=VoiceKind.PERSON)


def _untagged(work: Work, found: Sequence[Found]) -> None:
    """A known person's surname inside a sentence that the parser takes for a common noun."""
    taken = {i for item in found for i in range(item.first, item.last)}
    known: dict[str, set[str]] = {}
    people: dict[str, Referent] = {}
    for item in found:
        referent = work.by_token.get(item.mention.head)
        if referent is not None and referent.kind is VoiceKind.PERSON and referent.entity is not None:
            known.setdefault(referent.name.split()[-1].lower(), set()).add(referent.entity)
            people[referent.entity] = referent
    for sentence in work.parse.sentences if known else ():
        for token in work.parse.tokens[sentence.first + 1 : sentence.last]:
            entities = known.get(token.lower, ()) if token.pos == "NOUN" and token.text.istitle() else ()
            if len(entities) == 1 and token.index not in taken and token.dep in ACTING_PARTS:
                work.by_token[token.index] = people[next(iter(entities))]


def _demonym(work: Work, item: Found) -> None:
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


def _appositions(work: Work) -> None:
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


def _with_title(work: Work, title: Token, person: Referent) -> Referent:
    """A person whom the catalogue gives no state acts for the one of a title in apposition, unless it is a former one."""
    state = state_beside(work, title.index)
    if person.country or state is None or is_past(work.parse, title.index):
        return person
    government = work.catalogue.government(state, work.day)
    return replace(person, country=state, code=f"{state}GOV", side=government)
