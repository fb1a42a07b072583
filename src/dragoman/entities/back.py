"""Antecedents of pronouns and of common nouns that refer back; none is given where two would do.

A plain version of salience (Lappin & Leass 1994): agreement, nearness, subjects before others, the subject of the
clause above before other subjects, and of the sentence before its main subject (Grosz, Joshi & Weinstein 1995).
"""

from __future__ import annotations

from dragoman.domain.parse import Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.definites import Definites
from dragoman.entities.many_back import MANY, ManyBack
from dragoman.entities.parties_back import THING, PartiesBack
from dragoman.entities.persons_back import PersonsBack

_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})


class Antecedents(PersonsBack, PartiesBack, ManyBack, Definites):
    """Finds, for each token that refers back, the earlier token whose referent it takes."""

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
            if word in THING:
                return self._one(token, sentence) if not clauses.is_impersonal(self._parse, token) else None
            if word in MANY:
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
