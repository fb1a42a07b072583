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


def recipients(settings: Settings, text: str, type_: str) -> set[str | None]:
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    found = api.read_report(report, settings).statements
    return {s.recipient.side for s in found if s.recipient and s.type == type_}


def test_a_clause_hung_on_a_dated_one_is_of_its_time(settings: Settings) -> None:
    text = "Last summer Putin met Erdogan at a moment when Turkey was eager to reach a pact with Damascus."
    assert recipients(settings, text, "want") == {"syria-assad-government"}


def test_an_undated_when_clause_leaves_the_government_open(settings: Settings) -> None:
    text = "The quarrel is old. When Russia intervened in Syria, Turkey protested."
    assert recipients(settings, text, "MOBILIZE") == {None}


def test_the_one_attacked_by_the_next_government_is_the_one_before(settings: Settings) -> None:
    text = "Hayat Tahrir al-Sham attacked Syria's capital on December 8."
    assert recipients(settings, text, "ASSAULT") == {"syria-assad-government"}


def test_an_opposition_acts_for_no_government(settings: Settings) -> None:
    assert recipients(settings, "Russia bombed the Syrian opposition.", "ASSAULT") == {None}


def test_a_tie_of_the_past_is_of_no_government_of_today(settings: Settings) -> None:
    text = "Under the Assad regime Syria depended on Iran for its oil."
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    ties = [s for s in api.read_report(report, settings).statements if s.kind == "tie"]
    assert [(s.past, s.actor.side if s.actor else "") for s in ties] == [(True, None)]
