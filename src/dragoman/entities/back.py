"""Antecedents of pronouns and of common nouns that refer back; none is given where two would do.

A plain version of salience (Lappin & Leass 1994): agreement, nearness, subjects before others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.words import nouns

_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THING, _MANY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 3


class Antecedents:
    """Finds, for each token that refers back, the earlier token whose referent it takes."""

    def __init__(
        self, parse: Parse, catalogue: Catalogue, referents: Mapping[int, Referent], day: date | None = None
    ) -> None:
        self._day = day
        self._parse = parse
        self._catalogue = catalogue
        self._referents = dict(referents)
        self._back: dict[int, int] = {}
        self._by_sentence: dict[int, list[int]] = {}
        for index in sorted(referents):
            self._by_sentence.setdefault(parse.sentence(index).number, []).append(index)

    def find(self) -> dict[int, int]:
        """Token number to the number of the token that it refers back to."""
        for sentence in self._parse.sentences:
            for token in self._parse.tokens[sentence.first : sentence.last]:
                before = self._of(token, sentence)
                if before is not None:
                    self._back[token.index] = self._back.get(before, before)
                    self._referents[token.index] = self._referents[before]
                    self._by_sentence.setdefault(sentence.number, []).append(token.index)
                    self._by_sentence[sentence.number].sort()
        return self._back

    def _of(self, token: Token, sentence: Sentence) -> int | None:
        word = token.lower
        if token.pos == "PRON":
            if word in _MALE or word in _FEMALE:
                return self._person(token, sentence, "m" if word in _MALE else "f")
            if word in _THING:
                return self._one(token, sentence) if not self._empty(token) else None
            if word in _MANY:
                return self._many(token, sentence)
            return None
        if token.pos in ("NOUN", "PROPN") and token.index not in self._referents and self._definite(token):
            return self._noun(token, sentence)
        return None

    def _empty(self, token: Token) -> bool:
        """True for "it" with nothing behind it: "it is clear that", "it remains to be seen"."""
        verb = self._parse.head(token.index)
        if token.lower != "it" or (token.dep != "nsubj" and token.dep != "nsubjpass"):
            return False
        clause = self._parse.child(verb.index, "ccomp", "xcomp", "advcl", "csubj")
        return (token.dep == "nsubjpass" and clause is not None) or (
            verb.lemma in ("be", "remain", "seem", "appear", "become", "take", "rain", "come") and clause is not None
        )

    def _candidates(self, token: Token, sentence: Sentence, reach: int = _REACH) -> list[list[int]]:
        """Earlier referring tokens, a list a sentence, nearest sentence first; within one, subjects first, in order."""
        found = []
        for number in range(sentence.number, max(sentence.number - reach, -1), -1):
            if not self._parse.sentences[number].body:
                continue
            here = [i for i in self._by_sentence.get(number, ()) if i < token.index]
            if number == sentence.number:
                here = [i for i in here if not self._same_clause_object(token, i)]
            found.append(sorted(here, key=lambda i: (not self._is_subject(i), i)))
        return found

    def _same_clause_object(self, token: Token, other: int) -> bool:
        """True where binding forbids it: "he" and "him" of one verb, or of a verb that it controls, are two people."""
        if token.dep not in ("dobj", "pobj", "dative") or token.lower.endswith(("self", "selves")):
            return False
        for above in self._parse.ancestors(token.index):
            subjects = self._parse.children(above.index, *_SUBJECTS)
            if subjects:
                return any(t.index == other for t in subjects)
        return False

    def _is_subject(self, index: int) -> bool:
        token = self._parse.tokens[index]
        return token.dep in _SUBJECTS

    def _person(self, token: Token, sentence: Sentence, sex: str) -> int | None:
        for here in self._candidates(token, sentence):
            fits = [i for i in here if self._referents[i].kind is VoiceKind.PERSON and not self._referents[i].plural]
            fits = [i for i in fits if self._referents[i].sex in ("", sex)]
            names = {self._referents[i].entity for i in fits}
            if len(names) == 1 or (fits and (self._is_subject(fits[0]) or self._referents[fits[0]].sex == sex)):
                return fits[0]
            if fits:
                return None
        return None

    def _singular(self, index: int) -> bool:
        referent = self._referents[index]
        return not referent.plural and referent.acts and referent.kind in (VoiceKind.INSTITUTION, VoiceKind.OUTLET)

    def _one(self, token: Token, sentence: Sentence) -> int | None:
        for here in self._candidates(token, sentence, 2):
            fits = [i for i in here if self._singular(i)]
            subjects = [i for i in fits if self._is_subject(i)]
            for group in (subjects, fits):
                names = {self._referents[i].entity for i in group}
                if len(names) == 1 and not self._joined(group[-1]):
                    return None if self._thing_between(group[-1], token) else group[-1]
            if fits:
                return None
        return None

    def _thing_between(self, before: int, token: Token) -> bool:
        """True where a thing is the subject between a name and "it", which may then mean the thing; not asked of "its"."""
        if token.lower != "it":
            return False
        return any(
            t.tag == "NN" and t.dep in _SUBJECTS and t.index not in self._referents and not self._human(t)
            for t in self._parse.tokens[before + 1 : token.index]
        )

    def _human(self, token: Token) -> bool:
        """Somebody who can never be "it": "its minister" between a state and the next sentence."""
        return token.lemma.lower() in nouns("person", "words")

    def _many(self, token: Token, sentence: Sentence) -> int | None:
        """ "They" are people named by a plural, or one body or state that is the subject; never one of several conjoined."""
        for here in self._candidates(token, sentence, 2):
            things = self._things(token, here, sentence)
            plural = [i for i in here if self._referents[i].plural and self._parse.tokens[i].pos != "PRON"]
            plural = plural or [i for i in here if self._parse.tokens[i].lower in _MANY]
            if things and (not plural or token.dep in ("dobj", "pobj")):
                return None
            alone = [i for i in here if self._is_subject(i) and self._singular(i) and not self._joined(i)]
            fits = plural or ([] if token.dep in ("dobj", "pobj") else alone)
            subjects = [i for i in fits if self._is_subject(i)]
            for group in (subjects, fits):
                if len({(self._referents[i].entity, self._referents[i].name) for i in group}) == 1:
                    return group[-1]
            if fits:
                return None
        return None

    def _joined(self, index: int) -> bool:
        """True for one of several names joined by "and"."""
        token = self._parse.tokens[index]
        return token.dep == "conj" or self._parse.child(index, "conj") is not None

    def _things(self, token: Token, here: list[int], sentence: Sentence) -> bool:
        """True where the sentence has, before the pronoun, plural things that it may mean as well."""
        known = set(here)
        first = sentence.first if here and here[0] >= sentence.first else min(here, default=sentence.first)
        start = self._parse.sentence(first).first
        end = token.index if start == sentence.first else self._parse.sentence(first).last
        return any(
            t.tag in ("NNS", "NNPS")
            and t.index not in known
            and t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "conj")
            for t in self._parse.tokens[start:end]
        )

    def _definite(self, token: Token) -> bool:
        return any(c.lower in ("the", "this", "that") for c in self._parse.children(token.index, "det"))

    def _noun(self, token: Token, sentence: Sentence) -> int | None:
        word = token.lemma.lower()
        if self._parse.child(token.index, "poss", "relcl", "prep") is not None or token.tag in ("NNS", "NNPS"):
            return None
        if token.dep == "appos":
            return None
        if word in nouns("state", "governments"):
            past = any(c.lower in nouns("state", "past") for c in self._parse.children(token.index, "amod"))
            if past:
                return self._last(token, sentence, self._had_another, reach=4)
            return self._last(token, sentence, self._is_state, reach=2)
        if word in nouns("person", "words"):
            return self._last(token, sentence, lambda i: self._titled(i, word))
        if word in nouns("collective"):
            kinds = nouns("collective")[word]
            return self._last(token, sentence, lambda i: self._is_body(i, word, kinds))
        return None

    def _last(self, token: Token, sentence: Sentence, fits: Callable[[int], bool], reach: int = 6) -> int | None:
        """The nearest one that fits; None where the nearest sentence with one has two that differ and neither is subject."""
        for here in self._candidates(token, sentence, reach):
            group = [i for i in sorted(here) if fits(i)]
            subjects = [i for i in group if self._is_subject(i)]
            for some in (subjects, group):
                if len({self._referents[i].entity for i in some}) == 1:
                    return some[-1]
            if group:
                return group[-1] if reach > 4 else None
        return None

    def _had_another(self, index: int) -> bool:
        """True for whoever acts for a state whose government of the day followed another."""
        country = self._referents[index].country
        return country is not None and self._catalogue.predecessor(country, self._day) is not None

    def _is_state(self, index: int) -> bool:
        referent = self._referents[index]
        return (
            referent.country is not None
            and referent.kind is VoiceKind.INSTITUTION
            and referent.entity == referent.country
        )

    def _titled(self, index: int, word: str) -> bool:
        """True where the person was introduced with `word` as a title, in apposition or before the name."""
        if self._referents[index].kind is not VoiceKind.PERSON or self._referents[index].plural:
            return False
        token = self._parse.tokens[index]
        beside = [*self._parse.children(index, "compound", "appos", "amod")]
        if token.dep == "appos":
            beside.append(self._parse.head(index))
        return any(t.lemma.lower() == word for t in beside) or any(
            o.title.lower().endswith(word) for o in self._catalogue.offices.get(self._referents[index].entity or "", ())
        )

    def _is_body(self, index: int, word: str, kinds: list[str]) -> bool:
        referent = self._referents[index]
        entity = self._catalogue.entities.get(referent.entity or "")
        return word in referent.name.lower().split() or (entity is not None and entity.detail in kinds)
