"""For whom somebody acted on the day of an event, not of the report."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import api
from dragoman.domain.report import Report
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model


def sides(settings: Settings, text: str) -> set[str | None]:
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    return {s.actor.side for s in api.read_report(report, settings).statements if s.actor}


def test_an_event_before_the_fall_of_a_government_is_that_government_s(settings: Settings) -> None:
    assert sides(settings, "Syria attacked Turkey in June 2012.") == {"syria-assad-government"}


def test_an_event_after_it_is_the_next_one_s(settings: Settings) -> None:
    assert sides(settings, "Syria attacked Turkey in February 2025.") == {"syria-transitional-government"}


def test_a_plan_is_that_of_the_government_of_the_day(settings: Settings) -> None:
    assert "syria-transitional-government" in sides(settings, "Syria plans to leave the pact that it signed in 2012.")
