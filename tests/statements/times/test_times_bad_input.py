"""Impossible, ambiguous and hostile dates."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from dragoman.domain.time import Grain, TimeExpression

Find = Callable[..., tuple[TimeExpression, ...]]


def test_31_february_is_its_month_and_says_so(find: Find) -> None:
    (time,) = find("It was signed on 31 February 2024.")
    assert (time.value, time.grain, time.flags) == ("2024-02", Grain.MONTH, ("impossible",))


def test_a_date_with_two_readings_is_only_its_year(find: Find) -> None:
    (time,) = find("It was signed on 03/04/2024.")
    assert (time.value, time.flags) == ("2024", ("ambiguous",))


def test_a_year_of_two_figures_is_flagged(find: Find) -> None:
    (time,) = find("They won in '98 again.")
    assert (time.value, time.flags) == ("1998", ("two-digit year",))


@pytest.mark.parametrize(
    "text", ["About 2,024 soldiers left.", "It has 1.999 of them.", "It cost $1999.", "In room 2012."]
)
def test_a_number_is_no_year(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    ["99999999999 years ago", "9" * 400 + " days ago", "in 0000", "December 99, 2024", "12:99 p.m.", "31/31/2024",
     "2024-13-45", "\u0661\u0662 May 2024", "the 99th century", "5000 decades later", "Feb 30 - Feb 31"],
)  # fmt: skip
def test_nonsense_breaks_nothing(find: Find, text: str) -> None:
    for time in find(f"They met {text}."):
        assert time.span.of(f"They met {text}.") == time.text


@pytest.mark.parametrize("piece", ["in May 2024 ", "2024 and ", "3 to 5 ", "the early ", "- ", "a few ", '"yesterday '])
def test_the_work_grows_with_the_length(find: Find, piece: str) -> None:
    """Counted in calls of functions: ten times the text makes at most fifteen times the calls."""
    find(piece)
    assert _calls(find, piece * 2000) < 15 * _calls(find, piece * 200)


def _calls(find: Find, text: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return count
