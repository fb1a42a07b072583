"""Grades every event word of a report: how sure its innermost voice is of it, and how sure the author.

Each sentence is walked from its root down. An event takes the grade that its governor gives it (Karttunen 1971; Saurí
& Pustejovsky 2012), lowered and turned by its own modals, adverbs and negations. Within what somebody says, thinks or
writes the voice's grade starts afresh.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dragoman.domain.attribution import Act, Attribution
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.predicate import Factuality, Polarity, Predicate
from dragoman.domain.text import Span
from dragoman.statements.context import Context
from dragoman.statements.factuality import clauses, lexicon
from dragoman.statements.factuality.event_words import governs, is_event, sense_of
from dragoman.statements.factuality.hedging import local
from dragoman.statements.factuality.lexicon import Sense

_COPULAS = frozenset({"be", "become", "remain", "stay", "feel", "get", "grow", "go", "prove"})
_LEVELS = (Factuality.UNCOMMITTED, Factuality.POSSIBLE, Factuality.PROBABLE, Factuality.CERTAIN)


@dataclass(frozen=True, slots=True)
class State:
    """A grade: `level` 0 uncommitted .. 3 certain for the innermost voice, `author` for the report's; `sign` 1 or -1."""

    level: int = 3
    sign: int = 1
    author: int = 3
    hedges: tuple[int, ...] = ()
    evidential: str | None = None


class Link(NamedTuple):
    """How a token hangs on its nearest governor: the relation nearest to it, and the preposition in between."""

    governor: int
    dep: str
    prep: str
    via_noun: bool


def grade(context: Context, attributions: Sequence[Attribution]) -> tuple[Predicate, ...]:
    """Every event word of the report, text order: verbs, nouns that denote events, adjectives that are predicates."""
    parse = context.parse
    said = _said(parse, attributions)
    found: list[Predicate] = []
    for sentence in parse.sentences:
        states = _Walk(parse, sentence, said).states()
        for index in sorted(states):
            found.append(_predicate(context, parse.tokens[index], states[index]))
    return tuple(found)


