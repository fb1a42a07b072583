"""Attributions by layout: transcripts, questions and answers, headlines with a colon, signed quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.report import Block
from dragoman.domain.text import Span, trim
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quote, Quotes
from dragoman.statements.context import Context

_MARKS = "\"“”„«»‘’'"
_LABEL = re.compile(
    r"[\"“”‘']?(?P<name>(?:[A-Z]\.?|[QA]|[\w.'’\-]+(?:[ ][\w.'’\-]+){0,5}))(?:\s*\([^)\n]{1,40}\))?(?P<cue>:)\s+(?=\S)"
)
_SIGNED = re.compile(r"\s*(?P<cue>―|—|–|--|-{1,2})\s*(?P<name>[A-Z][\w.'’\-]*(?:[ ,]+[\w.'’\-]+){0,8})\s*[.;]?")
_ENDS = re.compile(r"(?P<cue>\s[-–—]|:)\s+(?P<name>(?!The |A )[\w.'’]+(?:[ -][\w.'’]+){0,4})\s*$")
_MAX_HEADLINE = 200
_FEWEST = 3


def by_labels(context: Context, quotes: Quotes, lexicon: Lexicon) -> Iterator[Draft]:
    """The attributions that the layout makes, in no fixed order."""
    blocks = [b for b in context.report.blocks if b.kind.body]
    yield from _transcript(context, blocks)
    if blocks:
        yield from _headline(context, lexicon, blocks)
        yield from _headline_end(context, lexicon, blocks)
    for quote in quotes.all:
        yield from _signed(context, quote)


def _transcript(context: Context, blocks: list[Block]) -> Iterator[Draft]:
    """Each turn of a transcript: at least two paragraphs open with capitals and a colon, or the same label twice."""
    labels = [_LABEL.match(context.text, b.span.start, b.span.end) for b in blocks]
    names = Counter(m["name"] for m in labels if m)
    capitals = sum(n for name, n in names.items() if name.isupper())
    open_turn: tuple[re.Match[str], list[Span]] | None = None
    for block, label in zip(blocks, labels, strict=True):
        turns = label is not None and (
            (label["name"].isupper() and capitals >= 2) or (names[label["name"]] >= 2 and _is_name(label["name"]))
        )
        if label is not None and turns:
            if open_turn:
                yield _turn(context, *open_turn)
            open_turn = (label, [trim(Span(label.end(), block.span.end), context.text, ' \t\r\n"“”')])
        elif open_turn and _goes_on(context.text, block):
            open_turn[1].append(block.span)
        else:
            if open_turn:
                yield _turn(context, *open_turn)
            open_turn = None
    if open_turn:
        yield _turn(context, *open_turn)


def _goes_on(text: str, block: Block) -> bool:
    """True for a paragraph that opens with a quotation mark and is no stage direction."""
    start = block.span.start
    return text[start] in _MARKS and text[start + 1 : start + 2] not in ("(", "[")


def _turn(context: Context, label: re.Match[str], content: list[Span]) -> Draft:
    return _draft(context, Span(*label.span("name")), Span(*label.span("cue")), tuple(content), "transcript")


def _is_name(words: str) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() for w in words.split())


def _headline_end(context: Context, lexicon: Lexicon, blocks: list[Block]) -> Iterator[Draft]:
    """A headline that ends with its source: "Bridge to be shut - ministry", "Talks off: sources"."""
    span = blocks[0].span
    if len(span) > _MAX_HEADLINE or "\n" in span.of(context.text):
        return
    told = _ENDS.search(context.text, span.start, span.end)
    if told is None or told["name"].split()[-1].lower() not in lexicon.institutions | lexicon.unnamed | lexicon.roles:
        return
    content = trim(Span(span.start, told.start()), context.text, " \t\r\n.")
    if len(content.of(context.text).split()) >= _FEWEST:
        yield _draft(context, Span(*told.span("name")), Span(*told.span("cue")), (content,), "headline")


def _is_sort(lexicon: Lexicon, words: str) -> bool:
    """True for "Ruritanian paper" and its like."""
    return words[0].isupper() and words.split()[-1] in lexicon.outlets | lexicon.institutions | lexicon.unnamed | {
        "paper",
        "report",
    }


def _headline(context: Context, lexicon: Lexicon, blocks: list[Block]) -> Iterator[Draft]:
    """A headline that opens with its source and a colon: "Ministry: Talks Will Resume"."""
    for block in blocks[:2]:
        span = block.span
        label = _LABEL.match(context.text, span.start, span.end)
        if label is None or len(span) > _MAX_HEADLINE or "\n" in span.of(context.text):
            continue
        name = Span(*label.span("name"))
        if not (_is_name(label["name"]) or _is_sort(lexicon, label["name"])) or not _source_like(
            context, lexicon, name
        ):
            continue
        content = trim(Span(label.end(), span.end), context.text, " \t\r\n.")
        if len(content.of(context.text).split()) >= 3:
            yield _draft(context, name, Span(*label.span("cue")), (content,), "headline")


def _source_like(context: Context, lexicon: Lexicon, span: Span) -> bool:
    """True where the label is short and names somebody or a sort of document; topics and places are none."""
    tokens = context.parse.tokens_in(span)
    if not tokens or len(tokens) > 4:
        return False
    if any(t.pos in ("VERB", "AUX", "ADP", "SCONJ", "NUM") for t in tokens):
        return False
    if any(t.lower in lexicon.genres for t in tokens):
        return False
    last = tokens[-1]
    word = last.lemma.lower()
    if any(n.label == "PERSON" and context.parse.tokens[n.last - 1].text == last.text for n in context.parse.names):
        return True
    known = lexicon.documents | lexicon.institutions | lexicon.outlets | lexicon.unnamed
    return word in known or word.rstrip("s") in known or last.pos == "PROPN" or any(t.pos == "PROPN" for t in tokens)


def _signed(context: Context, quote: Quote) -> Iterator[Draft]:
    """A paragraph or pull quote that ends in a dash and a name."""
    if quote.words < 3:
        return
    block = context.report.blocks[quote.block]
    if quote.span.start != block.span.start and context.text[quote.span.start - 1] not in "\n\r":
        return
    line_end = context.text.find("\n", quote.span.end, block.span.end)
    end = block.span.end if line_end < 0 else line_end
    signed = _SIGNED.match(context.text, quote.span.end, end)
    if signed and not context.text[signed.end() : end].strip():
        name = trim(Span(*signed.span("name")), context.text, " .,;")
        yield _draft(context, name, Span(*signed.span("cue")), (quote.span,), "signed")


def _draft(context: Context, name: Span, cue: Span, content: tuple[Span, ...], rule: str) -> Draft:
    tokens = context.parse.tokens_in(name)
    inside = {t.index for t in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[-1] if tokens else None)
    mark = context.parse.token_at(cue.start)
    return Draft(cue, mark.index if mark else None, name, head.index if head else None, content, Act.SPEECH, rule)
