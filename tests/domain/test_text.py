"""Spans give the words back, and the parse view maps every character to the canonical text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.report import Report
from dragoman.domain.text import Span, trim
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks

PIECES = st.one_of(
    st.sampled_from(list("ab Z\u00e9.,:;!?\"'\u201c\u201d\u2019()[]#*_-\n\r\t\u00a0\u200b\u202f")),
    st.sampled_from(["\U0001f600", "\u05d0", "\u0627", "\u0301", "http://a.b/c", "[x](y) ", "\u2022 ", "# "]),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(PIECES, max_size=200).map("".join)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_span_is_as_long_as_its_words(start: int, length: int) -> None:
    text = "x" * 120
    assert len(Span(start, start + length).of(text)) == length == len(Span(start, start + length))


def test_a_span_that_ends_before_it_starts_is_none() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(TEXTS)
def test_trimming_keeps_within_the_span_and_leaves_no_edge(text: str) -> None:
    trimmed = trim(Span(0, len(text)), text)
    assert trimmed.of(text) == text.strip(" \t\r\n\u00a0")


@given(TEXTS)
def test_blocks_are_in_order_apart_and_leave_only_white_space_out(text: str) -> None:
    blocks = find_blocks(text)
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip(" \t\r\n\u00a0\u200b\u2028\u2029\ufeff")
        at = block.span.end
    assert not text[at:].strip(" \t\r\n\u00a0\u200b\u2028\u2029\ufeff")


@given(TEXTS)
def test_every_character_of_the_parse_view_stands_in_the_canonical_text(text: str) -> None:
    for chunk in chunks(Report("x", "x", text, find_blocks(text))):
        for character, start, end in zip(chunk.text, chunk.starts, chunk.ends, strict=True):
            assert 0 <= start < end <= len(text)
            stands = text[start:end]
            assert character == stands or (character == " " and stands.isspace()) or character + stands == "'\u2019"
        assert list(chunk.starts) == sorted(chunk.starts)