def _said(parse: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """Numbers of the tokens inside what somebody says."""
    spans = [span for a in attributions if a.act is Act.SPEECH for span in a.content]
    return frozenset(t.index for span in spans for t in parse.tokens_in(span))


def _predicate(context: Context, token: Token, state: State) -> Predicate:
    span = Span(token.start, token.end)
    return Predicate(
        span,
        span.of(context.text),
        token.index,
        _LEVELS[state.level],
        Polarity.NEGATIVE if state.sign < 0 and state.level else Polarity.POSITIVE,
        _LEVELS[state.author],
        state.evidential,
        tuple(Span(context.parse.tokens[i].start, context.parse.tokens[i].end) for i in sorted(set(state.hedges))),
    )


class _Walk:
    """One sentence, from its roots down."""

    def __init__(self, parse: Parse, sentence: Sentence, said: frozenset[int]) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.sentence = sentence
        self.said = said
        self.asks = parse.tokens[sentence.last - 1].text == "?"
        self.links: dict[int, Link | None] = {}
        self.found: dict[int, State] = {}
        self.bases: dict[int, State] = {}
        self.believed: set[int] = set()

    def states(self) -> dict[int, State]:
        """The grade of each event word."""
        order = [i for i in range(self.sentence.first, self.sentence.last) if self.tokens[i].head == i]
        for index in order:
            order.extend(t.index for t in self.parse.children(index))
        for index in order:
            token = self.tokens[index]
            self.links[index] = link = self._link(token)
            if governs(token):
                self.found[index] = self._graded(token, link)
        return {i: s for i, s in self.found.items() if is_event(self.tokens[i])}

    def _link(self, token: Token) -> Link | None:
        if token.head == token.index:
            return None
        head = self.tokens[token.head]
        if governs(head):
            return Link(head.index, token.dep, "", False)
        above = self.links.get(head.index)
        if above is None:
            return None
        if head.pos in ("ADP", "SCONJ", "PART"):
            return Link(above.governor, token.dep, head.lower if not above.prep else above.prep, above.via_noun)
        if token.dep == "conj":
            return above
        return Link(above.governor, token.dep, above.prep, True)

    def _graded(self, token: Token, link: Link | None) -> State:
        base = self.bases[token.index] = self._base(token, link)
        level, sign, hedges = base.level, base.sign, list(base.hedges)
        evidential = base.evidential
        for word, value in local(self.parse, token):
            hedges.append(word.index)
            if value < 0:
                sign, value = -sign, -value
            level = min(level, value)
            if word.lower in lexicon.evidentials():
                evidential = word.lower
        author = min(base.author, level)
        presumed = link is not None and sense_of(self.tokens[link.governor]) is Sense.PRESUMES
        if link is not None and self._is_believed(token, link):
            self.believed.add(token.index)
        if (token.index in self.said or token.index in self.believed) and not presumed:
            author = 0
        if self.asks and (link is None or token.dep in ("ROOT", "conj")):
            level = author = 0
        return State(level, sign, author, tuple(hedges), evidential)

    def _is_believed(self, token: Token, link: Link) -> bool:
        """Does it stand in what somebody thinks ("many think that its wish for the port ...")?"""
        if token.dep in ("advcl", "relcl", "parataxis"):
            return False
        if link.governor in self.believed:
            return True
        governor = self.tokens[link.governor]
        held = sense_of(governor) in (Sense.HOLDS, Sense.DOUBTS) and governor.pos == "VERB" and governor.tag != "VBN"
        return held and token.dep == "ccomp"

    def _base(self, token: Token, link: Link | None) -> State:
        """The grade that the governor gives."""
        if link is None:
            bare = token.tag == "VB" and not self.parse.children(token.index, "nsubj", "nsubjpass", "aux", "auxpass")
            return State(0, 1, 0) if bare else State()
        governor = self.tokens[link.governor]
        above = self.found.get(link.governor, State())
        voice = State(3, 1, above.author)
        if link.dep == "conj" and not link.via_noun:
            return self._beside(token, governor, above)
        if token.dep == "relcl":
            if clauses.to_do(self.parse, token):
                return State(0, 1, 0)
            return State(3, 1, 3 if above.author == above.level else above.author)
        if token.dep == "advcl" or link.dep == "advcl":
            return self._adverbial(token, above, voice)
        if token.pos in ("VERB", "AUX"):
            return self._completing(token, link, governor, above)
        if (token.pos == "ADJ" and token.dep in ("acomp", "oprd", "attr")) or token.dep == "attr":
            return above if governor.lemma in _COPULAS else self._by_sense(governor, above)
        return self._nominal(token, link, governor, above)

    def _beside(self, token: Token, governor: Token, above: State) -> State:
        """The second of two coordinate events: in the place of the first, with its modals unless it has its own."""
        base = self.bases.get(governor.index, State())
        own = self.parse.children(token.index, "aux", "auxpass", "nsubj", "nsubjpass")
        if not own and token.tag == "VBD" and governor.tag == "VB":
            finite = next((t for t in self.parse.ancestors(governor.index) if t.tag == "VBD"), None)
            return self.bases.get(finite.index, State()) if finite is not None else base
        nor = any(
            t.lower == "nor" for t in self.parse.children(governor.index, "cc", "preconj") if t.index < token.index
        )
        if nor and token.pos in ("VERB", "AUX"):
            base = replace(base, sign=-base.sign)
        if own or token.pos not in ("VERB", "AUX"):
            return base
        shared = [
            (w, v) for w, v in local(self.parse, governor) if w.tag == "MD" or (token.tag == "VB" and w.dep == "neg")
        ]
        for word, value in shared:
            base = replace(
                base,
                level=min(base.level, abs(value)),
                sign=-base.sign if value < 0 else base.sign,
                hedges=(*base.hedges, word.index),
            )
        return base

    def _adverbial(self, token: Token, above: State, voice: State) -> State:
        marks = {t.lower for t in self.parse.children(token.index, "mark", "advmod", "prep")}
        if marks & lexicon.conditions() or clauses.inverted(self.parse, token):
            return State(0, 1, 0)
        if marks & {"until", "till", "before"} and token.tag in ("VBZ", "VBP", "VB"):
            return State(0, 1, 0)
        if any(t.lower == "to" for t in self.parse.children(token.index, "aux")):
            return State(0, 1, 0, above.hedges)
        if "without" in marks:
            return State(above.level, -1, above.author)
        if token.tag == "VBG" and sense_of(token) is Sense.REPORTS:
            return State(3, 1, above.author)
        if token.tag in ("VBG", "VBN") and not self.parse.children(token.index, "nsubj", "nsubjpass"):
            return State(above.level, 1, above.author)
        return voice if above.level else State(3, 1, above.author)

    def _completing(self, token: Token, link: Link, governor: Token, above: State) -> State:
        """A clause or infinitive under a verb, a noun or an adjective."""
        marks = {t.lower for t in self.parse.children(token.index, "mark")}
        if marks & lexicon.conditions() or clauses.inverted(self.parse, token):
            return State(0, 1, 0)
        if link.prep == "without" or clauses.instead(self.parse, token):
            return State(above.level, -1, above.author)
        if clauses.asked(self.parse, token) or (token.dep == "prep" and token.tag == "VBG"):
            return State(3, 1, above.author)
        if clauses.told_after(self.parse, token) or clauses.by_itself(self.parse, token, governor):
            return State()
        if token.dep in clauses.GRANTED:
            return State(3, 1, above.author)
        infinitive = any(t.lower == "to" for t in self.parse.children(token.index, "aux"))
        if token.dep == "acl" and clauses.participle(self.parse, token):
            return State(3, 1, 3 if above.author == above.level else above.author)
        if governor.lemma == "be" and token.dep in ("ccomp", "xcomp"):
            governor = self.parse.child(governor.index, "acomp", "attr") or governor
        sense = Sense.REPORTS if governor.lemma in lexicon.objecting() and token.dep == "ccomp" else sense_of(governor)
        is_to = governor.lemma == "be" and governor.tag in ("VBZ", "VBP") and token.dep == "xcomp"
        if infinitive and (governor.lower == "going" or is_to):
            return replace(above, level=min(above.level, lexicon.modals()["will"]))
        if (
            infinitive
            and governor.lemma == "have"
            and any(t.lower == "yet" for t in self.parse.children(governor.index))
        ):
            return State(above.level, -above.sign, above.author)
        if governor.lemma == "able" and (above.sign < 0 or clauses.was(self.parse, governor)):
            sense = Sense.IMPLIES
        if infinitive and governor.lemma == "stop":
            sense = Sense.OPENS
        if infinitive and governor.lemma in ("like", "want", "wish") and token.lemma in lexicon.performed():
            return State(3, 1, above.author)
        if governor.lemma == "set" and token.dep == "xcomp" and governor.tag in ("VBN", "JJ"):
            sense = Sense.APPEARS
        if sense is None:
            if infinitive and token.dep in ("xcomp", "advcl", "acl"):
                return State(0, 1, 0, above.hedges)
            if token.dep == "ccomp":
                return State(3, 1, above.author)
            return State(above.level, above.sign if token.dep == "xcomp" else 1, above.author, above.hedges)
        if sense is Sense.REPORTS and infinitive and token.dep == "xcomp" and governor.tag != "VBN":
            sense = Sense.OPENS
        return self._by_sense(governor, above, sense)

    def _by_sense(self, governor: Token, above: State, sense: Sense | None = None) -> State:
        sense = sense or sense_of(governor)
        hedges = (*above.hedges, governor.index)
        level, sign, author = above.level, above.sign, above.author
        match sense:
            case Sense.IMPLIES:
                return State(level, sign, author, above.hedges, above.evidential)
            case Sense.DENIES:
                return State(level, -sign, author, hedges)
            case Sense.PRESUMES:
                return State(3, 1, 3 if author == level else author)
            case Sense.REPORTS:
                return State(3 if level and sign > 0 else 0, 1, 0)
            case Sense.APPEARS:
                return State(min(level, 2), sign, min(author, 2), hedges)
            case Sense.HOLDS:
                somebody = (governor.pos == "VERB" and governor.tag != "VBN") or governor.lemma in lexicon.beliefs()
                return State(min(level, 2), sign, 0 if somebody else min(author, 2), hedges)
            case Sense.ALLOWS:
                return State(min(level, 1), sign, min(author, 1), hedges)
            case Sense.DOUBTS:
                return State(min(level, 2), -sign, 0, hedges)
            case Sense.OPENS:
                return State(0, 1, 0, hedges)
        return State(3, 1, author)

    def _nominal(self, token: Token, link: Link, governor: Token, above: State) -> State:
        """An event noun: taken for granted, save as what a predicate of `_TAKES` acts upon."""
        sense = Sense.IMPLIES if governor.lemma in lexicon.does() else sense_of(governor)
        target = (
            link.dep in ("dobj", "pobj")
            and not link.via_noun
            and link.prep in ("", "for", "to", "of", "from", "on", "at", "against")
        )
        whose = lexicon.governed(link.prep)
        target = target and (governor.pos != "VERB" or whose is None or governor.lemma in whose)
        target = target or link.dep == "nsubjpass"
        if not target or governor.pos not in ("VERB", "NOUN", "ADJ"):
            return State(3, 1, above.author if token.index in self.said else 3)
        if governor.pos == "NOUN" and (link.prep not in ("of", "for") or governor.lemma in lexicon.grants()):
            return State()
        definite = clauses.is_definite(self.parse, token)
        if sense in (Sense.OPENS, Sense.DENIES, Sense.ALLOWS, Sense.HOLDS, Sense.DOUBTS):
            if definite and governor.lemma in lexicon.keeps() and (governor.lemma != "stop" or not above.level):
                return State(3, 1, above.author)
            return self._by_sense(governor, above, sense)
        takes_place = sense is Sense.IMPLIES and link.dep == "nsubjpass"
        if governor.pos == "VERB" and not definite and (link.dep == "dobj" or takes_place):
            none = any(t.lower in ("no", "neither") for t in self.parse.children(token.index, "det", "preconj"))
            return State(above.level, 1 if none else above.sign, above.author, above.hedges)
        return State(3, 1, above.author)
