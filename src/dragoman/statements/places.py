"""Where a statement's clause says that it happens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType

from dragoman.domain.mention import Mention, MentionType, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.domain.statement import ASSERTED, Kind, Plover, Role, Statement
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.phrases import Phrases
from dragoman.statements.context import Context

DATA = resources.files("dragoman.statements") / "data"
LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAMED, _NOUN = 2, 1
_DEEP = 3


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Class name -> lemmas, lower case."""
    table = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: frozenset(" ".join(rows).split()) for name, rows in table.items()})


def with_places(context: Context, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` with `place` filled where the clause of an event, agreement or state of affairs tells it."""
    places = Places(context)
    return tuple(replace(s, place=found) if (found := places.of(s)) is not None else s for s in statements)


@dataclass(frozen=True)
class Places:
    """Finds the places of one report's statements."""

    context: Context

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.context)

    @cached_property
    def _mentions(self) -> Mapping[int, Mention]:
        return {m.head: m for m in self.context.mentions}

    @property
    def _parse(self) -> Parse:
        return self.context.parse

    def of(self, statement: Statement) -> Role | None:
        """Where the statement's event happens, None where its clause does not say; the named one of several, else the first."""
        index = statement.trigger_index
        if index is None or not (statement.kind in (Kind.EVENT, Kind.AGREEMENT) or statement.type == ASSERTED):
            return None
        found = [p for site in self._sites(index) for p in self._at(site, statement)]
        found += self._struck(index, statement)
        best = max((rank for _, rank in found), default=0)
        return next((role for role, rank in found if rank == best), None)

    def _sites(self, index: int) -> Iterator[Token]:
        """The tokens on which the event's places hang: its word, the noun that it carries, the verb that carries it."""
        parse, token = self._parse, self._parse.tokens[index]
        yield token
        if is_verb(token):
            for t in parse.children(index, "dobj", "nsubj", "nsubjpass"):
                carried = lemma_of(token) in words()["light"] or t.dep == "dobj"
                if carried and self._event(t):
                    yield t
            return
        above = parse.head(index)
        if token.dep in ("dobj", "nsubj", "nsubjpass") and is_verb(above) and lemma_of(above) in words()["light"]:
            yield above

    def _event(self, token: Token) -> bool:
        return any(lemma_of(token) in words()[name] for name in ("gathering", "happening", "deal"))

    def _at(self, site: Token, statement: Statement) -> Iterator[tuple[Role, int]]:
        """The places that hang on `site`, each with its rank."""
        if not is_verb(site):
            yield from self._before(site)
        for prep in self._parse.children(site.index, "prep"):
            target = self._parse.child(prep.index, "pobj")
            if target is None or self._phrases.in_dateline(target.index) or not self._fits(site, prep, target):
                continue
            if prep.lower == "on" and statement.recipient is not None and _meets(statement.recipient, target):
                continue
            found = self._where(target, 0)
            if found is not None:
                yield found

    def _before(self, noun: Token) -> Iterator[tuple[Role, int]]:
        """`the Geneva talks`: a city before a gathering; a state there is what the talks are about."""
        if lemma_of(noun) not in words()["gathering"]:
            return
        for t in self._parse.children(noun.index, "compound", "nmod"):
            if t.pos == "PROPN" and self._known_place(t.index) and not self._state(t.index):
                yield self._role(t.index, self._parse.span(t.index, t.index + 1)), _NAMED

    def _fits(self, site: Token, prep: Token, target: Token) -> bool:
        if prep.lower == "during":
            return lemma_of(target) in words()["gathering"]
        if prep.lower in words()["inside"]:
            return not (is_verb(site) and prep.lower in ("in", "at") and lemma_of(site) in words()["abstract-in"])
        if prep.lower == "on":
            return lemma_of(target) in words()["ground"] or lemma_of(target) in words()["gathering"]
        flying = lemma_of(site) in words()["flight"] or lemma_of(self._parse.head(site.index)) in words()["flight"]
        return prep.lower in words()["above"] and flying

    def _where(self, target: Token, deep: int) -> tuple[Role, int] | None:
        """The place that a phrase names, with its rank: a name above a noun."""
        if self._place_name(target):
            return self._role(target.index, self._phrases.span(target.index)), _NAMED
        noun = lemma_of(target)
        if target.pos not in ("NOUN", "PROPN") or deep >= _DEEP:
            return None
        inner = self._inner(target, deep)
        if noun in words()["gathering"] | words()["happening"] or target.lower in words()["gathering"]:
            return inner
        if noun not in words()["place"] | words()["ground"]:
            return None
        span = self._phrases.span(target.index)
        if inner is not None:
            role, rank = inner
            span = span.join(role.span)
            return replace(role, text=span.of(self.context.text), span=span), rank
        named = any(t.pos == "PROPN" for t in self._parse.tokens_in(span))
        definite = any(t.lower in ("the", "a", "an", "its", "their", "his") for t in self._parse.children(target.index))
        return (self._role(target.index, span), _NAMED if named else _NOUN) if named or definite else None

    def _inner(self, target: Token, deep: int) -> tuple[Role, int] | None:
        """The place that a phrase holds: `the bridge at Strelsau`, `the port of Tartus`, `the Geneva talks`."""
        before = next(self._before(target), None)
        if before is not None:
            return before
        for prep in self._parse.children(target.index, "prep"):
            if prep.lower in words()["inside"] or prep.lower == "of":
                for t in self._parse.children(prep.index, "pobj"):
                    if (found := self._where(t, deep + 1)) is not None:
                        return found
        return None

    def _struck(self, index: int, statement: Statement) -> Iterator[tuple[Role, int]]:
        """What is attacked, or falls to ruin, is so where it stands (`the airbase in Khmeimim was attacked`)."""
        token = self._parse.tokens[index]
        attacked = statement.type == Plover.ASSAULT and is_verb(token)
        ruined = statement.type == ASSERTED and lemma_of(token) in words()["ruin"]
        for t in self._parse.children(index, *(("dobj", "nsubjpass") if attacked else ("nsubj",) if ruined else ("",))):
            if lemma_of(t) in words()["place"]:
                found = self._where(t, 0) if self._inner(t, 0) is not None else None
                if found is not None and found[1] == _NAMED:
                    yield found
            elif t.pos == "NOUN":
                yield from (p for p in self._at(t, statement) if p[1] == _NAMED)

    def _place_name(self, token: Token) -> bool:
        """Is it a name of a place, by what is known of it, by its label, or for want of any other?"""
        if token.pos not in ("PROPN", "NOUN", "ADJ") or not token.text[:1].isupper():
            return False
        if self._known_place(token.index):
            return True
        referent, mention = self.context.referents.at(token.index), self._mentions.get(token.index)
        if referent is not None and referent.kind in (VoiceKind.PERSON, VoiceKind.OUTLET, VoiceKind.DOCUMENT):
            return False
        unknown = mention is not None and mention.entity is None and mention.type is MentionType.ORGANISATION
        article = any(t.lower in ("the", "a", "an") for t in self._parse.children(token.index, "det"))
        alone = token.pos == "PROPN" and self._phrases.label(token.index) in (None, "ORG")
        return unknown and alone and not article and token.lower not in words()["body"] and token.dep == "pobj"

    def _known_place(self, index: int) -> bool:
        mention = self._mentions.get(index)
        if mention is not None and mention.type is not MentionType.PLACE and mention.entity is not None:
            return self._state(index)
        label = self._phrases.label(index)
        if mention is not None and mention.type is MentionType.PLACE:
            return label not in ("DATE", "TIME")
        return label in LABELS and (mention is None or mention.type is MentionType.ORGANISATION)

    def _state(self, index: int) -> bool:
        """A state's entity is its three capital letters."""
        mention = self._mentions.get(index)
        return (
            mention is not None and mention.entity is not None and len(mention.entity) == 3 and mention.entity.isupper()
        )

    def _role(self, index: int, span: Span) -> Role:
        """The place, with its entity where it is known; a name that nobody knows has none."""
        text, mention = span.of(self.context.text), self._mentions.get(index)
        referent = self.context.referents.at(index)
        if mention is not None and mention.entity is not None:
            return Role(mention.entity, mention.country, mention.code, text, span)
        if referent is not None and referent.entity is not None and self._parse.tokens[index].pos != "PROPN":
            return Role(referent.entity, referent.country, referent.code, text, span)
        return Role(None, None, None, text, span)


def _meets(role: Role, token: Token) -> bool:
    return role.span.start <= token.start < role.span.end
