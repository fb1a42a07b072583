"""What a source is called elsewhere in its report: "the ministry" after "the Transport Ministry of Ruritania"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Token
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.context import Context

_SINGULAR = frozenset({"NN", "NNP"})
_BELONGS = frozenset({"of", "for", "at"})
_DEFINITE = frozenset({"the", "this", "that", "same", "its", "their", "his", "her"})
_NEAR = 2
_LOOKS = 40


class Callings:
    """Noun phrases that tell whose minister or ministry it is, by their head noun, in text order."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self._context, self._lexicon = context, lexicon
        self._fuller: dict[str, list[int]] = {}
        self._bodies: list[int] = []
        self._headline = next((s.last for s in context.body()), 0)
        bodies = lexicon.institutions | lexicon.outlets | lexicon.papers | lexicon.mastheads
        words = lexicon.roles | lexicon.official | bodies
        for sentence in context.body():
            for token in context.tokens(sentence):
                if token.pos not in ("NOUN", "PROPN"):
                    continue
                titles = token.dep == "compound" and context.parse.head(token.index).pos == "PROPN"
                if token.tag in _SINGULAR and token.lower in words and not titles and self._tells_whose(token):
                    self._fuller.setdefault(token.lower, []).append(token.index)
                if token.pos == "PROPN" and token.tag in _SINGULAR:
                    for title in context.parse.children(token.index, "compound"):
                        if title.lower in lexicon.roles:
                            self._fuller.setdefault(title.lower, []).append(token.index)
                if token.dep in ("nsubj", "nsubjpass") and self._is_body(token):
                    self._bodies.append(token.index)

    def fuller(self, head: Token) -> Token | None:
        """The head of the last noun phrase before `head` that tells whose it is; None where `head` tells it itself."""
        if not self._is_bare(head):
            return None
        places = self._fuller.get(head.lower, ())
        own = self._modifiers(head)
        before = bisect_left(places, head.index)
        in_headline = head.index < self._headline
        near = range(before, before + 1) if in_headline else range(before - 1, before - 1 - _LOOKS, -1)
        for n in near:
            if not 0 <= n < len(places):
                return None
            at = places[n]
            token = self._context.parse.tokens[at]
            if own <= self._modifiers(token):
                return token
        return None

    def body_before(self, head: Token) -> Token | None:
        """The last body that was a subject in the sentence of `head` or the two before, for a spokesman of nobody."""
        at = bisect_left(self._bodies, head.index) - 1
        if at < 0:
            return None
        parse = self._context.parse
        near = parse.sentence(head.index).number - parse.sentence(self._bodies[at]).number <= _NEAR
        return parse.tokens[self._bodies[at]] if near else None

    def _is_body(self, token: Token) -> bool:
        referent = self._context.referents.at(token.index)
        if referent is not None and referent.kind is not None:
            return referent.kind is VoiceKind.INSTITUTION
        return token.lower in self._lexicon.institutions and token.lower != "tank"

    def _is_bare(self, head: Token) -> bool:
        children = self._context.parse.children(head.index)
        before = self._context.parse.tokens[head.index - 1].lower if head.index else ""
        singled = head.dep == "compound" or before in _DEFINITE or any(t.lower in _DEFINITE for t in children)
        if head.tag not in _SINGULAR and not (singled and head.lower in self._lexicon.outlets):
            return False
        if not singled and (children or head.index >= self._headline):
            return False
        return not _is_known(self._context.referents.at(head.index), head) and not self._tells_whose(head)

    def _tells_whose(self, token: Token) -> bool:
        for child in self._context.parse.children(token.index):
            if child.dep == "poss" and child.pos != "PRON":
                return True
            if child.dep in ("compound", "amod", "nmod") and child.text[:1].isupper() and token.index > child.index:
                return True
            if child.dep == "appos" and child.pos == "PROPN":
                return True
            if child.dep == "prep" and child.lower in _BELONGS and child.index > token.index:
                return True
        return False

    def _modifiers(self, token: Token) -> frozenset[str]:
        own = self._context.parse.children(token.index, "compound", "amod", "nmod")
        return frozenset(t.lower for t in own if t.index < token.index)


def _is_known(referent: Referent | None, head: Token) -> bool:
    return referent is not None and referent.entity not in (None, head.lower)
