"""Quotes without a cue: they go on with the speaker of the quote before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.quotes import Quote, Quotes
from dragoman.statements.context import Context

_SHORT = 2
_TELLING = frozenset({"verb clause", "interrupted", "comma", "verb accusation", "verb person", "verb infinitive"})


def continued(context: Context, quotes: Quotes, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with each uncued quote added to the one whose quote it continues.

    A quote goes on where it opens a sentence in the same paragraph, right after the sentence of that draft, or opens
    the next paragraph after a quote that never closed.
    """
    found = list(drafts)
    taken = _taken(quotes, drafts)
    tellers = _tellers(context, drafts)
    speaking: tuple[int, Quote] | None = None
    for n, quote in enumerate(quotes.all):
        if n in taken:
            speaking = (taken[n], quote)
            continue
        teller = _teller(context, tellers, quote)
        if teller is not None and (speaking is None or speaking[0] != teller):
            found[teller] = replace(found[teller], content=(*found[teller].content, quote.span))
            speaking = (teller, quote)
            continue
        if speaking is None or quote.words <= _SHORT or not _goes_on(context, found[speaking[0]], speaking[1], quote):
            continue
        draft = found[speaking[0]]
        found[speaking[0]] = replace(draft, content=(*draft.content, quote.span))
        speaking = (speaking[0], quote)
    return tuple(found)


def _speaks_on(context: Context, index: int) -> bool:
    """True where the sentence before that of token `index` speaks on of somebody by a pronoun."""
    parse = context.parse
    before = parse.sentences[parse.sentence(index).number - 1]
    return parse.tokens[before.first].lower in ("he", "she", "they")


def _tellers(context: Context, drafts: Sequence[Draft]) -> dict[int, int]:
    """Number of the draft whose cue is the main verb of each sentence, by the sentence's number; speech alone."""
    found: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        cue = context.parse.tokens[draft.cue_head] if draft.cue_head is not None else None
        if cue is not None and draft.act is Act.SPEECH and draft.rule in _TELLING and cue.dep == "ROOT":
            found[context.parse.sentence(cue.index).number] = n
    return found


def _teller(context: Context, tellers: dict[int, int], quote: Quote) -> int | None:
    """The draft of the sentence before a quote that makes up whole sentences to the end of its paragraph."""
    parse, text = context.parse, context.text
    block = context.report.blocks[quote.block].span
    first = parse.token_at(quote.span.start)
    if first is None or quote.words <= _SHORT or quote.span.start == block.start or not quote.closed:
        return None
    sentence = parse.sentence(first.index)
    whole = text[quote.span.end - 2] in ".?!" and text[: quote.span.start].rstrip()[-1:] in ".?!"
    alone = not text[quote.span.end : block.end].strip() or text[quote.span.end : quote.span.end + 2].strip() == ""
    if not whole or not alone or parse.tokens[sentence.first].start < quote.span.start - 1:
        return None
    return tellers.get(sentence.number - 1) if parse.sentences[sentence.number - 1].block == sentence.block else None


def _taken(quotes: Quotes, drafts: Sequence[Draft]) -> dict[int, int]:
    """Number of the draft that each quote is content of, by the quote's number."""
    numbers = {q: n for n, q in enumerate(quotes.all)}
    taken: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        for span in draft.content:
            for quote in quotes.meeting(span):
                if span.holds(quote.span):
                    taken.setdefault(numbers[quote], n)
    return taken


def _goes_on(context: Context, draft: Draft, before: Quote, quote: Quote) -> bool:
    block = context.report.blocks[quote.block].span
    if quote.block == before.block + 1 and not before.closed:
        return quote.span.start == block.start
    if quote.block == before.block + 1 and draft.rule == "quote":
        return quote.span.start == block.start and quote.span.end >= block.end - 1
    if quote.block != before.block:
        return False
    end = max([s.end for s in draft.content] + [draft.cue.end if draft.cue else 0])
    between = Span(min(end, quote.span.start), quote.span.start).of(context.text)
    last = context.parse.token_at(max(end - 1, 0))
    first = context.parse.token_at(quote.span.start)
    if last is None or first is None:
        return False
    steps = context.parse.sentence(first.index).number - context.parse.sentence(last.index).number
    if steps == 2 and _speaks_on(context, first.index):
        return len(between) < 200
    return steps <= 1 and between.rstrip()[-1:] in ("", ".", "!", "?", ",", ";", "—", "–", "-") and len(between) < 200
