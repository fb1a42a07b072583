"""A side that the reading has put to another government than that of the report's day stays."""

from __future__ import annotations

from datetime import date

from dragoman.domain.situation import Judgements
from dragoman.domain.statement import Role
from dragoman.domain.text import Span
from dragoman.entities import Catalogue
from dragoman.situation.sides import Sides

REPORTED = date(2025, 2, 25)


def role(side: str) -> Role:
    return Role("SYR", "SYR", "SYR", "Syria", Span(0, 5), side=side)


def test_a_side_of_an_earlier_government_has_been_moved_and_todays_has_not() -> None:
    sides = Sides(Catalogue(), Judgements())
    assert sides.moved(role("syria-assad-government"), REPORTED)
    assert not sides.moved(role("syria-transitional-government"), REPORTED)
    assert not sides.moved(None, REPORTED)


def test_todays_side_gives_way_to_that_of_the_day() -> None:
    sides = Sides(Catalogue(), Judgements())
    before = sides.of_role(role("syria-transitional-government"), date(2024, 12, 1), then=True)
    assert before == "syria-assad-government"
