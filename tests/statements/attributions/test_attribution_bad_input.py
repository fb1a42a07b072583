"""Text that is no clean prose: no crash, no span outside the text, no attribution over another speaker's paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.attributions.quotes import find_quotes
from dragoman.statements.context import Context

Contexts = Callable[[str], Context]

ODD = [
    "The admiral said “we stay and the mayor left the room.",
    "The admiral said we stay” and the mayor left the room.",
    "“The whole report stands in quotation marks. The fleet left.\n\n“The port is empty. The mayor said so.”",
    "Speakers: the Admiral; the Mayor; the Envoy; the Governor; the Analyst.",
    "Port | Ships | Said to be leaving\nNorth | 12 | 3\nSouth | 4 | 0",
    '"" "" said "" the "" admiral """ " said.',
]


def _lines(text: str) -> tuple[Block, ...]:
    return tuple(Block(Span(*m.span()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_only_spans_of_the_text(context: Contexts, text: str) -> None:
    found = context(text)
    for a in find_attributions(found):
        spans = [s for s in (a.source, a.cue, *a.content) if s is not None]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert list(a.content) == sorted(a.content)


def test_an_empty_report_has_no_attribution() -> None:
    assert find_attributions(Context(Report("r", "r", "", ()), Parse((), ()))) == ()


def test_no_attribution_of_a_turn_reaches_into_the_next_speaker_s(context: Contexts) -> None:
    text = "ANCHOR: Will the fleet stay?\n\nADMIRAL: The mayor said it leaves.\n\nANCHOR: When does it leave?"
    found = context(text)
    turns = [b.span for b in found.report.blocks]
    for a in find_attributions(found):
        assert all(any(turn.holds(s) for turn in turns) for s in a.content)
        assert len({n for n, turn in enumerate(turns) for s in a.content if turn.holds(s)}) == 1


@given(st.text(alphabet="ab \"“”''‘’``«».\n:", max_size=60))
def test_quotes_never_overlap_and_lie_within_one_block(text: str) -> None:
    report = Report("r", "r", text, _lines(text))
    quotes = find_quotes(report).all
    for before, after in pairwise(quotes):
        assert before.span.end <= after.span.start
    for quote in quotes:
        assert report.blocks[quote.block].span.holds(quote.span)


def _many(count: int) -> Context:
    """`count` paragraphs of one quote with its cue, parsed by hand."""
    words = ["“", "Ships", "leave", ",", "”", "she", "said", "."]
    tags = [
        ("PUNCT", "``", "punct", 2), ("NOUN", "NNS", "nsubj", 2), ("VERB", "VBP", "ccomp", 6), ("PUNCT", ",", "punct", 6),
        ("PUNCT", "''", "punct", 6), ("PRON", "PRP", "nsubj", 6), ("VERB", "VBD", "ROOT", 6), ("PUNCT", ".", "punct", 6),
    ]  # fmt: skip
    line = "“Ships leave,” she said."
    starts = [0, 1, 7, 12, 13, 15, 19, 23]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for n in range(count):
        shift, first = n * (len(line) + 1), n * len(words)
        for i, (word, (pos, tag, dep, head)) in enumerate(zip(words, tags, strict=True)):
            start = shift + starts[i]
            lemma = "say" if word == "said" else word.lower()
            tokens.append(Token(first + i, start, start + len(word), word, lemma, pos, tag, dep, first + head))
        sentences.append(Sentence(n, first, first + len(words), n, BlockKind.PARAGRAPH))
    text = "\n".join([line] * count)
    return Context(Report("r", "r", text, _lines(text)), Parse(tuple(tokens), tuple(sentences)))


def test_five_thousand_quotes_are_five_thousand_attributions() -> None:
    context = _many(5_000)
    found = find_attributions(context)
    assert len(found) == 5_000
    assert {a.within for a in found} == {None}
    assert [v.name for v in chain(found, 2, context)[1]] == ["she"]


def test_captions_and_related_links_give_none(context: Contexts) -> None:
    found = context("The ministry said that the talks had failed.")
    caption = tuple(s._replace(kind=BlockKind.CAPTION) for s in found.parse.sentences)
    assert find_attributions(replace(found, parse=replace(found.parse, sentences=caption))) == ()
