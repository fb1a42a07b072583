"""Whom "the government", "the minister" and "the agency" stand for."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Sentence, Token
from dragoman.entities import clauses
from dragoman.entities.discourse import Discourse
from dragoman.entities.words import nouns


class Definites(Discourse):
    """Antecedents of common nouns."""

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
        return self._had_another(index) or self._referents[index].entity in nouns("state", "administered")

    def _is_main_state(self, index: int) -> bool:
        return self._is_state(index) and self._is_subject(index) and self._is_main(index)

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
