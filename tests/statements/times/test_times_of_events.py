"""Which time an event has; which way a weekday points; words quoted from others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.report import Report
from dragoman.domain.time import Anchor
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.context import Context
from dragoman.statements.times import find_times, time_of

if TYPE_CHECKING:
    from dragoman.settings import Settings

pytestmark = pytest.mark.model


def context(settings: Settings, text: str) -> Context:
    report = Report("made", "made", text, find_blocks(text), published=date(2025, 3, 5))
    return Context(report, settings.parser.parse(chunks(report)))


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Ruritania delivered the money to Strelsau last month.", "delivered", "2025-02"),
        ("The talks between the ministries began in January when the envoy arrived.", "began", "2025-01"),
        ("The ministry said on Monday that rebels seized the town in 2019.", "seized", "2019"),
        ("The ministry said on Monday that rebels seized the town in 2019.", "said", "2025-03-03"),
        ("Ruritania has begun negotiating with Freedonia this week.", "negotiating", "2025-W10"),
        ("The ministers held talks on Monday.", "talks", "2025-03-03"),
        ("The army arrived on Monday and left.", "left", "2025-03-03"),
        ("Ruritania asked for an explanation on Monday.", "asked", "2025-03-03"),
        ("Fighting broke out in the early hours of Monday.", "broke", "2025-03-03"),
    ],
)
def test_an_event_has_the_time_of_its_own_clause(settings: Settings, text: str, trigger: str, value: str) -> None:
    given = context(settings, text)
    index = next(t.index for t in given.parse.tokens if t.text == trigger)
    time = time_of(given, find_times(given), index)
    assert time is not None
    assert time.value == value


def test_the_time_of_a_report_is_not_that_of_what_it_tells(settings: Settings) -> None:
    given = context(settings, "The ministry said on Monday that rebels had seized the town.")
    index = next(t.index for t in given.parse.tokens if t.text == "seized")
    assert time_of(given, find_times(given), index) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("STRELSAU, March 5, 2025 (Sample Wire) - Ruritania has left the union.", "left"),
        ("The Sample Post\n\nMarch 5, 2025\n\nRuritania has left the union.", "left"),
        ("This violated the Declaration of Principles of 2015.", "violated"),
        ("The court set a hearing for Friday.", "set"),
        ("Ruritania signed in May and has not ratified.", "ratified"),
        ("Ruritania built two towers in May and means to complete the wall.", "means"),
        ("The sides had come close, as they had done in Strelsau in 2019.", "come"),
        ("The chairman invited them for Friday.", "invited"),
        ("Ruritania vowed on Monday to find the bombers.", "find"),
        ("He was charged in April with defrauding the port.", "defrauding"),
        ("She heads a team that studies the war, in August 1998.", "heads"),
        ("According to a statement on Monday by the agency, the rebels fled.", "fled"),
    ],
)
def test_a_day_in_a_dateline_a_name_or_another_clause_is_no_day_of_the_event(
    settings: Settings, text: str, trigger: str
) -> None:
    given = context(settings, text)
    index = next(t.index for t in given.parse.tokens if t.text == trigger)
    assert time_of(given, find_times(given), index) is None


def test_a_length_is_no_time_of_an_event(settings: Settings) -> None:
    given = context(settings, "The envoys spoke for 25 minutes.")
    index = next(t.index for t in given.parse.tokens if t.text == "spoke")
    assert time_of(given, find_times(given), index) is None


def test_a_date_alone_in_its_block_dates_the_block_below(settings: Settings) -> None:
    given = context(settings, "December 2012\n\nRuritania announces its readiness to join the union.")
    index = next(t.index for t in given.parse.tokens if t.text == "announces")
    time = time_of(given, find_times(given), index)
    assert time is not None
    assert time.value == "2012-12"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister arrived on Tuesday.", "2025-03-04"),
        ("They summoned the envoy on Tuesday.", "2025-03-04"),
        ("Until Friday, the ministry has refused to answer.", "2025-02-28"),
        ("The ministry has given them until Friday.", "2025-03-07"),
        ("Speaking to reporters on Friday, he predicted that it would end.", "2025-02-28"),
        ("They plan, according to a statement on Friday, to leave.", "2025-02-28"),
        ("He will answer in an interview on Friday.", "2025-03-07"),
        ("They fought in the week before Christmas.", "2024-12-18/2024-12-24"),
        ("The minister will arrive on Tuesday.", "2025-03-11"),
        ("The ministry plans to open the port on Friday.", "2025-03-07"),
        ("The contract expires on January 1.", "2026-01-01"),
        ("The contract expired on January 1.", "2025-01-01"),
        ("They have until Friday to answer.", "2025-03-07"),
        ("Talks may open as early as Friday.", "2025-03-07"),
        ("The two sides meet ahead of Friday's vote.", "2025-03-07"),
        ("The two sides met after Friday's vote.", "2025-02-28"),
        ("The treaty will enter into force in May.", "2025-05"),
    ],
)
def test_a_day_lies_behind_unless_the_clause_looks_ahead(settings: Settings, text: str, value: str) -> None:
    (time,) = find_times(context(settings, text))
    assert time.value == value


def test_words_said_on_another_day_are_reckoned_from_that_day(settings: Settings) -> None:
    said, quoted = find_times(context(settings, 'A spokesman told the paper on Monday: "Yesterday we left the port."'))
    assert said.value == "2025-03-03"
    assert (quoted.value, quoted.anchor) == ("2025-03-02", Anchor.QUOTED)


def test_reading_one_report_leaves_another_alone(settings: Settings) -> None:
    text = "On Friday the bridge fell. A week later it stood."
    before = find_times(context(settings, text))
    find_times(context(settings, "On 9 November 1989 the wall fell. Two days later people sang."))
    assert find_times(context(settings, text)) == before


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The two sides will sign the deal within two weeks.", (date(2025, 3, 5), date(2025, 3, 19))),
        ("They agreed to conclude a pact within four months.", (date(2025, 3, 5), date(2025, 7, 5))),
        ("He said that talks would resume in ten days.", (date(2025, 3, 5), date(2025, 3, 15))),
        ("The government collapsed within two weeks.", (None, None)),
        ("Within 60 days of signing, troops will leave.", (None, None)),
        ("He will visit for the first time in 10 years.", (None, None)),
    ],
)
def test_a_term_ahead_runs_from_the_day_of_the_report(
    settings: Settings, text: str, days: tuple[date | None, date | None]
) -> None:
    (time,) = (t for t in find_times(context(settings, text)) if t.value.startswith("P"))
    assert (time.earliest, time.latest) == days
