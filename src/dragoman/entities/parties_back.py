"""Whom "it" stands for, where it stands for a party and for no thing."""

from __future__ import annotations

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.clauses import SUBJECTS
from dragoman.entities.discourse import Discourse
from dragoman.entities.words import nouns

THING = frozenset({"it", "its", "itself"})


class PartiesBack(Discourse):
    """Antecedents of pronouns for one body or state."""

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
                if subject.lower in THING:
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
            between = (*(t for t in self._parse.tokens[start:before] if t.dep in SUBJECTS), *between)
            if any(t.tag == "NN" and t.dep in ("dobj", "attr") and t.index not in self._referents for t in between):
                return True
        return any(self._is_thing(t) or self._is_unknown_it(t) for t in between)

    def _is_thing(self, token: Token) -> bool:
        alone = token.tag == "NN" and token.dep in SUBJECTS and token.index not in self._referents
        return alone and not self._human(token)

    def _is_unknown_it(self, token: Token) -> bool:
        unknown = token.lower == "it" and token.index not in self._referents and token.dep in SUBJECTS
        return unknown and not clauses.is_impersonal(self._parse, token)
