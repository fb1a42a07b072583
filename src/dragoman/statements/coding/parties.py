"""Which noun phrases are parties (states, bodies, groups, persons), and the party that stands inside a phrase."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.domain.mention import Mention, Referent, VoiceKind
from dragoman.domain.statement import Role
from dragoman.statements.coding.arguments import conjuncts, possessors
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.lists import listed, misjoined, of_each
from dragoman.statements.coding.phrases import PARTY_LABELS, Phrases
from dragoman.statements.coding.sectors import domestic_code
from dragoman.statements.coding.speech import ECHOES, speaker_of
from dragoman.statements.coding.word_classes import belongs, word_classes

PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "himself", "themselves"})
DOERS = ("by",)
INSIDE = ("of", "by", "from", "against", "with", "to", "on", "for", "in", "at", "over", "between", "among", "near")
VESSELS = frozenset({"tug", "ferry", "yacht", "liner", "freighter", "boat", "ship", "trawler"})
_DEEP = 4


@dataclass(frozen=True)
class Parties(Phrases):
    """Tells which noun phrases of a report are parties."""

    @cached_property
    def _mentioned(self) -> Mapping[int, Mention]:
        """Mentions of one token by the code point where they start."""
        tokens = {t.start: t.end for t in self._tokens}
        return {m.span.start: m for m in self.context.mentions if tokens.get(m.span.start) == m.span.end}

    def is_outlet(self, index: int) -> bool:
        referent = self.context.referents.at(index)
        return referent is not None and referent.kind is VoiceKind.OUTLET

    def known(self, index: int) -> bool:
        """Is it a name, or a phrase whose referent is known?"""
        token = self._tokens[index]
        named = token.pos == "PROPN" or (token.pos == "ADJ" and token.text[0].isupper())
        span = self.span(index)
        named = named or any(t.pos == "PROPN" for t in self.context.parse.tokens_in(span))
        return named or self.role(index).entity is not None

    def is_party(self, index: int) -> bool:
        """Can the noun phrase headed by `index` act or be dealt with?"""
        token = self._tokens[index]
        referent = self.context.referents.at(index)
        if self.in_dateline(index):
            return False
        if any(t.lower == "no" for t in self.context.parse.children(index, "det")):
            return False
        if token.tag == "NN" and lemma_of(token) in VESSELS:
            return False
        if token.lower == "those" and self._who(index) is not None:
            return True
        if referent is not None and not (self._nameless(referent) and token.pos == "PROPN" and token.dep != "compound"):
            return referent.acts
        if token.pos == "PRON":
            return (
                token.lower in PERSONS
                or token.lower == "others"
                or (token.lower == "it" and self.echoed(index) is not None)
            )
        if token.lower == "others":
            return True
        if lemma_of(token) in _agents() and token.pos in ("NOUN", "PROPN"):
            return not (token.pos == "PROPN" and self.label(index) in ("FAC", "LOC", "DATE"))
        label = self.label(index)
        if token.pos == "NOUN" and token.text[:1].isupper() and label is None:
            compounds = self.context.parse.children(index, "compound")
            return bool(compounds) and all(t.pos == "PROPN" for t in compounds)
        if (
            referent is not None
            and label in ("FAC", "LOC", "WORK_OF_ART", "PRODUCT")
            and token.dep in ("nsubj", "pobj")
        ):
            return True
        if token.pos in ("PROPN", "NOUN", "ADJ") and label in PARTY_LABELS:
            return token.pos != "NOUN" or token.text[:1].isupper()
        return (
            token.pos == "PROPN"
            and label is None
            and token.text[:1].isupper()
            and (token.dep != "compound" or self._tokens[token.head].pos == "NOUN")
        )

    def _who(self, index: int) -> int | None:
        """The clause that says who `those` are."""
        clauses = self.context.parse.children(index, "relcl")
        told = (c for c in clauses for t in self.context.parse.children(c.index) if t.lower == "who")
        return next((t.head for t in told), None)

    @staticmethod
    def _nameless(referent: Referent) -> bool:
        """Does nothing but the name itself say what it is (a place that no catalogue holds may be a state)?"""
        return not referent.acts and referent.entity is None and referent.country is None and referent.kind is None

    def is_name(self, index: int) -> bool:
        """Is it a name of somebody or of a place, no day and no thing?"""
        token = self._tokens[index]
        return token.pos == "PROPN" and self.label(index) in (*PARTY_LABELS, "LOC", None) and token.text[:1].isupper()

    def members(self, index: int) -> tuple[int, ...]:
        """Those whom `of` lists behind the noun (`the ministers of A, B and C`); none where it names one."""
        return listed(self.context.parse, index, self._named_party, self._stray(index))

    def _stray(self, index: int) -> tuple[int, ...]:
        joined = misjoined(self.context.parse, index)
        return tuple(i for i in joined if self.label(i) == "GPE")

    def _named_party(self, index: int) -> bool:
        return self._tokens[index].pos == "PROPN" and self.is_party(index)

    def echoed(self, index: int) -> int | None:
        """The speaker whom a pronoun without a known referent stands for (`the army said it had withdrawn`)."""
        token = self._tokens[index]
        parse = self.context.parse
        if token.dep not in ("nsubj", "nsubjpass") or token.lower not in ECHOES or parse.head(index).pos == "ADJ":
            return None
        speaker = speaker_of(parse, token.head)
        return speaker if speaker is not None and speaker != index and self.is_party(speaker) else None

    def inside(
        self, index: int, leave: frozenset[int] = frozenset(), deep: int = 0, through: tuple[str, ...] = INSIDE
    ) -> int | None:
        """The head of the party that `index` is, or that owns it, or that stands in it; `leave` are not wanted.

        `through` are the prepositions behind which a party may stand.
        """
        if self._tokens[index].dep == "poss" and self._tokens[index].tag in ("PRP$", "WP$") and index in leave:
            return None
        partitive = self._partitive(index)
        if partitive is not None and self._tokens[index].pos != "PROPN":
            found = self.inside(partitive, leave, deep + 1, through)
            if found is not None or not self.is_party(index):
                return index if found == partitive and found is not None else found
        if self.is_party(index) and index not in leave:
            return index
        if self._tokens[index].dep == "appos" and self._tokens[index].pos == "NOUN":
            return self.inside(self._tokens[index].head, leave, deep + 1, through)
        if deep >= _DEEP or self._tokens[index].pos in ("PRON", "DET"):
            return None
        held = belongs(lemma_of(self._tokens[index]), "holding")
        for below in self._modifiers(index, loose=through == INSIDE or held):
            if below not in leave and self.is_party(below):
                return below
        if through == DOERS and belongs(lemma_of(self._tokens[index]), "instrument"):
            through = (*through, "from")
        if belongs(lemma_of(self._tokens[index]), "holding"):
            through = INSIDE
        for below in self._complements(index, through):
            found = self.inside(below, leave, deep + 1, through)
            if found is not None:
                return found
        return None

    def _partitive(self, index: int) -> int | None:
        token = self._tokens[index]
        if not (belongs(lemma_of(token), "partitive") or token.pos == "NUM"):
            return None
        for prep in self.context.parse.children(index, "prep"):
            if prep.lower == "of" or (prep.lower == "in" and token.pos == "NUM"):
                pobj = self.context.parse.child(prep.index, "pobj")
                return pobj.index if pobj else None
        return None

    def _modifiers(self, index: int, loose: bool) -> Iterator[int]:
        parse = self.context.parse
        yield from possessors(parse, index)
        if not (loose or belongs(lemma_of(self._tokens[index]), "instrument")):
            return
        for child in parse.children(index, "amod", "compound", "nmod"):
            if child.tag == "VBN" and child.lower == "led":
                yield from (t.index for t in parse.children(child.index) if t.text[:1].isupper())
            yield from (t.index for t in parse.children(child.index, "amod") if t.pos == "ADJ" and t.text[:1].isupper())
            named = child.pos in ("PROPN", "ADJ", "NOUN") and child.text[:1].isupper()
            if named or (child.pos in ("NOUN", "ADJ") and belongs(lemma_of(child), "collective")):
                yield child.index

    def _complements(self, index: int, through: tuple[str, ...]) -> Iterator[int]:
        parse = self.context.parse
        for clause in parse.children(index, "acl"):
            if clause.tag == "VBN" and "by" in through:
                yield from (
                    p.index for t in parse.children(clause.index, "agent") for p in parse.children(t.index, "pobj")
                )
        preps = {t.lower: t.index for t in parse.children(index, "prep", "agent", "dative")}
        for word in through:
            if word in preps:
                yield from (t.index for t in parse.children(preps[word], "pobj"))

    def role(self, index: int) -> Role:
        """The role filled by the noun phrase headed by `index`."""
        span = self.span(index)
        text = span.of(self.context.text)
        if self.members(index):
            return Role(None, None, None, text, span)
        referent = self.context.referents.at(index)
        if referent is None:
            referent = self._of_whole_name(index)
        if referent is None:
            partitive = self._partitive(index)
            echo = self.echoed(index) if partitive is None else None
            if echo is not None and self.context.referents.at(echo) is None:
                return replace(self.role(echo), text=text, span=span)
            partitive = echo if partitive is None else partitive
            referent = self.context.referents.at(partitive) if partitive is not None else None
        token = self._tokens[index]
        if referent is not None and not (self._nameless(referent) and token.pos == "PROPN"):
            alone = referent.entity is None and referent.country is None and referent.kind is not VoiceKind.PERSON
            entity = (self._beside(index) or self._body(index)) if alone else referent.entity
            return Role(entity, referent.country, referent.code, text, span, referent.side)
        mention = self._mentioned.get(token.start)
        if mention is not None and (mention.entity or mention.country):
            entity, who = mention.entity or mention.country, self.context.directory
            side = who.side(entity, self.context.report.published) if who is not None and entity else None
            return Role(entity, mention.country, mention.code, text, span, side)
        named = token.pos == "PROPN" and self.label(index) in (*PARTY_LABELS, None)
        return Role(
            slug(self._name_text(index)) if named else self._beside(index) or self._body(index),
            None,
            domestic_code(lemma_of(token)) if token.pos == "NOUN" else None,
            text,
            span,
        )

    def _of_whole_name(self, index: int) -> Referent | None:
        """Whom the name that a token is in stands for, where the parser took another of its words for the head."""
        name = self._names.get(index)
        if name is None or self._tokens[index].pos != "PROPN":
            return None
        found = (self.context.referents.at(i) for i in range(name.first, name.last) if i != index)
        return next((r for r in found if r is not None and r.entity is not None), None)

    def _beside(self, index: int) -> str | None:
        """`grand-fenwick` of `its largest creditor, Grand Fenwick`."""
        names = (t.index for t in self.context.parse.children(index, "appos") if t.pos == "PROPN")
        name = next((i for i in names if self.label(i) not in ("DATE", "TIME", "EVENT", "WORK_OF_ART")), None)
        return None if name is None else slug(self._name_text(name)) or None

    def _body(self, index: int) -> str | None:
        """`port-authority` of `the port authority`: a body that stands for itself in the report, by its own words."""
        token, parse = self._tokens[index], self.context.parse
        if token.pos != "NOUN" or not belongs(lemma_of(token), "corporate"):
            return None
        before = parse.children(index, "det", "poss", "compound", "amod")
        if not any(t.lower == "the" or t.dep in ("poss", "compound") for t in before) or any(
            t.tag == "PRP$" or (t.dep == "det" and t.lower != "the") for t in before
        ):
            return None
        words = [
            w
            for t in before
            if t.dep in ("poss", "compound")
            for w in self._tokens[parse.edges(t.index)[0] : t.index + 1]
        ]
        return slug(" ".join([*(w.text for w in words if w.tag not in ("DT", "POS")), token.text])) or None

    def each(self, index: int) -> tuple[int, ...]:
        """The conjoined heads, the later ones only where they are parties or the first is none."""
        heads = conjuncts(self.context.parse, index)
        stray = self._stray(index) if self.members(index) else ()
        found = tuple(i for i in heads if i not in stray and (i == index or self.inside(i) is not None))
        owners = self.members(index) if of_each(self._tokens[index]) else ()
        return (*owners, *(i for i in found if i != index)) if owners else found


def _agents() -> frozenset[str]:
    return word_classes()["agent"]


def slug(words: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens; empty where none is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.lower()).split())
