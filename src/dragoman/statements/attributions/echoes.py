"""The source of a hearsay adverb that a later sentence names: "reportedly ...". "The report by the Courier ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import phrase, subject, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import can_speak
from dragoman.statements.context import Context

_REPORTS = frozenset({"report", "article", "story", "account", "claim", "dispatch", "allegation"})
_FROM = frozenset({"by", "from", "in"})
_REACH = 2


def with_late_sources(context: Context, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where "the report by X" follows a "reportedly" of its paragraph within two sentences, that names X."""
    parse = context.parse
    found = list(drafts)
    open_ones: list[tuple[int, int]] = [
        (parse.sentence(d.cue_head).number, n)
        for n, d in enumerate(drafts)
        if d.rule == "adverb" and d.cue_head is not None
    ]
    for number, n in open_ones:
        block = parse.sentences[number].block
        for sentence in parse.sentences[number + 1 : number + 1 + _REACH]:
            who = _reporter(parse, sentence.first, sentence.last) if sentence.block == block else None
            if who is not None:
                found[n] = replace(found[n], source=phrase(parse, who), source_head=who.index)
                break
    return tuple(found)


def by_so(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """ "The minister said so": the content is the sentence before, in the same paragraph."""
    parse = context.parse
    if sentence.number == 0 or parse.sentences[sentence.number - 1].block != sentence.block:
        return
    before = parse.sentences[sentence.number - 1]
    for token in parse.tokens[sentence.first : sentence.last - 1]:
        verb = lexicon.verb(token) if parse.tokens[token.index + 1].lower == "so" else None
        after = parse.tokens[token.index + 2] if token.index + 2 < sentence.last else None
        if verb is None or not verb.speaks or (after is not None and after.pos not in ("PUNCT", "ADP", "CCONJ")):
            continue
        who = subject(parse, token) if token.dep == "ROOT" else None
        content = tidy(parse, before.first, before.last - 1)
        if who is None or content is None or not can_speak(context, lexicon, who):
            continue
        cue = parse.span(token.index, token.index + 2)
        yield Draft(cue, token.index, phrase(parse, who), who.index, (content,), Act.SPEECH, "said so")


def _reporter(parse: Parse, first: int, last: int) -> Token | None:
    for token in parse.tokens[first:last]:
        if token.lemma.lower() not in _REPORTS or not any(
            t.lower in ("the", "that", "this") for t in parse.children(token.index, "det")
        ):
            continue
        for link in parse.children(token.index, "prep"):
            who = parse.child(link.index, "pobj")
            if link.lower in _FROM and who is not None and who.pos == "PROPN":
                return who
    return None
