"""What of a report a word may refer back to, in the order in which it is likely."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.clauses import SUBJECTS
from dragoman.entities.words import nouns

_REACH = 3


class Discourse:
    """The referents met so far, by token and by sentence."""

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
        return token.dep in SUBJECTS

    def _is_main(self, index: int) -> bool:
        """True for the subject of the main verb of its sentence."""
        verb = self._parse.head(index)
        return verb.dep == "ROOT" or (verb.dep == "conj" and self._parse.head(verb.index).dep == "ROOT")

    def _singular(self, index: int) -> bool:
        referent = self._referents[index]
        return not referent.plural and referent.acts and referent.kind in (VoiceKind.INSTITUTION, VoiceKind.OUTLET)

    def _joined(self, index: int) -> bool:
        """True for one of several names joined by "and"."""
        token = self._parse.tokens[index]
        return token.dep == "conj" or self._parse.child(index, "conj") is not None

    def _human(self, token: Token) -> bool:
        """Somebody who can never be "it": "its minister" between a state and the next sentence."""
        return token.lemma.lower() in nouns("person", "words")

    def _is_state(self, index: int) -> bool:
        referent = self._referents[index]
        return (
            referent.country is not None
            and referent.kind is VoiceKind.INSTITUTION
            and referent.entity == referent.country
        )

    def _had_another(self, index: int) -> bool:
        """True for whoever acts for a state whose government of the day followed another."""
        country = self._referents[index].country
        return country is not None and self._catalogue.predecessor(country, self._day) is not None
