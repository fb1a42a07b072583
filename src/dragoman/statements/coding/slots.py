"""Fills the slots of a trigger: logical subject and object, prepositions, possessors, the verb that carries a noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.arguments import (
    conjuncts,
    is_passive,
    logical_object,
    logical_subject,
    owner,
    possessors,
    surface_subject,
)
from dragoman.statements.coding.carriers import carrier_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.speech import speaker_of
from dragoman.statements.coding.word_classes import belongs

PARTICLES = frozenset({"back", "down", "off", "out", "up", "in", "aside", "away"})
MOVING = frozenset({"from", "to", "between", "on", "against", "for", "with"})
CLAUSES = {"to": ("xcomp", "ccomp", "advcl", "acl"), "that": ("ccomp",), "ing": ("xcomp", "pcomp", "ccomp")}


@dataclass(frozen=True)
class Site:
    """A trigger word in its clause; `pos` is v, n, a, or m for a modal."""

    parse: Parse
    index: int
    pos: str

    @property
    def token(self) -> Token:
        return self.parse.tokens[self.index]

    @cached_property
    def carrier(self) -> int | None:
        """The verb whose event a noun names (`held talks`), or the copula of an adjective or predicate noun."""
        if self.pos == "v":
            return self.index
        if self.pos == "a" and self.token.pos == "VERB" and self.token.dep not in ("acomp", "amod", "acl"):
            return self.index
        return self.token.head if self.pos == "m" else carrier_of(self.parse, self.index)

    @property
    def clause(self) -> int:
        """The token that heads the clause: the verb itself, the carrier, or the noun."""
        return self.index if self.carrier is None else self.carrier

    @cached_property
    def _filled(self) -> dict[str, tuple[int, ...]]:
        return {}

    def fill(self, slot: str) -> tuple[int, ...]:
        """Head tokens that stand in `slot`, none where it is empty; `each` is left to the caller."""
        if slot not in self._filled:
            self._filled[slot] = self._fill(slot)
        return self._filled[slot]

    def _fill(self, slot: str) -> tuple[int, ...]:
        parse, index = self.parse, self.index
        if slot == "subj":
            return self._subject()
        if slot == "light":
            return self._light()
        if slot == "obj":
            return self._object()
        if slot == "dat":
            told = tuple(t.index for t in parse.children(self.clause, "dative") if t.pos != "ADP")
            return told or (self._subject_of_gift() if self.pos == "v" else ())
        if slot == "csubj":
            return self._complement_subject()
        if slot == "poss":
            return possessors(parse, index)
        if slot == "adj":
            mods = parse.children(index, "amod", "compound", "nmod")
            led = [c for t in mods if t.lower == "led" for c in parse.children(t.index)]
            return tuple(t.index for t in (*mods, *led) if t.text[:1].isupper() and t.pos in ("ADJ", "PROPN", "NOUN"))
        if slot == "standing":
            return self._standing()
        if slot == "topic":
            return self._topic()
        if slot == "owner":
            found = owner(parse, index)
            return () if found is None else (found,)
        if slot == "ing":
            inner = self.complement("ing")
            return (
                () if inner is None else Site(parse, inner, "v").fill("obj") or Site(parse, inner, "v").fill("with|to")
            )
        if slot == "doesobj":
            act = next((i for f in ("to", "ing", "that") if (i := self.complement(f)) is not None), None)
            return () if act is None else Site(parse, act, "v").fill("obj")
        if slot == "speaker":
            speaker = speaker_of(parse, self.clause)
            return () if speaker is None else (speaker,)
        if slot == "attr":
            return tuple(t.index for t in parse.children(index, "attr"))
        if slot == "modifies":
            return (self.token.head,) if self.token.dep in ("amod", "acl") else ()
        return self._prepositional(slot)

    def _subject(self) -> tuple[int, ...]:
        if self.pos == "v":
            found = logical_subject(self.parse, self.index)
        elif self.pos == "m":
            found = logical_subject(self.parse, self.clause)
        elif self.pos == "a" and self.carrier is None:
            return (self.token.head,) if self.token.dep in ("amod", "acl") else ()
        else:
            found = surface_subject(self.parse, self.clause) if self.carrier is not None else None
        return (found,) if found is not None and found != self.index else ()

    def _light(self) -> tuple[int, ...]:
        if self.carrier is None:
            return ()
        found = logical_subject(self.parse, self.carrier)
        if found is None and self.token.dep != "nsubjpass":
            found = surface_subject(self.parse, self.carrier)
        return (found,) if found is not None and found != self.index else ()

    def _object(self) -> tuple[int, ...]:
        if self.pos == "n":
            return self._prepositional("of")
        if self.pos == "a":
            return ()
        if self.pos == "m":
            return (self.clause,)
        given = belongs(lemma_of(self.token), "two-objects") and is_passive(self.parse, self.index)
        kept = self.parse.child(self.index, "dobj") if given else None
        found = logical_object(self.parse, self.index) if kept is None else kept.index
        return (found,) if found is not None else ()

    def _subject_of_gift(self) -> tuple[int, ...]:
        """Who gets what a passive keeps as its object (`Zenda was granted a loan`)."""
        passive = belongs(lemma_of(self.token), "two-objects") and is_passive(self.parse, self.index)
        given = passive and self.parse.child(self.index, "dobj") is not None
        own = self.parse.child(self.index, "nsubjpass") if given else None
        return () if own is None else (own.index,)

    def _complement_subject(self) -> tuple[int, ...]:
        for clause in self.parse.children(self.index, "ccomp", "xcomp", "advcl", *self._of_noun("that")):
            own = self.parse.child(clause.index, "nsubj", "nsubjpass")
            if own is not None:
                return (own.index,)
        return ()

    def _prepositional(self, words: str) -> tuple[int, ...]:
        """Objects of the prepositions `words` (joined by |) under the trigger, its object or its carrier."""
        wanted = words.split("|")
        if wanted == ["to"] and self.pos == "v" and self._subject_of_gift():
            return ()
        places = [self.index]
        if self.pos == "v":
            places.extend(self._cores(self._object()))
            places.extend(t.index for t in self.parse.children(self.index, "prt", "advmod"))
            if MOVING & set(wanted):
                places.extend(self._things_moving())
            places.extend(t.index for t in self.parse.children(self.index, "attr"))
        elif self.carrier is not None:
            places.append(self.carrier)
            if self.pos == "a":
                places.extend(t.index for t in self.parse.children(self.index, "advmod"))
        found: list[int] = []
        if self.token.tag == "VBG" and self.token.dep == "pobj" and self.parse.head(self.index).lower in wanted:
            found.extend(t.index for t in self.parse.children(self.index, "compound", "nsubj") if t.pos == "PROPN")
        for place in () if found else places:
            for prep in self.parse.children(place, "prep", "dative", "agent"):
                denied = prep.index > 0 and self.parse.tokens[prep.index - 1].lower == "not"
                if prep.lower in wanted and not denied and not (found and prep.lower == "between"):
                    found.extend(t.index for t in self.parse.children(prep.index, "pobj"))
                    for inner in self.parse.children(prep.index, "prep"):
                        found.extend(t.index for t in self.parse.children(inner.index, "pobj"))
            if found:
                break
        return tuple(self._of_relative(i) for i in found or self._of_phrases(wanted))

    def _of_phrases(self, wanted: list[str]) -> list[int]:
        """Behind the nouns that stand with a verb without an object (`is in contact with`, `came to the aid of`)."""
        if self.pos != "v" or self._object():
            return []
        nouns = (t for prep in self.parse.children(self.index, "prep") for t in self.parse.children(prep.index, "pobj"))
        preps = (p for t in nouns for p in self.parse.children(t.index, "prep") if p.lower in wanted)
        return [t.index for p in preps for t in self.parse.children(p.index, "pobj")]

    def _cores(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """The nouns and what they are so many or a part of (`tonnes of grain from ...`)."""
        found = list(heads)
        for head in found:
            lemma = lemma_of(self.parse.tokens[head])
            if belongs(lemma, "measure") or belongs(lemma, "partitive") or belongs(lemma, "credit"):
                inner = (
                    self.parse.child(p.index, "pobj") for p in self.parse.children(head, "prep") if p.lower == "of"
                )
                found.extend(t.index for t in inner if t is not None)
        return tuple(found)

    def _things_moving(self) -> tuple[int, ...]:
        """The subject of an active verb where it is a thing and no party (`grain from Zenda reached ...`)."""
        if is_passive(self.parse, self.index):
            return ()
        heads = self._cores(self._subject())
        nouns = (h for h in heads if self.parse.tokens[h].pos == "NOUN")
        lemmas = ((h, lemma_of(self.parse.tokens[h])) for h in nouns)
        return tuple(h for h, lemma in lemmas if lemma == "convoy" or not belongs(lemma, "agent"))

    def _of_relative(self, index: int) -> int:
        """The noun that a relative behind a preposition stands for (`Graustark, to which it lent money`)."""
        token = self.parse.tokens[index]
        clause = self.parse.tokens[self.clause]
        before = token.tag in ("WDT", "WP") and index < clause.index
        return index if not before else clause.head if clause.dep == "relcl" else self._named_before(index, clause)

    def _named_before(self, index: int, clause: Token) -> int:
        """The noun right before the comma of a relative that the parser hung on the verb (`in X's reserves, to which`)."""
        noun, comma = self.parse.tokens[index - 3], self.parse.tokens[index - 2]
        hung = clause.dep == "advcl" and index > 2 and comma.text == "," and noun.pos in ("NOUN", "PROPN")
        return noun.index if hung else index

    def _standing(self) -> tuple[int, ...]:
        """Over or in whom the subject is something (`a large part of its leverage over ... is gone`)."""
        for head in self._subject():
            inner = Site(self.parse, head, "n")
            places = (head, *inner.fill("of")) if belongs(lemma_of(self.parse.tokens[head]), "partitive") else (head,)
            for place in places:
                found = Site(self.parse, place, "n").fill("over|in|with")
                if found:
                    return found
        return ()

    def _topic(self) -> tuple[int, ...]:
        """With whom the matter is that something is about (`talks on better relations with ...`)."""
        for prep in self.parse.children(self.index, "prep"):
            if prep.lower in ("on", "over", "about"):
                below = [t for t in self.parse.governed(prep.index) if t.lower == "with" and t.dep == "prep"]
                if below:
                    return tuple(t.index for t in self.parse.children(below[0].index, "pobj"))
        return ()

    def has_preposition(self, word: str) -> bool:
        """Does `word` stand under the trigger, with a noun or a clause after it?"""
        words = word.split("|")
        return bool(self._prepositional(word)) or any(
            t.lower in words
            and t.dep in ("prep", "prt", "dative", "agent", "mark", "advmod", "npadvmod", "acomp", "oprd", "amod")
            for t in self.parse.children(self.index)
        )

    def complement(self, form: str) -> int | None:
        """The verb of a clausal complement: `to`, `that` or `ing`; also behind a preposition or an object."""
        places = [self.index, *self._object()] if self.pos == "v" else [self.index]
        if self.pos == "a" and self.carrier not in (None, self.index) and form == "to":
            places.append(self.clause)
        for place in places:
            for t in self.parse.children(place, *CLAUSES[form], *self._of_noun(form)):
                if t.index > self.index and _form(self.parse, t) == form:
                    return t.index
            if form == "ing":
                for prep in self.parse.children(place, "prep"):
                    inner = self.parse.child(prep.index, "pcomp")
                    if inner is not None and inner.index > self.index and inner.tag == "VBG":
                        return inner.index
        return None

    def _of_noun(self, form: str) -> tuple[str, ...]:
        """`the demand that Graustark pay`: a clause with its own `that` hangs on a noun as a modifier."""
        clauses = self.parse.children(self.index, "acl") if form == "that" and self.pos == "n" else ()
        marked = any(m.lower == "that" for c in clauses for m in self.parse.children(c.index, "mark"))
        return ("acl",) if marked else ()

    def particle(self) -> str | None:
        """The verb's particle, or an adverb that does its work (`back`, `down`)."""
        for t in self.parse.children(self.index, "prt", "advmod", "prep"):
            loose = t.pos in ("ADV", "ADP") and t.lower in PARTICLES and t.index > self.index
            bare = not self.parse.children(t.index, "pobj")
            near = bare or (t.index == self.index + 1 and t.lower != "in")
            if t.dep == "prt" or (loose and near):
                return t.lower
            if t.dep == "advmod" and t.lower == "home":
                return "back"
        return None

    def others(self, index: int) -> tuple[int, ...]:
        """The other nominals joined to `index`."""
        token = self.parse.tokens[index]
        first = token.head if token.dep == "conj" else index
        return tuple(i for i in conjuncts(self.parse, first) if i != index)


def _form(parse: Parse, token: Token) -> str:
    below = parse.children(token.index)
    if any(t.tag == "TO" for t in below):
        return "to"
    if token.tag == "VBG" and not any(t.dep in ("aux", "nsubj") for t in below):
        return "ing"
    return "that"
