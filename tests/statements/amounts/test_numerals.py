"""Figures and numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.times.numerals import figure, spelt


@pytest.mark.parametrize(
    ("text", "value", "flag"),
    [
        ("1,200", 1200.0, ""),
        ("3.9", 3.9, ""),
        ("1.234.567,89", 1234567.89, "separators"),
        ("1.234,5", 1234.5, "separators"),
        ("10,00,000", 1000000.0, "separators"),
        ("1,23", None, "separators"),
        ("1,2,3", None, "separators"),
        ("1" + "0" * 400, None, "too large"),
    ],
)
def test_a_figure_has_a_value_or_a_flag(text: str, value: float | None, flag: str) -> None:
    assert figure(text) == (value, flag)


@given(st.integers(0, 10**15))
def test_a_figure_with_commas_is_read_back(number: int) -> None:
    assert figure(f"{number:,}") == (float(number), "")


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("two hundred and five men", 205, 4),
        ("twenty - five", 25, 3),
        ("five and six", 5, 1),
        ("one hundred", 100, 2),
        ("nineteen eighty", 19, 1),
        ("hundred", 0, 0),
        ("men", 0, 0),
    ],
)
def test_the_longest_number_in_words_is_read(words: str, value: int, used: int) -> None:
    assert spelt(words.split()) == (value, used)
