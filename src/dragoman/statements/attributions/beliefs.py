"""Attributions by a condition: "if the ministry is to be believed", "if one believes the bankers", "if the mayor is right"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.statements.attributions.commas import period
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import phrase
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import can_speak, known
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

RULE = "belief"
_ANYONE = frozenset({"one", "you", "we"})
_RIGHT = frozenset({"right", "correct", "accurate", "true"})


def by_beliefs(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The content is the clause that the condition hangs on, or the rest of the sentence."""
    parse = context.parse
    for token in context.tokens(sentence):
        if token.dep != "mark" or token.lower != "if":
            continue
        top = parse.head(token.index)
        who = _believed(parse, top)
        if who is None or who.pos == "PRON" or not can_speak(context, lexicon, who) or not known(context, lexicon, who):
            continue
        hole = parse.edges(top.index)
        content = without(parse, *period(parse, lexicon, sentence, token.index), [hole])
        if content:
            cue = parse.span(top.index, top.index + 1)
            yield Draft(cue, top.index, phrase(parse, who), who.index, content, Act.SPEECH, RULE)


def _believed(parse: Parse, top: Token) -> Token | None:
    """Whom the condition says one may believe."""
    inner = [top, *parse.children(top.index, "xcomp", "ccomp")]
    for verb in inner:
        if verb.lemma.lower() in ("believe", "trust"):
            passive = parse.child(verb.index, "nsubjpass", "auxpass") is not None
            subject = parse.child(top.index, "nsubj", "nsubjpass") or parse.child(verb.index, "nsubj", "nsubjpass")
            if passive:
                return subject
            if subject is None or subject.lower not in _ANYONE:
                return None
            after = [t for t in parse.children(verb.index, "nsubj", "dobj") if t.index > verb.index]
            return after[0] if after else None
    judged = parse.child(top.index, "acomp")
    if top.lemma.lower() == "be" and judged is not None and judged.lower in _RIGHT:
        return parse.child(top.index, "nsubj")
    return None
