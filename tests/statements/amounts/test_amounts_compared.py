"""Whether two amounts are the same, may both hold, or cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.amount import Amount, Qualifier, compare
from dragoman.domain.text import Span

DOLLARS = Amount(Span(0, 1), "x", 40.0, None, None, "USD", Qualifier.EXACT)
VALUES = st.floats(0, 1e12, allow_nan=False)
AMOUNTS = st.builds(
    Amount,
    st.just(Span(0, 1)),
    st.just("x"),
    st.one_of(st.none(), VALUES),
    st.one_of(st.none(), VALUES),
    st.none(),
    st.sampled_from(["USD", "EUR", "XXX", "%", "tank"]),
    st.sampled_from(list(Qualifier)),
)


def changed(value: float | None, qualifier: Qualifier = Qualifier.EXACT, unit: str = "USD") -> Amount:
    return replace(DOLLARS, value=value, qualifier=qualifier, unit=unit)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (changed(40.0), "same"),
        (changed(41.0), "different"),
        (changed(42.0, Qualifier.ABOUT), "compatible"),
        (changed(50.0, Qualifier.ABOUT), "different"),
        (changed(35.0, Qualifier.OVER), "compatible"),
        (changed(40.0, Qualifier.OVER), "different"),
        (changed(40.0, Qualifier.AT_LEAST), "compatible"),
        (changed(45.0, Qualifier.AT_LEAST), "different"),
        (changed(50.0, Qualifier.UNDER), "compatible"),
        (changed(40.0, unit="EUR"), "different"),
        (changed(40.0, unit="XXX"), "compatible"),
        (replace(DOLLARS, per="year"), "different"),
        (replace(DOLLARS, value=None, low=30.0, high=50.0), "compatible"),
        (replace(DOLLARS, value=None, low=1e9, qualifier=Qualifier.VAGUE), "different"),
    ],
)
def test_forty_dollars_against_another_amount(other: Amount, expected: str) -> None:
    assert compare(DOLLARS, other) == expected


def test_two_amounts_over_the_same_value_are_the_same() -> None:
    assert compare(changed(40.0, Qualifier.OVER), changed(40.0, Qualifier.OVER)) == "same"


@given(a=AMOUNTS, b=AMOUNTS)
def test_comparing_does_not_depend_on_the_order(a: Amount, b: Amount) -> None:
    assert compare(a, b) == compare(b, a)


@given(a=AMOUNTS)
def test_an_amount_never_differs_from_itself(a: Amount) -> None:
    assert compare(a, a) != "different"
