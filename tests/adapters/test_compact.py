"""Nouns to short lists and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.adapters.compact import packed, unpacked
from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.statement import Kind, Role, Statement, Words
from dragoman.domain.text import Span

AMOUNT = Amount(Span(0, 2), "$5", 5.0, None, None, "USD", Qualifier.EXACT, flags=("shared sign",))
roles = st.none() | st.builds(
    Role, st.none() | st.text(max_size=4), st.none(), st.none(), st.text(max_size=5), st.just(Span(1, 3))
)


@settings(max_examples=40, deadline=None)
@given(
    st.builds(
        Statement,
        st.text(max_size=3),
        st.just(Span(0, 9)),
        st.text(max_size=20),
        st.sampled_from(Kind),
        st.text(max_size=5),
        st.none() | st.just(Words(Span(2, 4), "x")),
        actor=roles,
        recipient=roles,
        amounts=st.lists(st.just(AMOUNT), max_size=2).map(tuple),
        possible=st.booleans(),
    )
)
def test_any_statement_comes_back(statement: Statement) -> None:
    assert unpacked(Statement, json.loads(json.dumps(packed(statement)))) == statement


def test_fields_at_the_end_that_have_their_defaults_are_left_out() -> None:
    report = Report("a", "a.txt", "x", (Block(Span(0, 1), BlockKind.PARAGRAPH),), published=date(2025, 1, 2))
    assert packed(report)[-1] == "2025-01-02"
    assert unpacked(Report, packed(report)) == report


@dataclass(frozen=True)
class Bag:
    words: frozenset[str]
    more: frozenset[str] = frozenset()


def test_sets_of_words_come_back_as_sets_and_equal_ones_are_one() -> None:
    one, two = (unpacked(Bag, packed(Bag(frozenset({"b", "a"})))) for _ in range(2))
    assert one == Bag(frozenset({"a", "b"}))
    assert one.words is two.words


def test_what_has_no_compact_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no compact form"):
        packed(object())
