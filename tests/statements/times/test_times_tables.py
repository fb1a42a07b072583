"""The tables of times hold what the rules expect."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dragoman.statements.times.lexeme import lexicon, words
from dragoman.statements.times.reckoning import easter, holiday

UNITS = {"S", "MIN", "H", "D", "W", "2W", "WE", "M", "Q", "Y", "DE", "CE", "ML"}


def test_every_word_is_lower_case_and_has_one_letter() -> None:
    for word, (letter, _) in lexicon().items():
        assert word == word.lower()
        assert len(letter) == 1


def test_months_weekdays_units_and_sets_have_values_of_their_kind() -> None:
    table = words()
    assert set(table["months"].values()) == set(range(1, 13))
    assert set(table["weekdays"].values()) == set(range(1, 8))
    assert set(table["seasons"].values()) == {"SP", "SU", "FA", "WI"}
    assert set(table["units"].values()) <= UNITS
    assert set(table["references"].values()) <= {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    assert all(re.fullmatch(r"P(T)?\d+[DWMYH]", v) for part in ("sets", "lengths") for v in table[part].values())


@pytest.mark.parametrize("year", [1990, 2000, 2024, 2025])
def test_every_holiday_is_a_day_of_its_year(year: int) -> None:
    assert all(holiday(rule, year).year == year for rule in words()["holidays"].values())


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2024, date(2024, 11, 28)),
        ("labor day", 2024, date(2024, 9, 2)),
        ("memorial day", 2024, date(2024, 5, 27)),
        ("election day", 2022, date(2022, 11, 8)),
        ("good friday", 2025, date(2025, 4, 18)),
    ],
)
def test_a_moving_holiday_falls_on_its_day(name: str, year: int, day: date) -> None:
    assert holiday(words()["holidays"][name], year) == day


@pytest.mark.parametrize(("year", "day"), [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2038, (4, 25))])
def test_easter_is_the_published_sunday(year: int, day: tuple[int, int]) -> None:
    """Earliest and latest Easter Sundays of the tables (22 March, 25 April), and two others."""
    assert (easter(year).month, easter(year).day) == day
