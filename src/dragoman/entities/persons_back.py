"""Whom "he" and "she" stand for."""

from __future__ import annotations

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.clauses import SUBJECTS
from dragoman.entities.discourse import Discourse


class PersonsBack(Discourse):
    """Antecedents of pronouns for one person."""

    def _person(self, token: Token, sentence: Sentence, sex: str) -> int | None:
        local = clauses.own_subject(self._parse, token)
        if clauses.is_aside(self._parse, token):
            before = self._parse.tokens[sentence.first : token.index]
            if any(t.dep in SUBJECTS and self._unknown_person(t) for t in before):
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
