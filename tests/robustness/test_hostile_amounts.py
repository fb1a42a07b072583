"""Figures as the rest of the world writes them: the value that was meant, or none, never a silent other."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import api
from dragoman.domain.amount import Amount
from dragoman.domain.report import Report
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model


def amounts(settings: Settings, text: str) -> tuple[Amount, ...]:
    return api.read_report(Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5)), settings).amounts


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("1 000 000 euros", 1_000_000, "EUR"),
        ("1\u00a0000\u00a0000 euros", 1_000_000, "EUR"),
        ("12\u202f500,50 euros", 12_500.5, "EUR"),
        ("1'000'000 euros", 1_000_000, "EUR"),
        ("CHF 1\u2019000", 1000, "CHF"),
        ("5 000 trucks", 5000, "truck"),
    ],
)
def test_thousands_set_apart_are_one_figure_and_flagged(settings: Settings, said: str, value: float, unit: str) -> None:
    (amount,) = amounts(settings, f"Egypt sent {said} to Sudan.")
    assert (amount.text, amount.value, amount.unit) == (said, value, unit)
    assert "separators" in amount.flags


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("5\u20ac", 5, "EUR"),
        ("10 \u20ac", 10, "EUR"),
        ("7$", 7, "USD"),
        ("$5 m", 5_000_000, "USD"),
        ("\u20ac2k", 2000, "EUR"),
    ],
)
def test_signs_and_magnitudes_may_stand_on_either_side(settings: Settings, said: str, value: float, unit: str) -> None:
    (amount,) = amounts(settings, f"Egypt paid {said} to Sudan.")
    assert (amount.text, amount.value, amount.unit) == (said, value, unit)


@pytest.mark.parametrize(("said", "value"), [("minus 5%", -5), ("-5%", -5), ("\u22122.5%", -2.5)])
def test_minus_is_kept(settings: Settings, said: str, value: float) -> None:
    (amount,) = amounts(settings, f"Growth fell to {said} in Sudan.")
    assert (amount.text, amount.value) == (said, value)


def test_a_point_before_three_noughts_gives_no_value(settings: Settings) -> None:
    (amount,) = amounts(settings, "Egypt paid 1.000 euros to Sudan.")
    assert (amount.value, amount.unit, amount.flags) == (None, "EUR", ("separators",))


def test_a_range_told_downwards_is_the_range(settings: Settings) -> None:
    (amount,) = amounts(settings, "Egypt sent 12,000-10,000 soldiers to Sudan.")
    assert (amount.value, amount.low, amount.high) == (None, 10_000, 12_000)


@pytest.mark.parametrize(
    "said",
    [
        "$1.5e6",
        "$1e400",
        "$" + "9" * 400,
        "$" + "9" * 5000,
        "$inf",
        "NaN dollars",
        "$10^400",
        "$5 trillion trillion trillion",
    ],
)
def test_what_no_one_pays_has_no_value(settings: Settings, said: str) -> None:
    assert all(a.value is None for a in amounts(settings, f"Egypt paid {said} to Sudan."))
