"""Whom "they" stands for."""

from __future__ import annotations

from dragoman.domain.parse import Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.clauses import SUBJECTS
from dragoman.entities.discourse import Discourse

MANY = frozenset({"they", "them", "their", "theirs", "themselves"})


class ManyBack(Discourse):
    """Antecedents of pronouns for several, and for one body told as several."""

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
            plural = plural or [i for i in here if self._parse.tokens[i].lower in MANY]
            things = things or (
                same and token.dep in SUBJECTS and self._plural_after(max(plural, default=token.index), token)
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
            if unknown and not subjects and token.dep in SUBJECTS:
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
