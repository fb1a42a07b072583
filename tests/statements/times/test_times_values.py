"""TIMEX3 values and intervals by hand: the day of publication is Wednesday 5 March 2025."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.domain.time import Anchor, Grain, TimeExpression, interval

Find = Callable[..., tuple[TimeExpression, ...]]

ABSOLUTE = [
    ("on December 19, 2024", "2024-12-19", "2024-12-19", "2024-12-19"),
    ("on 8 December 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("on the 8th of May 1945", "1945-05-08", "1945-05-08", "1945-05-08"),
    ("on 2024-12-08", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("on 25/12/2024", "2024-12-25", "2024-12-25", "2024-12-25"),
    ("in December 2012", "2012-12", "2012-12-01", "2012-12-31"),
    ("in early 2024", "2024", "2024-01-01", "2024-12-31"),
    ("between 2018 and 2019", "2018/2019", "2018-01-01", "2019-12-31"),
    ("the 2019\u20132020 campaign", "2019/2020", "2019-01-01", "2020-12-31"),
    ("in 2019-20", "2019/2020", "2019-01-01", "2020-12-31"),
    ("from March to May 2015", "2015-03/2015-05", "2015-03-01", "2015-05-31"),
    ("on Dec. 3-5, 2012", "2012-12-03/2012-12-05", "2012-12-03", "2012-12-05"),
    ("in the 1990s", "199X", "1990-01-01", "1999-12-31"),
    ("in the mid-1990s", "199X", "1990-01-01", "1999-12-31"),
    ("in the 19th century", "18XX", "1800-01-01", "1899-12-31"),
    ("in nineteen ninety-seven", "1997", "1997-01-01", "1997-12-31"),
    ("in June nineteen eighty", "1980-06", "1980-06-01", "1980-06-30"),
    ("in fiscal 2023", "2023", "2023-01-01", "2023-12-31"),
    ("in the 2023 third quarter", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("in the first quarter of 2024", "2024-Q1", "2024-01-01", "2024-03-31"),
    ("in the second half of 2023", "2023-H2", "2023-07-01", "2023-12-31"),
    ("in the winter of 2013", "2013-WI", "2013-12-01", "2014-02-28"),
    ("in the fall of 2012", "2012-FA", "2012-09-01", "2012-11-30"),
    ("on Thanksgiving 1999", "1999-11-25", "1999-11-25", "1999-11-25"),
    ("on Election Day 2024", "2024-11-05", "2024-11-05", "2024-11-05"),
    ("on the night of Oct. 23, 2024", "2024-10-23TNI", "2024-10-23", "2024-10-23"),
    ("on Monday morning, March 11, 2024", "2024-03-11TMO", "2024-03-11", "2024-03-11"),
    ("in the last week of October 2024", "2024-10", "2024-10-01", "2024-10-31"),
    ("on the first Monday in March 2024", "2024-03-04", "2024-03-04", "2024-03-04"),
    ("on the last Friday of May 2024", "2024-05-31", "2024-05-31", "2024-05-31"),
    ("on the last day of 2024", "2024-12-31", "2024-12-31", "2024-12-31"),
    ("in the last quarter of 2024", "2024-Q4", "2024-10-01", "2024-12-31"),
    ("in the mid-19th century", "18XX", "1800-01-01", "1899-12-31"),
    ("on 10 and 11 March 2024", "2024-03-10/2024-03-11", "2024-03-10", "2024-03-11"),
    ("by year-end 2024", "2024", "2024-01-01", "2024-12-31"),
    ("in fiscal year 2024", "2024", "2024-01-01", "2024-12-31"),
    ("the day after Christmas 2024", "2024-12-26", "2024-12-26", "2024-12-26"),
    ("between June 1 and 5, 2024", "2024-06-01/2024-06-05", "2024-06-01", "2024-06-05"),
    ("on Easter Sunday 2024", "2024-03-31", "2024-03-31", "2024-03-31"),
]
RELATIVE = [
    ("last month", "2025-02", "2025-02-01", "2025-02-28"),
    ("this week", "2025-W10", "2025-03-03", "2025-03-09"),
    ("next year", "2026", "2026-01-01", "2026-12-31"),
    ("yesterday", "2025-03-04", "2025-03-04", "2025-03-04"),
    ("tonight", "2025-03-05TNI", "2025-03-05", "2025-03-05"),
    ("on Tuesday", "2025-03-04", "2025-03-04", "2025-03-04"),
    ("last Wednesday", "2025-02-26", "2025-02-26", "2025-02-26"),
    ("next Monday", "2025-03-10", "2025-03-10", "2025-03-10"),
    ("on Monday night", "2025-03-03TNI", "2025-03-03", "2025-03-03"),
    ("in December last year", "2024-12", "2024-12-01", "2024-12-31"),
    ("this December", "2024-12", "2024-12-01", "2024-12-31"),
    ("last October", "2024-10", "2024-10-01", "2024-10-31"),
    ("three days ago", "2025-03-02", "2025-03-02", "2025-03-02"),
    ("41 years ago", "1984", "1984-01-01", "1984-12-31"),
    ("a week ago", "2025-W09", "2025-02-24", "2025-03-02"),
    ("last summer", "2024-SU", "2024-06-01", "2024-08-31"),
    ("in January", "2025-01", "2025-01-01", "2025-01-31"),
    ("at 9 a.m. on Tuesday", "2025-03-04T09:00", "2025-03-04", "2025-03-04"),
    ("since January", "2025-01", "2025-01-01", "2025-03-05"),
    ("the day before yesterday", "2025-03-03", "2025-03-03", "2025-03-03"),
    ("the week before last", "2025-W08", "2025-02-17", "2025-02-23"),
    ("the year after next", "2027", "2027-01-01", "2027-12-31"),
    ("last March 9", "2024-03-09", "2024-03-09", "2024-03-09"),
    ("by the spring of next year", "2026-SP", "2026-03-01", "2026-05-31"),
    ("by week's end", "2025-W10", "2025-03-03", "2025-03-09"),
    ("this past Sunday", "2025-03-02", "2025-03-02", "2025-03-02"),
    ("by the end of next year", "2026", "2026-01-01", "2026-12-31"),
    ("the week of Feb. 12", "2025-W07", "2025-02-10", "2025-02-16"),
    ("noon on Tuesday", "2025-03-04T12:00", "2025-03-04", "2025-03-04"),
    ("at 10.30 am on Tuesday", "2025-03-04T10:30", "2025-03-04", "2025-03-04"),
    ("later in the week", "2025-W10", "2025-03-03", "2025-03-09"),
    ("two weeks from now", "2025-W12", "2025-03-17", "2025-03-23"),
    ("on June 16th of last year", "2024-06-16", "2024-06-16", "2024-06-16"),
    ("over the weekend", "2025-W09-WE", "2025-03-01", "2025-03-02"),
    ("last fiscal year", "2024", "2024-01-01", "2024-12-31"),
    ("in the fiscal third quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("in last year's third quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("in the second half of the year", "2025-H2", "2025-07-01", "2025-12-31"),
    ("in the year-ago quarter", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("by year's end", "2025", "2025-01-01", "2025-12-31"),
    ("at 0600 GMT", "2025-03-05T06:00", "2025-03-05", "2025-03-05"),
    ("since April 1", "2024-04-01", "2024-04-01", "2025-03-05"),
    ("the past five years", "P5Y", "2020-03-05", "2025-03-05"),
    ("over the last decade", "P10Y", "2015-03-05", "2025-03-05"),
]
LENGTHS = [
    ("a 40-minute call", "PT40M", Grain.DURATION),
    ("the decade-long war", "P10Y", Grain.DURATION),
    ("about 25 minutes", "PT25M", Grain.DURATION),
    ("several years of war", "PXY", Grain.DURATION),
    ("for weeks", "PXW", Grain.DURATION),
    ("half a century", "P50Y", Grain.DURATION),
    ("two and a half years", "P2.5Y", Grain.DURATION),
    ("a fortnight", "P2W", Grain.DURATION),
    ("every year", "P1Y", Grain.SET),
    ("2 1/2 years", "P2.5Y", Grain.DURATION),
    ("a year and a half", "P1.5Y", Grain.DURATION),
    ("a quarter century", "P25Y", Grain.DURATION),
    ("a dozen years", "P12Y", Grain.DURATION),
    ("a hundred years", "P100Y", Grain.DURATION),
    ("the entire year", "P1Y", Grain.DURATION),
    ("weeks of rain", "PXW", Grain.DURATION),
    ("every two weeks", "P2W", Grain.SET),
    ("every other day", "P2D", Grain.SET),
    ("Mondays", "XXXX-WXX-1", Grain.SET),
    ("Tuesday nights", "XXXX-WXX-2TNI", Grain.SET),
    ("each Tuesday", "XXXX-WXX-2", Grain.SET),
    ("its yearly sales", "P1Y", Grain.SET),
]


@pytest.mark.parametrize(("words", "value", "first", "last"), ABSOLUTE + RELATIVE)
def test_a_date_has_its_value_and_interval(find: Find, words: str, value: str, first: str, last: str) -> None:
    (time,) = find(f"They met {words}, it is said.")
    assert (time.value, str(time.earliest), str(time.latest)) == (value, first, last)


@pytest.mark.parametrize("words", [row[0] for row in ABSOLUTE])
def test_a_date_with_its_year_is_absolute_whatever_the_day_of_publication(find: Find, words: str) -> None:
    with_day, without = find(f"They met {words}."), find(f"They met {words}.", None)
    assert with_day == without
    assert with_day[0].anchor is Anchor.ABSOLUTE


@pytest.mark.parametrize(("words", "value", "grain"), LENGTHS)
def test_a_length_or_a_set_is_no_date(find: Find, words: str, value: str, grain: Grain) -> None:
    (time,) = find(f"It took {words}." if "a " in words[:2] else f"It was {words}.") or find(f"for {words}")
    assert (time.value, time.grain) == (value, grain)


@pytest.mark.parametrize("words", [row[0] for row in RELATIVE if not row[0].startswith(("the past", "over"))])
def test_without_a_day_of_publication_a_relative_time_has_a_value_and_no_interval(find: Find, words: str) -> None:
    for time in find(f"They met {words}.", None):
        assert time.value
        assert (time.earliest, time.latest) == (None, None)


def test_recent_weeks_are_an_interval_flagged_as_vague(find: Find) -> None:
    (time,) = find("In recent weeks talks stalled.")
    assert (time.value, time.grain, time.latest) == ("PXW", Grain.VAGUE, date(2025, 3, 5))
    assert "vague" in time.flags


@pytest.mark.parametrize(
    "text",
    [
        "They may leave, might they?",
        "The fall of the regime came soon.",
        "The Arab Spring changed the region.",
        "An army on the march. Jan Novak spoke.",
        "He was in his 30s.",
        "On 12 Rajab 1445 they met.",
        "Resolution 2012 and flight 2015 are numbers.",
        "The MiG-31E, the S-300 and the G20.",
        "A 6-year-old boy.",
        "It costs $12-an-hour.",
        "On a day-to-day basis.",
        "It lies off Easter Island.",
        "He left the year-old house.",
    ],
)
def test_what_only_looks_like_a_time_is_none(find: Find, text: str) -> None:
    assert find(text) == ()


def test_earlier_in_the_day_is_the_day_named_before(find: Find) -> None:
    first, second, third = find("The envoy came on March 1. Earlier in the day he rang. Two days later he left.")
    assert first.value == second.value == "2025-03-01"
    assert third.value == "2025-03-03"
    assert second.anchor is third.anchor is Anchor.SENTENCE


def test_that_day_and_that_night_are_those_of_the_day_named_before(find: Find) -> None:
    times = find("The envoy came on March 1. That night he rang. That day was long. The day before, he had left.")
    assert [t.value for t in times] == ["2025-03-01", "2025-03-01TNI", "2025-03-01", "2025-02-28"]


def test_the_quarter_is_the_one_named_before_and_not_the_one_it_is_compared_with(find: Find) -> None:
    times = find("Sales rose in the third quarter. In the year-earlier period they fell. They doubled in the quarter.")
    assert [t.value for t in times] == ["2024-Q3", "2023-Q3", "2024-Q3"]


def test_a_year_over_the_entries_of_a_chronicle_is_theirs(find: Find) -> None:
    times = find("1994:\nJan. 10: Leaders met.\nJuly 8: They met again.\nAll left in May.")
    assert [t.value for t in times] == ["1994", "1994-01-10", "1994-07-08", "2024-05"]


def test_a_year_before_a_paragraph_is_that_of_its_months(find: Find) -> None:
    times = find("1994: Leaders met in January.\nThey left in January.")
    assert [t.value for t in times] == ["1994", "1994-01", "2025-01"]


def test_a_percentage_after_to_ends_no_range_of_years(find: Find) -> None:
    assert [t.value for t in find("It falls by 2030 to 32 percent.")] == ["2030"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell in 1989. In December of that year another fell.", ["1989", "1989-12"]),
        ("It fell on June 3, 2024. By the following Monday all was calm.", ["2024-06-03", "2024-06-10"]),
        ("It fell on June 3, 2024. On the previous Friday all was calm.", ["2024-06-03", "2024-05-31"]),
    ],
)
def test_a_time_leans_on_the_one_before_it(find: Find, text: str, values: list[str]) -> None:
    assert [t.value for t in find(text)] == values


def test_a_month_named_before_gives_no_exact_day(find: Find) -> None:
    _, second = find("They met last October. That same day the bridge fell.")
    assert second.value == "2024-10-XX"
    assert (second.earliest, second.latest) == (date(2024, 10, 1), date(2024, 10, 31))


def test_a_month_takes_the_year_named_in_its_sentence(find: Find) -> None:
    times = find("In July 2011 they rose, and by September they had won.\nIn December they left.")
    assert [t.value for t in times] == ["2011-07", "2011-09", "2024-12"]


def test_today_is_the_day_of_the_dateline(find: Find) -> None:
    times = find("GENEVA, March 3 (Agency) - Talks opened today.")
    assert [t.value for t in times] == ["2025-03-03", "2025-03-03"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-W01", date(2024, 1, 1), date(2024, 1, 7)),
        ("2024-W01-WE", date(2024, 1, 6), date(2024, 1, 7)),
        ("2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2018/2019-03", date(2018, 1, 1), date(2019, 3, 31)),
    ],
)
def test_a_value_denotes_its_days(value: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize("value", ["P1Y", "2024-13", "2024-02-30", "PRESENT_REF", "XXXX-12-25", "2020/2019", "0000"])
def test_what_is_no_date_denotes_no_days(value: str) -> None:
    assert interval(value) is None
