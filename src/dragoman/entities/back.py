"""Antecedents of pronouns and of common nouns that refer back; none is given where two would do.

A plain version of salience (Lappin & Leass 1994): agreement, nearness, subjects before others, the subject of the
clause above before other subjects, and of the sentence before its main subject (Grosz, Joshi & Weinstein 1995).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.clauses import SUBJECTS as _SUBJECTS
from dragoman.entities.words import nouns

_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THING, _MANY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
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
        self.nearest: dict[int, int] = {}
        self.owned: dict[int, int] = {}
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
                    self.nearest[token.index] = before
                    self._referents[token.index] = self._referents[before]
                    self._by_sentence.setdefault(sentence.number, []).append(token.index)
                    self._by_sentence[sentence.number].sort()
        return self._back

    def _of(self, token: Token, sentence: Sentence) -> int | None:
        word = token.lower
        if token.pos == "PRON" and word in _SELVES:
            return self._self(token, sentence)
        if token.pos == "PRON":
            if word in _MALE or word in _FEMALE:
                return self._person(token, sentence, "m" if word in _MALE else "f")
            if word in _THING:
                return self._one(token, sentence) if not clauses.is_impersonal(self._parse, token) else None
            if word in _MANY:
                return self._many(token, sentence)
            return None
        if token.pos in ("NOUN", "PROPN") and token.index not in self._referents and self._definite(token):
            return self._noun(token, sentence)
        return None

    def _self(self, token: Token, sentence: Sentence) -> int | None:
        """Whom "itself" stands for: the noun right before it, else the subject of its own verb."""
        beside = clauses.intensified(self._parse, token)
        if beside is not None and token.head == beside.index:
            return beside.index if beside.index in self._referents else None
        subject = clauses.own_subject(self._parse, token)
        if subject is None or subject.index not in self._referents or subject.index > token.index:
            return None
        return subject.index

    def _candidates(self, token: Token, sentence: Sentence, reach: int = _REACH) -> list[list[int]]:
        """Earlier referring tokens, a list a sentence, nearest sentence first; within one, subjects first, in order."""
        found = []
        barred = clauses.forbidden(self._parse, token)
        aside = token.pos == "PRON" and clauses.is_aside(self._parse, token)
        for number in range(sentence.number, max(sentence.number - reach, -1), -1):
            if not self._parse.sentences[number].body:
                continue
            here = [i for i in self._by_sentence.get(number, ()) if i < token.index]
            if number == sentence.number:
                if aside:
                    continue
                here = [i for i in here if i not in barred]
            found.append(sorted(here, key=lambda i: (not self._is_subject(i), i)))
        return found

    def _is_subject(self, index: int) -> bool:
        token = self._parse.tokens[index]
        return token.dep in _SUBJECTS

    def _person(self, token: Token, sentence: Sentence, sex: str) -> int | None:
        local = clauses.own_subject(self._parse, token)
        if clauses.is_aside(self._parse, token):
            before = self._parse.tokens[sentence.first : token.index]
            if any(t.dep in _SUBJECTS and self._unknown_person(t) for t in before):
                return None
        if local is not None and local.index < token.index and self._unknown_person(local):
            return None
        for here in self._candidates(token, sentence):
            fits = [i for i in here if self._is_person(i)]
            fits = [i for i in fits if self._referents[i].sex in ("", sex)]
            joined = self._parse.head(token.head).index if token.dep == "poss" else -1
            if joined in fits and self._parse.tokens[token.head].dep == "conj":
                return joined
            names = {self._referents[i].entity or self._referents[i].name for i in fits}
            if len(names) == 1:
                return fits[0]
            if fits and not self._is_subject(fits[0]):
                objects = [i for i in fits if self._parse.tokens[i].dep in ("dobj", "dative")]
                fits = objects or fits
                if len({self._referents[i].entity for i in fits}) == 1:
                    return fits[0]
            if fits and (self._is_subject(fits[0]) or self._referents[fits[0]].sex == sex):
                return fits[0]
            if fits:
                return None
        return None

    def _is_person(self, index: int) -> bool:
        """True for a person, and for one without a name who is a subject ("a spokesman said"); "he" may mean either."""
        referent, token = self._referents[index], self._parse.tokens[index]
        unnamed = referent.kind is VoiceKind.UNNAMED and token.tag == "NN" and self._is_subject(index)
        return not referent.plural and (referent.kind is VoiceKind.PERSON or (unnamed and self._human(token)))

    def _unknown_person(self, token: Token) -> bool:
        """A person told by a noun alone, of whom nothing else is known: "a host who", "the former strongman"."""
        who = any(
            t.lower == "who" for c in self._parse.children(token.index, "relcl") for t in self._parse.children(c.index)
        )
        named = any(c.index in self._referents for c in self._parse.children(token.index, "appos"))
        alone = token.pos == "NOUN" and token.tag == "NN" and token.index not in self._referents and not named
        return alone and (who or self._human(token))

    def _singular(self, index: int) -> bool:
        referent = self._referents[index]
        return not referent.plural and referent.acts and referent.kind in (VoiceKind.INSTITUTION, VoiceKind.OUTLET)

    def _one(self, token: Token, sentence: Sentence) -> int | None:
        deed = clauses.does_as_a_party(self._parse, token) or clauses.owns_as_a_party(self._parse, token)
        if token.dep in ("dobj", "pobj", "dative") and not clauses.is_dealt_with(self._parse, token):
            return None
        alike = clauses.parallel(self._parse, token)
        if alike is not None:
            return alike.index if alike.index in self._referents and self._singular(alike.index) else None
        above = self._above(token, deed=deed)
        if above is not None:
            return above if above >= 0 else None
        state = self._state_speaking(token)
        for here in self._candidates(token, sentence, 2):
            all_fits = [i for i in here if self._singular(i)]
            fits = [i for i in all_fits if deed or not self._of_thing(token, i)]
            if len(all_fits) == 1 and not fits and not self._in_own_clause(token, all_fits[0]):
                self.owned[token.index] = all_fits[0]
                return None
            fits = [i for i in fits if self._referents[i].kind is not VoiceKind.OUTLET or self._says(token, i)]
            if token.lower == "it" and not deed:
                fits = [i for i in fits if not self._is_subject(i) or self._is_near(token, i, sentence)]
            if token.lower == "it" and self._parse.sentence(here[0]).number != sentence.number if here else False:
                fits = [i for i in fits if self._is_subject(i) or self._owns_subject(i)]
            fits = [i for i in fits if not clauses.is_place_in(self._parse, i)]
            if token.lower == "it":
                fits = [i for i in fits if self._is_subject(i) or not self._in_own_clause(token, i)]
            if state is not None:
                fits = [i for i in fits if self._referents[i].country in (None, state)]
            subjects = [i for i in fits if self._is_subject(i)]
            main = [i for i in subjects if self._is_main(i)]
            for group in (main, subjects, fits) if here and here[0] < sentence.first else (subjects, fits):
                names = {self._referents[i].side or self._referents[i].entity for i in group}
                if len(names) == 1 and not self._joined(group[-1]):
                    return None if self._thing_between(group[-1], token, deed=deed) else group[-1]
            if fits:
                return None
        return None

    def _in_own_clause(self, token: Token, index: int) -> bool:
        """True for a name governed by the pronoun's own verb: "with Ruritania's leave it began"."""
        return any(t.index == token.head for t in self._parse.ancestors(index))

    def _state_speaking(self, token: Token) -> str | None:
        """The state whose people are said to say what the pronoun stands in ("Ruritanian critics say that it")."""
        for above, subject in clauses.governing(self._parse, token):
            referent = self._referents.get(subject.index)
            if above.lemma.lower() in nouns("deeds", "saying") and referent is not None and referent.plural:
                return referent.country
        return None

    def _says(self, token: Token, index: int) -> bool:
        """True where an outlet that is a subject may be "it": of a verb of saying."""
        verb = clauses.verb_of(self._parse, token)
        if verb is None or not self._is_subject(index):
            return False
        return any(verb.lemma.lower() in nouns("deeds", row) for row in ("saying", "publishing"))

    def _is_near(self, token: Token, index: int, sentence: Sentence) -> bool:
        far = self._parse.sentence(index).number != sentence.number
        return self._is_main(index) if far else clauses.is_above(self._parse, token, index)

    def _owns_subject(self, index: int) -> bool:
        return self._parse.tokens[index].dep == "poss" and self._is_subject(self._parse.tokens[index].head)

    def _above(self, token: Token, *, deed: bool) -> int | None:
        """The subject of the clause above, where it is a party; -1 where it is somebody or something unknown; None where
        there is no clause above or it does not tell."""
        verb = clauses.verb_of(self._parse, token)
        start = verb if verb is not None else token
        for above, subject in clauses.governing(self._parse, start):
            if subject.index >= token.index or subject.index in clauses.forbidden(self._parse, token):
                continue
            if clauses.is_impersonal(self._parse, subject):
                continue
            if subject.index not in self._referents:
                if subject.lower in _THING:
                    return -1
                thing = subject.tag == "NN" and subject.pos == "NOUN" and not deed and not self._human(subject)
                return -1 if thing and (verb is not None or above.index == self._clause(token)) else None
            if not self._singular(subject.index) or self._joined(subject.index):
                return None
            told = [
                t.index
                for t in self._parse.children(above.index, "dobj", "dative")
                if t.index in self._referents
                and self._singular(t.index)
                and t.index < token.index
                and self._referents[t.index].entity != self._referents[subject.index].entity
            ]
            if told and verb is not None:
                if clauses.told_as_duty(self._parse, token):
                    return told[0]
                modal = any(t.lower in ("would", "will") for t in self._parse.children(verb.index, "aux"))
                return subject.index if modal else -1
            return None
        return None

    def _clause(self, token: Token) -> int:
        """Number of the nearest verb above."""
        return next((t.index for t in self._parse.ancestors(token.index) if t.pos in ("VERB", "AUX")), -1)

    def _is_main(self, index: int) -> bool:
        """True for the subject of the main verb of its sentence."""
        verb = self._parse.head(index)
        return verb.dep == "ROOT" or (verb.dep == "conj" and self._parse.head(verb.index).dep == "ROOT")

    def _of_thing(self, token: Token, index: int) -> bool:
        """True for the owner of a thing that "it" may mean as well."""
        return token.lower == "it" and clauses.is_possessor_of_thing(self._parse, index)

    def _thing_between(self, before: int, token: Token, *, deed: bool) -> bool:
        """True where a thing is the subject between a name and a pronoun that may then mean the thing.

        Of "its" it is asked only across sentences and within the thing's own clause."""
        between = self._parse.tokens[before + 1 : token.index]
        if deed:
            return any(self._is_unknown_it(t) for t in between)
        far = self._parse.sentence(before).number != self._parse.sentence(token.index).number
        if token.lower != "it":
            owner = clauses.own_subject(self._parse, token)
            between = tuple(t for t in between if far or (owner is not None and t.index == owner.index))
        elif far:
            start = self._parse.sentence(before).first
            between = (*(t for t in self._parse.tokens[start:before] if t.dep in _SUBJECTS), *between)
            if any(t.tag == "NN" and t.dep in ("dobj", "attr") and t.index not in self._referents for t in between):
                return True
        return any(self._is_thing(t) or self._is_unknown_it(t) for t in between)

    def _is_thing(self, token: Token) -> bool:
        alone = token.tag == "NN" and token.dep in _SUBJECTS and token.index not in self._referents
        return alone and not self._human(token)

    def _is_unknown_it(self, token: Token) -> bool:
        unknown = token.lower == "it" and token.index not in self._referents and token.dep in _SUBJECTS
        return unknown and not clauses.is_impersonal(self._parse, token)

    def _human(self, token: Token) -> bool:
        """Somebody who can never be "it": "its minister" between a state and the next sentence."""
        return token.lemma.lower() in nouns("person", "words")

    def _many(self, token: Token, sentence: Sentence) -> int | None:
        """ "They" are people named by a plural, or one body or state that is the subject; never one of several conjoined."""
        deed = clauses.does_as_a_party(self._parse, token)
        above = clauses.own_subject(self._parse, token)
        unknown = above is not None and above.index < token.index and above.index not in self._referents
        if above is not None and above.index < token.index and self._several(above) and (unknown or not deed):
            return None
        alike = clauses.parallel(self._parse, token)
        if alike is not None and alike.index not in self._referents:
            return None
        some = self._parse.head(token.index).lower == "of" and token.dep == "pobj"
        for here in self._candidates(token, sentence, 2):
            same = bool(here) and here[-1] >= sentence.first
            things = self._things(token, here, sentence)
            plural = [i for i in here if self._referents[i].plural and self._parse.tokens[i].pos != "PRON"]
            plural = plural or [i for i in here if self._parse.tokens[i].lower in _MANY]
            things = things or (
                same and token.dep in _SUBJECTS and self._plural_after(max(plural, default=token.index), token)
            )
            if things and not deed:
                return None
            alone = [i for i in here if self._is_subject(i) and self._singular(i) and not self._joined(i)]
            if (
                alone
                and not plural
                and not deed
                and (self._things_before(sentence) or self._things(token, here, sentence, "pobj"))
            ):
                return None
            fits = plural or ([] if token.dep in ("dobj", "pobj") or some else alone)
            subjects = [i for i in fits if self._is_subject(i)]
            if unknown and not subjects and token.dep in _SUBJECTS:
                return None
            for group in (subjects, fits):
                if len({(self._referents[i].entity, self._referents[i].name) for i in group}) == 1:
                    return group[-1]
            if fits:
                return None
        return None

    def _plural_after(self, before: int, token: Token) -> bool:
        """True where things in the plural stand after a preposition between the people and the pronoun."""
        between = self._parse.tokens[before + 1 : token.index]
        return any(t.tag == "NNS" and t.dep == "pobj" and t.index not in self._referents for t in between)

    def _several(self, subject: Token) -> bool:
        """True for several names joined, and for people or things in the plural of whom nothing is known."""
        if self._joined(subject.index):
            return True
        return subject.tag in ("NNS", "NNPS") and subject.index not in self._referents

    def _things_before(self, sentence: Sentence) -> bool:
        """True where the sentence before has things in the plural as its object."""
        if not sentence.number:
            return False
        before = self._parse.sentences[sentence.number - 1]
        return any(
            t.tag == "NNS" and t.dep == "dobj" and t.index not in self._referents
            for t in self._parse.tokens[before.first : before.last]
        )

    def _joined(self, index: int) -> bool:
        """True for one of several names joined by "and"."""
        token = self._parse.tokens[index]
        return token.dep == "conj" or self._parse.child(index, "conj") is not None

    def _things(self, token: Token, here: list[int], sentence: Sentence, *more: str) -> bool:
        """True where the sentence has, before the pronoun, plural things that it may mean as well."""
        known = set(here)
        first = sentence.first if here and here[0] >= sentence.first else min(here, default=sentence.first)
        start = self._parse.sentence(first).first
        end = token.index if start == sentence.first else self._parse.sentence(first).last
        return any(
            t.tag in ("NNS", "NNPS")
            and t.index not in known
            and t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "conj", *more)
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
            speakers = self._speakers_state(token)
            if speakers is not None:
                return speakers
            if any(c.lower in nouns("state", "new") for c in self._parse.children(token.index, "amod")):
                fits = self._had_another if word != "administration" else self._is_administered
                followed = self._last(token, sentence, fits, reach=8)
                return followed if followed is not None else self._last(token, sentence, self._is_main_state, reach=2)
            past = any(c.lower in nouns("state", "past") for c in self._parse.children(token.index, "amod"))
            if past:
                return self._last(token, sentence, self._had_another, reach=4)
            return self._last(token, sentence, self._is_state, reach=2)
        if word in nouns("person", "words"):
            return self._last(token, sentence, lambda i: self._titled(i, word))
        if word in nouns("collective"):
            if any(c.tag == "VBN" for c in self._parse.children(token.index, "amod")):
                return None
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

    def _speakers_state(self, token: Token) -> int | None:
        """Whoever says something of "the government", if one of a state: "Ruritanian critics say that the government"."""
        for above, subject in clauses.governing(self._parse, token):
            referent = self._referents.get(subject.index)
            said = above.lemma.lower() in nouns("deeds", "saying") or above.lemma in ("demand", "ask", "urge")
            if said and referent is not None and referent.country is not None and referent.kind is VoiceKind.UNNAMED:
                return subject.index
            bodies = (
                t for p in self._parse.children(subject.index, "prep") for t in self._parse.children(p.index, "pobj")
            )
            of = next((t for t in bodies if (r := self._referents.get(t.index)) and r.country and r.entity), None)
            if said and referent is None and of is not None:
                return of.index
        return None

    def _is_administered(self, index: int) -> bool:
        return self._had_another(index) or self._referents[index].entity == "USA"

    def _is_main_state(self, index: int) -> bool:
        return self._is_state(index) and self._is_subject(index) and self._is_main(index)

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
