"""The shipped calendar, and times reckoned from what it dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.report import Report
from dragoman.domain.time import Anchor, CalendarEvent, TimeExpression
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.context import Context
from dragoman.statements.times import find_times, load_calendar

if TYPE_CHECKING:
    from dragoman.settings import Settings

Read = Callable[..., tuple[TimeExpression, ...]]


@pytest.fixture(scope="module")
def read(settings: Settings) -> Read:
    def found(text: str, published: str, *own: CalendarEvent) -> tuple[TimeExpression, ...]:
        day = date.fromisoformat(published)
        report = Report("made", "made", text, find_blocks(text), published=day)
        return find_times(Context(report, settings.parser.parse(chunks(report)), calendar=own))

    return found


def test_every_event_has_a_name_days_in_order_and_a_source() -> None:
    events = load_calendar()
    assert len(events) >= 150
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert event.names and all(name == name.lower() and name.strip() for name in event.names)
        assert date(1945, 1, 1) <= event.first <= event.last
        assert event.source


def test_no_name_belongs_to_two_events_of_one_day() -> None:
    """A name may come back ("fall of Kabul"), and then the days tell which one is meant."""
    seen: dict[tuple[str, date], str] = {}
    for event in load_calendar():
        for name in event.names:
            assert seen.setdefault((name, event.first), event.id) == event.id


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In the week before Assad's fall, Israel called.", "the week before Assad's fall", "2024-12-01/2024-12-07"),
        ("The day after the fall of Saigon, they wept.", "The day after the fall of Saigon", "1975-05-01"),
        ("After the fall of the Berlin Wall, it grew.", "After the fall of the Berlin Wall", "1989-11-09/2025-03-05"),
        ("Two weeks after the annexation of Crimea they met.", "Two weeks after the annexation of Crimea", "2014-W14"),
        ("During the Suez crisis it waited.", "During the Suez crisis", "1956-10-29/1956-11-07"),
        ("Before the invasion of Ukraine it stayed.", "Before the invasion of Ukraine", "../2022-02-23"),
    ],
)
def test_a_dated_event_anchors_a_time(read: Read, text: str, words: str, value: str) -> None:
    (time,) = read(text, "2025-03-05")
    assert (time.text, time.value, time.anchor) == (words, value, Anchor.EVENT)


@pytest.mark.model
def test_an_event_that_had_not_come_yet_is_not_meant(read: Read) -> None:
    assert read("The fall of Assad would please them. After the fall of Assad they could return.", "2012-12-12") == ()


@pytest.mark.model
def test_of_two_events_of_one_name_the_latest_before_publication_is_meant(read: Read) -> None:
    (early,) = read("After the fall of Kabul, the group left.", "2002-05-01")
    (late,) = read("After the fall of Kabul, the group left.", "2022-05-01")
    assert str(early.earliest) == "2001-11-13"
    assert str(late.earliest) == "2021-08-15"


@pytest.mark.model
def test_an_own_event_dates_a_time_too(read: Read) -> None:
    own = CalendarEvent("strelsau", ("strelsau accord",), date(2024, 5, 6), date(2024, 5, 6), "made for this test")
    (time,) = read("After the Strelsau accord, both sides cheered.", "2024-06-01", own)
    assert (time.earliest, time.latest) == (date(2024, 5, 6), date(2024, 6, 1))
