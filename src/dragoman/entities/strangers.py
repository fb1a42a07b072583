"""Names that the catalogue does not hold: people introduced in full and called by surname, and words that must be states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.domain.parse import Parse, Token
from dragoman.entities.mentions import Found
from dragoman.entities.nominals import slug
from dragoman.entities.people import TITLES
from dragoman.entities.words import nouns

_MODIFIERS = frozenset({"prime", "foreign", "defence", "defense", "deputy", "vice", "special", "crown"})
_ENDINGS = ("ania", "avia", "onia", "ovia", "uria", "istan")
_POLITE = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir"})
_RANKS = (
    TITLES
    - _MODIFIERS
    - _POLITE
    - frozenset({"justice", "general", "major", "count", "king", "queen", "prince", "leader"})
)
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_PARTS = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj"})
ACTING_PARTS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
_DEALT_WITH = frozenset({"with", "against", "between", "by"})


@dataclass(frozen=True)
class Strangers:
    """`people`: the token numbers (half-open) of the full name of each person, by surname in small letters, where one person
    of the report bears it. `states`: slugs of names that own what only a state has ("Ruritania's parliament"), or sound like one."""

    people: dict[str, tuple[int, int]]
    states: frozenset[str]

    def surname_of(self, parse: Parse, first: int, last: int) -> tuple[int, int] | None:
        """The full name that a bare surname stands for."""
        parts = _parts(parse, first, last)
        return self.people.get(parts[0].lower) if len(parts) == 1 else None


def find_strangers(parse: Parse, found: Sequence[Found]) -> Strangers:
    """The strangers among the names found; linear in their number."""
    people: dict[str, tuple[int, int]] = {}
    shared: set[str] = set()
    for item in found:
        if item.kind is not None or not _is_full_name(parse, item):
            continue
        parts = _parts(parse, item.first, item.last)
        surname = parts[-1].lower
        known = people.setdefault(surname, (item.first, item.last))
        if [t.lower for t in _parts(parse, *known)] != [t.lower for t in parts]:
            shared.add(surname)
    words = frozenset(t.lower for t in parse.tokens)
    names = {f.mention.text for f in found if f.kind is None} | frozenset(_unlabelled(parse, found))
    sounding = {name for name in names if _sounds_like_one(name.lower(), words)}
    states = frozenset(slug(name) for name in (*sounding, *_owners(parse)))
    return Strangers({name: place for name, place in people.items() if name not in shared}, states)


def _is_full_name(parse: Parse, item: Found) -> bool:
    titled = item.first > 0 and parse.tokens[item.first - 1].lower in TITLES - _MODIFIERS
    if item.via != "PERSON" and not (titled and item.via not in _PLACES) and not is_person(parse, item):
        return False
    parts = _parts(parse, item.first, item.last)
    return len(parts) > 1 and parts[-1].text[:1].isupper() and parts[-1].text.isalpha()


def is_person(parse: Parse, item: Found) -> bool:
    """True for a name after a title, and for one in apposition to a noun for a person, whatever the parser calls it."""
    if not 1 < len(parse.tokens[item.first : item.last]) < 5 and parse.tokens[item.first - 1].lower not in _POLITE:
        return False
    before = {parse.tokens[item.first].lower, parse.tokens[max(item.first - 1, 0)].lower}
    if before & (_POLITE | _RANKS):
        return True
    token = parse.tokens[item.mention.head]
    noun = parse.head(token.index)
    words = nouns("person", "words")
    if item.via != "ORG":
        return False
    beside = token.dep == "appos" and noun.lower in words and noun.index < token.index
    told = (t for t in parse.children(token.index, "appos") if t.lower in words)
    return beside or any(d.lower in ("a", "an") for t in told for d in parse.children(t.index, "det"))


def _parts(parse: Parse, first: int, last: int) -> list[Token]:
    return [t for t in parse.tokens[first:last] if t.lower not in TITLES and t.tag != "POS" and t.text[:1].isalpha()]


def _is_prime_minister(parse: Parse, noun: Token) -> bool:
    return noun.lower == "minister" and any(t.lower == "prime" for t in parse.children(noun.index, "amod", "compound"))


def _sounds_like_one(name: str, words: frozenset[str]) -> bool:
    """True for a name of one word with the ending of a country, or of whose people the report speaks ("Ruritanian")."""
    if not name.isalpha():
        return False
    return name.endswith(_ENDINGS) or not words.isdisjoint({f"{name}n", f"{name}ian", f"{name[:-1]}ian"} - {name})


def _unlabelled(parse: Parse, found: Sequence[Found]) -> Iterator[str]:
    """Names of one word that nothing has labelled, in the parts of a sentence that a state may have."""
    labelled = frozenset(i for item in found for i in range(item.first, item.last))
    for token in parse.tokens:
        alone = token.pos == "PROPN" and token.dep in _PARTS and token.index not in labelled
        if alone and token.text.istitle() and not parse.children(token.index, "compound", "flat", "appos"):
            yield token.text


def _owners(parse: Parse) -> Iterator[str]:
    """The names that own what a state has: "Ruritania's border", "the parliament of Ruritania"."""
    for token in parse.tokens:
        if token.pos != "PROPN" or token.dep not in ("poss", "pobj"):
            continue
        above = parse.head(token.index)
        if above.lower == "in" and above.dep == "prep" and not parse.children(token.index, "compound", "det"):
            if parse.head(above.index).lemma.lower() in nouns("state", "owned"):
                yield token.text
            continue
        thing = above if token.dep == "poss" else parse.head(above.index) if above.lower == "of" else None
        if thing is not None and (thing.lemma.lower() in nouns("state", "owned") or _is_prime_minister(parse, thing)):
            before = [t.text for t in parse.children(token.index, "compound") if t.pos == "PROPN"]
            yield " ".join([*before, token.text])


def acting_places(parse: Parse, found: Sequence[Found]) -> frozenset[str]:
    """Slugs of places unknown to the catalogue that do something, or are dealt with, somewhere in the report."""
    return frozenset(
        slug(" ".join(f.mention.text.split()))
        for f in found
        if f.via == "GPE" and not f.mention.text.isupper() and _has_a_part(parse, f.mention.head)
    )


def _has_a_part(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    while token.dep == "conj" and parse.tokens[token.head].pos == "PROPN":
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        return above.lower in _DEALT_WITH
    return token.dep in ACTING_PARTS and (token.dep == "poss" or above.lemma not in ("be", "have", "lie"))
